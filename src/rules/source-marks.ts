import { attributeOf, mapped, type MdxNode } from './markdown.ts';
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
    // The parser may keep a node in its own memory.
    const copied = mapped<MdxNode>(block, (node) => ({ ...node }));
    const leaves = leavesOf(copied);
    if (!leaves.some((leaf) => supportOf(leaf))) return undefined;
    closeGaps(leaves);
    const { text, supports, certain } = textOf(leaves);
    const ends = sentenceEnds(text, certain);
    let next = 0;
    const endFor = ({ after }: { after: number }) => {
      while (next < ends.length - 1 && (ends[next] ?? 0) < after) next++;
      return ends[next] ?? 0;
    };
    const marks = [...Map.groupBy(supports, endFor)].map(([place, group]) => ({
      place,
      mark: marksNode(group, ++sentence),
    }));
    return withMarks(withoutSources(copied), marks);
  };
}

/** A support with the number of its sentence, and the block that is drawn with its note. */
export type PlacedSupport = Support & { sentence: number; block: MdxNode };

/** What the sentences of a text rest on, in the order of their numbers. Notes stand with the list, table or paragraph. */
export function supportsIn(node: MdxNode, block: MdxNode = node, isTight = false): PlacedSupport[] {
  const { name, type, children = [] } = node;
  if (name === MARKS) {
    const sentence = Number(attributeOf(node, 'sentence'));
    return supportsFrom(attributeOf(node, 'of') ?? '').map((support) => ({ ...support, sentence, block }));
  }
  const isList = type === 'list';
  const tight = isList ? !node.spread && !children.some(({ spread }) => spread) : isTight;
  // An item of a tight list is no paragraph when it is drawn.
  const isNoted = isList || type === 'table' || (type === 'paragraph' && !isTight);
  return children.flatMap((child) => supportsIn(child, isNoted ? node : block, tight));
}

/** Reads the attribute `of` of a node `SourceMarks`: `source:2017/award figure:sent`. */
export const supportsFrom = (of: string): Support[] =>
  of.split(' ').flatMap((part) => {
    const [, kind, id] = /^(figure|source):(.+)$/.exec(part) ?? [];
    return kind && id ? [{ kind: kind as Support['kind'], id }] : [];
  });

/** The nodes of a block that hold words or stand in place of some. */
const leavesOf = (node: MdxNode): MdxNode[] =>
  node.children && node.children.length > 0 ? node.children.flatMap(leavesOf) : [node];

const isSource = ({ name }: MdxNode) => name === 'Source';

function supportOf(leaf: MdxNode): Support | undefined {
  const id = attributeOf(leaf, 'id') ?? '';
  if (isSource(leaf)) return { kind: 'source', id };
  return leaf.name === 'Figure' ? { kind: 'figure', id } : undefined;
}

/** Takes away the space before a source, where another follows, or a stop, or nothing. */
function closeGaps(leaves: readonly MdxNode[]): void {
  leaves.forEach((leaf, index) => {
    const next = leaves[index + 1];
    if (leaf.type !== 'text' || !next || !isSource(next)) return;
    let at = index + 1;
    while (at < leaves.length - 1 && wordsIn(leaves[at] ?? leaf) === '') at++;
    const after = leaves[at];
    if (/^(?:$|[\s.,;:!?…)\]”’。])/.test(after ? wordsIn(after) : ''))
      leaf.value = leaf.value?.trimEnd() ?? '';
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

/** The words of a block, what they rest on, and where a source shows that a sentence ends. */
function textOf(leaves: readonly MdxNode[]) {
  let [text, end] = ['', 0];
  const supports: (Support & { after: number })[] = [];
  const certain = new Set<number>();
  for (const leaf of leaves) {
    const support = supportOf(leaf);
    // A source stands behind the words that it is for; a figure is itself one of them.
    if (support) supports.push({ ...support, after: support.kind === 'figure' ? text.length + 1 : end });
    // An editor who puts a source behind a point ends the sentence there.
    if (isSource(leaf)) certain.add(end);
    const words = wordsIn(leaf);
    if (words.trim() !== '') end = text.length + words.trimEnd().length;
    text += words;
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

const withoutSources = (block: MdxNode) =>
  mapped(block, (node) =>
    node.children ? { ...node, children: node.children.filter((child) => !isSource(child)) } : node,
  );

const lengthOf = (node: MdxNode) => leavesOf(node).reduce((sum, leaf) => sum + wordsIn(leaf).length, 0);

/**
 * A node with marks at their places in its words: outside of what ends there, and behind a link,
 * since no link can stand in another.
 * @param marks in the order of their places
 * @param start the place at which the node begins
 */
function withMarks(node: MdxNode, marks: readonly PlacedMark[], start = 0): MdxNode {
  let end = start;
  const children = (node.children ?? []).flatMap((child) => {
    const from = end;
    end += lengthOf(child);
    const own = marks.filter(({ place }) => place > from && place <= end);
    const within = child.type === 'link' ? [] : own.filter(({ place }) => place < end);
    const marked = child.type === 'text' ? split(child, within, from) : [withMarks(child, within, from)];
    return [...marked, ...own.slice(within.length).map(({ mark }) => mark)];
  });
  // A block of nothing but sources.
  const first = marks.filter(({ place }) => place === start).map(({ mark }) => mark);
  return node.children ? { ...node, children: [...first, ...children] } : node;
}

interface PlacedMark {
  place: number;
  mark: MdxNode;
}

/** A text in parts, with the marks that stand within it. */
function split(node: MdxNode, marks: readonly PlacedMark[], start: number): MdxNode[] {
  const words = node.value ?? '';
  let done = 0;
  const parts = marks.flatMap(({ place, mark }) => {
    const part = { ...node, value: words.slice(done, place - start) };
    done = place - start;
    return [part, mark];
  });
  return [...parts, { ...node, value: words.slice(done) }];
}

/** The letter of each of several places: a, b and so on; after z come aa, bb. */
export const letterOf = (index: number): string =>
  String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26));
