import { ascending } from '../../rules/dates.ts';
import { textScorer } from '../../rules/search/scan.ts';
import type * as hosted from '../full-text.ts';
import { loadData, root } from './data.ts';

/* The second layer of the search where Pagefind cannot run: every text is looked through. */

/** A page as it lies on the disk. */
export interface StoredText {
  /** Its file within the edition. */
  file: string;
  title: string;
  /** As it is shown, and as it is put in order. */
  date: string;
  sort: string;
  /** `name:value`, by which a search can be narrowed. */
  filters: readonly string[];
  content: string;
}

const PAGE = 10;
let loading: Promise<StoredText[]> | undefined;

/** Loads the texts of a language, a file for each year. */
async function load(): Promise<StoredText[]> {
  const { lang } = document.documentElement;
  const years = await loadData<string[]>(`text/${lang}`);
  return (await Promise.all(years.map((year) => loadData<StoredText[]>(`text/${lang}-${year}`)))).flat();
}

/** Looks words up in the text of the pages; see `../full-text.ts`, whose place it takes. */
export const searchText: typeof hosted.searchText = async function* (words, filters, byDate, isShown) {
  const texts = await (loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
  const score = textScorer(words);
  const found = texts
    .filter((text) => isChosen(text, filters))
    .map((text) => ({ text, score: words ? score(text.title, text.content) : 1 }))
    .filter((hit) => hit.score > 0)
    .toSorted((a, b) => (byDate || !words ? ascending(b.text.sort, a.text.sort) : b.score - a.score))
    .map(({ text: { file, title, date, content } }) => ({
      url: new URL(file, root).href,
      content,
      meta: { title, date },
    }))
    .filter(({ url }) => !isShown(url));
  for (let at = 0; at < found.length; at += PAGE)
    yield { pages: found.slice(at, at + PAGE), isLast: at + PAGE >= found.length };
};

/** Whether a text has a chosen value of each filter, which are those of Pagefind. */
const isChosen = ({ filters }: StoredText, chosen: Record<string, unknown>) =>
  Object.entries(chosen).every(([name, value]) =>
    (typeof value === 'string' ? [value] : (value as { any: string[] }).any).some((one) =>
      filters.includes(`${name}:${one}`),
    ),
  );
