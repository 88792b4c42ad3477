import { site, type Language } from '../site.ts';
import { memoize } from './memoize.ts';

const namesIn = memoize((inWordsOf: string) => {
  const names = new Intl.DisplayNames([inWordsOf], { type: 'language', fallback: 'none' });
  return memoize((language: string) => names.of(language));
});

/** What a language is called by its code, in its own words or in those of another. */
export const languageName = (language: string, inWordsOf = language): string =>
  namesIn(inWordsOf)(language) ?? language;

/** Whether a text is the code of a language, of two small letters (ISO 639-1). */
export const isLanguage = (text: string): boolean =>
  /^[a-z]{2}$/.test(text) && namesIn('en')(text) !== undefined;

/** Where a language is written in several scripts, the one of them by which it is known. */
const KNOWN_BY: Readonly<Record<string, string>> = { Kore: 'Hang', Jpan: 'Kana', Hans: 'Hani', Hant: 'Hani' };
/** The script of a language, as Unicode names it: `Latn`, `Hang`. */
const scriptOf = memoize((language: Language) => {
  const { script = 'Latn' } = new Intl.Locale(language).maximize();
  return KNOWN_BY[script] ?? script;
});

/** Whether a language is written in Latin letters. */
export const isLatin = (language: Language): boolean => scriptOf(language) === 'Latn';

/** Finds each letter of the script of a language. */
export const scriptLetters = memoize(
  (language: Language) => new RegExp(`\\p{Script=${scriptOf(language)}}`, 'gu'),
);

/**
 * Whether a text has words, and none of a language; one in Latin letters may hold names in others.
 * @param most so many times as many other letters as of its own one in Latin letters may have
 */
export function isForeign(language: Language, text: string, most = 1): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const own = count(scriptLetters(language));
  return own === 0 ? /\p{L}/u.test(text) : isLatin(language) && count(/\p{L}/gu) - own > most * own;
}

/** The language of the site in whose letters a text is written; nothing where that is none, or one of several. */
export function languageOfLetters(text: string): Language | undefined {
  const [own, ...others] = site.languages.filter((language) => !isForeign(language, text));
  return others.length === 0 ? own : undefined;
}

/** The first language of the site in each script but that of a language. */
export const otherScripts = memoize((language: Language): readonly Language[] => {
  // From the last to the first, of which each takes the place of those behind it.
  const firsts = new Map(site.languages.toReversed().map((one) => [scriptOf(one), one]));
  firsts.delete(scriptOf(language));
  return [...firsts.values()].toReversed();
});
