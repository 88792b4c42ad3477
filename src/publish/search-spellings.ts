import { formsOf, type NameFinder } from '../rules/names.ts';
import { escapeXml } from '../rules/xml.ts';

/** Every spelling of the names of which any spelling stands in the text, so that each finds the page. */
export function spellings(text: string, find: NameFinder): string[] {
  return [...new Set(find(text).map(({ name }) => name))].flatMap(formsOf);
}

/**
 * The page as the index reads it: other spellings of the names in its text stand in an attribute.
 * @param more gives further words for the text
 */
export function withSpellings(
  html: string,
  find: NameFinder,
  more: (text: string) => readonly string[] = () => [],
): string {
  const text = ownText(html);
  const words = [...spellings(text, find), ...more(text)];
  if (words.length === 0) return html;
  // The words stand in the index only: a result is found by them, never shown with them.
  return html.replace(
    'data-pagefind-meta="',
    (meta) => `data-names="${escapeXml(words.join(', '))}" ${meta}names[data-names], `,
  );
}

const ATTRIBUTES = '(?:\\s[\\w-]+(?:="[^"]*")?)*?';
const startOf = (mark: string) => new RegExp(`<([a-z]+)${ATTRIBUTES}\\s${mark}[\\s=>]`);
const BODY = startOf('data-pagefind-body');
const IGNORED = startOf('data-pagefind-ignore');

/** What a page itself says: the words of what is indexed of it, without tags and without lists of other pages. */
export function ownText(html: string): string {
  const body = BODY.exec(html);
  if (!body) return '';
  let own = html.slice(body.index, endOf(html, body));
  for (let part = IGNORED.exec(own); part; part = IGNORED.exec(own))
    own = own.slice(0, part.index) + own.slice(endOf(own, part));
  return unescaped(own.replace(/<(?:"[^"]*"|[^">])*>/g, ' '));
}

/** Where the element ends whose opening tag was found. */
function endOf(html: string, { 1: name = '', index }: RegExpExecArray): number {
  let depth = 0;
  const tags = new RegExp(`<(/?)${name}[\\s>]`, 'g');
  tags.lastIndex = index;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" };

const unescaped = (html: string) =>
  html.replace(/&([a-z]+|#\d+);/g, (sign, name: string) => SIGNS[name] ?? sign);
