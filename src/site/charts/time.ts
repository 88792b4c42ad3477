import { scaleLinear, scaleUtc, type ScaleLinear } from 'd3-scale';
import type { Qualifier, Stage } from '../../rules/vocabulary.ts';
import { numberLabels, type Point } from './labels.ts';
import {
  anchorAt,
  DIFFER_SIGN,
  line,
  reachOf,
  reachStrokes,
  sign,
  stageSign,
  when,
  type Mark,
  type Stretch,
} from './marks.ts';
import { dayIn, dayOf, extentOf, round, yearsOn, type Measured } from './measured.ts';

/** The part of a figure that a time chart draws. */
export interface TimeFigure extends Measured {
  id: string;
  stage: Stage;
  qualifier: Qualifier;
  conflicts: readonly string[];
}

/** How a time chart writes its texts. */
interface TimeWords<Figure extends TimeFigure> {
  undated: string;
  /** That a figure does not agree with those of these numbers. */
  differs: (numbers: string) => string;
  /** A number of the value axis. */
  number: (value: number) => string;
  /** The value of a figure, with its limit. */
  value: (figure: Figure) => string;
}

/** A figure with its point. */
interface TimePoint extends Point {
  figure: TimeFigure;
}

export interface TimeChart {
  height: number;
  marks: Mark[];
  points: TimePoint[];
  /** Pairs of figures that do not agree, by their numbers. */
  pairs: [number, number][];
}

/** Two points that lie farther from each other, in percent, are joined over the heads of those between. */
const FAR = 30;
/** Heights in pixels: of the drawing, of its axis, of what stands above the scale, and of the air above the highest value. */
const [HEIGHT, BASE] = [340, 312];
const [OFF, BRACKET] = [20, 56];
const [TOP, TOP_WITH_OFF] = [60, 84];
/** Where dated figures end and the lane of the undated ones begins, in percent. */
const [DATED_END, LANE] = [80, 84];

/**
 * Draws figures along a time axis, each with the number of its row in the table. Values begin
 * at zero. No line joins the points: between them nothing is known. Undated figures stand in a lane of their own at the right edge.
 * @param offScale ids of figures that would flatten all others; they stand above the scale
 */
export function timeChart<Figure extends TimeFigure>(
  figures: readonly Figure[],
  words: TimeWords<Figure>,
  offScale: readonly string[] = [],
): TimeChart {
  const isOff = ({ id }: TimeFigure) => offScale.includes(id);
  const highest = Math.max(...figures.filter((one) => !isOff(one)).map((one) => extentOf(one)[1]));
  const values = scaleLinear([0, highest], [BASE, offScale.length > 0 ? TOP_WITH_OFF : TOP]);
  const days = daysOf(figures);
  const points = figures.map((figure, index): TimePoint => {
    const [low, high] = extentOf(figure);
    const y = isOff(figure) ? OFF : round(values((low + high) / 2));
    return { figure, x: days.of(index), y, isOff: isOff(figure) };
  });
  const pairs = pairsIn(figures);
  const disagreements = pairs.map((pair) => joints(pair, points));
  const middles = disagreements.flatMap(([first]) => (first ? [middleOf(first)] : []));
  // The time over which a figure was counted, back from its point.
  const spans = points.flatMap(({ figure: { period }, x, y }): Stretch[] =>
    period ? [[days.at(dayIn(period.from)), y, x, y]] : [],
  );
  return {
    height: HEIGHT,
    points,
    pairs,
    marks: [
      ...valueAxis(values, words.number),
      ...yearAxis(days, words.undated),
      ...disagreements.flat().map((ends) => line('differ', ...ends)),
      ...middles.map(({ x, y }) => sign(x, y, ...DIFFER_SIGN)),
      ...spans.map((ends) => line('thin', ...ends)),
      ...points.flatMap((point) => upTo(point, values)),
      ...points.map(signAt),
      ...numberLabels(points, [...disagreements.flat(), ...spans], middles),
      ...figures.flatMap((figure, index) =>
        isOff(figure) ? offLabel(days.of(index), index, pairs, words.value(figure), words.differs) : [],
      ),
    ],
  };
}

/** Beside a figure above the scale: its value, which no axis tells, and the numbers of those that disagree. */
function offLabel(
  x: number,
  index: number,
  pairs: readonly [number, number][],
  value: string,
  differs: (numbers: string) => string,
): Mark[] {
  const others = pairs.filter((pair) => pair.includes(index)).map(([a, b]) => (a === index ? b : a) + 1);
  const beside =
    x > 50 ? ({ x, dx: -14, anchor: 'end' } as const) : ({ x, dx: 14, anchor: 'start' } as const);
  return [
    { text: `${index + 1}: ${value}`, y: OFF - 2, ...beside },
    ...when(others.length > 0, { text: differs(others.join(', ')), y: OFF + 15, ...beside }),
  ];
}

/** The scale of days, with points in percent of the width. */
function daysOf(figures: readonly TimeFigure[]) {
  const days = figures.map(dayOf);
  const undated = days.flatMap((day, index) => (day ? [] : [index]));
  const hasLane = undated.length > 0;
  const years = days.flatMap((day) => (day ? [day.getUTCFullYear()] : []));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const scale = scaleUtc([Date.UTC(first, 0), Date.UTC(last, 0)], hasLane ? [2, DATED_END] : [4, 96]);
  const at = (day: Date) => round(Math.max(scale(day), 0));
  return {
    at,
    hasLane,
    /** TimePoint of the figure of this number. */
    of(index: number): number {
      const day = days[index];
      if (day) return at(day);
      return round(LANE + ((undated.indexOf(index) + 0.5) * (100 - LANE)) / undated.length);
    },
    years: yearsOn(scale, first, last),
  };
}

function pairsIn(figures: readonly TimeFigure[]): [number, number][] {
  return figures.flatMap(({ conflicts }, a) =>
    figures.flatMap(({ id }, b): [number, number][] => (b > a && conflicts.includes(id) ? [[a, b]] : [])),
  );
}

function valueAxis(values: ScaleLinear<number, number>, number: (value: number) => string): Mark[] {
  return values.ticks(4).flatMap((tick): Mark[] => {
    const y = round(values(tick));
    return [
      ...when(y < BASE, line('grid', 0, y, 100, y)),
      { text: number(tick), x: 0, y: y - 5, anchor: 'start' },
    ];
  });
}

function yearAxis({ years, hasLane }: ReturnType<typeof daysOf>, undated: string): Mark[] {
  // More labels would run into each other on a phone.
  const everyYear = Math.ceil(years.length / (hasLane ? 4 : 6));
  return [
    line('axis', 0, BASE, hasLane ? DATED_END : 100, BASE),
    ...years.flatMap(({ year, x }, index): Mark[] => [
      line('axis', x, BASE, x, BASE + 5),
      ...when(index % everyYear === 0, { text: String(year), x, y: BASE + 20, anchor: anchorAt(x) }),
    ]),
    ...when<Mark>(hasLane, line('axis', LANE, BASE, 100, BASE), {
      text: undated,
      x: (LANE + 100) / 2,
      y: BASE + 20,
      anchor: 'middle',
    }),
  ];
}

/**
 * What joins two figures that do not agree. A figure above the scale has no line of its own:
 * its label names the others.
 */
function joints([first, second]: [number, number], points: readonly TimePoint[]): Stretch[] {
  const [a, b] = [points[first], points[second]];
  if (!a || !b || a.isOff || b.isOff) return [];
  if (Math.abs(a.x - b.x) <= FAR) return [[a.x, a.y, b.x, b.y]];
  return [
    [a.x, BRACKET, b.x, BRACKET],
    [a.x, a.y, a.x, BRACKET],
    [b.x, BRACKET, b.x, b.y],
  ];
}

const middleOf = ([x1, y1, x2, y2]: Stretch) => ({ x: round((x1 + x2) / 2), y: round((y1 + y2) / 2) });

/** The line from zero to a value that is an upper limit; the bar of a range. */
function upTo({ figure, x, y, isOff }: TimePoint, values: ScaleLinear<number, number>): Mark[] {
  const [low, high] = extentOf(figure);
  return [
    ...when(!isOff && reachOf(figure.qualifier) === 'below', line('reach', x, BASE, x, y)),
    ...when(low < high, line('bar', x, round(values(low)), x, round(values(high)))),
  ];
}

/** The axis is broken below a figure that stands above it. */
export const BREAK = { d: 'M-7 13L7 9M-7 18L7 14', role: 'reach' } as const;

function signAt({ figure, x, y, isOff }: TimePoint, point: number): Mark {
  const strokes = [...reachStrokes(figure.qualifier, true), stageSign(figure.stage)];
  return { ...sign(x, y, ...when(isOff, BREAK), ...strokes), point };
}
