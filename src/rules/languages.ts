import type { Language } from '../site.ts';

/** What a language is called, in its own words or in those of another. */
export const languageName = (language: Language, inWordsOf: Language = language): string =>
  new Intl.DisplayNames([inWordsOf], { type: 'language' }).of(language) ?? language;
