import type { Language } from '../site.ts';
import { localLink } from './kinds.ts';
import { mapped, type ElementNode, type MdxNode } from './markdown.ts';

/* How a text is shown in a language, its own or another one. */

/** The number of the version that stands now: each change makes one. */
export const versionNow = (changes: readonly unknown[]) => changes.length + 1;

/** Whether the original was changed in substance after the version that a translation follows. */
export const isOutdated = (changes: readonly { kind: string }[], follows: number) =>
  changes.slice(follows - 1).some(({ kind }) => kind !== 'rewording');

/** A text whose links lead to pages of a language. */
export const withLocalLinks = (tree: MdxNode, language: Language): MdxNode =>
  mapped(tree, (node) => (node.url === undefined ? node : { ...node, url: localLink(language, node.url) }));

/** A text whose headings have given anchors, in their order: those of the original, to which links lead. */
export function withHeadingAnchors(tree: MdxNode, anchors: readonly string[]): MdxNode {
  let next = 0;
  return mapped(tree, (node) => {
    if (node.type !== 'heading') return node;
    const id = anchors[next++];
    return id === undefined ? node : { ...node, data: { hProperties: { id } } };
  });
}

/**
 * What a text of one language is drawn from on a page of another: its links lead to pages of
 * that, and its figures say in which language they stand.
 */
export const onPageOf = (page: Language, node: ElementNode, language: Language): ElementNode =>
  mapped(node, (one) => {
    const { name, attributes = [], properties } = one;
    if (name === 'Figure')
      return { ...one, attributes: [...attributes, { name: 'language', value: language }] };
    const href = properties?.['href'];
    return typeof href === 'string'
      ? { ...one, properties: { ...properties, href: localLink(page, href) } }
      : one;
  });
