import { distance } from 'fastest-levenshtein';
import { ascending } from '../rules/dates.ts';
import type { Place } from '../rules/markdown.ts';

/** Where something stands in a file; of a value, or one that is missing, the path of its field too. */
export interface FieldPlace extends Place {
  field?: readonly PropertyKey[];
}

/** Something that stops the build: where it stands, what is wrong, what to do. */
export interface Problem extends FieldPlace {
  /** Path from the top of the project. */
  path: string;
  /** What is wrong and what to do, in whole sentences. */
  message: string;
  /** Lines to copy into the file. */
  block?: readonly string[];
  /** Nothing is wrong with what it says; only that it changed is told nowhere yet. */
  isUntold?: true;
}

/** Something wrong within a text: where it begins, and what to say of it. */
export interface TextFault {
  index: number;
  message: string;
}

/** Takes what is wrong with one file, and lines to copy that would mend it. */
export type Report = (place: FieldPlace, message: string, block?: readonly string[]) => void;

/** Where a file begins: the place of what is wrong with the whole of it. */
export const START: Place = { line: 1, column: 1 };

/** Controls, line breaks, marks that turn the direction of text, halves of signs. */
const ODD = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/**
 * Words of others on one line that a terminal or a log shows and does not obey: no control,
 * no line break, and no mark of a command of GitHub Actions.
 */
export const onOneLine = (text: string): string =>
  text
    .replace(ODD, ' ')
    .replace(/^\s*::/, ' : :')
    .replaceAll('##[', '# #[');

/** One line a problem, in the form that editors and tools can jump to; then the lines to copy. */
export function formatProblem({ path, line, column, message, block = [] }: Problem): string {
  return [`${path}:${line}:${column}: ${message}`, ...block.map((text) => `  ${text}`)]
    .map(onOneLine)
    .join('\n');
}

/** Problems in the order of files and lines. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => ascending(a.path, b.path) || a.line - b.line || a.column - b.column);
}

/** More problems of one file than anybody fixes in one go. */
const MOST = 100;

/** Sorted problems without those that come after the first hundred of a file; they are counted instead. */
export function shortened(problems: readonly Problem[]): Problem[] {
  return Object.values(Object.groupBy(problems, ({ path }) => path)).flatMap((ofFile = []) => {
    const [next] = ofFile.slice(MOST);
    if (!next) return ofFile;
    const { path, line, column } = next;
    const message = `There are ${ofFile.length - MOST} more problems in this file. Fix the first ones and check again.`;
    return [...ofFile.slice(0, MOST), { path, line, column, message }];
  });
}

/** Longer words are no typing errors, and take long to compare. */
const LONGEST_WORD = 100;

/** Comparisons of one reading, after which no near miss is looked for: they grow with the square of a text. */
const MOST_COMPARISONS = 3_000_000;
let comparisons = 0;

/** Begins to count comparisons anew. */
export const beginComparing = () => void (comparisons = 0);

/** More names to choose from help nobody. */
const MOST_OFFERED = 3;
const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** `Did you mean “law”?` where known words are near, up to three of them; else the empty text. */
export function nearMiss(word: string, known: ReadonlySet<string> | readonly string[]): string {
  const size = 'size' in known ? known.size : known.length;
  comparisons += size;
  if (word.length > LONGEST_WORD || word === '' || comparisons > MOST_COMPARISONS) return '';
  const most = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
  const small = word.toLowerCase();
  const near = [...new Set(known)]
    .filter(({ length }) => Math.abs(length - word.length) <= most)
    .map((one) => ({ one, away: distance(small, one.toLowerCase()) }))
    .filter(({ away }) => away <= most);
  const least = Math.min(...near.map(({ away }) => away));
  const nearest = near.filter(({ away }) => away === least).map(({ one }) => one);
  // A part of a long name is no typing error, but may be all that was remembered.
  const offered =
    nearest.length > 0 || word.length < SHORTEST_PART
      ? nearest
      : [...known].filter((one) => one.includes(word));
  if (offered.length === 0) return '';
  return ` Did you mean ${choice.format(offered.slice(0, MOST_OFFERED).map((one) => quoted(one)))}?`;
}

/** Shorter parts stand in too many names. */
const SHORTEST_PART = 5;

/** Words of an editor as a message quotes them: on one line, and not too long. */
export function quoted(text: string, most = 80): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return `“${line.length > most ? `${line.slice(0, most - 1)}…` : line}”`;
}

/** The number of a sign, as in U+200B. */
export const codeOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A sentence with a capital at its beginning. */
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** Expressions for what a text may look like, by what is said of it. */
type Looks = Readonly<Record<string, RegExp | readonly RegExp[]>>;

/**
 * Finds what is wrong with a text: the first expression that fits it counts; one with the flag g
 * has to fit twice.
 * @param sentences in which `$0` stands for what was found, in quotes, `$#` for the number of its
 *   sign, and `$1` for what is in brackets there
 */
export function faultFinder(sentences: Looks): (text: string) => TextFault | undefined {
  const all = Object.entries(sentences).flatMap(([said, looks]) =>
    [looks].flat().map((look) => [said, look] as const),
  );
  return (text) => {
    for (const [said, look] of all) {
      const [found, second] = look.global ? text.matchAll(look) : [look.exec(text)];
      if (!found || (look.global && !second)) continue;
      const [whole, group = ''] = found;
      const filled = (gap: string) => (gap === '$0' ? quoted(whole) : gap === '$#' ? codeOf(whole) : group);
      return { index: found.index, message: said.replace(/\$[01#]/g, filled) };
    }
    return undefined;
  };
}
