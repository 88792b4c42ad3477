import { createHash } from 'node:crypto';
import { CARD_HEIGHT, CARD_WIDTH, type SectionCard } from '../rules/sharing.ts';
import { windowPaths, type WindowGrid } from '../rules/window-field.ts';
import { site } from '../site.ts';
import { cardSvg, fittingEvenly, HEAD_LEADING, largest, MARGIN, mark, stacked } from './card-parts.ts';
import { NIGHT_COLOURS } from './tokens.ts';
import { canLetter, type Line } from './lettering.ts';

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
const LIT = 72;
const NAME_SIZES = [112, 104, 96, 88, 80, 72, 64] as const;
const LINE = { size: 34, leading: 46, most: 2 };
/** From the line below the name to the windows. */
const CLEAR = 44;

/** The picture of the card of a part of the site, as SVG. Where the fonts lack its letters, it tells of the site alone. */
export function sectionCardSvg({ page, name, line }: SectionCard): string {
  const own = canLetter(name, 'head') ? name : site.name;
  const texts = canLetter(line) ? fittingEvenly(line, LINE.size, 'label', LINE_WIDTH, LINE.most) : [];
  const foot = FIELD.top - CLEAR;
  const lines = stacked(texts, foot - (texts.length - 1) * LINE.leading, LINE.leading, {
    ...{ x: MARGIN, size: LINE.size, face: 'label', fill: NIGHT_COLOURS.quiet },
  });
  const bottom = foot - texts.length * LINE.leading - 22;
  const head = largest(own, NAME_SIZES, { width: LINE_WIDTH, height: bottom - 150, lines: 2 });
  const leading = head.size * HEAD_LEADING;
  const names = stacked(head.texts, bottom - (head.texts.length - 1) * leading, leading, {
    ...{ x: MARGIN, size: head.size, face: 'head', fill: NIGHT_COLOURS.ink },
  });
  const label: Line = {
    text: site.name,
    x: MARGIN + 78,
    y: 114,
    size: 40,
    face: 'head',
    fill: NIGHT_COLOURS.ink,
  };
  return cardSvg(mark(2.6) + houseFront(page, GRID, ROWS, FIELD), [
    ...(own === site.name ? [] : [label]),
    ...names,
    ...lines,
  ]);
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
    if (chance < LIT) [paths.lit, paths.bars] = [paths.lit + panes, paths.bars + bars];
    else paths.dark += panes;
  }
  return [
    `<g transform="translate(${left} ${top})">`,
    `<path d="${paths.lit}" fill="${NIGHT_COLOURS.lit}"/>`,
    `<path d="${paths.bars}" stroke="${NIGHT_COLOURS.paper}" stroke-width="2"/>`,
    `<path d="${paths.dark}" fill="none" stroke="${NIGHT_COLOURS.rule}" stroke-width="2"/>`,
    '</g>',
  ].join('');
}
