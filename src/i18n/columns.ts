import type { Language } from '../site.ts';
import { readable } from './messages.ts';

/*
 * What is said of the columns of the open data stands in their schemas, in English; in
 * another language by these sentences.
 */
const COLUMNS: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  ko: await readable(import('./columns/ko.json', { with: { type: 'json' } })),
};

/** Gives a sentence on columns in a language; nothing where that has none. */
export const columnsIn =
  (language: Language) =>
  (english: string): string | undefined =>
    language === 'en' ? english : COLUMNS[language]?.[english];
