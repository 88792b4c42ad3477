import { anchorAt, reachOf, type Anchor, type Limit, type Mark } from './marks.ts';

/** Where a point stands: `x` in percent of the width, `y` in pixels from the top. */
interface Point {
  x: number;
  y: number;
  figure: { qualifier: Limit };
  isOff: boolean;
}

/** Edges in pixels. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The narrowest drawing in pixels: a phone of 360 pixels without its margins. What is apart here is apart on wider screens. */
const NARROWEST = 325;
/** Width of a letter in pixels, rather too much than too little. */
const LETTER = 7;
/** Half a sign, in pixels. */
const SIGN = 7;

/**
 * The values, each above its point.
 * @returns nothing where two would run into each other on a phone
 */
export function valueLabels(points: readonly Point[], texts: readonly string[]): Mark[] | undefined {
  const labels = points.map((point, index) => {
    const dy = reachOf(point.figure.qualifier) === 'above' ? -22 : -16;
    return labelAt(point, texts[index] ?? '', { dx: 0, dy, anchor: anchorAt(point.x) });
  });
  const boxes = labels.map(({ box }) => box);
  const signs = points.map(signBox);
  const collides = boxes.some(
    (box, index) =>
      boxes.some((other, place) => place > index && overlap(box, other)) ||
      signs.some((other, place) => place !== index && overlap(box, other)),
  );
  return collides ? undefined : labels.map(({ mark }) => mark);
}

const AROUND = [
  { dx: 9, dy: 5, anchor: 'start' },
  { dx: -9, dy: 5, anchor: 'end' },
  { dx: 0, dy: 20, anchor: 'middle' },
  { dx: 0, dy: -10, anchor: 'middle' },
  { dx: 0, dy: -20, anchor: 'middle' },
  { dx: 9, dy: -6, anchor: 'start' },
  { dx: 9, dy: 16, anchor: 'start' },
  { dx: -9, dy: 16, anchor: 'end' },
  { dx: -9, dy: -6, anchor: 'end' },
] as const satisfies { dx: number; dy: number; anchor: Anchor }[];

/** Places along a line at which a label would touch it. */
const STEPS = Array.from({ length: 13 }, (_, index) => index / 12);

/**
 * The number of each point in the table, beside it where there is room. A point above the
 * scale has a label of its own.
 * @param lines that the numbers keep clear of, as `x1, y1, x2, y2`
 */
export function numberLabels(
  points: readonly Point[],
  lines: readonly (readonly [number, number, number, number])[],
): Mark[] {
  const taken = [
    ...points.map(signBox),
    ...lines.flatMap(([x1, y1, x2, y2]) =>
      STEPS.map((step) => dot(x1 + (x2 - x1) * step, y1 + (y2 - y1) * step)),
    ),
  ];
  return points.flatMap((point, index) => {
    if (point.isOff) return [];
    const candidates = AROUND.map((offset) => labelAt(point, String(index + 1), offset)).map((label) => ({
      ...label,
      cost: taken.filter((box) => overlap(box, label.box)).length + outside(label.box),
    }));
    const best = candidates.reduce((least, one) => (one.cost < least.cost ? one : least));
    taken.push(best.box);
    return [best.mark];
  });
}

const dot = (x: number, y: number): Box => {
  const at = (x / 100) * NARROWEST;
  return { left: at - 1, right: at + 1, top: y - 1, bottom: y + 1 };
};

function labelAt(
  { x, y }: Point,
  text: string,
  { dx, dy, anchor }: { dx: number; dy: number; anchor: Anchor },
): { mark: Mark; box: Box } {
  const width = text.length * LETTER;
  const at = (x / 100) * NARROWEST + dx;
  const left = at - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return {
    mark: { text, x, y: y + dy, anchor, ...(dx !== 0 && { dx }) },
    box: { left, right: left + width, top: y + dy - 11, bottom: y + dy + 2 },
  };
}

function signBox({ x, y, figure }: Point): Box {
  const at = (x / 100) * NARROWEST;
  const reach = reachOf(figure.qualifier);
  return {
    left: at - SIGN,
    right: at + SIGN,
    top: y - (reach === 'above' ? 17 : reach === 'soft' ? 13 : SIGN),
    bottom: y + (reach === 'soft' ? 13 : SIGN),
  };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const outside = ({ left, right }: Box) => (left < 0 || right > NARROWEST ? 1 : 0);
