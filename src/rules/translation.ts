import type { Language } from '../site.ts';
import { localLink } from './kinds.ts';
import { mapped, type MdxNode } from './markdown.ts';

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

/** A text whose figures say in which language they stand; so they do on a page of another one. */
export const withFigureLanguage = (tree: MdxNode, language: Language): MdxNode =>
  mapped(tree, (node) => {
    const stated = { type: 'mdxJsxAttribute', name: 'language', value: language };
    return node.name === 'Figure' ? { ...node, attributes: [...(node.attributes ?? []), stated] } : node;
  });
