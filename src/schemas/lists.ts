import { drawings } from './drawings.ts';
import { charts, figures, questions } from './figures.ts';
import * as records from './records.ts';
import { categories, news, pages } from './texts.ts';

/*
 * Every kind of content with its schema. The check, the site and the collections of
 * Astro are made from these tables: a new list is a line here.
 */

/** The lists, each with its file in `content/data`, without ending. A file of one list is that list. */
export const LISTS = {
  figures: { file: 'statistics', schema: figures },
  charts: { file: 'statistics', schema: charts },
  questions: { file: 'questions', schema: questions },
  drawings: { file: 'drawings', schema: drawings },
  sources: { file: 'sources', schema: records.sources },
  organisations: { file: 'organisations', schema: records.organisations },
  topics: { file: 'topics', schema: records.topics },
  events: { file: 'events', schema: records.events },
  laws: { file: 'laws', schema: records.laws },
  surveys: { file: 'surveys', schema: records.surveys },
  terms: { file: 'terms', schema: records.terms },
  names: { file: 'names', schema: records.names },
  redirects: { file: 'redirects', schema: records.redirects },
  story: { file: 'story', schema: records.story },
  years: { file: 'years', schema: records.years },
  synonyms: { file: 'search', schema: records.synonyms },
  bestBets: { file: 'search', schema: records.bestBets },
} as const;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** The lists that each file holds. */
export const LISTS_OF_FILE: ReadonlyMap<string, ListName[]> = Map.groupBy(
  LIST_NAMES,
  (name) => LISTS[name].file,
);

/** The front matter of the texts, by the name of their folder. */
export const TEXTS = { pages, categories, news } as const;
export type TextKind = keyof typeof TEXTS;
export const TEXT_KINDS = Object.keys(TEXTS) as TextKind[];
