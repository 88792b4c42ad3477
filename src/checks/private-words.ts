import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../rules/markdown.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { DRAWN } from '../rules/sentences.ts';
import type { SpokenText } from './block-text.ts';
import { placer, readText } from './content-files.ts';
import { decoded, isPlain } from './decoded.ts';
import { isLeftBehind } from './file-names.ts';
import { folded, UNSEEN } from './folded-text.ts';
import { paletteOf } from './image-metadata.ts';
import { START, type Report } from './problems.ts';
import { allowedWords, type Entry } from './read-entries.ts';

/** Where the private list lies unless PRIVATE_WORDS names another file; git ignores it. */
const PRIVATE_FILE = '.private-words';

/** Names that editors of text, and systems that hide endings, give the list; git ignores them too. */
const NEARLY = /^\.?private[-_ ]?words?(?:\..*)?$/i;

/** Quotes around a line, and what numbers it or makes it an item. */
const AROUND = /^(?:[-*+•·–—]|\d{1,3}[.)])\s+|^["'“‘「]|["'”’」.…]$/g;
/** What stands between two names, or between a name and what is said of it. */
const NOT_ONE = /[,;:/(){}[\]|=<>、，；：（）\t]|\s\p{Pd}\s/u;

/**
 * The private list of names and places that must not appear: one a line, `#` begins a
 * remark. It is no part of the repository. Without a file the list is empty.
 * @throws with a sentence, if the list cannot be read as it is meant: it would find nothing, without a word
 */
export function privateWords(root: string, named: string | undefined): string[] {
  const nearly = readdirSync(root).find(
    (name) => name !== PRIVATE_FILE && NEARLY.test(name) && !isLeftBehind(name),
  );
  if (nearly !== undefined)
    throw new Error(
      `The file ${nearly} is not read. Rename it to ${PRIVATE_FILE}, without an ending; it stays out of git.`,
    );
  const path = named ?? join(root, PRIVATE_FILE);
  if (!existsSync(path)) {
    if (named === undefined) return [];
    throw new Error('PRIVATE_WORDS names a file that does not exist. Correct the path, or unset it.');
  }
  const fail = (line: number, message: string) => {
    throw new Error(`The private list cannot be read, at its line ${line}. ${message}`);
  };
  const text = readText('', path, ({ line }, message) => fail(line, message)) ?? '';
  return text.split('\n').flatMap((line, index) => {
    const words = line.replace(/#.*$/, '').trim();
    if (words === '') return [];
    const word = words.replace(AROUND, '').replace(AROUND, '').trim();
    // What stands in it is not told: logs are public.
    if (NOT_ONE.test(word) || !/[\p{L}\p{N}]/u.test(word))
      fail(index + 1, 'Write one name or place a line, and what is said of it behind a #.');
    return [word];
  });
}

type Found = Record<'start' | 'end', number>;

/** What may follow a sign of a word, by the sign. */
interface Step extends Map<string, Step> {}
/** Follows the last sign. */
const END = '';

type WordFinder = NonNullable<ReturnType<typeof wordFinder>>;

/** Scripts that are written without spaces, or where a space may stand or not, as in Korean names. */
const CLOSE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Of a name of several words that is shorter, the letters without their space may be another word. */
const SHORTEST_NAME = 7;

/** A word as it is looked for: between two Korean letters a space says nothing. */
const withoutSpaces = (word: string) => {
  const close = CLOSE.source;
  return word.replaceAll(UNSEEN, '').replace(new RegExp(`(?<=${close}) (?=${close})`, 'gu'), '');
};

/** A name with its parts in another order, where a space tells them apart: `Gil-dong Hong` and `Hong, Gil-dong`. */
function turned(name: string): string[] {
  const parts = name.trim().split(/\s+/);
  if (parts.length < 2 || CLOSE.test(name)) return [];
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const [rest, start] = [parts.slice(1).join(' '), parts.slice(0, -1).join(' ')];
  return [`${rest} ${first}`, `${last} ${start}`, `${first}, ${rest}`, `${last}, ${start}`];
}

/** The words as they are looked for: a given name is written with a hyphen, with a space, or as one word. */
const waysOf = (words: readonly string[]) =>
  [' ', '']
    .flatMap((instead) => words.map((word) => word.replace(/\p{Pd}/gu, instead)))
    .map((word) => withoutSpaces(folded(word).text.trim()))
    .filter((word) => word !== '');

/** How to look for the words of a list; nothing for an empty one. */
export function wordFinder(words: readonly string[]) {
  const ways = waysOf(words);
  if (ways.length === 0) return undefined;
  const turnedWays = waysOf(words.flatMap(turned));
  const apart = [...ways, ...turnedWays];
  const together = apart
    .map((word) => word.replaceAll(' ', ''))
    .filter((word) => word.length >= SHORTEST_NAME);
  return {
    inText: findOf(ways),
    /** In addresses, ids and names of files, where those who write “honggildong” leave no space between names. */
    inAddress: findOf([...apart, ...together]),
    /** Names with their parts in another order: written small, they are words of a sentence. */
    turned: findOf(turnedWays),
  };
}

/**
 * Finds all words in one pass, whole words only; those in Korean also with their particles,
 * and with and without spaces. The time grows with the text, not with the list.
 */
function findOf(words: readonly string[]) {
  const first: Step = new Map();
  for (const word of words) {
    let step = first;
    for (const sign of [...word, END]) {
      const next = step.get(sign) ?? new Map();
      step.set(sign, next);
      step = next;
    }
  }

  /** Where the longest word that begins at a place ends. */
  const endOf = (text: string, start: number) => {
    let end: number | undefined;
    // What may be a space or nothing is taken for both: both ways are gone.
    let ways = [first];
    let before = '';
    for (let at = start; at < text.length && ways.length > 0; at += before.length) {
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const isGap = sign === ' ' || sign === UNSEEN;
      // A space between two Korean letters is passed over.
      const isPassed = at > start && (sign === UNSEEN || (isGap && CLOSE.test(before)));
      const longer = ways.flatMap((way) => way.get(isGap ? ' ' : sign) ?? []);
      ways = isPassed ? [...longer, ...ways] : longer;
      before = sign;
      // Korean words may be followed by a particle.
      const isWhole = !isGap && (CLOSE.test(sign) || isBetween(text, at + sign.length));
      if (isWhole && ways.some((way) => way.has(END))) end = at + sign.length;
    }
    return end;
  };

  if (first.size === 0) return () => [];
  const starts = startsOf(first);
  return (text: string) => {
    const found: Found[] = [];
    for (const { index: start } of text.matchAll(starts)) {
      const end = start < (found.at(-1)?.end ?? 0) ? undefined : endOf(text, start);
      if (end !== undefined) found.push({ start, end });
    }
    return found;
  };
}

/** Where no word or number goes on from one sign to the next. */
const BETWEEN = /(?!(?<=\p{L})\p{L}|(?<=\p{N})\p{N})/uy;

function isBetween(text: string, at: number): boolean {
  BETWEEN.lastIndex = at;
  return BETWEEN.test(text);
}

/** Where a word may begin, by its first two signs: most of a text is passed over at one glance. */
function startsOf(first: Step): RegExp {
  const own = (sign: string) => (sign === ' ' ? `[ ${UNSEEN}]` : RegExp.escape(sign));
  const pairs = [...first].map(
    ([sign, next]) => `${own(sign)}[ ${UNSEEN}]?(?:${[...next.keys()].map(own).join('|')})`,
  );
  return new RegExp(`(?=${pairs.join('|')})${BETWEEN.source}`, 'gu');
}

/** Reports a private word in the name of a file, which becomes its address. */
export function checkName(path: string, find: WordFinder, report: Report): void {
  if (find.inAddress(folded(path.replace(/[/.]/g, ' ')).text).length > 0)
    report(START, 'A word of the private list stands in the name of this file. Rename it.');
}

/** Reports a private word among the colours of a picture; whatever else could hold one is refused. */
export function checkPicture(path: string, find: WordFinder, report: Report): void {
  // What is no picture, or cannot be read, is reported already.
  const bytes = tryOrUndefined(() => readFileSync(path)) ?? Buffer.alloc(0);
  const texts = (['utf8', 'latin1', 'utf16le'] as const).map((code) => paletteOf(bytes).toString(code));
  if (texts.some((text) => find.inText(folded(text).text).length > 0))
    report(
      START,
      'A word of the private list stands among the colours of this picture. Save it in full colours.',
    );
}

/** The letters of a folded word, by which it is the same in each way of writing. */
const lettersOf = (word: string) => word.replaceAll(UNSEEN, '').replaceAll(' ', '');

/** What is said of a private word: neither this nor what is printed with it shows the word. */
export const PRIVATE_WORD = 'A word of the private list stands here.';

/**
 * Reports each place where a private word stands: in the text as it is typed, and in what
 * is read of it. The word itself is not printed: logs are public.
 * @param spoken what readers get of the text: values of fields, words without their marks
 */
export function checkPrivateWords(
  text: string,
  spoken: Iterable<SpokenText>,
  find: WordFinder,
  report: Report,
  entry?: Entry,
): void {
  const exception = entry ? ', or mark the exception with its reason under allowedWords' : '';
  /** The words that were told, each after its line. */
  const told = new Set<string>();
  const tell = (place: Place, word = '') => {
    told.add(`${place.line} ${word}`);
    report(place, `${PRIVATE_WORD} Take it out${exception}.`);
  };
  const allowed = new Set(allowedWords(entry).map((word) => lettersOf(folded(word).text)));
  const search = (part: string, look = find.inText) => {
    const { text: plain, at } = folded(part);
    const found = look(plain);
    const isName = ({ start, end }: Found) =>
      /\p{Lu}/u.test(part.charAt(at(start))) && !found.some((own) => own.start < end && start < own.end);
    return [...found, ...find.turned(plain).filter(isName)].flatMap(({ start, end }) => {
      const word = lettersOf(plain.slice(start, end));
      return allowed.has(word) ? [] : [{ index: at(start), word }];
    });
  };
  // The marks of exceptions hold the words themselves.
  const from = text.search(/^allowedWords:/m);
  const to = from < 0 ? -1 : from + (/\n(?=\S)/.exec(text.slice(from))?.index ?? 0);
  const placeOf = placer(text);
  for (const { index, word } of search(text)) if (index < from || index >= to) tell(placeOf(index), word);
  for (const { text: spokenText, placeAt, lastLine } of spoken) {
    // The number of a source is printed behind the sentence, so the words around it stand side by side.
    const value = spokenText.replaceAll(DRAWN, UNSEEN);
    const { line } = placeAt(0);
    const isTold = ({ word }: { word: string }) => {
      for (let at = line; at <= lastLine; at++) if (told.has(`${at} ${word}`)) return true;
      return false;
    };
    const here = search(value).find((found) => !isTold(found));
    const together = (value.match(TOGETHER) ?? []).map((one) => wordsInCode(one) || one);
    const hidden = [...search(wordsInCode(value)), ...search(together.join(NEITHER), find.inAddress)];
    if (here) tell(placeAt(here.index), here.word);
    else if (!hidden.every(isTold)) tell(placeAt(0));
  }
}

/** Where names are written as one word: ids and what is one word by itself, addresses, names of accounts, words with a capital. */
const TOGETHER = /^\S+$|(?:https?:|\/\/|^\/|www\.|[@#]|xn--)\S+|(?<!\p{L})\p{Lu}\p{L}{6,}/gu;

/** Stands between texts in which words are looked for at once: no private word holds it, and it divides them. */
const NEITHER = '|';

/** A text with its codes read, and spaces where the parts of its addresses end; nothing where it has neither. */
const wordsInCode = (text: string) => (isPlain(text) ? '' : decoded(text).replace(/[+./?=&#;,:~@]+/g, ' '));
