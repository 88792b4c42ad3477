import type { Dictionary } from '../i18n/dictionary.ts';
import type { WindowGrid } from '../rules/window-field.ts';
import { site } from '../site.ts';
import { balanced, cardSvg, fitting, INK, MARGIN, QUIET, stacked } from './card-parts.ts';
import type { Style } from './lettering.ts';
import { houseFront } from './section-card-picture.ts';

const SIZE = { width: 1200, height: 1800 };
const GRID: WindowGrid = { columns: 12, width: 92, height: 118, gap: 13 };
const ROWS = 10;
const FIELD = {
  left: (SIZE.width - GRID.columns * GRID.width) / 2,
  top: SIZE.height - MARGIN - ROWS * GRID.height,
};
const NAME: Style = { size: 188, face: 'head', colour: INK };
const LINE: Style = { size: 46, face: 'label', colour: QUIET };
const LEADING = 64;

/** The cover of the book in a language, as SVG: its name above a house front at night. */
export function bookCoverSvg(t: Dictionary): string {
  const room = SIZE.width - 2 * MARGIN - 40;
  const x = FIELD.left + GRID.gap;
  const texts = balanced(fitting(t.siteLine, LINE, room, 2), LINE, room);
  const name = { ...NAME, text: site.name, x: x - 8, y: 250 };
  const lines = [name, ...stacked(texts, LINE, x, 368, LEADING)];
  return cardSvg(houseFront('book', GRID, ROWS, FIELD), lines, SIZE);
}
