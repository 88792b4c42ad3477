import { nodesOf, placeOf, wordsOf, type MdxNode, type Place } from '../rules/markdown.ts';
import { DRAWN } from '../rules/sentences.ts';
import { tagOf } from '../rules/tags.ts';

/** Words that somebody reads, and where they stand. */
export interface SpokenText {
  text: string;
  /** The place in the file of a place in the text. */
  placeAt: (index: number) => Place;
  /** The last line in the file. */
  lastLine: number;
}

/** A paragraph, a heading, a cell of a table or a piece of code, as its words are read across its marks. */
export interface Block extends SpokenText {
  node: MdxNode;
  /** The words, code too, with spaces in place of addresses that stand for themselves. */
  printed: string;
  /** The same with spaces in place of code. */
  prose: string;
  /** The same, with a blank for each sign behind a backslash, which is meant to be printed. */
  marks: string;
  /** Whether it stands in a <Quote>, which names its source. */
  isQuote: boolean;
  /** The types of what stands before and behind it, where that is a part of the text or of a tag. */
  besides?: (string | undefined)[] | undefined;
}

const HOLDS_WORDS = /^(?:paragraph|heading|tableCell|code)$/;

/** Every block of words in a text, of which the tree was made. */
export function blocksIn(
  tree: MdxNode,
  source: string,
  isQuote = false,
  besides?: Block['besides'],
): Block[] {
  if (HOLDS_WORDS.test(tree.type)) return [{ ...blockOf(tree, source, isQuote), besides }];
  const isInQuote = isQuote || tree.name === 'Quote';
  const types = /^(?:root|mdxJsxFlowElement)$/.test(tree.type) && tree.children?.map(({ type }) => type);
  return (tree.children ?? []).flatMap((child, at) =>
    blocksIn(child, source, isInQuote, types ? [types[at - 1], types[at + 1]] : undefined),
  );
}

function blockOf(node: MdxNode, source: string, isQuote: boolean): Block {
  const pieces: { start: number; place: Place }[] = [];
  let [text, printed, prose, marks] = ['', '', '', ''];
  const add = (from: MdxNode, words: string, isProse: boolean, isAddress = false) => {
    pieces.push({ start: text.length, place: placeOf(from) });
    text += words;
    const blank = words.replace(/[^\n]/g, ' ');
    const shown = isProse && !isAddress ? words : blank;
    printed += isAddress ? blank : words;
    prose += shown;
    const { start, end } = from.position ?? {};
    const typed = start && end ? source.slice(start.offset, end.offset) : '';
    marks += shown === words && typed.includes('\\') ? withoutEscaped(words, typed) : shown;
  };
  const visit = (child: MdxNode, isAddress = false) => {
    const { type, value = '', children = [], url } = child;
    if (type === 'text') add(child, value, true, isAddress);
    else if (type === 'inlineCode' || type === 'code') add(child, value, false);
    else if (type === 'break') add(child, '\n', true);
    else if (type === 'footnoteReference') add(child, '', true);
    else if (type === 'mdxJsxTextElement' && children.length === 0) add(child, DRAWN, true);
    else {
      const isBare = type === 'link' && isAddressOf(wordsOf(child), url);
      for (const inner of children) visit(inner, isAddress || isBare);
    }
  };
  visit(node);
  return {
    ...{ node, text, printed, prose, marks, isQuote, placeAt: placesIn(text, pieces, placeOf(node)) },
    lastLine: node.position?.end?.line ?? placeOf(node).line,
  };
}

/** What is typed for the signs that smart punctuation makes. */
const TYPED: Readonly<Record<string, string>> = {
  ...{ '—': '---', '–': '--', '…': '...' },
  ...{ '‘': "'", '’': "'", '“': '"', '”': '"' },
};

/** Words with a blank for each sign that stands behind a backslash in the text as it is typed. */
function withoutEscaped(words: string, typed: string): string {
  let at = 0;
  const shown = Array.from(words, (sign) => {
    const rest = typed.slice(at);
    const isEscaped = rest.startsWith(`\\${sign}`);
    const [entity] = /^&#?\w{1,32};/.exec(rest) ?? [];
    const smart = TYPED[sign] ?? sign;
    if (isEscaped) at += 1 + sign.length;
    else if (entity) at += entity.length;
    else if (rest.startsWith(sign)) at += sign.length;
    else if (rest.startsWith(smart)) at += smart.length;
    // A line that goes on is indented as its paragraph is.
    if (sign === '\n' && !isEscaped) while (/[ \t>]/.test(typed[at] ?? '')) at++;
    return isEscaped ? ' '.repeat(sign.length) : sign;
  });
  return shown.join('');
}

/** Whether the words of a link are its address, as where an address stands bare in a text. */
const isAddressOf = (words: string, url = '') =>
  words !== '' && [words, `http://${words}`, `https://${words}`, `mailto:${words}`].includes(url);

/** Places by the piece of the source that a sign comes from; an entity or an escape moves it a little. */
function placesIn(text: string, pieces: readonly { start: number; place: Place }[], first: Place) {
  return (index: number): Place => {
    const piece = pieces.findLast(({ start }) => start <= index);
    if (!piece) return first;
    const before = text.slice(piece.start, index).split('\n');
    const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? piece.place.column : 1);
    return { line: piece.place.line + before.length - 1, column };
  };
}

/** A text that stands at one place, as the value of a field. */
export const spokenAt = (text: string, place: Place, lastLine = place.line): SpokenText => ({
  ...{ text, lastLine },
  placeAt: () => place,
});

/** The words of a row, whose cells are read one after the other; nothing for another node. */
const rowOf = ({ type, children = [] }: MdxNode) =>
  type === 'tableRow' ? children.map(wordsOf).join(' ') : '';

/** All that a text says beside its front matter: its blocks, the rows of its tables, and the addresses and attributes in it. */
export const spokenIn = (tree: MdxNode, blocks: readonly Block[]): SpokenText[] => [
  ...blocks,
  ...nodesOf(tree).flatMap((node) =>
    [...attributesOf(node), rowOf(node)].flatMap((value) =>
      value === '' ? [] : spokenAt(value, placeOf(node)),
    ),
  ),
];

/** The attributes of a tag that readers read, by their names: a text, or an amount in words. */
export const readAttributes = ({ name: tag, attributes = [] }: MdxNode) =>
  attributes.flatMap(({ name = '', value }) => {
    const kind = tagOf(tag)?.attributes[name]?.kind;
    return typeof value === 'string' && (kind === 'text' || kind === 'amount') ? { name, value, kind } : [];
  });

/** What is written within a node and is no text of its own: addresses, titles, names of notes, attributes of tags. */
export const attributesOf = ({ url, title, alt, label, attributes = [] }: MdxNode): string[] =>
  [url, title, alt, label, ...attributes.map(({ value }) => value)].filter(
    (value) => typeof value === 'string',
  );
