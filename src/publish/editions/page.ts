import { readFileSync } from 'node:fs';
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

/** Every element below a page or an element, in its order; those with an attribute where one is named. */
export const elementsIn = (parent: Page | PageElement, attribute?: string): PageElement[] =>
  DomUtils.findAll(({ attribs }) => attribute === undefined || attribute in attribs, parent.children);

/** The nearest element above that passes a test. */
export function above(element: PageElement, test: (element: PageElement) => boolean) {
  for (let at = element.parent; at; at = at.parent) if ('attribs' in at && test(at)) return at;
  return undefined;
}

/** Shows the parts of a page whose `data-when` names the state, and hides the others. */
export function showState(page: Page, state: 'none' | 'offered' | 'inside'): void {
  for (const part of elementsIn(page, 'data-when'))
    setHidden(part, !part.attribs['data-when']?.split(' ').includes(state));
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
