import { newestFirst, UNDATED } from './dates.ts';
import type { When } from './statement.ts';

/** A figure with its date, and the name that it shares with others of the same thing. */
interface Ordered extends When {
  measure?: string | undefined;
}

/** The date by which a figure is put in order: the end of its period, or the day on which it stood so. */
export const endOf = ({ asOf, period }: When): string => period?.to ?? asOf ?? UNDATED;

/**
 * Figures in the order of their list, those that tell of the same thing together: the newest
 * that has a date first of its kind.
 * @param lead a figure whose kind stands before all others
 */
export function newestOfEachFirst<Figure extends Ordered>(
  figures: readonly Figure[],
  lead?: Ordered,
): Figure[] {
  const kindOf = (figure: Ordered) => figure.measure ?? figure;
  const kinds = [...Map.groupBy(figures, kindOf)];
  const isLead = ([kind]: (typeof kinds)[number]) => lead !== undefined && kind === kindOf(lead);
  return [...kinds.filter(isLead), ...kinds.filter((kind) => !isLead(kind))].flatMap(([, members]) =>
    members.toSorted((a, b) => newestFirst(endOf(a), endOf(b))),
  );
}
