import { createHash } from 'node:crypto';
import { CARD_HEIGHT, CARD_WIDTH, type SectionCard } from '../rules/sharing.ts';
import { windowPaths, type WindowGrid } from '../rules/window-field.ts';
import { site } from '../site.ts';
import {
  balanced,
  cardSvg,
  fitting,
  HEAD_LEADING,
  INK,
  largest,
  LIT,
  MARGIN,
  mark,
  PAPER,
  QUIET,
  RULE,
  stacked,
} from './card-parts.ts';
import { canLetter, type Style } from './lettering.ts';

/* How the card of a part of the site is drawn: its name, a line on it, and below them a house front at night. */

const ROWS = 3;
const GRID: WindowGrid = { columns: 27, width: 40, height: 52, gap: 6 };
const LINE_WIDTH = CARD_WIDTH - 2 * MARGIN;
/** Where the windows begin, in pixels. */
const FIELD = {
  left: (CARD_WIDTH - GRID.columns * GRID.width) / 2,
  top: CARD_HEIGHT - MARGIN + GRID.gap - ROWS * GRID.height,
};
/** Of 256 windows so many are lit. */
const LIT_WINDOWS = 72;
const NAME_SIZES = [112, 104, 96, 88, 80, 72, 64] as const;
const LINE: Style = { size: 34, face: 'label', colour: QUIET };
const LEADING = 46;
/** From the line below the name to the windows. */
const CLEAR = 44;

/** The picture of the card of a part of the site, as SVG. Where the fonts lack its letters, it tells of the site alone. */
export function sectionCardSvg({ page, name, line }: SectionCard): string {
  const own = canLetter(name, 'head') ? name : site.name;
  const texts = canLetter(line) ? balanced(fitting(line, LINE, LINE_WIDTH, 2), LINE, LINE_WIDTH) : [];
  const foot = FIELD.top - CLEAR;
  const lines = stacked(texts, LINE, MARGIN, foot - (texts.length - 1) * LEADING, LEADING);
  const bottom = foot - texts.length * LEADING - 22;
  const head = largest(own, NAME_SIZES, { width: LINE_WIDTH, height: bottom - 150, lines: 2 });
  const leading = head.size * HEAD_LEADING;
  const style: Style = { size: head.size, face: 'head', colour: INK };
  const names = stacked(head.texts, style, MARGIN, bottom - (head.texts.length - 1) * leading, leading);
  const label = { ...style, size: 40, text: site.name, x: MARGIN + 78, y: 114 };
  const shapes = mark(2.6) + houseFront(page, GRID, ROWS, FIELD);
  return cardSvg(shapes, [...(own === site.name ? [] : [label]), ...names, ...lines]);
}

/** Rows of windows, of which some are lit: always the same ones for the same seed, and others for another. */
export function houseFront(
  seed: string,
  grid: WindowGrid,
  rows: number,
  { left, top }: { left: number; top: number },
): string {
  const chances = createHash('shake256', { outputLength: rows * grid.columns })
    .update(seed)
    .digest();
  const paths = { lit: '', bars: '', dark: '' };
  for (const [index, chance] of chances.entries()) {
    const { panes, bars } = windowPaths(index, index + 1, grid);
    if (chance < LIT_WINDOWS) [paths.lit, paths.bars] = [paths.lit + panes, paths.bars + bars];
    else paths.dark += panes;
  }
  return [
    `<g transform="translate(${left} ${top})">`,
    `<path d="${paths.lit}" fill="${LIT}"/>`,
    `<path d="${paths.bars}" stroke="${PAPER}" stroke-width="2"/>`,
    `<path d="${paths.dark}" fill="none" stroke="${RULE}" stroke-width="2"/>`,
    '</g>',
  ].join('');
}
