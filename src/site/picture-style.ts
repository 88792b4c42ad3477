import type { Dictionary } from '../i18n/dictionary.ts';
import { site } from '../site.ts';
import type { Style } from './lettering.ts';
import { absoluteUrl } from './reading.ts';
import { PAPER_COLOURS } from './tokens.ts';

/* What pictures that leave the site have in common: those of charts and those of drawings. */

const { ink } = PAPER_COLOURS;
export const TITLE: Style = { size: 28, face: 'head', colour: ink };
export const LABEL: Style = { size: 13, face: 'label', colour: ink };

/** What stands at the foot: from whom the content of a picture comes, then who drew it, its licence and its page. */
export function footOf(publishers: readonly string[], address: string, t: Dictionary) {
  const names = [...new Set(publishers)];
  const sources = t.charts.sources({ count: names.length, names: names.join(', ') });
  return [sources, site.name, t.charts.licence, absoluteUrl(address)] as const;
}
