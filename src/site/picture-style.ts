import type { Face } from './lettering.ts';
import { colour } from './tokens.ts';

/* How pictures that leave the site look: those of charts and those of drawings. */

/** The colours of the sheet on a light page. */
export const PAPER_COLOURS = {
  ink: colour('ink'),
  quiet: colour('quiet'),
  slate: colour('slate'),
  rule: colour('rule'),
  paper: colour('paper'),
  lit: colour('lit'),
} as const;

/** How a text is set. */
export interface Style {
  /** In pixels. */
  size: number;
  face: Face;
  colour: string;
}

const { ink } = PAPER_COLOURS;
export const TITLE: Style = { size: 28, face: 'head', colour: ink };
export const LABEL: Style = { size: 13, face: 'label', colour: ink };
