import { readFileSync } from 'node:fs';
import { is, selectAll, selectOne } from 'css-select';
import { DomUtils, parseDocument } from 'htmlparser2';
import { escapeXml } from '../../rules/xml.ts';

/* A finished page as a tree in which an edition changes what it must. */

/** The page as a tree; its texts and attributes stay as they are written. */
export type Page = ReturnType<typeof parseDocument>;
/** A part of a page: an element, a text. */
export type PagePart = Page['children'][number];
/** An element of a page. */
export type PageElement = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** Reads a page, or a piece of one. */
export const parsePage = (html: string): Page =>
  parseDocument(html, { decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false });

/** Reads the page in a file. */
export const readPage = (file: string): Page => parsePage(readFileSync(file, 'utf8'));

/** The page as text again. */
export const writtenPage = (page: Page): string => DomUtils.getOuterHTML(page, { decodeEntities: false });

/** Whether a part of a page is an element, not a text. */
export const isElement = (part: object | null): part is PageElement => part !== null && 'attribs' in part;

/** Every element below a page or an element that a selector of CSS fits, in its order. */
export const all = (selector: string, below: Page | PageElement): PageElement[] =>
  selectAll<PagePart, PageElement>(selector, below);

/** The first of them. */
export const first = (selector: string, below: Page | PageElement): PageElement | undefined =>
  selectOne<PagePart, PageElement>(selector, below) ?? undefined;

/** The nearest element above that a selector fits. */
export function above(element: PageElement, selector: string): PageElement | undefined {
  for (let at = element.parent; isElement(at); at = at.parent) if (is(at, selector)) return at;
  return undefined;
}

/** A text as it is read, without the entities in which the page writes some signs. */
export const withoutEntities = (text: string): string => DomUtils.textContent(parseDocument(text));

/** Shows the parts of a page whose `data-when` names the state, and hides the others. */
export function showState(page: Page, state: 'none' | 'offered' | 'inside'): void {
  for (const part of all('[data-when]', page)) setHidden(part, !is(part, `[data-when~=${state}]`));
}

/** Hides an element, or shows it. */
export function setHidden(element: PageElement, isHidden: boolean): void {
  if (isHidden) element.attribs['hidden'] = '';
  else delete element.attribs['hidden'];
}

/** Puts a text into an element in the place of what stands in it. */
export function setText(element: PageElement, text: string): void {
  element.children = [];
  append(element, escapeXml(text));
}

/** Puts what an element holds in its place. */
export function unwrap(element: PageElement): void {
  for (const child of [...element.children]) DomUtils.prepend(element, child);
  DomUtils.removeElement(element);
}

/** Adds a piece of HTML at the end of an element. */
export function append(element: PageElement, html: string): void {
  for (const part of [...parsePage(html).children]) DomUtils.appendChild(element, part);
}
