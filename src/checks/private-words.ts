import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainToUnicode } from 'node:url';
import type { Place } from '../rules/markdown.ts';
import { placer } from './content-files.ts';
import { folded, UNSEEN } from './folded-text.ts';
import { paletteOf } from './image-metadata.ts';
import { START, type Report } from './problems.ts';
import type { SpokenText } from './block-text.ts';
import { records, type Entry } from './read-entries.ts';

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
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** A private word in a folded text, from one place to another. */
interface Found {
  start: number;
  end: number;
}

/** Finds private words in a folded text, each with where it stands. */
export type WordFinder = (text: string) => Found[];

/** A sign of a word, and what may follow it. */
interface Step {
  next: Map<string, Step>;
  isEnd?: boolean;
}

const LETTER = /[\p{L}\p{N}]/u;
/** Scripts that are written without spaces, or where a space may stand or not, as in Korean names. */
const CLOSE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Finds all words in one pass, whole words only; those in Korean also with their particles,
 * and with and without spaces. The time grows with the text, not with the list.
 */
export function wordFinder(words: readonly string[]): WordFinder | undefined {
  const first: Step = { next: new Map() };
  for (const word of words) {
    let step = first;
    for (const sign of withoutSpaces(folded(word).text.trim())) {
      const next: Step = step.next.get(sign) ?? { next: new Map() };
      step.next.set(sign, next);
      step = next;
    }
    step.isEnd = step !== first;
  }
  if (first.next.size === 0) return undefined;
  return (text) => {
    const found: Found[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!first.next.has(text.charAt(at)) || LETTER.test(text.charAt(at - 1))) continue;
      const end = endOf(text, at, first);
      if (end === undefined) continue;
      found.push({ start: at, end });
      at = end - 1;
    }
    return found;
  };
}

/** A word as it is looked for: between two Korean letters a space says nothing. */
const withoutSpaces = (word: string) => {
  const close = CLOSE.source;
  return word.replaceAll(UNSEEN, '').replace(new RegExp(`(?<=${close}) (?=${close})`, 'gu'), '');
};

/** Where the longest word that begins at a place ends. */
function endOf(text: string, start: number, first: Step): number | undefined {
  let end: number | undefined;
  // What nobody sees may stand for the space of a word, or for nothing: both ways are gone.
  let ways = [first];
  for (let at = start; at < text.length && ways.length > 0; at++) {
    const sign = text.charAt(at);
    const before = text.charAt(at - 1);
    ways = ways.flatMap((way) => {
      const spaced = way.next.get(' ');
      if (sign === UNSEEN) return spaced ? [way, spaced] : [way];
      const next = way.next.get(sign);
      // A space between two Korean letters is passed over.
      return next ? [next] : sign === ' ' && way !== first && CLOSE.test(before) ? [way] : [];
    });
    const last = text.charAt(at);
    if (ways.some(({ isEnd }) => isEnd) && last !== ' ' && last !== UNSEEN && isWhole(text, at)) end = at + 1;
  }
  return end;
}

/** Whether a word that ends with a sign is whole; Korean ones may be followed by a particle. */
const isWhole = (text: string, at: number) =>
  CLOSE.test(text.charAt(at)) || !LETTER.test(text.charAt(at + 1));

/** Reports a private word in the name of a file, which becomes its address. */
export function checkName(path: string, find: WordFinder, report: Report): void {
  if (find(folded(path.replace(/[/.]/g, ' ')).text).length > 0)
    report(START, 'A word of the private list stands in the name of this file. Rename it.');
}

/** Reports a private word among the colours of a picture; whatever else could hold one is refused. */
export function checkPicture(path: string, find: WordFinder, report: Report): void {
  // What is no picture, or cannot be read, is reported already.
  const bytes = lstatSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  const texts = (['utf8', 'latin1', 'utf16le'] as const).map((code) => paletteOf(bytes).toString(code));
  if (texts.some((text) => find(folded(text).text).length > 0))
    report(
      START,
      'A word of the private list stands among the colours of this picture. Save it in full colours.',
    );
}

/** What is said of a private word: neither this nor what is printed with it shows the word. */
export const PRIVATE_WORD = 'A word of the private list stands here.';

/**
 * Reports each place where a private word stands: in the text as it is typed, and in what
 * is read of it. The word itself is not printed: logs are public.
 * @param spoken what readers get of the text: values of fields, words without their marks
 */
export function checkWords(
  text: string,
  spoken: Iterable<SpokenText>,
  find: WordFinder,
  report: Report,
  entry?: Entry,
): void {
  const exception = entry ? ', or mark the exception with its reason under allowedWords' : '';
  const tell = (place: Place) => report(place, `${PRIVATE_WORD} Take it out${exception}.`);
  const exceptions = records(entry?.data['allowedWords']).map(({ word }) => folded(String(word)).text);
  const allowed = new Set(exceptions.map(withoutSpaces));
  const search = (part: string) => {
    const { text: plain, at } = folded(part);
    return find(plain).flatMap(({ start, end }) => {
      const word = withoutSpaces(plain.slice(start, end));
      return allowed.has(word) ? [] : [{ index: at(start), word }];
    });
  };
  // The marks of exceptions hold the words themselves.
  const from = text.search(/^allowedWords:/m);
  const to = from < 0 ? -1 : from + (/\n(?=\S)/.exec(text.slice(from))?.index ?? 0);
  const placeOf = placer(text);
  const told = new Set<string>();
  for (const { index, word } of search(text)) {
    if (index >= from && index < to) continue;
    const place = placeOf(index);
    told.add(`${place.line} ${word}`);
    tell(place);
  }
  for (const { text: value, placeAt, lastLine } of spoken) {
    const { line } = placeAt(0);
    const isTold = ({ word }: { word: string }) => {
      for (let at = line; at <= lastLine; at++) if (told.has(`${at} ${word}`)) return true;
      return false;
    };
    const [here] = search(value).filter((found) => !isTold(found));
    const inForms = () => decodedForms(value).some((form) => search(form).some((found) => !isTold(found)));
    if (here) tell(placeAt(here.index));
    else if (inForms()) tell(placeAt(0));
  }
}

/** More often nobody encodes an address. */
const MOST_DECODINGS = 3;
const ESCAPED = /(?:%[\da-f]{2})+/gi;

/** What the addresses in a text say once they are decoded, with spaces where their parts end. */
function decodedForms(text: string): string[] {
  const host = /\bxn--/.test(text)
    ? [text.replace(/[\w.-]*xn--[\w.-]*/g, (name) => domainToUnicode(name))]
    : [];
  if (!/%[\da-f]{2}|&#?\w+;|:\/\/|^\//i.test(text)) return host;
  let decoded = text;
  for (let time = 0; time < MOST_DECODINGS && ESCAPED.test(decoded); time++)
    decoded = decoded.replace(ESCAPED, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
    );
  return [...host, decoded.replace(/[+./?=&#;,:~]+/g, ' ')];
}
