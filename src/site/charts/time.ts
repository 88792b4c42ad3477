import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Qualifier, Stage } from '../../rules/vocabulary.ts';
import { numberLabels } from './labels.ts';
import { anchorAt, DIFFER_SIGN, reachOf, reachStrokes, stageSign, type Mark } from './marks.ts';
import { dayIn, dayOf, extentOf, round, type Measured } from './measured.ts';

/** The part of a figure that a time chart draws. */
export interface TimeFigure extends Measured {
  id: string;
  stage: Stage;
  qualifier: Qualifier;
  conflicts: readonly string[];
}

/** How a time chart writes its texts. */
export interface TimeWords<Figure extends TimeFigure> {
  undated: string;
  /** That a figure does not agree with those of these numbers. */
  differs: (numbers: string) => string;
  /** A number of the value axis. */
  number: (value: number) => string;
  /** The value of a figure, with its limit. */
  value: (figure: Figure) => string;
}

/** A figure with its place: `x` in percent of the width, `y` in pixels from the top. */
export interface Place {
  x: number;
  y: number;
  figure: TimeFigure;
  /** Whether it stands above the scale. */
  isOff: boolean;
}

export interface TimeChart {
  height: number;
  marks: Mark[];
  places: Place[];
  /** Pairs of figures that do not agree, by their numbers. */
  pairs: [number, number][];
}

/** Two points that lie farther from each other, in percent, are joined over the heads of those between. */
const FAR = 30;
/** Heights in pixels: of the drawing, of what stands above the scale, and of the air above the highest value. */
const HEIGHT = 340;
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
  const pairs = pairsIn(figures);
  const x = across(figures);
  const values = upward(offScale.length > 0 ? TOP_WITH_OFF : TOP, HEIGHT, highest);
  const places = figures.map((figure, index): Place => {
    const [low, high] = extentOf(figure);
    const above = isOff(figure);
    return { figure, x: x.of(index), y: above ? OFF : round(values.y((low + high) / 2)), isOff: above };
  });
  const texts = figures.map(words.value);
  const disagreements = pairs.map((pair) => joints(pair, places));
  const signs = disagreements.flatMap(([first]) => (first ? [middleOf(first)] : []));
  const spans = places.flatMap((place) => span(place, x));
  return {
    height: values.height,
    places,
    pairs,
    marks: [
      ...valueAxis(values, words.number),
      ...yearAxis(values, x, words.undated),
      ...disagreements.flat().map((line): Mark => ({ line, role: 'differ' })),
      ...signs.map((place): Mark => ({ sign: DIFFER_SIGN, ...place })),
      ...spans.map((line): Mark => ({ line, role: 'thin' })),
      ...places.flatMap((place) => upTo(place, values)),
      ...places.map(signAt),
      ...numberLabels(places, [...disagreements.flat(), ...spans], signs),
      ...places.flatMap((place, index) =>
        place.isOff ? offLabel(place, index, texts, pairs, words.differs) : [],
      ),
    ],
  };
}

/** Beside a figure above the scale: its value, which no axis tells, and the numbers of those that disagree. */
function offLabel(
  { x }: Place,
  index: number,
  texts: readonly string[],
  pairs: [number, number][],
  differs: (numbers: string) => string,
): Mark[] {
  const others = pairs.filter((pair) => pair.includes(index)).map(([a, b]) => (a === index ? b : a) + 1);
  const [dx, anchor] = x > 50 ? [-14, 'end' as const] : [14, 'start' as const];
  return [
    { text: `${index + 1}: ${texts[index] ?? ''}`, x, y: OFF - 2, anchor, dx },
    ...(others.length > 0 ? [{ text: differs(others.join(', ')), x, y: OFF + 15, anchor, dx }] : []),
  ];
}

/** The scale of values, with places in pixels from the top. */
interface Values {
  height: number;
  base: number;
  ticks: number[];
  y: (value: number) => number;
}

function upward(top: number, height: number, highest: number): Values {
  const base = height - 28;
  const y = scaleLinear([0, highest], [base, top]);
  return { height, base, ticks: y.ticks(4), y };
}

/** The scale of days, with places in percent of the width. */
interface Days {
  /** Place of the figure of this number. */
  of: (index: number) => number;
  at: (day: Date) => number;
  years: { year: number; x: number }[];
  hasLane: boolean;
}

function across(figures: readonly TimeFigure[]): Days {
  const days = figures.map(dayOf);
  const undated = days.flatMap((day, index) => (day ? [] : [index]));
  const hasLane = undated.length > 0;
  const years = days.flatMap((day) => (day ? [day.getUTCFullYear()] : []));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const scale = scaleUtc([Date.UTC(first, 0), Date.UTC(last, 0)], hasLane ? [2, DATED_END] : [4, 96]);
  const at = (day: Date) => round(Math.max(scale(day), 0));
  const inLane = (index: number) =>
    round(LANE + ((undated.indexOf(index) + 0.5) * (100 - LANE)) / undated.length);
  return {
    at,
    hasLane,
    of: (index) => {
      const day = days[index];
      return day ? at(day) : inLane(index);
    },
    years: Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      x: round(scale(Date.UTC(first + index, 0))),
    })),
  };
}

function pairsIn(figures: readonly TimeFigure[]): [number, number][] {
  return figures.flatMap(({ conflicts }, a) =>
    figures.flatMap(({ id }, b): [number, number][] => (b > a && conflicts.includes(id) ? [[a, b]] : [])),
  );
}

function valueAxis({ base, ticks, y }: Values, number: (value: number) => string): Mark[] {
  return ticks.flatMap((tick): Mark[] => [
    ...(y(tick) < base ? [{ line: [0, round(y(tick)), 100, round(y(tick))], role: 'grid' } as const] : []),
    { text: number(tick), x: 0, y: round(y(tick)) - 5, anchor: 'start' },
  ]);
}

function yearAxis({ base }: Values, { years, hasLane }: Days, undated: string): Mark[] {
  // More labels would run into each other on a phone.
  const everyYear = Math.ceil(years.length / (hasLane ? 4 : 6));
  const lane: Mark[] = [
    { line: [LANE, base, 100, base], role: 'axis' },
    { text: undated, x: (LANE + 100) / 2, y: base + 20, anchor: 'middle' },
  ];
  return [
    { line: [0, base, hasLane ? DATED_END : 100, base], role: 'axis' },
    ...years.flatMap(({ year, x }, index): Mark[] => [
      { line: [x, base, x, base + 5], role: 'axis' },
      ...(index % everyYear === 0
        ? [{ text: String(year), x, y: base + 20, anchor: anchorAt(x) } satisfies Mark]
        : []),
    ]),
    ...(hasLane ? lane : []),
  ];
}

/** A line across the drawing: from one place to another. */
type Stretch = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * What joins two figures that do not agree. A figure above the scale has no line of its own:
 * its label names the others.
 */
function joints([first, second]: [number, number], places: readonly Place[]): Stretch[] {
  const [a, b] = [places[first], places[second]];
  if (!a || !b || a.isOff || b.isOff) return [];
  if (Math.abs(a.x - b.x) <= FAR) return [[a.x, a.y, b.x, b.y]];
  return [
    [a.x, BRACKET, b.x, BRACKET],
    [a.x, a.y, a.x, BRACKET],
    [b.x, BRACKET, b.x, b.y],
  ];
}

const middleOf = ([x1, y1, x2, y2]: Stretch) => ({ x: round((x1 + x2) / 2), y: round((y1 + y2) / 2) });

/** The time over which a figure was counted, back from its point. */
function span({ figure, x, y }: Place, days: Days): Stretch[] {
  return figure.period ? [[days.at(dayIn(figure.period.from)), y, x, y]] : [];
}

/** The line from zero to a value that is an upper limit; the bar of a range. */
function upTo({ figure, x, y, isOff }: Place, { base, y: scale }: Values): Mark[] {
  const [low, high] = extentOf(figure);
  return [
    ...(!isOff && reachOf(figure.qualifier) === 'below'
      ? [{ line: [x, base, x, y], role: 'reach' } satisfies Mark]
      : []),
    ...(low < high
      ? [{ line: [x, round(scale(low)), x, round(scale(high))], role: 'bar' } satisfies Mark]
      : []),
  ];
}

/** The axis is broken below a figure that stands above it. */
export const BREAK = { d: 'M-7 13L7 9M-7 18L7 14', role: 'reach' } as const;

function signAt({ figure, x, y, isOff }: Place, point: number): Mark {
  const strokes = [...reachStrokes(figure.qualifier, true), stageSign(figure.stage)];
  return { sign: isOff ? [BREAK, ...strokes] : strokes, x, y, point };
}
