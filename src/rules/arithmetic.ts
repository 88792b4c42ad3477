import type { Amount } from './statement.ts';

/*
 * Sums and differences of figures that are themselves uncertain. A figure is an interval,
 * as its source words it: “more than 100” is 100 to infinity, “up to 100” is 0 to 100.
 * Sums, products and differences follow interval arithmetic (IEEE 1788, the set of all
 * results that the two intervals allow).
 */

/** All values that a figure leaves open. Both ends are the same where it is one number. */
export interface Interval {
  low: number;
  /** `Infinity` where the source sets no upper limit. */
  high: number;
  /** Whether an end is only “about” or “nearly” right. */
  rough: boolean;
}

/** The values that a figure allows, by its value or range and its qualifier. */
export function intervalOf({ value, range, qualifier }: Omit<Amount, 'unit'>): Interval {
  const [from, to] = range ? [range.from, range.to] : [value ?? 0, value ?? 0];
  const rough = qualifier === 'about' || qualifier === 'nearly';
  if (qualifier === 'more-than' || qualifier === 'at-least') return { low: from, high: Infinity, rough };
  if (qualifier === 'up-to' || qualifier === 'fewer-than') return { low: 0, high: to, rough };
  return { low: from, high: to, rough };
}

/** The sum of figures; 0 for none. */
export function sumOf(terms: readonly Interval[]): Interval {
  return terms.reduce(
    (sum, { low, high, rough }) => ({ low: sum.low + low, high: sum.high + high, rough: sum.rough || rough }),
    { low: 0, high: 0, rough: false },
  );
}

/** The product of two figures, none of which is below zero. */
export function productOf(a: Interval, b: Interval): Interval {
  // Nothing times anything is nothing, even where no limit is set.
  const times = (x: number, y: number) => (x === 0 || y === 0 ? 0 : x * y);
  return { low: times(a.low, b.low), high: times(a.high, b.high), rough: a.rough || b.rough };
}

/** How two figures stand to each other. */
type Comparison =
  /** The same number. */
  | { kind: 'equal'; rough: boolean }
  /** As they are worded, one number could satisfy both. */
  | { kind: 'overlap' }
  /** They cannot both be right: `larger` is the one that is larger by `by`. */
  | { kind: 'apart'; larger: 'first' | 'second'; by: Interval };

/** Compares two figures of one unit. */
export function compare(first: Interval, second: Interval): Comparison {
  const isNumber = ({ low, high }: Interval) => low === high;
  const rough = first.rough || second.rough;
  if (isNumber(first) && isNumber(second) && first.low === second.low) return { kind: 'equal', rough };
  const [more, less] = [excess(first, second), excess(second, first)];
  if (more) return { kind: 'apart', larger: 'first', by: more };
  return less ? { kind: 'apart', larger: 'second', by: less } : { kind: 'overlap' };
}

/** By how much a figure is larger than another, where it is so however both are read. */
export const excess = (more: Interval, less: Interval): Interval | undefined =>
  more.low > less.high
    ? { low: more.low - less.high, high: more.high - less.low, rough: more.rough || less.rough }
    : undefined;
