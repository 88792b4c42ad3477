import { WORD_JOINER } from './line-breaks.ts';

/* How Korean tells numbers, in steps of ten thousand, and where its lines do not break. */

const STEPS = [
  [1e12, '조'],
  [1e8, '억'],
  [1e4, '만'],
] as const;

/**
 * A number as Korean tells it: `13만 5,000`, `1억 2,000만`, `9,668`.
 * @param format writes a number below ten thousand
 */
export function inMyriads(value: number, format: (value: number) => string): string {
  if (Math.abs(value) < 1e4) return format(value);
  let rest = Math.abs(value);
  const parts = STEPS.flatMap(([size, name]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${format(count)}${name}`] : [];
  });
  // What is left of a fraction is less than anybody counts.
  const left = Math.round(rest * 100) / 100;
  return (value < 0 ? '-' : '') + [...parts, ...(left > 0 ? [format(left)] : [])].join(' ');
}

/** Counters behind numbers; a particle, as in 13만까지, stays joined. */
const BEFORE_COUNTER = /(\d[만억조])(?=개|명|장|대(?!로)|건|회|점|곳|표|시간|년|일|분|원|달러|위안|톤)/gu;

/** A text in which a counter stands apart from a step of ten thousand, and joined to digits: `13만 개`, `375개`. */
export const withCounterApart = (text: string) => text.replace(BEFORE_COUNTER, '$1 ');

/**
 * A space within a number (13만 5,000), before its counter (13만 개), or behind a word that limits it (약 8GB);
 * but not before a number of two parts, which in large letters would be longer than its line and lose its end.
 */
const WITHIN_NUMBER =
  /(?<=\d[만억조]) (?=\d|[개명장대건회점곳표시년일분원달위톤])|(?<=(?<![가-힣])(?:약|거의|최소|최대)) (?=\d)(?![\d,]+[만억조]\s\d)/gu;
/** Where a particle follows a bracket, a closing quotation mark or a sign of a unit. */
const BEHIND_CLOSING = /(?<=[)\]」』〉》’”%])(?=[가-힣])/gu;
const NO_BREAK_SPACE = '\u00a0';

/**
 * A Korean text whose lines break neither within a number nor between a closing sign and the
 * particle behind it. What is bound already stays.
 * @param before what stands before the text
 */
export function withoutBadBreaks(text: string, before = ''): string {
  const bound = (before.slice(-1) + text)
    .replace(WITHIN_NUMBER, NO_BREAK_SPACE)
    .replace(BEHIND_CLOSING, WORD_JOINER);
  return bound.slice(before === '' ? 0 : 1);
}
