import { gapsOf } from '../i18n/messages.ts';
import { site } from '../site.ts';
import { readText } from './content-files.ts';
import { readJson } from './positions.ts';
import { quoted, type Report } from './problems.ts';

/* The words of the interface: each language has them all, with the same gaps. */

/** A word of the interface, or a list of words, with the keys that lead to it. */
type Message = readonly [path: readonly string[], message: string];

/** Each message with its path. A list of texts counts as one message of them all. */
export function messagesOf(words: object, path: readonly string[] = []): Message[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): Message[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? messagesOf(value, [...path, key])
      : [[[...path, key], String(value)]],
  );
}

/** What stands in a message besides words. */
const GAP = /\{[^{}]*\}|<[^<>]*>/g;
/** A message of words alone has one in small letters: names of things, as “RSS” or “JSON Feed”, are the same everywhere. */
const WORD = /(?<![\p{L}.])\p{Ll}{3,}/u;

/** What is wrong with a dictionary, compared with the English one, by the path at which it is. */
export function dictionaryFaults(english: object, own: object): Message[] {
  const path = (keys: readonly string[]) => keys.join('.');
  const [wanted, given] = [english, own].map(
    (words) => new Map(messagesOf(words).map(([keys, message]) => [path(keys), { keys, message }])),
  );
  const gaps = (message: string) => [...gapsOf(message).keys()].sort().join(', ') || 'none';
  const missing = [...(wanted ?? [])]
    .filter(([at]) => !given?.has(at))
    .map(([at, { keys, message }]): Message => [
      keys.slice(0, -1),
      `The word “${at}” is missing. In English it is ${quoted(message)}.`,
    ]);
  const faults = [...(given ?? [])].flatMap(([at, { keys, message }]): Message[] => {
    const original = wanted?.get(at)?.message;
    if (original === undefined) return [[keys, `${at}: English has no such word. Remove it.`]];
    const [should, has] = [gaps(original), gaps(message)];
    if (should !== has)
      return [[keys, `${at}: the gaps are ${has}, and should be ${should}. Keep them as in English.`]];
    return message === original && WORD.test(original.replace(GAP, ''))
      ? [[keys, `${at}: ${quoted(message)} is not translated.`]]
      : [];
  });
  return [...missing, ...faults];
}

/** Checks the dictionary of each language but English. A folder without dictionaries, as one of content alone, has none to check. */
export function checkDictionaries(root: string, reporter: (path: string) => Report): void {
  const read = (language: string) => {
    const path = `src/i18n/${language}.json`;
    const text = readText(root, path, () => {});
    return text === undefined ? undefined : readJson(text, reporter(path));
  };
  const [first, ...others] = site.languages;
  const english = read(first)?.value;
  for (const language of english ? others : []) {
    const own = read(language);
    const report = reporter(`src/i18n/${language}.json`);
    for (const [path, message] of dictionaryFaults(english as object, (own?.value ?? {}) as object))
      report(own?.place(path) ?? { line: 1, column: 1 }, message);
  }
}
