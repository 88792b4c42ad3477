import { box, type DrawingLook, type Shape, type Sign } from '../../rules/drawing-shapes.ts';

/* How shapes become SVG: variables of the sheet on a page, colours of paper in a file. */

export interface Colours {
  ink: string;
  rule: string;
  lit: string;
}
export const PAGE_COLOURS: Colours = { ink: 'var(--ink)', rule: 'var(--rule)', lit: 'var(--lit)' };
/** Those of the sheet for a light page. */
export const FILE_COLOURS: Colours = { ink: '#171c2b', rule: '#d6d0c4', lit: '#f0b13c' };

/** One weight for every line. */
const WEIGHT = 1.25;

function paint(look: Shape['look'], { ink, rule, lit }: Colours): string {
  const stroke = (colour: string, more = '') =>
    `fill="none" stroke="${colour}" stroke-width="${WEIGHT}"${more}`;
  if (look === 'lit') return `fill="${lit}" stroke="${ink}" stroke-width="${WEIGHT}"`;
  if (look === 'dotted') return stroke(ink, ' stroke-dasharray="1.5 2.5"');
  if (look === 'lane') return stroke(rule);
  if (look === 'edge') return `fill="none" stroke="${ink}" stroke-width="9" stroke-dasharray="4 1"`;
  if (look === 'row')
    return `fill="none" stroke="${lit}" stroke-width="7" stroke-dasharray="2.4 2.6" stroke-dashoffset="-.8"`;
  return stroke(ink);
}

/** Shapes as the content of an `<svg>`. */
export const drawShapes = (shapes: readonly Shape[], colours: Colours): string =>
  shapes.map(({ look, d }) => `<path ${paint(look, colours)} d="${d}"/>`).join('');

/** The sign of a look, for keys. */
export const lookSign = (look: DrawingLook): Sign => ({
  width: 16,
  height: 18,
  shapes: box(look, 3, 2, 10, 14),
});
