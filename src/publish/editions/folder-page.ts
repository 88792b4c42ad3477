import { posix } from 'node:path';
import { DomUtils, ElementType } from 'htmlparser2';
import { dictionaryFor } from '../../i18n/dictionary.ts';
import type { StoredText } from '../../browser/from-disk/full-text.ts';
import { languageOf } from '../../rules/addresses.ts';
import { addressOfFile } from '../../rules/kinds.ts';
import { namesForIndex } from '../../rules/search/index-attributes.ts';
import { escapeXml } from '../../rules/xml.ts';
import {
  above,
  all,
  append,
  first,
  isElement,
  unwrap,
  withoutEntities,
  type Page,
  type PageElement,
  type PagePart,
} from './page.ts';

/* A page of the site as it is opened from a folder. */

export const SHEET = 'assets/site.css';
export const SCRIPT = 'assets/site.js';

const LEFT_OUT = [
  'script, [data-online]',
  // Of the head, what a page does not need that nobody links to or shows elsewhere.
  'head > :not(title, [charset], [name=viewport], [name=referrer], [http-equiv=refresh], [rel=icon])',
  // What a page tells that is to be read next: on so many pages, their titles must be enough.
  '.read-next p',
].join();
const ADDRESSES = ['href', 'src', 'srcset', 'action'];

/** The file that stands at an address of the site, with query and anchor: `/news/?q=x` is `news/index.html?q=x`. */
export const fileAt = (address: string): string =>
  address.slice(1).replace(/(?<=^|\/)(?=[?#]|$)/, 'index.html');

/** The way from a file to an address of the site, relative; nothing where the edition has no such file. */
export function relativeAddress(from: string, address: string, has: (file: string) => boolean) {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(fileAt(address)) ?? [];
  return has(path) ? posix.relative(posix.dirname(from), path) + rest : undefined;
}

/**
 * Makes a page one that opens from a folder: all addresses are relative and lead to files,
 * sheet and script stand in files of their own, links to the outside are marked, and
 * nothing is left that only a host or another site could use.
 */
export function toFolderPage(page: Page, file: string, has: (file: string) => boolean): void {
  const t = dictionaryFor(languageOf(addressOfFile(file)));
  const own = (address: string) => relativeAddress(file, address, has);
  for (const element of all(LEFT_OUT, page)) DomUtils.removeElement(element);
  for (const element of all('*', page)) {
    const { name, attribs } = element;
    if (/^refresh$/i.test(attribs['http-equiv'] ?? ''))
      attribs['content'] = (attribs['content'] ?? '').replace(
        /(?<=url=)\/.*/,
        (address) => own(address) ?? address,
      );
    for (const unread of namesForIndex(attribs)) delete attribs[unread];
    if (name === 'a' && /^https?:/.test(attribs['href'] ?? '')) markOutside(element, t.download.leadsOut);
    for (const attribute of ADDRESSES) {
      const address = attribs[attribute];
      if (address === undefined || (attribute !== 'srcset' && !address.startsWith('/'))) continue;
      // A list of pictures has several, each with its width.
      const relative = address.replace(/(?<=^|,\s*)\/\S*/g, (one) => {
        const found = own(one);
        if (found === undefined && name !== 'a') throw new Error(`${file}: the edition has no ${one}.`);
        return found ?? '';
      });
      if (relative === '') takeOut(element);
      else attribs[attribute] = relative;
    }
  }
  const head = first('head', page);
  if (!head) throw new Error(`${file} has no head.`);
  append(
    head,
    `<link rel="stylesheet" href="${own(`/${SHEET}`)}"><script src="${own(`/${SCRIPT}`)}" defer></script>`,
  );
}

/** Marks a link that leads out by a sign that is read aloud too; another one that it has gives way. */
function markOutside(link: PageElement, leadsOut: string): void {
  for (const part of all('[aria-hidden]', link))
    if (DomUtils.textContent(part) === '↗') DomUtils.removeElement(part);
  append(link, `\u00A0<span role="img" aria-label="(${escapeXml(leadsOut)})">↗\uFE0E</span>`);
}

/** Leaves the words of a link that leads nowhere; in a list of links, its whole line goes. */
function takeOut(link: PageElement): void {
  const line = above(link, 'nav li');
  if (line) DomUtils.removeElement(line);
  else unwrap(link);
}

/** Elements within a sentence; behind any other, a sentence ends. */
const INLINE = new Set(
  'a abbr b bdi br cite code data em i mark q small span strong sub sup time u'.split(' '),
);

/** The text of a page for the search, where the page names itself indexable. */
export function storedText(page: Page, file: string): StoredText | undefined {
  const body = first('[data-pagefind-body]', page);
  if (!body) return undefined;
  const { 'data-title': title = '', 'data-date': date = '', 'data-filters': filters = '' } = body.attribs;
  const sort = (body.attribs['data-pagefind-sort'] ?? '').replace(/^date:/, '');
  return {
    ...{ file, title: withoutEntities(title), date: withoutEntities(date), sort },
    filters: filters.split(' '),
    content: withoutEntities(textOf(body.children)).replace(/\s+/g, ' ').trim(),
  };
}

function textOf(parts: readonly PagePart[]): string {
  return parts
    .map((part) => {
      if (part.type === ElementType.Text && 'data' in part) return part.data;
      if (!isElement(part) || 'data-pagefind-ignore' in part.attribs) return '';
      const text = textOf(part.children);
      if (INLINE.has(part.name)) return text;
      // What is shown of a text is shown below its title, and begins behind it.
      const ends = part.name !== 'h1' && /[\p{L}\p{N}%)]\s*$/u.test(text);
      return `${text.trimEnd()}${ends ? '. ' : ' '}`;
    })
    .join('');
}
