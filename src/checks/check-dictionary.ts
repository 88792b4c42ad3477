import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gapsOf, isPart, messagesOf, type Message } from '../i18n/messages.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { defaultLanguage, site } from '../site.ts';
import { readText } from './content-files.ts';
import { columnWords } from '../schemas/open-data.ts';
import { readJson, type SourceData } from './positions.ts';
import { nearMiss, quoted, type Report } from './problems.ts';
import { valueAt } from './schema-sentences.ts';

/* The words of the interface: each language has them all, with the same gaps. */

/** What stands in a message besides words. */
const GAP = /\{[^{}]*\}|<[^<>]*>/g;
/** A message of words alone has one in small letters: names of things, as “RSS” or “JSON Feed”, are the same everywhere. */
const WORD = /(?<![\p{L}.])\p{Ll}{3,}/u;

/** What is wrong with a dictionary, compared with the English one, by the path at which it is. */
export function dictionaryFaults(english: object, own: object): Message[] {
  const byName = (words: object) => new Map(messagesOf(words).map((one) => [one[0].join('.'), one]));
  const [wanted, given] = [byName(english), byName(own)];
  return [...new Map([...wanted, ...given])].flatMap(([at, [keys, message]]): Message[] => {
    const [, original] = wanted.get(at) ?? [];
    if (!given.has(at))
      return [[keys.slice(0, -1), `The word “${at}” is missing. In English it is ${quoted(message)}.`]];
    if (original === undefined) return [[keys, `${at}: English has no such word. Remove it.`]];
    const [should, has] = [formOf(valueAt(english, keys)), formOf(valueAt(own, keys))];
    if (should !== has)
      return [[keys, `${at}: this is ${has}, and should be ${should}. Write it as in English.`]];
    const fault = messageFault(original, message);
    return fault === undefined ? [] : [[keys, `${at}: ${fault}`]];
  });
}

const formOf = (value: unknown) =>
  Array.isArray(value) ? `a list of ${value.length}` : typeof value === 'string' ? 'a text' : 'no text';

function messageFault(original: string, message: string): string | undefined {
  const [should, has] = tryOrUndefined(() => [original, message].map(gapsIn)) ?? [];
  if (has === undefined)
    return 'the message cannot be read. Look whether each { and each <tag> is closed, and each plural has a form for “other”.';
  if (should !== has) return `the gaps are ${has}, and should be ${should}. Keep them as in English.`;
  return message === original && WORD.test(original.replace(GAP, ''))
    ? `${quoted(message)} is not translated.`
    : undefined;
}

const gapsIn = (message: string) => [...gapsOf(message).keys()].sort().join(', ') || 'none';

/** What is wrong with a sentence of the check in another language, by the English one. */
function sentenceFault(english: string, own: unknown): string | undefined {
  const numbers = (text: string) => new Set(text.match(/\{\d\}/g));
  if (typeof own !== 'string') return 'Write the sentence in double quotes.';
  const [unknown] = numbers(own).difference(numbers(english));
  return unknown === undefined
    ? undefined
    : `The English sentence has no ${unknown}. Take the gap out, or write one that it has.`;
}

type WordsFile = Pick<SourceData, 'place'> & { value: object; report: Report };

/**
 * Checks sentences by the English ones for which they stand.
 * @param columns what is said in English of the columns of the open data, each of which has one; of other sentences some may be missing
 */
function checkSentences({ value, place, report }: WordsFile, columns?: ReadonlySet<string>): void {
  const own = new Map(Object.entries(value));
  for (const english of columns ?? [])
    if (!own.has(english))
      report(place([]), `A sentence on the columns of the open data is missing: ${quoted(english)}.`);
  for (const [english, written] of own) {
    const fault =
      columns && !columns.has(english)
        ? `There is no such sentence on the columns.${nearMiss(english, columns)} Remove it.`
        : sentenceFault(english, written);
    if (fault !== undefined) report(place([english]), fault);
  }
}

/**
 * Checks the dictionary of each language but English, its sentences for editors, and on open data.
 * A folder without dictionaries, as one of content alone, has none to check.
 */
export function checkDictionaries(root: string, reporter: (path: string) => Report): void {
  const read = (path: string): WordsFile | undefined => {
    const report = reporter(path);
    const text = existsSync(join(root, path)) ? readText(root, path, report) : undefined;
    const source = text === undefined ? undefined : readJson(text, report);
    if (source && isPart(source.value)) return { ...source, value: source.value, report };
    if (source)
      report(
        source.place([]),
        'The file holds words by their names: { "name": "words" }. Take the last good version from the history.',
      );
    return undefined;
  };
  const english = read(`src/i18n/${defaultLanguage}.json`);
  for (const language of site.languages.filter((one) => one !== defaultLanguage)) {
    const own = english && read(`src/i18n/${language}.json`);
    if (own)
      for (const [path, message] of dictionaryFaults(english.value, own.value))
        own.report(own.place(path), message);
    const sentences = read(`src/checks/messages/${language}.json`);
    if (sentences) checkSentences(sentences);
    const columns = read(`src/i18n/columns/${language}.json`);
    if (columns) checkSentences(columns, columnWords());
  }
}
