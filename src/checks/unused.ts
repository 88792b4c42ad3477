import { READERS_FIGURE } from '../rules/calculator.ts';
import { asRecord, records, strings, type Entry, type TextEntry } from './read-entries.ts';
import { isShare } from './check-surveys.ts';

/** What the check of uses looks at. */
export interface Users {
  figures: readonly Entry[];
  sources: readonly Entry[];
  /** Charts, surveys, laws, events and organisations: whatever names figures or sources in data. */
  others: readonly Entry[];
  /** Texts of every kind and language. */
  texts: readonly TextEntry[];
}

/** Fields of data in which ids of figures stand. */
const FIGURE_FIELDS = ['figures', 'results', 'asked'];

const idsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : strings(value));

/**
 * Reports figures that nothing on the site uses and sources that nothing cites: a reader
 * could not tell what they are for, and nobody would notice when they go wrong.
 */
export function checkUses({ figures, sources, others, texts }: Users): void {
  const named = (kind: string) =>
    texts.flatMap(({ mentions }) => mentions.ids.filter((one) => one.kind === kind).map(({ id }) => id));
  const used = new Set([
    ...named('figure'),
    ...texts.flatMap(({ data }) => strings(data['figures'])),
    ...others.flatMap(({ data }) => FIGURE_FIELDS.flatMap((field) => idsIn(data[field]))),
    READERS_FIGURE,
  ]);
  const cited = new Set([
    ...named('source'),
    ...texts.flatMap(({ data }) => records(data['examples']).flatMap(({ source }) => idsIn(source))),
    ...[...figures, ...others].flatMap(({ data }) => strings(data['sources'])),
    // An earlier version of a figure still names what it was taken from.
    ...figures.flatMap(({ data }) =>
      records(data['changes']).flatMap(({ was }) => strings(asRecord(was)['sources'])),
    ),
  ]);
  for (const entry of figures) {
    // A share that no survey names is told with the surveys.
    if (isShare(entry)) continue;
    if (entry.id === '' || used.has(entry.id) || related(entry, figures).some((id) => used.has(id))) continue;
    entry.report(
      entry.source.place([...entry.base, 'id']),
      `id: nothing on the site uses “${entry.id}”. Name it where it belongs, as in <Figure id="${entry.id}" />, or take it out.`,
    );
  }
  for (const entry of sources) {
    if (entry.id === '' || cited.has(entry.id)) continue;
    entry.report(
      entry.source.place([...entry.base, 'id']),
      `id: nothing cites “${entry.id}”. Cite it where it belongs, as in <Source id="${entry.id}" />, or take it out.`,
    );
  }
}

/** Figures on whose pages this one stands: they conflict with it, count the same thing, or are worked out from it. */
function related({ id, data }: Entry, figures: readonly Entry[]): string[] {
  const measure = data['measure'];
  const names = (other: Entry) => [
    ...strings(other.data['conflicts']),
    ...strings(other.data['parts']),
    ...records(other.data['crossChecks']).flatMap((one) => [...strings(one['sum']), ...idsIn(one['times'])]),
  ];
  return figures
    .filter(
      (other) =>
        names(other).includes(id) ||
        (measure !== undefined && other.data['measure'] === measure && other.id !== id),
    )
    .map((other) => other.id);
}
