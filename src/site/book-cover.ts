import type { Dictionary } from '../i18n/dictionary.ts';
import type { WindowGrid } from '../rules/window-field.ts';
import { site } from '../site.ts';
import { cardSvg, fittingEvenly, MARGIN, stacked } from './card-parts.ts';
import { NIGHT_COLOURS } from './tokens.ts';
import { houseFront } from './section-card-picture.ts';

const SIZE = { width: 1200, height: 1800 };
const GRID: WindowGrid = { columns: 12, width: 92, height: 118, gap: 13 };
const ROWS = 10;
const FIELD = {
  left: (SIZE.width - GRID.columns * GRID.width) / 2,
  top: SIZE.height - MARGIN - ROWS * GRID.height,
};
const NAME = 188;
const LINE = { size: 46, leading: 64 };

/** The cover of the book in a language, as SVG: its name above a house front at night. */
export function bookCoverSvg(t: Dictionary): string {
  const room = SIZE.width - 2 * MARGIN - 40;
  const x = FIELD.left + GRID.gap;
  const texts = fittingEvenly(t.siteLine, LINE.size, 'label', room, 2);
  return cardSvg(
    houseFront('book', GRID, ROWS, FIELD),
    [
      { text: site.name, x: x - 8, y: 250, size: NAME, face: 'head', fill: NIGHT_COLOURS.ink },
      ...stacked(texts, 368, LINE.leading, { x, size: LINE.size, face: 'label', fill: NIGHT_COLOURS.quiet }),
    ],
    SIZE,
  );
}
