import type { Qualifier } from '../../rules/vocabulary.ts';
import { scaleLinear, scaleUtc, type ScaleLinear } from 'd3-scale';
import { anchorAt, PASSED_SIGN, reachOf, reachStrokes, VALUE_SIGN, type Mark } from './marks.ts';
import { firstDate } from '../../rules/timeline.ts';
import { dayIn, extentOf, round, type Measured } from './measured.ts';

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
  const whole: Mark = { box: [0, 6, 100, 12], role: 'grid' };
  return {
    strips: figures.map((figure) => [whole, ...barOf(figure, scaleLinear([0, 100], [0, 100]))]),
    axis: [],
  };
}

function barOf(figure: Measured, scale: ScaleLinear<number, number>): Mark[] {
  const [low, high] = extentOf(figure).map((end) => round(scale(end))) as [number, number];
  return [
    { box: [0, 6, low, 12], role: 'fill' },
    ...(high > low ? [{ box: [low, 6, round(high - low), 12], role: 'thin' } satisfies Mark] : []),
  ];
}

/** How far each value is open: a point with what its source says of its limit, or the bar of a range. */
export function ranges(
  figures: readonly (Measured & { qualifier: Qualifier })[],
  number: (value: number) => string,
): Strips {
  const scale = scaleLinear([0, highestOf(figures)], [2, 92]);
  const ticks = scale.ticks(3);
  const grid = ticks.map((tick): Mark => ({
    line: [round(scale(tick)), 0, round(scale(tick)), STRIP],
    role: 'grid',
  }));
  return {
    axis: ticks.map((tick) => {
      const x = round(scale(tick));
      return { text: number(tick), x, y: 13, anchor: anchorAt(x) };
    }),
    strips: figures.map((figure) => {
      const [low, high] = extentOf(figure).map((end) => round(scale(end))) as [number, number];
      const zero = round(scale(0));
      const sign: Mark = { sign: [...reachStrokes(figure.qualifier, false), VALUE_SIGN], x: high, y: MIDDLE };
      if (low < high) return [...grid, { box: [low, 7, round(high - low), 10], role: 'fill' }];
      return reachOf(figure.qualifier) === 'below'
        ? [...grid, { line: [zero, MIDDLE, high, MIDDLE], role: 'reach' }, sign]
        : [...grid, sign];
    }),
  };
}

const highestOf = (figures: readonly Measured[]) => Math.max(...figures.map((one) => extentOf(one)[1]));

/** The dates of a law, each as far as it is known. */
export interface Term {
  passed?: string | undefined;
  from?: string | undefined;
  described?: string | undefined;
  until?: string | undefined;
}

/** Where the years end, in percent; an arrow points on from there. */
const OPEN_END = 96;

/** What points on where a law still holds, and what closes where it was struck down. */
export const ON = { d: 'M-1-10L9 0-1 10Z', role: 'fill' } as const;
export const STOP = { d: 'M0-8V8', role: 'reach' } as const;

/**
 * When each law was in force. The years end with the one after the last that a law names:
 * the drawing knows nothing of today.
 */
export function terms(laws: readonly Term[]): Strips {
  const years = laws
    .flatMap(({ passed, from, described, until }) => [passed, from, described, until])
    .flatMap((date) => (date ? [Number(date.slice(0, 4))] : []));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const scale = scaleUtc([Date.UTC(first, 0), Date.UTC(last + 1, 0)], [0, OPEN_END]);
  const at = (date: string) => round(scale(dayIn(date)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    x: round(scale(Date.UTC(first + index, 0))),
  }));
  const grid = ticks.map(({ x }): Mark => ({ line: [x, 0, x, STRIP], role: 'grid' }));
  return {
    // More labels would run into each other on a phone.
    axis: ticks
      .filter((_, index) => index % Math.ceil(ticks.length / 8) === 0)
      .map(({ year, x }): Mark => ({ text: String(year), x, y: 13, anchor: 'start', dx: 3 })),
    strips: laws.map(({ passed, from, described, until }) => {
      const start = from ?? firstDate({ passed, described });
      const end = until === undefined ? OPEN_END : at(until);
      return [
        ...grid,
        { line: [at(start), MIDDLE, end, MIDDLE], role: from === undefined ? 'broken' : 'bar' },
        { sign: [until === undefined ? ON : STOP], x: end, y: MIDDLE },
        ...(passed === undefined ? [] : [{ sign: [PASSED_SIGN], x: at(passed), y: MIDDLE } satisfies Mark]),
      ];
    }),
  };
}
