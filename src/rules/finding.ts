import type { Dictionary } from '../i18n/dictionary.ts';
import { compare, intervalOf, sumOf } from './arithmetic.ts';
import { formatNumber, formatValue } from './format.ts';
import { withCounterApart } from './korean.ts';
import type { Amount } from './statement.ts';

/*
 * The title of a chart says what was found. Its numbers are named by id, so that they stay
 * true: `{a}` is the value of a figure, `{a - b}` by how much the first exceeds the second.
 */

const NUMBER = /\{([a-z0-9-]+)(?: - ([a-z0-9-]+))?\}/g;

type Find = (id: string) => Amount | undefined;

/** The ids of the figures whose numbers a finding names. */
export const figuresInFinding = (finding: string): string[] =>
  [...finding.matchAll(NUMBER)].flatMap(([, a, b]) => [a, b].filter((id) => id !== undefined));

/** A finding without its numbers. */
export const withoutNumbers = (finding: string): string => finding.replace(NUMBER, '');

/** A finding as it is read. @throws where a figure is missing, or the first of two does not exceed the second */
export function findingText(finding: string, find: Find, words: Dictionary): string {
  const written = finding.replace(NUMBER, (_, a: string, b?: string) => {
    const [figure, other] = [find(a), b === undefined ? undefined : find(b)];
    if (!figure || (b !== undefined && !other)) throw new Error(`There is no figure for “${finding}”.`);
    if (!other) return formatValue(figure, words);
    const by = excess(figure, other);
    if (!by) throw new Error(`“${a}” does not exceed “${b}” by one number.`);
    const qualifier = by.rough ? 'about' : 'exactly';
    return words.qualifiers[qualifier]({ amount: formatNumber(by.low, words) });
  });
  return withCounterApart(written);
}

/** By how much a figure exceeds another, where that is one number. */
export function excess(figure: Amount, other: Amount) {
  const result = compare(intervalOf(figure), intervalOf(other));
  if (result.kind !== 'apart' || result.larger !== 'first' || result.by.low !== result.by.high)
    return undefined;
  return result.by;
}

/** Whether the sum of some figures is above that of others, however their sources leave them open. */
export function isMore(figures: readonly Amount[], than: readonly Amount[]): boolean {
  const result = compare(sumOf(figures.map(intervalOf)), sumOf(than.map(intervalOf)));
  return result.kind === 'apart' && result.larger === 'first';
}
