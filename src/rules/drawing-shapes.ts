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
    | 'halo'
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

/** Windows in rows, each in its look. */
export function windows(looks: readonly DrawingLook[]): Sign {
  const { columns, across, down, width, height } = WINDOW;
  const shapes = looks.map((look, index) =>
    box(look, (index % columns) * across + 1, Math.floor(index / columns) * down + 1, width, height),
  );
  return {
    width: columns * across - 2,
    height: Math.ceil(looks.length / columns) * down - 2,
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

/** Drives stand in rows of five; lengths are in pixels. */
const PACKAGE = { inRow: 5, across: 54, down: 40, leading: 13 };
/** From one drive of a package to the next, in pixels. */
export const DRIVE_STEP = 8;

/**
 * Packages as squares in rows, each with its drives; how one looks is not drawn.
 * @param columns packages in a row
 */
export function packages(count: number, drives: number, columns: number): Sign {
  const { inRow, across, down, leading } = PACKAGE;
  const rows = Math.ceil(drives / inRow);
  const width = inRow * DRIVE_STEP;
  const at = Array.from({ length: count }, (_, index) => [
    (index % columns) * across + 1,
    Math.floor(index / columns) * down + 1,
  ]);
  const paths = (d: (x: number, y: number) => string) => at.map(([x = 0, y = 0]) => d(x, y)).join('');
  // A dash for each drive: a path of them all would be ten times as long.
  const row = paths((x, y) =>
    Array.from({ length: rows }, (_, index) => {
      const length = Math.min(inRow, drives - index * inRow) * DRIVE_STEP;
      return `${move(x + 3, y + 9 + index * leading)}h${length - 2}`;
    }).join(''),
  );
  return {
    width: columns * across - 8,
    height: Math.ceil(count / columns) * down - 6,
    shapes: [
      { look: 'edge', d: row },
      { look: 'row', d: row },
      { look: 'plain', d: paths((x, y) => rectangle(x, y, width + 4, rows * leading + 6)) },
    ],
  };
}

/** The sign of an event: a small window. */
export const EVENT_MARK: Sign = {
  width: 12,
  height: 16,
  shapes: [{ look: 'solid', d: rectangle(1, 1, 10, 14) }],
};
