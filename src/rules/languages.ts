import type { Language } from '../site.ts';
import { keptFor } from './lazy.ts';

const namesIn = keptFor((language: Language) => new Intl.DisplayNames([language], { type: 'language' }));

/** What a language is called, in its own words or in those of another. */
export const languageName = (language: Language, inWordsOf: Language = language): string =>
  namesIn(inWordsOf).of(language) ?? language;
