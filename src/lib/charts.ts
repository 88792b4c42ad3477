import { scaleLinear, scaleUtc } from 'd3-scale';
import { symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import { UNDATED } from './dates.ts';

/** The part of a figure that a chart draws. */
export interface Measured {
  value?: number | undefined;
  range?: { from: number; to: number } | undefined;
  asOf?: string | undefined;
  period?: { from: string; to: string } | undefined;
}

/** A point of a time chart. `x` is in percent of the width, `y` in pixels from the top. */
export interface Point {
  x: number;
  y: number;
  /** Ends of the range, where the figure is one. */
  spread?: [number, number];
}

/** Lowest and highest value of a figure; the same number twice where it is one value. */
export function extentOf({ value, range }: Measured): [number, number] {
  return range ? [range.from, range.to] : [value ?? 0, value ?? 0];
}

/** The day at which a figure is drawn: the end of its period, or the middle of a month or year. */
export function dayOf({ asOf, period }: Measured): Date | undefined {
  const text = period?.to ?? asOf;
  if (text === undefined || text === UNDATED) return undefined;
  return new Date(text.length === 4 ? `${text}-07-01` : text.length === 7 ? `${text}-15` : text);
}

/**
 * Places figures along a time axis that begins at zero.
 * @param height of the drawing in pixels
 * @returns points in the order given, years for the axis in percent, a line through the points
 */
export function timeChart(figures: readonly Measured[], height: number) {
  const dated = figures.flatMap((figure) => {
    const day = dayOf(figure);
    return day ? [{ figure, day }] : [];
  });
  const years = dated.map(({ day }) => day.getUTCFullYear());
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const x = scaleUtc([Date.UTC(first, 0), Date.UTC(last, 0)], [4, 96]);
  const y = scaleLinear([0, Math.max(...dated.map(({ figure }) => extentOf(figure)[1]))], [height - 28, 26]);
  const points = dated.map(({ figure, day }): Point => {
    const [low, high] = extentOf(figure);
    return {
      x: round(x(day)),
      y: round(y((low + high) / 2)),
      ...(low !== high && { spread: [round(y(low)), round(y(high))] }),
    };
  });
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    x: round(x(Date.UTC(first + index, 0))),
  }));
  return { points, ticks, base: height - 28 };
}

/** Lengths of bars in percent of the longest; both ends where a figure is a range. */
export function barLengths(figures: readonly Measured[]): [number, number][] {
  const scale = scaleLinear([0, Math.max(...figures.map((figure) => extentOf(figure)[1]))], [0, 100]);
  return figures.map((figure) => {
    const [low, high] = extentOf(figure);
    return [round(scale(low)), round(scale(high))];
  });
}

/** The sign of a value in a chart: a disc, or a diamond where another figure conflicts with it. */
export function signPath(conflicts: boolean): string {
  return symbol(conflicts ? symbolDiamond : symbolCircle, 90)() ?? '';
}

const round = (value: number) => Math.round(value * 10) / 10;
