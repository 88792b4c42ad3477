import { symbol, symbolCircle, symbolDiamond, symbolSquare } from 'd3-shape';
import type { Qualifier, Stage } from '../../rules/vocabulary.ts';

/*
 * What charts are made of. The page and the picture for downloads draw the same marks:
 * each has a pen, which knows how wide it draws and how a role looks.
 */

/** The colours of charts: variables of the sheet on a page, values of their own in a picture. */
export type Colour = 'ink' | 'slate' | 'rule' | 'paper' | 'lit' | 'hatch';

interface Look {
  fill?: Colour;
  stroke?: Colour;
  /** Of the stroke, in pixels. */
  width?: number;
  dashes?: string;
}

/** How marks look, by what they are for. */
const LOOKS = {
  axis: { stroke: 'slate', width: 1 },
  grid: { stroke: 'rule', width: 1 },
  /** A bar or a sign in the second colour. */
  fill: { fill: 'slate' },
  solid: { fill: 'ink' },
  open: { fill: 'paper', stroke: 'ink', width: 2 },
  paper: { fill: 'paper' },
  /** Two accounts differ. */
  differ: { stroke: 'slate', width: 2, dashes: '5 3' },
  thin: { stroke: 'slate', width: 1 },
  /** How far the source leaves a number open: with an end, or softly. */
  reach: { stroke: 'ink', width: 2 },
  soft: { stroke: 'ink', width: 2, dashes: '4 3' },
  bar: { stroke: 'slate', width: 12 },
  broken: { stroke: 'slate', width: 12, dashes: '5 3' },
  /** Windows: lit, their bars, hatched, outlined. */
  lit: { fill: 'lit', stroke: 'ink', width: 0.6 },
  panes: { stroke: 'ink', width: 0.6 },
  hatched: { fill: 'hatch', stroke: 'ink', width: 0.6 },
  empty: { stroke: 'ink', width: 0.8 },
} as const satisfies Record<string, Look>;

export type Role = keyof typeof LOOKS;

/** The attributes of a mark. */
export function paint(role: Role, colours: Record<Colour, string>): string {
  const { fill, stroke, width, dashes }: Look = LOOKS[role];
  return [
    `fill="${fill ? colours[fill] : 'none'}"`,
    ...(stroke ? [`stroke="${colours[stroke]}"`, `stroke-width="${width}"`] : []),
    ...(dashes ? [`stroke-dasharray="${dashes}"`] : []),
  ].join(' ');
}

/** A path in pixels around the place of its sign. */
export interface Stroke {
  d: string;
  role: Role;
}

/** `x` is in percent of the width, `y` in pixels from the top. */
export type Mark =
  | { line: Stretch; role: Role }
  | { box: readonly [x: number, y: number, width: number, height: number]; role: Role }
  /** `point` is the number of the row of the table that it stands for, from 0. */
  | { sign: readonly Stroke[]; x: number; y: number; point?: number }
  /** `dx` is in pixels. */
  | { text: string; x: number; y: number; anchor: Anchor; dx?: number };

export type Anchor = 'start' | 'middle' | 'end';

/** A line across the drawing: from one point to another. */
export type Stretch = readonly [x1: number, y1: number, x2: number, y2: number];

export const line = (role: Role, ...ends: Stretch): Mark => ({ line: ends, role });
export const box = (role: Role, ...edges: Stretch): Mark => ({ box: edges, role });
export const sign = (x: number, y: number, ...strokes: readonly Stroke[]): Mark => ({ sign: strokes, x, y });
/** Some things where something holds, and else nothing. */
export const when = <T>(holds: boolean, ...things: T[]): T[] => (holds ? things : []);

export interface Pen {
  /** A place across the drawing. */
  x: (percent: number) => string;
  colours: Record<Colour, string>;
  /** Wraps what stands around a place. */
  around: (x: number, y: number, inside: string, point: number | undefined) => string;
  text: (text: string, x: number, y: number, anchor: Anchor, dx: number) => string;
}

/** Draws marks as SVG. */
export function drawMarks(marks: readonly Mark[], pen: Pen): string {
  const look = (role: Role) => paint(role, pen.colours);
  return marks
    .map((mark) => {
      if ('line' in mark) {
        const [x1, y1, x2, y2] = mark.line;
        return `<line ${look(mark.role)} x1="${pen.x(x1)}" y1="${y1}" x2="${pen.x(x2)}" y2="${y2}"/>`;
      }
      if ('box' in mark) {
        const [x, y, width, height] = mark.box;
        return `<rect ${look(mark.role)} x="${pen.x(x)}" y="${y}" width="${pen.x(width)}" height="${height}"/>`;
      }
      if ('sign' in mark) {
        const paths = mark.sign.map(({ d, role }) => `<path ${look(role)} d="${d}"/>`).join('');
        return pen.around(mark.x, mark.y, paths, mark.point);
      }
      return pen.text(mark.text, mark.x, mark.y, mark.anchor, mark.dx ?? 0);
    })
    .join('');
}

/** Where a text at a place across the drawing is anchored, so that it stays within. */
export const anchorAt = (x: number): Anchor => (x < 12 ? 'start' : x > 88 ? 'end' : 'middle');

const path = (shape: typeof symbolCircle, size: number) => symbol(shape, size)() ?? '';

/** The sign of each kind of counting that time charts show; one for all others. */
export const stageSign = (stage: Stage): Stroke =>
  stage === 'collected'
    ? { d: path(symbolCircle, 100), role: 'fill' }
    : stage === 'aimed'
      ? { d: path(symbolDiamond, 80), role: 'open' }
      : { d: path(symbolSquare, 82), role: 'solid' };

/** The sign of a value where all are of one kind. */
export const VALUE_SIGN: Stroke = { d: path(symbolCircle, 90), role: 'solid' };
/** The sign of a vote or an order. */
export const PASSED_SIGN: Stroke = { d: path(symbolDiamond, 60), role: 'open' };
/** “Is not equal to”, on a ground of paper: two accounts differ. */
export const DIFFER_SIGN: readonly Stroke[] = [
  { d: path(symbolCircle, 200), role: 'paper' },
  { d: 'M-5-2.5H5M-5 2.5H5M3-6L-3 6', role: 'reach' },
];

/** What a chart shows of a limit. */
export type Reach = 'none' | 'soft' | 'above' | 'below';

export function reachOf(limit: Qualifier): Reach {
  if (limit === 'exactly') return 'none';
  if (limit === 'about') return 'soft';
  return limit === 'more-than' || limit === 'at-least' ? 'above' : 'below';
}

/**
 * Strokes that show a limit around the sign of a value. Their length means nothing.
 * @param upright whether larger values lie above, as in a time chart, or to the right
 */
export function reachStrokes(limit: Qualifier, upright: boolean): Stroke[] {
  const reach = reachOf(limit);
  if (reach === 'none') return [];
  if (reach === 'soft') return [{ d: upright ? 'M0-8V-15M0 8V15' : 'M-8 0H-19M8 0H19', role: 'soft' }];
  if (reach === 'above')
    return [{ d: upright ? 'M0 0V-16M-4-12L0-16 4-12' : 'M0 0H17M13-4L17 0 13 4', role: 'reach' }];
  return [{ d: upright ? 'M-7-8H7' : 'M8-7V7', role: 'reach' }];
}
