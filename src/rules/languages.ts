import type { Language } from '../site.ts';
import { keptFor } from './lazy.ts';

const namesIn = keptFor((inWordsOf: Language) => {
  const names = new Intl.DisplayNames([inWordsOf], { type: 'language' });
  return keptFor((language: Language) => names.of(language) ?? language);
});

/** What a language is called, in its own words or in those of another. */
export const languageName = (language: Language, inWordsOf: Language = language): string =>
  namesIn(inWordsOf)(language);
