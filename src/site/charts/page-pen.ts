import { escapeXml } from '../../rules/xml.ts';
import { drawMarks, type Mark, type Pen } from './marks.ts';

/** Draws for a page: across in percent, so that signs and texts keep their size on every screen. */
const pagePen: Pen = {
  x: (percent) => `${percent}%`,
  colours: {
    ink: 'var(--ink)',
    slate: 'var(--slate)',
    rule: 'var(--rule)',
    paper: 'var(--paper)',
    lit: 'var(--lit)',
    hatch: 'url(#hatch)',
  },
  around: (x, y, inside, point) =>
    `<svg class="sign" x="${x}%" y="${y}"${point === undefined ? '' : ` data-point`}>${inside}</svg>`,
  text: (text, x, y, anchor, dx) =>
    `<text x="${x}%" y="${y}"${dx === 0 ? '' : ` dx="${dx}"`}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeXml(text)}</text>`,
};

/** Marks as the content of an `<svg>` of a page. */
export const pageMarks = (marks: readonly Mark[]): string => drawMarks(marks, pagePen);
