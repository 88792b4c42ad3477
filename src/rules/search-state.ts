import { slugOf } from './slug.ts';

/** What a reader searches for; the address of the page holds it. */
export interface SearchState {
  /** The words, in NFC; empty where only choices are made. */
  q: string;
  /** Chosen filters by name, without empty ones. */
  filters: Record<string, string>;
  sort: 'relevance' | 'date';
}

/** Names of the choices that the archive offers. */
export const FILTERS = ['topic', 'year', 'publisher', 'kind', 'certainty'] as const;

/** Reads the state from the query part of an address; whatever it does not know is left out. */
export function parseState(query: string): SearchState {
  const params = new URLSearchParams(query);
  const filters: Record<string, string> = {};
  for (const name of FILTERS) {
    const value = params.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return {
    q: (params.get('q') ?? '').normalize('NFC').trim(),
    filters,
    sort: params.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query part of the address for a state, with its question mark; empty where nothing is searched. */
export function stateQuery({ q, filters, sort }: SearchState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  if (sort === 'date') params.set('sort', 'date');
  const text = params.toString();
  return text && `?${text}`;
}

/** The filters by the values that the index has: a publisher is typed by name, and kept as a word. */
export function indexFilters({ filters: { publisher, ...filters } }: SearchState): Record<string, string> {
  return publisher ? { ...filters, publisher: slugOf(publisher) } : filters;
}

/** Whether the state asks for anything. */
export const isSearch = ({ q, filters }: SearchState): boolean => q !== '' || Object.keys(filters).length > 0;

/**
 * The words to look for: those of a question are left out, for every word must stand on a
 * page. Of a question that holds nothing else, all stay; so does a phrase in quotes.
 * @param asking words of questions, with a space between two
 */
export function soughtWords(q: string, asking: string): string {
  const left = new Set(asking.split(' '));
  const words = q.replace(/\?+$/, '').split(/\s+/);
  const sought = words.filter((word) => !left.has(word.toLowerCase())).join(' ');
  return q.includes('"') || sought === '' ? q : sought;
}

/** A piece of an excerpt, and whether it is a match. */
export interface Piece {
  text: string;
  match: boolean;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/** Cuts Pagefind's excerpt, HTML whose only element is `<mark>`, into plain pieces. */
export function excerptPieces(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part
        .replace(/<\/?mark>/g, '')
        .replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity),
      match: part.startsWith('<mark>'),
    }));
}
