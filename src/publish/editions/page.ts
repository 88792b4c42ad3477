import { readFileSync } from 'node:fs';
import { DomUtils, parseDocument } from 'htmlparser2';
import { escapeXml } from '../../rules/xml.ts';

/* A finished page as a tree in which an edition changes what it must. */

/** The page as a tree; its texts and attributes stay as they are written. */
export type Page = ReturnType<typeof parsePage>;
/** An element of a page. */
export type Element = ReturnType<typeof elementsOf>[number];

export const parsePage = (html: string) =>
  parseDocument(html, { decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false });

export const readPage = (file: string): Page => parsePage(readFileSync(file, 'utf8'));

/** The page as text again. */
export const writtenPage = (page: Page): string => DomUtils.getOuterHTML(page, { decodeEntities: false });

/** The elements of a page that a test lets through, in its order. */
export const elementsOf = (
  page: Page | Element,
  test: (attributes: Readonly<Record<string, string>>) => boolean = () => true,
) => DomUtils.findAll((element) => test(element.attribs), page.children);

/** Shows the parts of a page whose `data-when` names the state, and hides the others. */
export function showState(page: Page, state: 'none' | 'offered' | 'inside'): void {
  for (const part of elementsOf(page, (has) => 'data-when' in has))
    setHidden(part, !part.attribs['data-when']?.split(' ').includes(state));
}

export function setHidden(element: Element, isHidden: boolean): void {
  if (isHidden) element.attribs['hidden'] = '';
  else delete element.attribs['hidden'];
}

/** Puts a text into an element in the place of what stands in it. */
export function setText(element: Element, text: string): void {
  element.children = [];
  for (const node of parsePage(escapeXml(text)).children) DomUtils.appendChild(element, node);
}
