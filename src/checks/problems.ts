import { closest, distance } from 'fastest-levenshtein';
import type { Place } from '../rules/markdown.ts';

/** Something that stops the build: where it stands, what is wrong, what to do. */
export interface Problem extends Place {
  /** Path from the top of the project. */
  path: string;
  /** What is wrong and what to do, in whole sentences. */
  message: string;
}

/** Takes what is wrong with one file. */
export type Report = (place: Place, message: string) => void;

/** Where a file begins: the place of what is wrong with the whole of it. */
export const START: Place = { line: 1, column: 1 };

/** One line a problem, in the form that editors and tools can jump to. */
export function formatProblem({ path, line, column, message }: Problem): string {
  return `${path}:${line}:${column}: ${message}`;
}

/** Problems in the order of files and lines. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** More problems of one file than anybody fixes in one go. */
const MOST = 100;

/** Sorted problems without those that come after the first hundred of a file; they are counted instead. */
export function shortened(problems: readonly Problem[]): Problem[] {
  return Object.values(Object.groupBy(problems, ({ path }) => path)).flatMap((ofFile = []) => {
    const [next] = ofFile.slice(MOST);
    if (!next) return ofFile;
    const message = `There are ${ofFile.length - MOST} more problems in this file. Fix the first ones and check again.`;
    return [...ofFile.slice(0, MOST), { ...next, message }];
  });
}

/** Longer words are no typing errors, and take long to compare. */
const LONGEST_WORD = 100;

/** `Did you mean “law”?` where one of the known words is near, else the empty text. */
export function nearMiss(word: string, known: Iterable<string>): string {
  if (word.length > LONGEST_WORD) return '';
  const most = Math.max(2, Math.floor(word.length / 3));
  const near = [...known].filter(({ length }) => Math.abs(length - word.length) <= most);
  if (near.length === 0) return '';
  const nearest = closest(word, near);
  return distance(word, nearest) <= most ? ` Did you mean “${nearest}”?` : '';
}

/** Words of an editor as a message quotes them: on one line, and not too long. */
export function quoted(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`;
}

/** A sentence with a capital at its beginning. */
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** Sentences by what the text looks like of which they tell; `$1` stands for what is in brackets there. */
export type Sentences = readonly (readonly [RegExp, string])[];

/** The sentence of the first expression that fits a text. */
export function sentenceFor(text: string, sentences: Sentences): string | undefined {
  for (const [looks, sentence] of sentences) {
    const match = looks.exec(text);
    if (match) return sentence.replaceAll('$1', () => match[1] ?? '');
  }
  return undefined;
}
