import { writtenDate } from '../rules/format.ts';
import { excerptOf, matchPieces } from '../rules/search/excerpt.ts';
import type { QuickEntry, QuickResult } from '../rules/search/quick-search.ts';
import { element } from './elements.ts';
import type { PageText } from './full-text.ts';

/* What was found as rows of the ledger, built without HTML from any index. */

type IsMatch = (term: string) => boolean;

const marked = (text: string, isMatch: IsMatch) =>
  matchPieces(text, isMatch).map((piece) => (piece.match ? element('mark', {}, piece.text) : piece.text));

/** An entry of the first layer; its kind stands where a report has its date. */
export function entryRow(
  { address, title, summary = '', kind, date }: QuickEntry,
  { kinds, terms }: Pick<QuickResult, 'kinds' | 'terms'>,
  locale: string,
): HTMLLIElement {
  const isDated = date !== undefined && (kind === 'news' || kind === 'figure');
  const when = isDated ? writtenDate(`${locale} ${date}`) : '';
  return row(
    when || (kinds[kind] ?? ''),
    title,
    address,
    marked(summary, (term) => terms.has(term)),
  );
}

/** Pages of the second layer, each with an excerpt around what was typed; what means the same is marked too. */
export function textRows(
  pages: readonly PageText[],
  typed: ReadonlySet<string>,
  meant: ReadonlySet<string>,
): HTMLLIElement[] {
  const excerpt = (content: string, title: string) => excerptOf(content, title, (term) => typed.has(term));
  return pages.map(({ url, content, meta: { date = '', title = url } }) =>
    row(
      date,
      title,
      url,
      marked(content === '' ? '' : excerpt(content, title), (term) => typed.has(term) || meant.has(term)),
    ),
  );
}

/** Rows that open together, under their number. */
export function foldedRow(name: string, rows: readonly HTMLLIElement[]): HTMLLIElement {
  const list = element('ol', { className: 'ledger' }, ...rows);
  return element('li', {}, element('details', { 'aria-label': name }, element('summary', {}, name), list));
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
