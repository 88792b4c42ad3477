import { CARD_HEIGHT, CARD_WIDTH } from '../rules/sharing.ts';
import { lettered, widthOf, wrapped, type Line, type Type } from './lettering.ts';
import { NIGHT_COLOURS } from './tokens.ts';

/* What all cards share: a window at night with the mark of the site, and text that fits its room. */

export const { paper: PAPER, ink: INK, quiet: QUIET, rule: RULE, lit: LIT } = NIGHT_COLOURS;
export const MARGIN = 64;
/** Between the lines of the serif, as a part of its size. */
export const HEAD_LEADING = 1.16;

/**
 * A card as SVG. All text stands in it as outlines, so it needs no fonts.
 * @param shapes parts of an SVG that stand below the text
 */
export function cardSvg(
  shapes: string,
  lines: readonly Line[],
  { width, height } = { width: CARD_WIDTH, height: CARD_HEIGHT },
): string {
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

/** Lines below each other, with what they have in common. @param y baseline of the first */
export const stacked = <Look extends object>(
  texts: readonly string[],
  look: Look,
  x: number,
  y: number,
  leading: number,
) => texts.map((text, index) => ({ ...look, text, x, y: y + index * leading }));

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

/** The same words in as many lines of about the same width, so that no word is left alone in the last. */
export function balanced(texts: string[], type: Type, widest: number): string[] {
  for (let width = widest; width > widest / 2; width -= 20) {
    const tighter = wrapped(texts.join(' '), width, type, texts.length + 1);
    if (tighter.length > texts.length || tighter.some((line) => widthOf(line, type) > width)) break;
    texts = tighter;
  }
  return texts;
}

/** At most so many lines of a text, none wider than it may be: what is too much is cut and ends in an ellipsis. */
export function fitting(text: string, type: Type, width: number, most: number): string[] {
  return wrapped(text, width, type, most).map((line) => {
    let kept = line;
    while (widthOf(kept, type) > width) kept = kept.replace(/.…?$/u, '…');
    return kept.replace(/[\s,;:.–-]+…$/, '…');
  });
}
