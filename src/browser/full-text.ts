import { hasWords } from '../rules/search/excerpt.ts';

/* The second layer of the search: the text of every page, by Pagefind. */

/** The part of Pagefind's JavaScript interface that is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(
    words: string | null,
    options: { filters: Record<string, unknown>; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: { data(): Promise<PageText> }[] } | null>;
}

/** A page that was found, with its text. */
export interface PageText {
  url: string;
  content: string;
  meta: Record<string, string>;
}

let loading: Promise<Pagefind> | undefined;
/** A module that could not be loaded stays so under its address; another try takes another one. */
let tries = 0;

async function load(): Promise<Pagefind> {
  // The build writes the file next to the pages, so the bundler must not look for it.
  const address = `/pagefind/pagefind.js${tries > 0 ? `?try=${tries}` : ''}`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  // The worker would cost another trip and more bytes than it saves here.
  await pagefind.options({ noWorker: true, ranking: { metaWeights: { names: 0.3 } } });
  return pagefind;
}

const PAGE = 10;

/**
 * Looks words up in the text of the pages, and gives them ten at a time, the last ones as such.
 * @param words empty for all that is chosen
 * @param isShown pages that the reader has before him are passed over
 * @throws where the index cannot be loaded; the next call tries again
 */
export async function* searchText(
  words: string,
  filters: Record<string, unknown>,
  byDate: boolean,
  isShown: (address: string) => boolean,
): AsyncGenerator<{ pages: PageText[]; isLast: boolean }, void> {
  const retry = (error: unknown): never => {
    loading = undefined;
    tries++;
    throw error;
  };
  const pagefind = await (loading ??= load()).catch(retry);
  const found = await pagefind
    .search(words || null, { filters, ...((byDate || !words) && { sort: { date: 'desc' } }) })
    .catch(retry);
  const results = found?.results ?? [];
  const page: PageText[] = [];
  for (let at = 0; at < results.length; at += PAGE) {
    const read = await Promise.all(results.slice(at, at + PAGE).map((result) => result.data())).catch(retry);
    // Pagefind makes do with the beginning of a word; what is not on the site finds nothing.
    const whole = read.filter(({ content }) => words === '' || hasWords(content, words));
    if (at === 0 && whole.length === 0) return;
    page.push(...whole.filter(({ url }) => !isShown(url)));
    const isAll = at + PAGE >= results.length;
    if (page.length >= PAGE) yield { pages: page.splice(0, PAGE), isLast: isAll && page.length === 0 };
  }
  if (page.length > 0) yield { pages: page, isLast: true };
}
