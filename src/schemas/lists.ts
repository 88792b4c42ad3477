import { LIST_NAMES, type ListName, type NamedField } from '../rules/lists.ts';
import * as drawings from './drawings.ts';
import * as figures from './figures.ts';
import * as records from './records.ts';
import { categories, news, pages } from './texts.ts';

/*
 * Every kind of content with its schema. The check, the site and the collections of
 * Astro are made from these tables.
 */

/** The schema of the records of each list, which its file exports under the name of the list. */
export const SCHEMAS = { ...drawings, ...figures, ...records } satisfies {
  [Name in ListName]: { shape: Record<NamedField<Name>, unknown> };
};

/** The lists whose records tell their changes. */
export type ToldList = {
  [Name in ListName]: (typeof SCHEMAS)[Name]['shape'] extends { changes: unknown } ? Name : never;
}[ListName];
export const TOLD_LISTS = LIST_NAMES.filter((list): list is ToldList => 'changes' in SCHEMAS[list].shape);

/** The front matter of the texts, by the name of their folder. */
export const TEXTS = { pages, categories, news } as const;
export type TextKind = keyof typeof TEXTS;
export const TEXT_KINDS = Object.keys(TEXTS) as TextKind[];
