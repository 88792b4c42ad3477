import type { Qualifier } from '../../rules/vocabulary.ts';
import { reachOf, type Anchor, type Mark } from './marks.ts';

/** Where a point stands: `x` in percent of the width, `y` in pixels from the top. */
export interface Point {
  x: number;
  y: number;
  figure: { qualifier: Qualifier };
  /** Whether it stands above the scale. */
  isOff: boolean;
}

/** Edges in pixels. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Width of the chart on a phone of 360 pixels: what has room there has room in any wider drawing. */
const WIDTH = 325;
/** Width of a digit in pixels, rather too much than too little. */
const DIGIT = 7;
/** Half a sign, in pixels. */
const SIGN = 7;
/** Half the sign of a disagreement with some air around it, in pixels. */
const DIFFER = 12;

/** Where a number may stand beside its point, in pixels; the best place first. */
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

/** Places along a line at which a number would touch it. */
const STEPS = Array.from({ length: 25 }, (_, index) => index / 24);

/**
 * The number of each point in the table, beside it where there is room. A point above the
 * scale has a label of its own.
 * @param lines that the numbers keep clear of, as `x1, y1, x2, y2`
 * @param differ signs of disagreements, of which they keep clear too
 */
export function numberLabels(
  points: readonly Point[],
  lines: readonly (readonly [number, number, number, number])[],
  differ: readonly { x: number; y: number }[],
): Mark[] {
  const taken = [
    ...points.map(signBox),
    ...differ.map((sign) => around(sign, DIFFER)),
    ...lines.flatMap(([x1, y1, x2, y2]) =>
      STEPS.map((step) => around({ x: x1 + (x2 - x1) * step, y: y1 + (y2 - y1) * step }, 1)),
    ),
  ];
  return points.flatMap((point, index) => {
    if (point.isOff) return [];
    const text = String(index + 1);
    const [best] = AROUND.map((place) => {
      const box = labelBox(text, point, place);
      const touched = taken.filter((other) => overlap(box, other)).length;
      return { place, box, cost: touched + (box.left < 0 || box.right > WIDTH ? 1 : 0) };
    }).toSorted((a, b) => a.cost - b.cost);
    if (!best) return [];
    taken.push(best.box);
    const { dx, dy, anchor } = best.place;
    return [{ text, x: point.x, y: point.y + dy, anchor, ...(dx !== 0 && { dx }) }];
  });
}

function labelBox(text: string, { x, y }: Point, { dx, dy, anchor }: (typeof AROUND)[number]): Box {
  const long = text.length * DIGIT;
  const left = (x / 100) * WIDTH + dx - (anchor === 'start' ? 0 : anchor === 'end' ? long : long / 2);
  return { left, right: left + long, top: y + dy - 11, bottom: y + dy + 2 };
}

function signBox(point: Point): Box {
  const reach = reachOf(point.figure.qualifier);
  const box = around(point, SIGN);
  return {
    ...box,
    top: reach === 'above' ? point.y - 17 : reach === 'soft' ? point.y - 15 : box.top,
    bottom: reach === 'soft' ? point.y + 15 : box.bottom,
  };
}

/** A square around a place. */
function around({ x, y }: { x: number; y: number }, half: number): Box {
  const at = (x / 100) * WIDTH;
  return { left: at - half, right: at + half, top: y - half, bottom: y + half };
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
