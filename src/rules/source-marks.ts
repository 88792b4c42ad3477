import { attributeOf, mapped, nodesOf, type MdxNode } from './markdown.ts';
import { DRAWN, RAISED, sentenceEnds } from './sentences.ts';

/** What a sentence rests on: a source, or a figure with the source that it has. */
export interface Support {
  kind: 'figure' | 'source';
  id: string;
}

/** A sentence by its number in the text, with what it rests on. */
export interface Sentence {
  sentence: number;
  supports: Support[];
}

/** The names of the nodes that stand behind a sentence, for the numbers of its sources, and behind a block, for their notes. */
const MARKS = 'SourceMarks';
const NOTES = 'BlockNotes';

/**
 * A text with the tags `Source` taken out of its sentences. Behind each sentence that named
 * sources or figures stands a node `SourceMarks` with all of them, and its number in the text;
 * behind each paragraph, table or tight list of such sentences a node `BlockNotes` with what these have.
 */
export function withSourceMarks(tree: MdxNode): MdxNode {
  let sentence = 0;
  const visit = (node: MdxNode): MdxNode => {
    if (node.type === 'paragraph' || node.type === 'tableCell') return gathered(node, () => ++sentence);
    return node.children ? { ...node, children: node.children.map(visit) } : node;
  };
  return withNotes(visit(tree)).node;
}

/** Does so for a block of sentences; one that names nothing stays as it is. */
function gathered(block: MdxNode, nextSentence: () => number): MdxNode {
  // The tree that is given stays as it is.
  const copied = mapped(block, (node) => ({ ...node }));
  const leaves = leavesOf(copied);
  if (!leaves.some((leaf) => supportOf(leaf))) return block;
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
    mark: marksNode(group, nextSentence()),
  }));
  return withMarks(withoutSources(copied), marks);
}

/**
 * A node with the notes of each block in it.
 * @returns with it, the attributes `of` of the sentences whose notes stand behind what is around it
 */
function withNotes(node: MdxNode, isTight = false): { node: MdxNode; left: string[] } {
  if (node.name === MARKS) return { node, left: [attributeOf(node, 'of') ?? ''] };
  if (!node.children) return { node, left: [] };
  // The items of a tight list are lines of one block, with all lists within them.
  const tight =
    isTight || (node.type === 'list' && !node.spread && !node.children.some(({ spread }) => spread));
  const left: string[] = [];
  const children = node.children.flatMap((child) => {
    const inner = withNotes(child, tight);
    const isBlock = !tight && /^(?:list|table|paragraph)$/.test(child.type);
    if (isBlock && inner.left.length > 0) return [inner.node, tag(NOTES, 'Flow', inner.left.join(', '))];
    left.push(...inner.left);
    return inner.node;
  });
  return { node: { ...node, children }, left };
}

/** The blocks of a text whose notes stand behind them, each with its sentences. */
export const notedBlocks = (tree: MdxNode): Sentence[][] =>
  nodesOf(tree)
    .filter(({ name }) => name === NOTES)
    .map((node) => sentencesFrom(attributeOf(node, 'of') ?? ''));

/** Reads the attribute `of` of a node `SourceMarks`, `1 source:2017/award figure:sent`, or of `BlockNotes`, which has several with commas between. */
export const sentencesFrom = (of: string): Sentence[] =>
  of.split(', ').map((one) => {
    const [sentence, ...supports] = one.split(' ');
    return {
      sentence: Number(sentence),
      supports: supports.map((support) => {
        const [kind, id = ''] = support.split(':');
        return { kind: kind as Support['kind'], id };
      }),
    };
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
    const after = leaves.find((one, at) => at > index && wordsIn(one) !== '');
    if (/^(?:$|[\s.,;:!?…)\]”’。])/.test(after ? wordsIn(after) : '')) leaf.value = wordsIn(leaf).trimEnd();
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
  const named = new Set(supports.map(({ kind, id }) => `${kind}:${id}`));
  return tag(MARKS, 'Text', [sentence, ...named].join(' '));
}

const tag = (name: string, place: 'Text' | 'Flow', of: string): MdxNode => ({
  type: `mdxJsx${place}Element`,
  name,
  attributes: [{ type: 'mdxJsxAttribute', name: 'of', value: of }],
  children: [],
});

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
