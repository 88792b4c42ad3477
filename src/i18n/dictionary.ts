import type { Language } from '../site.ts';
import en from './en.json' with { type: 'json' };
import { compiled, loadByLanguage, isPart } from './messages.ts';

/** A language as its translators write it. What it leaves out is shown in English. */
export type Translation = Partially<typeof en>;

/** The words of the interface in one language: texts, and functions where a message has gaps to fill. */
export type Dictionary = Filled<typeof en>;

type Partially<Words> = {
  [Key in keyof Words]?: Words[Key] extends string | string[] ? Words[Key] : Partially<Words[Key]>;
};

/** `MessageTypes` has the type of each message with gaps by its path; see message-types.ts. */
type Filled<Words, Path extends string = ''> = {
  readonly [Key in keyof Words & string]: Words[Key] extends string
    ? `${Path}${Key}` extends infer At extends keyof MessageTypes
      ? MessageTypes[At]
      : string
    : Words[Key] extends readonly string[]
      ? readonly string[]
      : Filled<Words[Key], `${Path}${Key}.`>;
};

/** Each language as its translators write it; notes.json says what a word stands for where that is not plain. */
export const translations: Readonly<Record<Language, Translation>> = await loadByLanguage(
  (language) => import(`./${language}.json`, { with: { type: 'json' } }),
);
const dictionaries = new Map<Language, Dictionary>();

/** The words of the interface in one language. */
export function dictionaryFor(language: Language): Dictionary {
  const known = dictionaries.get(language) ?? dictionaryOf(translations[language]);
  dictionaries.set(language, known);
  return known;
}

/**
 * The dictionary of a translation; each word that is missing in it, or not in ICU
 * MessageFormat, is in English.
 */
export function dictionaryOf(translation: Translation): Dictionary {
  return entryOf(en, translation, translation.locale ?? en.locale) as Dictionary;
}

function entryOf(english: unknown, own: unknown, locale: string): unknown {
  if (typeof english === 'string') {
    try {
      if (typeof own === 'string') return compiled(own, locale);
    } catch {
      // The check says what is wrong with it.
    }
    return compiled(english, en.locale);
  }
  if (!isPart(english)) return own ?? english;
  const words = isPart(own) ? own : {};
  return Object.fromEntries(
    Object.entries(english).map(([key, message]) => [key, entryOf(message, words[key], locale)]),
  );
}

/** Sentences or names of a language, by those that stand for them in English. */
type OwnWords = Readonly<Partial<Record<string, string>>>;

/** What is said of the columns of the open data stands in their schemas, in English. */
const COLUMNS = await loadByLanguage<OwnWords>(
  (language) => import(`./columns/${language}.json`, { with: { type: 'json' } }),
);
/** Sources are told by the English name of their publisher. */
const PUBLISHERS = await loadByLanguage<OwnWords>(
  (language) => import(`./publishers/${language}.json`, { with: { type: 'json' } }),
);

/** Gives a sentence on columns in a language; nothing where that has none. */
export const columnsIn =
  (language: Language) =>
  (english: string): string | undefined =>
    language === 'en' ? english : COLUMNS[language][english];

/** What a publisher is called in a language; as in English where no other name of it is sure. */
export const publisherIn = (language: Language, name: string): string => PUBLISHERS[language][name] ?? name;
