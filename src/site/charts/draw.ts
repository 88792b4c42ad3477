import { PAGE_COLOURS, type Palette } from '../tokens.ts';
import type { Piece } from './bars.ts';

/* How a bar becomes SVG: colours of the sheet on a page, colours of paper in a picture. */

export interface Pen {
  colours: Palette;
  /** Id of the pattern of the lines of what is contested. */
  hatch: string;
  /** A place or length across the drawing, of one in percent. */
  across: (percent: number) => string;
}

/** For a page: in percent of what holds the drawing. */
export const pagePen = (hatch: string): Pen => ({
  colours: PAGE_COLOURS,
  hatch,
  across: (percent) => `${Math.round(percent * 10) / 10}%`,
});

/** The pattern that a pen needs, once in each document. */
export const hatching = ({ colours, hatch }: Pen): string =>
  `<pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path stroke="${colours.ink}" stroke-width="1.5" d="M0 0v5"/></pattern>`;

function paint(look: Piece['look'], { colours: { ink, lit, slate }, hatch }: Pen): string {
  const edge = `stroke="${ink}"`;
  if (look === 'lit') return `fill="${lit}" ${edge}`;
  if (look === 'hatched') return `fill="url(#${hatch})" ${edge}`;
  if (look === 'plain') return `fill="${slate}"`;
  return `fill="none" ${edge}${look === 'dotted' ? ' stroke-dasharray="2 3"' : ''}`;
}

/** A bar as the content of an `<svg>`; lengths are in pixels. */
export const drawBar = (bar: readonly Piece[], top: number, height: number, pen: Pen): string =>
  bar
    .map(
      ({ look, from, to }) =>
        `<rect ${paint(look, pen)} x="${pen.across(from)}" y="${top}" width="${pen.across(to - from)}" height="${height}"/>`,
    )
    .join('');

/** Lines at the ticks of a scale, across the height of a bar. */
export const drawTicks = (count: number, height: number, { colours, across }: Pen): string =>
  Array.from({ length: count }, (_, index) => across((100 * index) / Math.max(1, count - 1)))
    .map((x) => `<line stroke="${colours.rule}" x1="${x}" y1="0" x2="${x}" y2="${height}"/>`)
    .join('');

/** The smallest and largest height of a bar in a small picture, and the room for all of them, in pixels. */
const [THIN, THICK, ROOM] = [4, 38, 156];

/** The bars of a chart below each other, without words and without the outlines of a whole: how it looks from afar. */
export function thumbnail(bars: readonly (readonly Piece[])[], pen: Pen): string {
  const step = Math.min(THICK, Math.max(THIN, ROOM / bars.length));
  const height = Math.max(2, Math.round(step * 0.65));
  return bars
    .map((bar) => bar.filter(({ look, from }) => look !== 'outline' || from === 0))
    .map((bar, index) => drawBar(bar, Math.round(1 + index * step), height, pen))
    .join('');
}
