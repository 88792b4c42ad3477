import { readFileSync } from 'node:fs';
import { languageOf } from '../../src/rules/addresses.ts';
import * as koreanWords from '../../src/rules/search/korean-words.ts';
import { QuickSearch, type QuickIndex } from '../../src/rules/search/quick-search.ts';
import type { Language } from '../../src/site.ts';

/** What a reader types, and the pages of which one should be among the first three; they tell the language of the site. */
export interface Query {
  query: string;
  pages: string[];
}

/** How well the first layer of a built site answers. */
export interface Recall {
  /** How many queries were asked. */
  asked: number;
  /** Share of the queries with a right page among the first three. */
  atThree: number;
  /** Mean of 1 by the rank of the first right page; 0 where there is none. */
  reciprocalRank: number;
  failures: { query: string; found: string[] }[];
}

/** The first layer of the site in `dist`, in one language: its files, and what looks words up in them. */
export function builtTitles(language: Language, dist = 'dist') {
  const folder = `${dist}/${language === 'en' ? '' : `${language}/`}search`;
  const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as QuickIndex;
  const first = read('titles.json');
  const files = [first, ...(first.more ?? []).map((name) => read(`titles-${name}.json`))];
  const korean = new QuickSearch(files, koreanWords);
  const other = new QuickSearch(files);
  /** As in the browser: the rules of Korean come where Korean is read or typed. */
  const titlesFor = (query: string) =>
    language === 'ko' || /\p{Script=Hangul}/u.test(query) ? korean : other;
  return { files, titlesFor };
}

/** Asks the first layer of the site in `dist`, in one language, each query of that language. */
export function recall(queries: readonly Query[], language: Language, dist = 'dist'): Recall {
  const { titlesFor } = builtTitles(language, dist);
  const own = queries.filter(({ pages: [page = ''] }) => languageOf(page) === language);
  const ranks = own.map(({ query, pages }) => {
    const found = titlesFor(query)
      .find(query)
      .entries.map(({ address }) => address);
    return {
      query,
      found: found.slice(0, 3),
      rank: found.findIndex((address) => pages.includes(address)) + 1,
    };
  });
  const isRight = ({ rank }: { rank: number }) => rank > 0 && rank <= 3;
  return {
    asked: ranks.length,
    atThree: ranks.filter(isRight).length / ranks.length,
    reciprocalRank: ranks.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
    failures: ranks.filter((one) => !isRight(one)),
  };
}
