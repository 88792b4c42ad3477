import type { Qualifier } from '../../rules/vocabulary.ts';
import { anchorAt, reachOf, type Anchor, type Mark } from './marks.ts';

/** Where a point stands: `x` in percent of the width, `y` in pixels from the top. */
interface Point {
  x: number;
  y: number;
  figure: { qualifier: Qualifier };
  isOff: boolean;
}

/** Edges in pixels. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Widths in pixels between which a chart is drawn: on a phone of 360 pixels, and in the picture. */
const WIDTHS = [325, 730];
/** Width of a letter in pixels, rather too much than too little. */
const LETTER = 7;
/** Half a sign, in pixels. */
const SIGN = 7;
/** Air around the sign of a disagreement, in pixels. */
const CLEARANCE = 5;

/** A label with its place: from the point, in pixels. */
interface Label {
  text: string;
  dx: number;
  dy: number;
  anchor: Anchor;
}

/**
 * The values, each above its point.
 * @returns nothing where two would run into each other
 */
export function valueLabels(points: readonly Point[], texts: readonly string[]): Mark[] | undefined {
  const labels = points.map(({ x, figure }, index): Label => {
    const dy = reachOf(figure.qualifier) === 'none' ? -14 : -22;
    return { text: texts[index] ?? '', dx: 0, dy, anchor: anchorAt(x) };
  });
  const collide = WIDTHS.some((width) => {
    const boxes = points.map((point, index) => labelBox(point, labels[index], width));
    return boxes.some((box, index) =>
      points.some(
        (point, place) =>
          (place > index && overlap(box, boxes[place])) ||
          (place !== index && overlap(box, signBox(point, width))),
      ),
    );
  });
  return collide ? undefined : points.flatMap((point, index) => labelMark(point, labels[index]));
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
] as const satisfies Omit<Label, 'text'>[];

/** Places along a line at which a label would touch it. */
const STEPS = Array.from({ length: 25 }, (_, index) => index / 24);

/**
 * The number of each point in the table, beside it where there is room. A point above the
 * scale has a label of its own.
 * @param lines that the numbers keep clear of, as `x1, y1, x2, y2`
 */
export function numberLabels(
  points: readonly Point[],
  lines: readonly (readonly [number, number, number, number])[],
): Mark[] {
  const taken = WIDTHS.map((width) => ({
    width,
    boxes: [
      ...points.map((point) => signBox(point, width)),
      ...lines.flatMap(([x1, y1, x2, y2]) =>
        STEPS.map((step) => around(x1 + (x2 - x1) * step, y1 + (y2 - y1) * step, width, 1)),
      ),
    ],
  }));
  return points.flatMap((point, index) => {
    if (point.isOff) return [];
    const costs = AROUND.map((place) => {
      const label = { ...place, text: String(index + 1) };
      return taken.reduce((sum, { width, boxes }) => {
        const box = labelBox(point, label, width);
        const touched = boxes.filter((other) => overlap(box, other)).length;
        return sum + touched + (box.left < 0 || box.right > width ? 1 : 0);
      }, 0);
    });
    const best = AROUND[costs.indexOf(Math.min(...costs))] ?? AROUND[0];
    const label = { ...best, text: String(index + 1) };
    for (const { width, boxes } of taken) boxes.push(labelBox(point, label, width));
    return labelMark(point, label);
  });
}

/**
 * The place on a line, as near to its middle as can be, at which a sign keeps clear of texts.
 * @param line as `x1, y1, x2, y2`
 */
export function signPlace(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  marks: readonly Mark[],
): { x: number; y: number } {
  const texts = marks.filter((mark) => 'text' in mark);
  const places = STEPS.map((step) => ({ x: x1 + (x2 - x1) * step, y: y1 + (y2 - y1) * step, step }))
    .toSorted((a, b) => Math.abs(a.step - 0.5) - Math.abs(b.step - 0.5))
    .filter(({ step }) => step >= 0.2 && step <= 0.8);
  const isClear = ({ x, y }: { x: number; y: number }) =>
    WIDTHS.every((width) => {
      const box = around(x, y, width, SIGN + CLEARANCE);
      return !texts.some((text) => overlap(box, labelBox(text, { dx: 0, ...text, dy: 0 }, width)));
    });
  return places.find(isClear) ?? { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
}

function labelMark({ x, y }: Point, label: Label | undefined): Mark[] {
  if (!label) return [];
  const { text, dx, dy, anchor } = label;
  return [{ text, x, y: y + dy, anchor, ...(dx !== 0 && { dx }) }];
}

function labelBox({ x, y }: { x: number; y: number }, label: Label | undefined, width: number): Box {
  const { text = '', dx = 0, dy = 0, anchor = 'start' } = label ?? {};
  const long = text.length * LETTER;
  const at = (x / 100) * width + dx;
  const left = at - (anchor === 'start' ? 0 : anchor === 'end' ? long : long / 2);
  return { left, right: left + long, top: y + dy - 11, bottom: y + dy + 2 };
}

function signBox({ x, y, figure }: Point, width: number): Box {
  const reach = reachOf(figure.qualifier);
  const box = around(x, y, width, SIGN);
  return {
    ...box,
    top: reach === 'above' ? y - 17 : reach === 'soft' ? y - 15 : box.top,
    bottom: reach === 'soft' ? y + 15 : box.bottom,
  };
}

/** A square around a place. */
function around(x: number, y: number, width: number, half: number): Box {
  const at = (x / 100) * width;
  return { left: at - half, right: at + half, top: y - half, bottom: y + half };
}

const overlap = (a: Box, b: Box | undefined) =>
  b !== undefined && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
