import type { Style } from './lettering.ts';
import { PAPER_COLOURS } from './tokens.ts';

/* How pictures that leave the site look: those of charts and those of drawings. */

const { ink } = PAPER_COLOURS;
export const TITLE: Style = { size: 28, face: 'head', colour: ink };
export const LABEL: Style = { size: 13, face: 'label', colour: ink };
