import type { Face } from './lettering.ts';
import { PAPER_COLOURS } from './tokens.ts';

/** How a text of a chart or drawing is set that leaves the site as a picture. */
export interface Style {
  /** In pixels. */
  size: number;
  face: Face;
  colour: string;
}

const { ink } = PAPER_COLOURS;
export const TITLE: Style = { size: 28, face: 'head', colour: ink };
export const LABEL: Style = { size: 13, face: 'label', colour: ink };
