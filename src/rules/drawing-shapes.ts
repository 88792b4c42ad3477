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
  look: Exclude<DrawingLook, 'hatched'> | 'hatching' | 'lane' | 'row' | 'edge';
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

const WINDOW = { columns: 9, across: 14, down: 18, width: 10, height: 14 };

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

const DOTS = { columns: 20, step: 9, size: 6 };

/** A dot for each person, of whom the first ones are lit. */
export function people(asked: number, lit: number): Sign {
  const { columns, step, size } = DOTS;
  const shapes = Array.from({ length: asked }, (_, index): Shape => {
    const [x, y] = [(index % columns) * step + 1, Math.floor(index / columns) * step + 1 + size / 2];
    const radius = size / 2;
    return {
      look: index < lit ? 'lit' : 'outline',
      d: `M${x} ${y}a${radius} ${radius} 0 1 0 ${size} 0a${radius} ${radius} 0 1 0-${size} 0`,
    };
  });
  return {
    width: columns * step,
    height: Math.ceil(asked / columns) * step + 1,
    shapes: joined(shapes),
  };
}

const PACKAGE = { columns: 10, across: 56, down: 24, drive: 5 };

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
