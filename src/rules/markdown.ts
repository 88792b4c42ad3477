import Slugger from 'github-slugger';
import type { Nodes as HastNodes } from 'hast';
import type { Root } from 'mdast';
import { toHast, type Handler } from 'mdast-util-to-hast';
import { find, html } from 'property-information';
import { mdxToMdast } from 'satteri';

/** A place in a file, both numbers counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A node of the tree that Sätteri makes of a text, as far as this site looks at it. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  depth?: number;
  /** Of a list: whether its items are numbered. */
  ordered?: boolean | null;
  /** Of a numbered list: its first number. */
  start?: number | null;
  /** Of a list or an item: whether empty lines part what it holds, which is then drawn as paragraphs. */
  spread?: boolean | null;
  /** Of an item of a list: whether its box is ticked, where it has one. */
  checked?: boolean | null;
  /** Of a footnote: its mark. */
  label?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  /** Of a link, a note or what it names: the name, in small letters. */
  identifier?: string;
  /** What the element that is drawn of it has besides. */
  data?: { hProperties: Record<string, string> };
  position?: { start: Point; end: Point };
}

/** A place in a text, with the number of signs before it. */
interface Point extends Place {
  offset: number;
}

/** The words of a node and of all within it. */
export const wordsOf = (node: { value?: string; children?: (typeof node)[] }): string =>
  (node.value ?? '') + (node.children ?? []).map(wordsOf).join('');

/** The value of an attribute of a tag; nothing where the tag does not have it. */
export function attributeOf(
  { attributes = [] }: Pick<MdxNode, 'attributes'> | ElementNode,
  wanted: string,
): string | undefined {
  const value = attributes.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Where a node begins. */
export function placeOf({ position }: MdxNode): Place {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** A node and all within it, in the order of the text. */
export function nodesOf<Node extends { children?: Node[] }>(node: Node): Node[] {
  const all: Node[] = [];
  const add = (one: Node) => {
    all.push(one);
    one.children?.forEach(add);
  };
  add(node);
  return all;
}

/** A tree with other nodes in place of some; the tree itself stays as it is. */
export function mapped<Node extends { children?: Node[] }>(node: Node, change: (node: Node) => Node): Node {
  const own = change(node);
  return own.children ? { ...own, children: own.children.map((child) => mapped(child, change)) } : own;
}

/** A tree as JSON, without the places in its file. */
export const treeJson = (tree: MdxNode): string =>
  JSON.stringify(mapped(tree, ({ position: _, ...node }) => node));

/** As Astro parses pages: a setting that differs here would let a page through that was never checked. */
const FEATURES = { gfm: true, smartPunctuation: true };

/** The tree of a text in MDX. @throws what the parser says of a fault of syntax, with line and column */
export function parseMarkdown(text: string): MdxNode {
  // Without a last line break the parser ends the process at `export 'a\\`.
  const tree = mdxToMdast(`${text}\n`, { features: FEATURES }) as unknown as MdxNode;
  return text.includes('~') ? withTildes(tree) : tree;
}

const withTildes = (node: MdxNode): MdxNode =>
  node.children
    ? { ...node, children: node.children.flatMap((child) => unstruck(child) ?? withTildes(child)) }
    : node;

/**
 * What stands in place of words that the parser struck out between single tildes, which are signs
 * of a range here: `2019~2024년의 20~30대`. Nothing for any other node.
 */
function unstruck({ type, children = [], position }: MdxNode): MdxNode[] | undefined {
  const [first] = children;
  if (type !== 'delete' || !position || first?.position?.start.offset !== position.start.offset + 1)
    return undefined;
  const { start, end } = position;
  const before = { ...end, column: end.column - 1, offset: end.offset - 1 };
  const tilde = (from: Point, to: Point) => ({
    type: 'text',
    value: '~',
    position: { start: from, end: to },
  });
  return [
    tilde(start, first.position.start),
    ...children.flatMap((child) => unstruck(child) ?? withTildes(child)),
    tilde(before, end),
  ];
}

/** What a text is drawn from: an element of HTML, a tag of src/rules/tags.ts, or plain text. */
export interface ElementNode {
  type: string;
  value?: string;
  /** Of an element. */
  tagName?: string;
  properties?: Record<string, unknown>;
  /** Of a tag. */
  name?: string;
  attributes?: { name: string; value: string }[];
  children?: ElementNode[];
}

/** Draws a tag as itself: it stands around what is drawn of its children. */
const tagHandler: Handler = (state, { type, name, attributes, ...node }) => ({
  type,
  name,
  attributes,
  children: state.all({ type, ...node }),
});
const handlers = { mdxJsxFlowElement: tagHandler, mdxJsxTextElement: tagHandler };
/** What is neither Markdown nor a tag, as a note of an editor, is drawn as nothing; without this it would be printed. */
const unknownHandler = () => undefined;

/** How a column of a table is aligned. The policy allows no style in a tag, so a class says it. */
const ALIGNED: Readonly<Record<string, string>> = {
  left: 'text-left',
  center: 'text-center',
  right: 'text-right',
};

/**
 * The elements that a text is drawn from: Markdown as HTML, tags as they stand, no notes of
 * editors. Each heading gets the id that `@astrojs/mdx` gives it. Properties are named as
 * in HTML.
 */
export function elementsOf(tree: MdxNode): ElementNode[] {
  const root = toHast(tree as unknown as Root, { handlers, unknownHandler }) as HastNodes as ElementNode;
  const slugger = new Slugger();
  const visit = (node: ElementNode) => {
    // The heading above footnotes has an id, which they name.
    if (/^h[1-6]$/.test(node.tagName ?? ''))
      node.properties = { ...node.properties, id: node.properties?.['id'] ?? slugger.slug(wordsOf(node)) };
    if (node.properties) node.properties = attributesOf(node.properties);
    node.children?.forEach(visit);
  };
  visit(root);
  return root.children ?? [];
}

/** Attributes of HTML: “ariaDescribedBy” is written as “aria-describedby”, a list with spaces. */
function attributesOf({ align, ...properties }: Record<string, unknown>): Record<string, unknown> {
  const attributes = Object.entries(properties).map(([name, value]) => [
    find(html, name).attribute,
    Array.isArray(value) ? value.join(' ') : value,
  ]);
  return { ...Object.fromEntries(attributes), ...(typeof align === 'string' && { class: ALIGNED[align] }) };
}

/** A heading of a text, with the id by which a link leads to it. */
export interface Heading {
  id: string;
  words: string;
}

/** The headings that divide a text into its parts: those of the second level. */
export const headingsIn = (nodes: readonly ElementNode[]): Heading[] =>
  nodes
    .filter(({ tagName }) => tagName === 'h2')
    .map((node) => ({ id: String(node.properties?.['id'] ?? ''), words: wordsOf(node) }));
