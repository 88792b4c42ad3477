import { yearOf } from '../dates.ts';
import { slugOf } from '../slug.ts';
import type { QuickEntry } from './quick-search.ts';

/** Choices that narrow a search to one value, by the name that they have in the address. */
export const FILTERS = ['section', 'topic', 'publisher', 'certainty'] as const;
export type Filter = (typeof FILTERS)[number];
/** The first and the last year, both included. */
export const YEARS = ['from', 'to'] as const;
export type Choice = Filter | (typeof YEARS)[number];
const CHOICES: readonly Choice[] = [...FILTERS, ...YEARS];

/** What a reader searches for; the address of the page holds it. */
export interface SearchState {
  /** The words, in NFC; empty where only choices are made. */
  q: string;
  /** What is chosen, without what is not. */
  chosen: Partial<Record<Choice, string>>;
  sort: 'relevance' | 'date';
  /** How often more results were asked for. */
  more: number;
}

/** Reads the state from the query part of an address; whatever it does not know is left out. */
export function parseState(query: string): SearchState {
  const params = new URLSearchParams(query);
  const value = (name: string) => (params.get(name) ?? '').normalize('NFC').trim();
  const chosen: SearchState['chosen'] = {};
  for (const name of CHOICES) {
    // Older addresses name one year.
    const text = value(isYear(name) && !params.has(name) ? 'year' : name);
    if (text && (!isYear(name) || /^\d{4}$/.test(text))) chosen[name] = text;
  }
  return {
    q: value('q'),
    chosen,
    sort: value('sort') === 'date' ? 'date' : 'relevance',
    more: Math.min(Math.max(0, Math.trunc(Number(value('more'))) || 0), MOST),
  };
}

const isYear = (name: Choice) => name === 'from' || name === 'to';
/** No address asks for more than a reader would. */
const MOST = 50;

/** The query part of the address for a state, with its question mark; empty where nothing is searched. */
export function stateQuery({ q, chosen, sort, more }: SearchState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const name of CHOICES) {
    const value = chosen[name];
    if (value) params.set(name, value);
  }
  if (sort === 'date') params.set('sort', 'date');
  if (more > 0) params.set('more', `${more}`);
  const text = params.toString();
  return text && `?${text}`;
}

/** Whether all entries are needed: a list that is narrowed or put in order by date must be whole. */
export const needsAll = ({ chosen, sort }: SearchState): boolean =>
  Object.keys(chosen).length > 0 || sort === 'date';

/** Whether the state asks for anything. */
export const isSearch = ({ q, chosen }: SearchState): boolean => q !== '' || Object.keys(chosen).length > 0;

/** The values of an entry by which it can be chosen. */
const valuesOf: Readonly<Record<Filter, (entry: QuickEntry) => readonly (string | undefined)[]>> = {
  section: ({ kind }) => [kind],
  topic: ({ topics = [] }) => topics,
  publisher: ({ publisher }) => [publisher === undefined ? undefined : slugOf(publisher)],
  certainty: ({ certainty }) => [certainty],
};

/** Whether an entry is among what is chosen, one choice left aside. */
export function isChosen(entry: QuickEntry, { chosen }: SearchState, aside?: Filter): boolean {
  const year = entry.date === undefined ? undefined : yearOf(entry.date);
  return (
    FILTERS.every((name) => {
      const value = name === aside ? undefined : chosen[name];
      return (
        value === undefined || valuesOf[name](entry).includes(name === 'publisher' ? slugOf(value) : value)
      );
    }) &&
    (chosen.from === undefined || (year !== undefined && year >= chosen.from)) &&
    (chosen.to === undefined || (year !== undefined && year <= chosen.to))
  );
}

/** How many entries each value of a choice would leave, with all else that is chosen. */
export function countsOf(
  entries: readonly QuickEntry[],
  state: SearchState,
  name: Filter,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries)
    if (isChosen(entry, state, name))
      for (const value of valuesOf[name](entry))
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What is chosen as Pagefind wants it. @param years the years of the archive */
export function indexFilters({ chosen }: SearchState, years: readonly string[]): Record<string, unknown> {
  const { from = '', to = '9999', publisher, ...values } = chosen;
  return {
    ...values,
    ...(publisher && { publisher: slugOf(publisher) }),
    ...((chosen.from ?? chosen.to) && { year: { any: years.filter((year) => from <= year && year <= to) } }),
  };
}
