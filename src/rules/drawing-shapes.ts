/*
 * The parts of drawings, as paths in pixels. One grammar holds everywhere: what is lit was
 * counted, what is hatched was tested once or is contested, an outline is an aim or an
 * assumption, and what is dotted nobody observed.
 */

export const DRAWING_LOOKS = ['plain', 'lit', 'hatched', 'outline', 'dotted'] as const;
export type DrawingLook = (typeof DRAWING_LOOKS)[number];

/** A path and how it is drawn; `plain` is a line that says nothing of the evidence. */
export interface Shape {
  d: string;
  look:
    | Exclude<DrawingLook, 'hatched'>
    | 'solid'
    | 'hatching'
    | 'lane'
    | 'row'
    | 'edge'
    | 'heads'
    | 'lit heads'
    | 'empty heads';
}

/** A sign of its own size. */
export interface Sign {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

const number = (value: number) => String(Math.round(value * 10) / 10);
const move = (x: number, y: number) => `M${number(x)} ${number(y)}`;

const rectangle = (x: number, y: number, width: number, height: number) =>
  `${move(x, y)}h${number(width)}v${number(height)}h${number(-width)}z`;

/** Slanted lines that fill a rectangle. */
function hatching(x: number, y: number, width: number, height: number, step: number): string {
  let d = '';
  for (let at = step; at < width + height; at += step) {
    const [low, high] = [Math.max(0, at - height), Math.min(at, width)];
    d += `${move(x + low, y + Math.min(at, height))}l${number(high - low)} ${number(low - high)}`;
  }
  return d;
}

/** A rectangle in a look. */
export function box(look: DrawingLook, ...edges: [x: number, y: number, w: number, h: number]): Shape[] {
  if (look !== 'hatched') return [{ look, d: rectangle(...edges) }];
  return [
    { look: 'plain', d: rectangle(...edges) },
    { look: 'hatching', d: hatching(...edges, Math.min(6, edges[2] / 2)) },
  ];
}

/** Shapes of one look as one path. */
const joined = (shapes: readonly Shape[]): Shape[] =>
  [...Map.groupBy(shapes, ({ look }) => look)].map(([look, all]) => ({
    look,
    d: all.map(({ d }) => d).join(''),
  }));

const WINDOW = { columns: 7, across: 18, down: 24, width: 13, height: 18 };

/**
 * Windows in rows. Hatched are those of the first row: what was tested is a small part, and
 * the rest nobody observed.
 */
export function windows(count: number, look: DrawingLook): Sign {
  const { columns, across, down, width, height } = WINDOW;
  const lookOf = (index: number) => (look === 'hatched' && index >= columns ? 'dotted' : look);
  const shapes = Array.from({ length: count }, (_, index) =>
    box(lookOf(index), (index % columns) * across + 1, Math.floor(index / columns) * down + 1, width, height),
  );
  return {
    width: columns * across - 2,
    height: Math.ceil(count / columns) * down - 2,
    shapes: joined(shapes.flat()),
  };
}

const HEADS_IN_ROW = 20;
/** From one head to the next, in pixels. */
export const HEAD_STEP = 9;

/** Heads in rows, from one number up to another: a dash for each, which is far shorter than a circle. */
function heads(from: number, to: number): string {
  let d = '';
  for (let at = from; at < to;) {
    const end = Math.min(to, (Math.floor(at / HEADS_IN_ROW) + 1) * HEADS_IN_ROW);
    const x = (at % HEADS_IN_ROW) * HEAD_STEP + HEAD_STEP / 2;
    // Half a step more, so that the last dash is not lost in rounding.
    d += `${move(x, Math.floor(at / HEADS_IN_ROW) * HEAD_STEP + HEAD_STEP / 2)}h${(end - at - 0.5) * HEAD_STEP}`;
    at = end;
  }
  return d;
}

/** A dot for each person, of whom the first ones are lit. */
export function people(asked: number, lit: number): Sign {
  return {
    width: HEADS_IN_ROW * HEAD_STEP,
    height: Math.ceil(asked / HEADS_IN_ROW) * HEAD_STEP,
    shapes: [
      { look: 'heads', d: heads(0, asked) },
      { look: 'lit heads', d: heads(0, lit) },
      { look: 'empty heads', d: heads(lit, asked) },
    ],
  };
}

const PACKAGE = { columns: 6, across: 56, down: 24, drive: 5 };

/** Packages as squares side by side, each with its drives as a row; how one looks is not drawn. */
export function packages(count: number, drives: number): Sign {
  const { columns, across, down, drive } = PACKAGE;
  const width = drives * drive;
  const at = Array.from({ length: count }, (_, index) => [
    (index % columns) * across + 1,
    Math.floor(index / columns) * down + 1,
  ]);
  const paths = (d: (x: number, y: number) => string) => at.map(([x = 0, y = 0]) => d(x, y)).join('');
  // A dash for each drive: a path of them all would be ten times as long.
  const row = paths((x, y) => `${move(x + 1, y + 8)}h${width - 1}`);
  return {
    width: columns * across,
    height: Math.ceil(count / columns) * down,
    shapes: [
      { look: 'edge', d: row },
      { look: 'row', d: row },
      { look: 'plain', d: paths((x, y) => rectangle(x - 1, y, width + 2, 16)) },
    ],
  };
}
