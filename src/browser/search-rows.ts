import { excerptOf, matchPieces } from '../rules/search/excerpt.ts';
import type { QuickEntry } from '../rules/search/quick-search.ts';
import { element } from './elements.ts';
import type { PageText } from './full-text.ts';

/* What was found as rows of the ledger, built without HTML from any index. */

/** How kinds and dates are written. */
export interface Names {
  kinds: Readonly<Record<string, string>>;
  locale: string;
}

type IsMatch = (term: string) => boolean;

const marked = (text: string, isMatch: IsMatch) =>
  matchPieces(text, isMatch).map((piece) => (piece.match ? element('mark', {}, piece.text) : piece.text));

/** An entry of the first layer; its kind stands where a report has its date. */
export function entryRow(
  { address, title, summary = '', kind, date }: QuickEntry,
  { kinds, locale }: Names,
  isMatch: IsMatch,
): HTMLLIElement {
  const when = kind === 'news' || kind === 'figure' ? whenOf(date, locale) : '';
  return row(when || (kinds[kind] ?? ''), title, address, marked(summary, isMatch));
}

/** Pages of the second layer, each with an excerpt of its text. */
export function textRows(pages: readonly PageText[], isMatch: IsMatch): HTMLLIElement[] {
  return pages.map(({ url, content, meta: { date = '', title = url } }) =>
    row(date, title, url, marked(content === '' ? '' : excerptOf(content, title, isMatch), isMatch)),
  );
}

/** Rows that open together, under their number. */
export function foldedRow(name: string, rows: readonly HTMLLIElement[]): HTMLLIElement {
  const list = element('ol', { className: 'ledger' }, ...rows);
  return element('li', {}, element('details', {}, element('summary', {}, name), list));
}

function row(when: string, title: string, href: string, text: (Node | string)[]): HTMLLIElement {
  return element(
    'li',
    {},
    element('span', { className: 'when' }, when),
    element('h2', {}, element('a', { href }, title)),
    element('p', {}, ...text),
  );
}

/** A partial date in words, as far as it is known. */
function whenOf(date = '', locale: string): string {
  const [year = '', month, day] = date.split('-').map(Number);
  if (!year) return '';
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(month && { month: 'short' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(Number(year), (month ?? 1) - 1, day ?? 1));
}
