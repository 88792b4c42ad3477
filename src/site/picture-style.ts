import type { Face } from './lettering.ts';

/* How pictures that leave the site look: those of charts and those of drawings. */

/** The colours of the sheet on a light page. */
export const PAPER_COLOURS = {
  ink: '#171c2b',
  quiet: '#454b5c',
  slate: '#5e7486',
  rule: '#d6d0c4',
  paper: '#fdfbf6',
  lit: '#f0b13c',
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
