import type { ScaleTime } from 'd3-scale';
import { UNDATED } from '../../rules/dates.ts';
import type { Amount, When } from '../../rules/statement.ts';

/** The part of a figure that a chart draws. */
export type Measured = Pick<Amount, 'value' | 'range'> & When;

/** Lowest and highest value of a figure; the same number twice where it is one value. */
export function extentOf({ value, range }: Measured): [number, number] {
  return range ? [range.from, range.to] : [value ?? 0, value ?? 0];
}

/** The day at which a partial date is drawn: the middle of a month or year. */
export function dayIn(date: string): Date {
  return new Date(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date);
}

/** The day at which a figure is drawn: that of its date, or of the end of its period. */
export function dayOf({ asOf, period }: Measured): Date | undefined {
  const date = period?.to ?? asOf;
  return date === undefined || date === UNDATED ? undefined : dayIn(date);
}

/** A place in a drawing, to a tenth of a pixel or percent. */
export const round = (value: number) => Math.round(value * 10) / 10;

/** The first days of years on a scale, each with its place. */
export const yearsOn = (scale: ScaleTime<number, number>, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    x: round(scale(Date.UTC(first + index, 0))),
  }));
