import { newestFirst, UNDATED } from './dates.ts';
import type { When } from './statement.ts';

/** The part of a figure that this rule looks at. */
interface Ordered extends When {
  measure?: string | undefined;
}

const endOf = ({ asOf, period }: When): string => period?.to ?? asOf ?? UNDATED;

/**
 * Figures in the order of their list, those that tell of the same thing together: the newest
 * that has a date first of its kind.
 */
export function newestOfEachFirst<Figure extends Ordered>(figures: readonly Figure[]): Figure[] {
  const kinds = Map.groupBy(figures, (figure) => figure.measure ?? figure);
  return [...kinds.values()].flatMap((kind) => kind.toSorted((a, b) => newestFirst(endOf(a), endOf(b))));
}
