import { nodesOf, type MdxNode } from './markdown.ts';
import { DRAWN, RAISED, sentenceEnds } from './sentences.ts';

/** What a sentence rests on: a source, or a figure with the source that it has. */
export interface Support {
  kind: 'figure' | 'source';
  id: string;
}

/** The name of the node that stands behind a sentence, for the numbers of its sources. */
const MARKS = 'SourceMarks';

/**
 * A text with the tags `Source` taken out of its sentences. Behind each sentence that named
 * sources or figures stands a node `SourceMarks` with all of them, and its number in the text.
 */
export function withSourceMarks(tree: MdxNode): MdxNode {
  const gather = sourceGatherer();
  const visit = (node: MdxNode): MdxNode =>
    gather(node) ?? (node.children ? { ...node, children: node.children.map(visit) } : node);
  return visit(tree);
}

/** Kinds of nodes that hold sentences. */
export const SENTENCE_BLOCKS = ['paragraph', 'tableCell'] as const;

/**
 * Does the same for the blocks of one text, given one by one in their order.
 * @returns of each, the block to put in its place; nothing for one that stays as it is
 */
export function sourceGatherer(): (block: Readonly<MdxNode>) => MdxNode | undefined {
  let sentence = 0;
  return (block) => {
    if (!SENTENCE_BLOCKS.some((type) => type === block.type)) return undefined;
    const copied = copyOf(block);
    const leaves = leavesOf(copied);
    if (!leaves.some((leaf) => supportOf(leaf))) return undefined;
    closeGaps(leaves);
    const { text, supports, certain } = textOf(leaves);
    const marks = new Map<number, MdxNode>();
    const ends = sentenceEnds(text, certain);
    // A source stands behind its words, a figure among them.
    const endFor = ({ kind, at }: Support & { at: number }) =>
      ends.find((end) => (kind === 'figure' ? end > at : end >= text.slice(0, at).trimEnd().length)) ?? 0;
    for (const [end, group] of Map.groupBy(supports, endFor)) marks.set(end, marksNode(group, ++sentence));
    return { ...copied, children: insert(copied.children ?? [], marks) };
  };
}

/** What the sentences of a text rest on, in the order of their numbers; with the number of each sentence. */
export function supportsIn(tree: MdxNode): (Support & { sentence: number })[] {
  return nodesOf(tree)
    .filter(({ name }) => name === MARKS)
    .flatMap((node) =>
      supportsFrom(attributeOf(node, 'of')).map((support) => ({
        ...support,
        sentence: Number(attributeOf(node, 'sentence')),
      })),
    );
}

/** Reads the attribute `of` of a node `SourceMarks`: `source:2017/award figure:sent`. */
export const supportsFrom = (of: string): Support[] =>
  of.split(' ').flatMap((part) => {
    const [, kind, id] = /^(figure|source):(.+)$/.exec(part) ?? [];
    return kind && id ? [{ kind: kind as Support['kind'], id }] : [];
  });

/** A node that the parser may keep in its own memory, as a plain one. */
const copyOf = (node: Readonly<MdxNode>): MdxNode =>
  node.children ? { ...node, children: node.children.map(copyOf) } : { ...node };

/** The nodes of a block that hold words or stand in place of some. */
const leavesOf = (node: MdxNode): MdxNode[] =>
  node.children && node.children.length > 0 ? node.children.flatMap(leavesOf) : [node];

const isSource = ({ name }: MdxNode) => name === 'Source';

function attributeOf({ attributes = [] }: MdxNode, wanted: string): string {
  const value = attributes.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : '';
}

function supportOf(leaf: MdxNode): Support | undefined {
  if (isSource(leaf)) return { kind: 'source', id: attributeOf(leaf, 'id') };
  return leaf.name === 'Figure' ? { kind: 'figure', id: attributeOf(leaf, 'id') } : undefined;
}

/** Takes away the space before a source, where another follows, or a stop, or nothing. */
function closeGaps(leaves: readonly MdxNode[]): void {
  leaves.forEach((leaf, index) => {
    const next = leaves[index + 1];
    if (leaf.type !== 'text' || !next || !isSource(next)) return;
    const after = leaves.slice(index + 1).find((one) => !isSource(one) && wordsIn(one) !== '');
    if (!after || /^[\s.,;:!?…)\]”’。]/.test(wordsIn(after))) leaf.value = leaf.value?.trimEnd() ?? '';
  });
}

/** The words of a leaf, or the sign that stands for what is drawn there. */
function wordsIn({ type, name, value = '' }: MdxNode): string {
  if (type === 'text') return value;
  if (type === 'break') return '\n';
  if (type === 'footnoteReference') return RAISED;
  if (type === 'inlineCode') return DRAWN.repeat(value.length);
  return name === 'Figure' ? DRAWN : '';
}

function textOf(leaves: readonly MdxNode[]) {
  let text = '';
  const supports: (Support & { at: number })[] = [];
  const certain = new Set<number>();
  for (const leaf of leaves) {
    const support = supportOf(leaf);
    if (support) supports.push({ ...support, at: text.length });
    // An editor who puts a source behind a point ends the sentence there.
    if (isSource(leaf)) certain.add(text.trimEnd().length);
    text += wordsIn(leaf);
  }
  return { text, supports, certain };
}

function marksNode(supports: readonly Support[], sentence: number): MdxNode {
  const of = [...new Set(supports.map(({ kind, id }) => `${kind}:${id}`))].join(' ');
  return {
    type: 'mdxJsxTextElement',
    name: MARKS,
    attributes: [
      { type: 'mdxJsxAttribute', name: 'of', value: of },
      { type: 'mdxJsxAttribute', name: 'sentence', value: String(sentence) },
    ],
    children: [],
  };
}

const lengthOf = (node: MdxNode) => leavesOf(node).reduce((sum, leaf) => sum + wordsIn(leaf).length, 0);

/**
 * Nodes without sources, with marks at their places in the text: outside of what ends there,
 * and behind a link, since no link can stand in another.
 * @param limit a place at which the node around them ends, and puts the mark itself
 */
function insert(nodes: readonly MdxNode[], marks: Map<number, MdxNode>, start = 0, limit = -1): MdxNode[] {
  const take = (from: number, to: number) =>
    [...marks].flatMap(([at, mark]) =>
      at > from && at <= to && at !== limit && marks.delete(at) ? mark : [],
    );
  let place = start;
  const inserted = nodes
    .filter((node) => !isSource(node))
    .flatMap((node) => {
      const [from, to] = [place, place + lengthOf(node)];
      place = to;
      if (node.type === 'text') return [...split(node, from, to, marks), ...take(from, to)];
      const isOpen = node.type !== 'link' && node.children && node.children.length > 0;
      const inner = isOpen
        ? { ...node, children: insert(node.children ?? [], marks, from, to) }
        : withoutSources(node);
      return [inner, ...take(from, to)];
    });
  // A block of nothing but sources.
  const first = marks.get(0);
  return first && start === 0 && limit === -1 ? [first, ...inserted] : inserted;
}

const withoutSources = (node: MdxNode): MdxNode =>
  node.children
    ? { ...node, children: node.children.filter((child) => !isSource(child)).map(withoutSources) }
    : node;

/** A text in parts, with the marks that stand within it. */
function split(node: MdxNode, from: number, to: number, marks: Map<number, MdxNode>): MdxNode[] {
  const words = node.value ?? '';
  const within = [...marks.keys()].filter((at) => at > from && at < to).toSorted((a, b) => a - b);
  let done = 0;
  const parts = within.flatMap((at) => {
    const mark = marks.get(at);
    const part = { ...node, value: words.slice(done, at - from) };
    done = at - from;
    marks.delete(at);
    return mark ? [part, mark] : [part];
  });
  return [...parts, { ...node, value: words.slice(done) }];
}
