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
  switch (look) {
    case 'lit':
      return ` fill="${lit}"`;
    case 'solid':
      return ` fill="${ink}"`;
    case 'dotted':
      return ' stroke-dasharray="1.5 2.5"';
    case 'halo':
      return ` stroke="${paper}" stroke-width="10"`;
    case 'lane':
      return ` stroke="${rule}"`;
    case 'edge':
      return ` stroke-width="10.5" stroke-dasharray="${DRIVE_STEP - 1.5} 1.5"`;
    case 'row':
      return ` stroke="${lit}" stroke-width="8.5" stroke-dasharray="${DRIVE_STEP - 3.5} 3.5" stroke-dashoffset="-1"`;
    case 'heads':
      return ` stroke-width="7.5" stroke-linecap="round" stroke-dasharray="0 ${HEAD_STEP}"`;
    case 'lit heads':
    case 'empty heads':
      return ` stroke="${look === 'lit heads' ? lit : paper}" stroke-width="6" stroke-linecap="round" stroke-dasharray="0 ${HEAD_STEP}"`;
    default:
      return '';
  }
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
