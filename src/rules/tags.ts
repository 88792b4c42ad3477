import type { ListName } from './lists.ts';

/**
 * The tags that editors may use in MDX, and what each attribute must name. The
 * check and the build check texts against this table; the component of its name
 * draws each tag.
 */

/** What an attribute takes; `amount` is a number in words of the editor’s own. */
export type AttributeKind = 'id' | 'text' | 'amount' | 'hide' | 'people';

/** What an id may name: a record of a list in content/data, or a picture. */
export type ReferenceKind = ListName | 'images';

interface Attribute {
  kind: AttributeKind;
  required: boolean;
  /** What an attribute of the kind `id` names. */
  refersTo?: ReferenceKind;
}

export interface Tag {
  /** Attributes by name; every one takes plain text in double quotes. */
  attributes: Record<string, Attribute>;
  /** The list of which the tag prints every entry. */
  prints?: ListName;
  /** What stands between the opening and the closing tag. */
  encloses: 'nothing' | 'text' | 'images';
  /** `inline` stands within a sentence, `block` on lines of its own. */
  place: 'inline' | 'block';
  /** Whether it sums a page up: it stands once, in a page, before the first heading, as one paragraph of few sentences. */
  leads?: true;
  /** Ids that it brings along, so that no page has it twice. */
  ids?: readonly string[];
  /** Lines to copy. */
  example: string;
}

const required = (kind: AttributeKind) => ({ kind, required: true });
const optional = (kind: AttributeKind) => ({ kind, required: false });
const refersTo = (kind: ReferenceKind) => ({ ...required('id'), refersTo: kind });
const inline = { encloses: 'nothing', place: 'inline' } as const;
const block = { encloses: 'nothing', place: 'block' } as const;
const aroundText = { encloses: 'text', place: 'block' } as const;

export const tags: Readonly<Record<string, Tag>> = {
  Figure: {
    attributes: { id: refersTo('figures'), unit: optional('hide'), as: optional('amount') },
    ...inline,
    example: '<Figure id="fdff-sent-total-2022" />',
  },
  Source: {
    attributes: { id: refersTo('sources') },
    ...inline,
    example: '<Source id="2017/design-award" />',
  },
  Chart: { attributes: { id: refersTo('charts') }, ...block, example: '<Chart id="fdff-sent-total" />' },
  Drawing: { attributes: { id: refersTo('drawings') }, ...block, example: '<Drawing id="evidence" />' },
  InShort: {
    attributes: {},
    ...aroundText,
    leads: true,
    example: '<InShort>\n\nText\n\n</InShort>',
  },
  Callout: {
    attributes: { title: required('text') },
    ...aroundText,
    example: '<Callout title="Not proven">\n\nText\n\n</Callout>',
  },
  Quote: {
    attributes: { source: refersTo('sources'), by: optional('text') },
    ...aroundText,
    example: '<Quote source="2017/sun-little-windows" by="Name">\n\nText\n\n</Quote>',
  },
  Image: {
    attributes: {
      src: refersTo('images'),
      alt: required('text'),
      caption: required('text'),
      credit: required('text'),
      people: required('people'),
      consent: optional('text'),
    },
    ...block,
    example: '<Image src="2026/drives.jpg" alt="…" caption="…" credit="…" people="no" />',
  },
  Gallery: {
    attributes: { title: required('text') },
    encloses: 'images',
    place: 'block',
    example: '<Gallery title="…">\n\n<Image … />\n\n<Image … />\n\n</Gallery>',
  },
  Official: { attributes: { id: refersTo('organisations') }, ...block, example: '<Official id="fdff" />' },
  Contact: { attributes: {}, ...block, example: '<Contact />' },
  Addresses: { attributes: {}, prints: 'organisations', ...block, example: '<Addresses />' },
  SigningKey: { attributes: {}, ...block, example: '<SigningKey />' },
  Organisations: { attributes: {}, prints: 'organisations', ...block, example: '<Organisations />' },
  Glossary: { attributes: {}, ids: ['terms', 'names'], ...block, example: '<Glossary />' },
  Calculator: { attributes: {}, ids: ['calculator', 'drives'], ...block, example: '<Calculator />' },
  Poster: {
    attributes: { title: required('text'), button: optional('text') },
    ...aroundText,
    example: '<Poster title="Old USB drives, please" button="Print the notice">\n\nText\n\n</Poster>',
  },
  PackingSlip: { attributes: {}, ...block, example: '<PackingSlip />' },
};

/** The rules of a tag that editors may use; nothing for any other. */
export function tagOf(name: string | null | undefined): Tag | undefined {
  return name && Object.hasOwn(tags, name) ? tags[name] : undefined;
}
