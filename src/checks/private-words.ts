import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placer } from './content-files.ts';
import { records, type Entry } from './read-entries.ts';
import { START, type Report } from './problems.ts';

/** Where the private list lies unless PRIVATE_WORDS names another file; git ignores it. */
const PRIVATE_FILE = '.private-words';

/**
 * The private list of names and places that must not appear: one a line, `#` begins a
 * remark. It is no part of the repository. Without a file the list is empty.
 * @throws with a sentence, if PRIVATE_WORDS names a file that is not there
 */
export function privateWords(root: string, named: string | undefined): string[] {
  const path = named ?? join(root, PRIVATE_FILE);
  if (!existsSync(path)) {
    if (named === undefined) return [];
    throw new Error('PRIVATE_WORDS names a file that does not exist. Correct the path, or unset it.');
  }
  return readFileSync(path, 'utf8')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** One expression for all words, whole words only and in any case; Korean words also with their particles. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const forms = words.map((word) => {
    const text = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]+');
    return /\p{Script=Hangul}$/u.test(word) ? text : `${text}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})`, 'giu');
}

/** Letters written by their number: `&#107;` in a text, `\u006b` in data. */
const BY_NUMBER = /&#(?:x([\da-f]{1,6})|(\d{1,7}));|\\u([\da-f]{4})/gi;

/** Reports a private word in the name of a file, which becomes its address. */
export function checkName(path: string, pattern: RegExp, report: Report): void {
  if (path.normalize('NFC').replace(/[/.]/g, ' ').search(pattern) >= 0)
    report(START, 'A word of the private list stands in the name of this file. Rename it.');
}

/** What is said of a private word: neither this nor what is printed with it shows the word. */
export const PRIVATE_WORD = 'A word of the private list stands here.';

/** Reports each place where a private word stands. The word itself is not printed: logs are public. */
export function checkWords(text: string, pattern: RegExp, report: Report, entry?: Entry): void {
  const allowed = new Set(
    records(entry?.data['allowedWords']).map(({ word }) => String(word).normalize('NFC').toLowerCase()),
  );
  const read = text
    .replace(BY_NUMBER, (sign, hex?: string, digits?: string, unit?: string) => {
      const code = digits === undefined ? parseInt(hex ?? unit ?? '', 16) : Number(digits);
      return code > 32 && code <= 0x10ffff ? String.fromCodePoint(code) : sign;
    })
    .normalize('NFC');
  // The marks of exceptions hold the words themselves.
  const from = read.search(/^allowedWords:/m);
  const to = from < 0 ? -1 : from + (/\n(?=\S)/.exec(read.slice(from))?.index ?? 0);
  const placeOf = placer(read);
  for (const match of read.matchAll(pattern)) {
    if (allowed.has(match[0].toLowerCase()) || (match.index >= from && match.index < to)) continue;
    const exception = entry ? ', or mark the exception with its reason under allowedWords' : '';
    report(placeOf(match.index), `${PRIVATE_WORD} Take it out${exception}.`);
  }
}
