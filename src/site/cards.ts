import { createHash } from 'node:crypto';
import type { Dictionary } from '../i18n/dictionary.ts';
import { CARD_HEIGHT, CARD_WIDTH, type SectionCard } from '../rules/sharing.ts';
import { windowPaths, type WindowGrid } from '../rules/window-field.ts';
import { site } from '../site.ts';
import {
  balanced,
  canLetter,
  fitting,
  lettered,
  stacked,
  type Line,
  type Style,
  type Type,
} from './lettering.ts';
import { NIGHT_COLOURS } from './tokens.ts';

/*
 * Cards, with which links are shown: a window at night with the mark of the site. On that of a part of the
 * site, and on the cover of the book, stand a name, a line on it, and below them a house front.
 */

const { paper: PAPER, ink: INK, quiet: QUIET, rule: RULE, lit: LIT } = NIGHT_COLOURS;
const CARD = { width: CARD_WIDTH, height: CARD_HEIGHT };
export const MARGIN = 64;
/** Between the lines of the serif, as a part of its size. */
export const HEAD_LEADING = 1.16;

/**
 * A card as SVG. All text stands in it as outlines, so it needs no fonts.
 * @param shapes parts of an SVG that stand below the text
 */
export function cardSvg(shapes: string, lines: readonly Line[], { width, height } = CARD): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    shapes,
    lettered(lines),
    '</svg>',
  ].join('');
}

/** The mark of the site in the upper left corner: windows, one of them lit. */
export function mark(scale: number): string {
  return [
    `<g transform="translate(${MARGIN} ${MARGIN}) scale(${scale})">`,
    `<path d="M13 10h8v6h-8z" fill="${LIT}"/>`,
    `<path d="M1 1h8v6H1zM13 1h8v6h-8zM1 10h8v6H1zM13 10h8v6h-8zM1 19h8v6H1zM13 19h8v6h-8z" fill="none" stroke="${INK}"/>`,
    '</g>',
  ].join('');
}

/** The icon: the mark of the site, at night, as SVG. */
export const icon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  `<path fill="${PAPER}" d="M0 0h32v32H0z"/>`,
  `<path fill="none" stroke="${INK}" stroke-width="1.5" d="M6 5h8v6H6zM18 5h8v6h-8zM6 13h8v6H6zM6 21h8v6H6zM18 21h8v6h-8z"/>`,
  `<path fill="${LIT}" d="M17.250 12.250h9.500v7.500h-9.500z"/>`,
  '</svg>',
].join('');

/**
 * A text in the largest of the sizes in which it keeps to its lines and its height; if in none, cut in the last.
 * @returns its lines, their size, and whether nothing was cut
 */
export function largest(
  text: string,
  sizes: readonly number[],
  room: { width: number; height: number; lines: number },
) {
  let fitted = { texts: [] as string[], size: 0, whole: false };
  for (const size of sizes) {
    const type: Type = { size, face: 'head' };
    const count = Math.max(1, Math.min(room.lines, Math.floor(room.height / (size * HEAD_LEADING))));
    const texts = fitting(text, type, room.width, count);
    fitted = { texts, size, whole: texts.join(' ') === text && count * size <= room.height };
    if (fitted.whole) return { ...fitted, texts: balanced(texts, type, room.width) };
  }
  return fitted;
}

/** A house front in the middle of a picture, so far above its lower edge. */
const frontIn = (
  { width, height }: { width: number; height: number },
  { rows, ...grid }: WindowGrid & { rows: number },
  foot: number,
) => ({
  ...{ grid, rows },
  left: (width - grid.columns * grid.width) / 2,
  top: height - foot - rows * grid.height,
});
const CARD_FRONT = frontIn(CARD, { rows: 3, columns: 27, width: 40, height: 52, gap: 6 }, MARGIN - 6);
const COVER = { width: 1200, height: 1800 };
const COVER_FRONT = frontIn(COVER, { rows: 10, columns: 12, width: 92, height: 118, gap: 13 }, MARGIN);
const LINE_WIDTH = CARD_WIDTH - 2 * MARGIN;
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
  const foot = CARD_FRONT.top - CLEAR;
  const lines = stacked(texts, LINE, MARGIN, foot - (texts.length - 1) * LEADING, LEADING);
  const bottom = foot - texts.length * LEADING - 22;
  const head = largest(own, NAME_SIZES, { width: LINE_WIDTH, height: bottom - 150, lines: 2 });
  const leading = head.size * HEAD_LEADING;
  const style: Style = { size: head.size, face: 'head', colour: INK };
  const names = stacked(head.texts, style, MARGIN, bottom - (head.texts.length - 1) * leading, leading);
  const label = { ...style, size: 40, text: site.name, x: MARGIN + 78, y: 114 };
  const shapes = mark(2.6) + houseFront(page, CARD_FRONT);
  return cardSvg(shapes, [...(own === site.name ? [] : [label]), ...names, ...lines]);
}

/** Rows of windows, of which some are lit: always the same ones for the same seed, and others for another. */
function houseFront(seed: string, { grid, rows, left, top }: typeof CARD_FRONT): string {
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

const COVER_NAME: Style = { size: 188, face: 'head', colour: INK };
const COVER_LINE: Style = { size: 46, face: 'label', colour: QUIET };

/** The cover of the book in a language, as SVG: its name above a house front at night. */
export function bookCoverSvg(t: Dictionary): string {
  const room = COVER.width - 2 * MARGIN - 40;
  const x = COVER_FRONT.left + COVER_FRONT.grid.gap;
  const texts = balanced(fitting(t.siteLine, COVER_LINE, room, 2), COVER_LINE, room);
  const name = { ...COVER_NAME, text: site.name, x: x - 8, y: 250 };
  const lines = [name, ...stacked(texts, COVER_LINE, x, 368, 64)];
  return cardSvg(houseFront('book', COVER_FRONT), lines, COVER);
}
