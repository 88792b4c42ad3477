import type { QuickSearch } from './quick-search.ts';
import { wordsOf } from './words.ts';

/** What would find something, for words that find nothing: the nearest words, and the words of which only some find nothing. */
export function suggestions(search: QuickSearch, query: string): string[] {
  const { unknown } = search.find(query);
  const near = unknown.flatMap((word) => search.near(word, Math.ceil(word.length / 3)).slice(0, 2));
  const known = wordsOf(query).flatMap(({ text }) => (unknown.includes(text) ? [] : text));
  const rest = unknown.length > 0 && known.length > 0 ? [known.join(' ')] : [];
  return [...near, ...rest].filter((words) => search.find(words).entries.length > 0).slice(0, 3);
}
