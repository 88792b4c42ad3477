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

/** A row of a history: a figure, or the years between two figures for which there is none. */
type HistoryRow<T> = { figure: T } | { gap: { from: number; to: number } };

/** A figure with the days by which it has a place in a history. */
interface Dated extends When {
  /** YYYY-MM-DD: the day on which it was last compared with its sources. */
  checked: string;
}

const yearAt = (date: string): number => Number(date.slice(0, 4));

/**
 * Figures of one measure from the oldest to the newest, with a row for the years between
 * two of them for which none is known, and from the last to the newest check, where several
 * years are told of. Undated ones come last: they have no place in the order.
 */
export function history<T extends Dated>(figures: readonly T[]): HistoryRow<T>[] {
  const isDated = (figure: T) => endOf(figure) !== UNDATED;
  const dated = figures.filter(isDated).toSorted((a, b) => newestFirst(endOf(b), endOf(a)));
  const years = dated.map((figure) => yearAt(endOf(figure)));
  const rows = dated.flatMap((figure, index): HistoryRow<T>[] => {
    const first = yearAt(figure.period?.from ?? endOf(figure));
    return [...gapBetween(years[index - 1] ?? first, first), { figure }];
  });
  const checked = Math.max(...figures.map((figure) => yearAt(figure.checked)));
  return [
    ...rows,
    ...(new Set(years).size > 1 ? gapBetween(Math.max(...years), checked + 1) : []),
    ...figures.filter((figure) => !isDated(figure)).map((figure) => ({ figure })),
  ];
}

const gapBetween = (last: number, next: number) =>
  next - last > 1 ? [{ gap: { from: last + 1, to: next - 1 } }] : [];
