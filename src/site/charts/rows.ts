import type { Qualifier } from '../../rules/vocabulary.ts';
import { scaleLinear, scaleUtc, type ScaleLinear } from 'd3-scale';
import {
  anchorAt,
  box,
  line,
  PASSED_SIGN,
  reachOf,
  reachStrokes,
  sign,
  VALUE_SIGN,
  when,
  type Mark,
} from './marks.ts';
import { firstDate, type LawDates } from '../../rules/timeline.ts';
import { dayIn, extentOf, round, yearsOn, type Measured } from './measured.ts';

/*
 * Charts in which each row of the table has a strip of its own, all on one scale. Places
 * are in percent of the strip, heights in pixels.
 */

/** Height of a strip, and its middle. */
export const STRIP = 24;
const MIDDLE = STRIP / 2;
/** Height of the strip with the numbers of the scale. */
export const AXIS = 18;

/** One strip for each row, and the numbers of their scale. */
export interface Strips {
  strips: Mark[][];
  axis: Mark[];
}

/** Bars from zero; a range goes on as an outline. */
export function bars(figures: readonly Measured[]): Strips {
  const scale = scaleLinear([0, highestOf(figures)], [0, 100]);
  return { strips: figures.map((figure) => barOf(figure, scale)), axis: [] };
}

/** Bars of shares, each within the outline of all hundred. */
export function shares(figures: readonly Measured[]): Strips {
  const scale = scaleLinear([0, 100], [0, 100]);
  return {
    strips: figures.map((figure) => [box('grid', 0, 6, 100, 12), ...barOf(figure, scale)]),
    axis: [],
  };
}

function barOf(figure: Measured, scale: ScaleLinear<number, number>): Mark[] {
  const [low, high] = endsOf(figure, scale);
  return [box('fill', 0, 6, low, 12), ...when(high > low, box('thin', low, 6, round(high - low), 12))];
}

/** Places of the lowest and highest value of a figure. */
const endsOf = (figure: Measured, scale: ScaleLinear<number, number>) =>
  extentOf(figure).map((end) => round(scale(end))) as [number, number];

/** How far each value is open: a point with what its source says of its limit, or the bar of a range. */
export function ranges(
  figures: readonly (Measured & { qualifier: Qualifier })[],
  number: (value: number) => string,
): Strips {
  const scale = scaleLinear([0, highestOf(figures)], [2, 92]);
  const ticks = scale.ticks(3).map((tick) => ({ tick, x: round(scale(tick)) }));
  const grid = ticks.map(({ x }) => line('grid', x, 0, x, STRIP));
  return {
    axis: ticks.map(({ tick, x }) => ({ text: number(tick), x, y: 13, anchor: anchorAt(x) })),
    strips: figures.map((figure) => {
      const [low, high] = endsOf(figure, scale);
      if (low < high) return [...grid, box('fill', low, 7, round(high - low), 10)];
      return [
        ...grid,
        ...when(reachOf(figure.qualifier) === 'below', line('reach', round(scale(0)), MIDDLE, high, MIDDLE)),
        sign(high, MIDDLE, ...reachStrokes(figure.qualifier, false), VALUE_SIGN),
      ];
    }),
  };
}

const highestOf = (figures: readonly Measured[]) => Math.max(...figures.map((one) => extentOf(one)[1]));

/** The dates of a law, each as far as it is known. */
export type LawTimes = Omit<LawDates, 'status'>;

/** Where the years end, in percent; an arrow points on from there. */
const OPEN_END = 96;

/** What points on where a law still holds, and what closes where it was struck down. */
export const ON = { d: 'M-1-10L9 0-1 10Z', role: 'fill' } as const;
export const STOP = { d: 'M0-8V8', role: 'reach' } as const;

/**
 * When each law was in force. The years end with the one after the last that a law names:
 * the drawing knows nothing of today.
 */
export function lawTimes(laws: readonly LawTimes[]): Strips {
  const named = laws
    .flatMap(({ passed, from, described, until }) => [passed, from, described, until])
    .flatMap((date) => (date ? [Number(date.slice(0, 4))] : []));
  const [first, last] = [Math.min(...named), Math.max(...named) + 1];
  const scale = scaleUtc([Date.UTC(first, 0), Date.UTC(last + 1, 0)], [0, OPEN_END]);
  const at = (date: string) => round(scale(dayIn(date)));
  const years = yearsOn(scale, first, last);
  const grid = years.map(({ x }) => line('grid', x, 0, x, STRIP));
  return {
    // More labels would run into each other on a phone.
    axis: years
      .filter((_, index) => index % Math.ceil(years.length / 8) === 0)
      .map(({ year, x }): Mark => ({ text: String(year), x, y: 13, anchor: 'start', dx: 3 })),
    strips: laws.map(({ passed, from, described, until }) => {
      const start = at(from ?? firstDate({ passed, described }));
      const end = until === undefined ? OPEN_END : at(until);
      return [
        ...grid,
        line(from === undefined ? 'broken' : 'bar', start, MIDDLE, end, MIDDLE),
        sign(end, MIDDLE, until === undefined ? ON : STOP),
        ...(passed === undefined ? [] : [sign(at(passed), MIDDLE, PASSED_SIGN)]),
      ];
    }),
  };
}
