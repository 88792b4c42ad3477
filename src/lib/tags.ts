/**
 * The tags that editors may use in MDX, and what each attribute must name. The
 * preflight checks texts against this table; src/components/mdx.ts draws them.
 */
export type AttributeKind =
  'figure' | 'source' | 'series' | 'organisation' | 'date' | 'status' | 'text' | 'hide';

export interface Tag {
  /** Attributes by name; every one takes plain text in double quotes. */
  attributes: Record<string, { kind: AttributeKind; required: boolean }>;
  /** Whether the tag encloses text. */
  encloses: boolean;
  /** A line to copy. */
  example: string;
}

const one = (kind: AttributeKind) => ({ id: { kind, required: true } });

export const tags: Record<string, Tag> = {
  Figure: {
    attributes: { ...one('figure'), unit: { kind: 'hide', required: false } },
    encloses: false,
    example: '<Figure id="fdff-sent-total-2022" />',
  },
  Source: { attributes: one('source'), encloses: false, example: '<Source id="2017/design-award" />' },
  Chart: { attributes: one('series'), encloses: false, example: '<Chart id="fdff-sent-total" />' },
  Callout: {
    attributes: { title: { kind: 'text', required: true } },
    encloses: true,
    example: '<Callout title="Not proven">Text</Callout>',
  },
  Entry: {
    attributes: {
      date: { kind: 'date', required: true },
      title: { kind: 'text', required: true },
      status: { kind: 'status', required: false },
    },
    encloses: true,
    example: '<Entry date="2023-09-26" title="The ban is void" status="struck down">Text</Entry>',
  },
  Official: { attributes: one('organisation'), encloses: false, example: '<Official id="fdff" />' },
  Organisations: { attributes: {}, encloses: false, example: '<Organisations />' },
  Calculator: { attributes: {}, encloses: false, example: '<Calculator />' },
  PackingSlip: { attributes: {}, encloses: false, example: '<PackingSlip />' },
};

/** What an entry of the time line may say of a law. */
export const STATUSES = ['in force', 'struck down', 'proposed', 'start not known'] as const;
