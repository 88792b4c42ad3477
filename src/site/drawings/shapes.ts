import {
  box,
  DRIVE_STEP,
  HEAD_STEP,
  type DrawingLook,
  type Shape,
  type Sign,
} from '../../rules/drawing-shapes.ts';
import type { Palette } from '../tokens.ts';

/* How shapes become SVG: variables of the sheet on a page, colours of paper in a file. */

/** One weight for every line. */
const WEIGHT = 1.25;

/** What a path has besides the line that it takes from its drawing. */
function paint(look: Shape['look'], { ink, rule, lit, paper }: Palette): string {
  const heads = `stroke-linecap="round" stroke-dasharray="0 ${HEAD_STEP}"`;
  const paints: Partial<Record<Shape['look'], string>> = {
    lit: ` fill="${lit}"`,
    solid: ` fill="${ink}"`,
    dotted: ' stroke-dasharray="1.5 2.5"',
    halo: ` stroke="${paper}" stroke-width="10"`,
    lane: ` stroke="${rule}"`,
    edge: ` stroke-width="10.5" stroke-dasharray="${DRIVE_STEP - 1.5} 1.5"`,
    row: ` stroke="${lit}" stroke-width="8.5" stroke-dasharray="${DRIVE_STEP - 3.5} 3.5" stroke-dashoffset="-1"`,
    heads: ` stroke-width="7.5" ${heads}`,
    'lit heads': ` stroke="${lit}" stroke-width="6" ${heads}`,
    'empty heads': ` stroke="${paper}" stroke-width="6" ${heads}`,
  };
  return paints[look] ?? '';
}

/** Shapes as the content of an `<svg>`. */
export const drawShapes = (shapes: readonly Shape[], colours: Palette): string =>
  `<g fill="none" stroke="${colours.ink}" stroke-width="${WEIGHT}">${shapes.map(({ look, d }) => `<path${paint(look, colours)} d="${d}"/>`).join('')}</g>`;

/** The sign of a look, for keys. */
export const lookSign = (look: DrawingLook): Sign => ({
  width: 16,
  height: 18,
  shapes: look === 'plain' ? [{ look, d: 'M1 9h14' }] : box(look, 3, 2, 10, 14),
});
