import { UNDATED, yearOf } from './dates.ts';
import type { When } from './statement.ts';

/** The part of a figure by which a list can be narrowed. */
interface Filtered extends When {
  topics: readonly string[];
  certainty: string;
  conflicts: readonly string[];
}

/** The word of a figure on which accounts differ. */
export const DIFFER = 'differ';

/** The years that a figure is of: each year of its period, or that of its date; or `undated`. */
export function yearsOf({ asOf, period }: When): string[] {
  if (!period) return [yearOf(asOf ?? UNDATED)];
  const first = Number(yearOf(period.from));
  const length = Number(yearOf(period.to)) - first + 1;
  return Array.from({ length }, (_, index) => String(first + index));
}

/** What a list of figures can be narrowed by, as words with spaces between them: `fdff 2021 reported`. */
export function filterWords(figure: Filtered): string {
  return [
    ...figure.topics,
    ...yearsOf(figure),
    figure.certainty,
    ...(figure.conflicts.length > 0 ? [DIFFER] : []),
  ].join(' ');
}

/**
 * Whether a row of the list is shown.
 * @param words of the row, as `filterWords` gives them
 * @param text of the row, as it is read
 * @param chosen words that the row must have, each of them
 * @param query words that must stand in the text, in any order and either case
 */
export function isShown(words: string, text: string, chosen: readonly string[], query: string): boolean {
  const own = words.split(' ');
  const read = text.toLocaleLowerCase();
  return (
    chosen.every((word) => own.includes(word)) &&
    query
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => read.includes(word))
  );
}
