import { attributeOf, nodesOf, type MdxNode } from './markdown.ts';

/** How the parts of a text that come from data are written out. */
interface Writer {
  /** A figure in a sentence: value, date and the mark of its source, behind the editor’s own words if there are any. */
  figure(id: string, form: { hideUnit: boolean; as: string | undefined }): string;
  /** The mark of a source, as in `[3]`. */
  source(id: string): string;
  /** The address of a link, where it is to be read behind the words. */
  link(url: string): string | undefined;
  /** The heading of the sentences that sum a page up. */
  inShort: string;
  /** A part of the page that is drawn from data: a chart, a list of organisations. */
  drawn(tag: string, id: string | undefined): string;
}

/** The writer of one text, with the addresses that it defines by a name. */
interface TextWriter extends Writer {
  defined: ReadonlyMap<string, string>;
}

/** An MDX text as plain text: a line for each paragraph, an empty line between two. */
export function plainText(tree: MdxNode, writer: Writer): string {
  const definitions = nodesOf(tree).filter(({ type }) => type === 'definition');
  const defined = new Map(definitions.map(({ identifier = '', url = '' }) => [identifier, url]));
  return blocksOf(tree, { ...writer, defined }).join('\n\n');
}

const inBlocks = ({ children = [] }: MdxNode, writer: TextWriter): string[] =>
  children.flatMap((child) => blocksOf(child, writer));

const inLine = ({ children = [] }: MdxNode, writer: TextWriter): string =>
  children.map((child) => inlineWords(child, writer)).join('');

const trimmed = (text: string) => text.replace(/ {2,}/g, ' ').trim();

/** The paragraphs that a node makes; none where it makes nothing to be read. */
function blocksOf(node: MdxNode, writer: TextWriter): string[] {
  const { children = [] } = node;
  switch (node.type) {
    case 'root':
      return inBlocks(node, writer);
    case 'blockquote':
      return inBlocks(node, writer).map((block) => indented(block, '> ', '> '));
    case 'list': {
      const items = children.map((item, index) => {
        const sign = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
        const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
        return indented(inBlocks(item, writer).join('\n\n'), sign + box, '   ');
      });
      return [items.join('\n')];
    }
    case 'table': {
      const rows = children.map(({ children: cells = [] }) =>
        cells.map((cell) => trimmed(inLine(cell, writer))),
      );
      return [rows.map((row) => row.join(' | ')).join('\n')];
    }
    case 'mdxJsxFlowElement':
      return tagBlocks(node, writer);
    case 'thematicBreak':
      return ['* * *'];
    case 'code':
      return [node.value ?? ''];
    case 'footnoteDefinition':
      return [`[^${node.label ?? ''}] ${inBlocks(node, writer).join('\n\n')}`];
    default:
      return [trimmed(inlineWords(node, writer))].filter(Boolean);
  }
}

/** The words of a node within a paragraph. */
function inlineWords(node: MdxNode, writer: TextWriter): string {
  const id = attributeOf(node, 'id') ?? '';
  if (node.name === 'Source') return writer.source(id);
  if (node.name === 'Figure')
    return writer.figure(id, {
      hideUnit: attributeOf(node, 'unit') === 'hide',
      as: attributeOf(node, 'as'),
    });
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return (node.value ?? '').replace(/\s*\n\s*/g, ' ');
    case 'break':
      return '\n';
    case 'link':
    case 'linkReference': {
      const url = node.url ?? writer.defined.get(node.identifier ?? '') ?? '';
      const [words, address] = [inLine(node, writer), writer.link(url)];
      return address === undefined || words === address ? words : `${words} <${address}>`;
    }
    case 'delete':
      return `~~${inLine(node, writer)}~~`;
    case 'footnoteReference':
      return `[^${node.label ?? ''}]`;
    default:
      // A note of an editor has nothing within it.
      return inLine(node, writer);
  }
}

function tagBlocks(node: MdxNode, writer: TextWriter): string[] {
  const inside = inBlocks(node, writer);
  const value = (name: string) => attributeOf(node, name);
  switch (node.name) {
    case 'Figure':
    case 'Source':
      return [inlineWords(node, writer)];
    case 'InShort':
      return [`${writer.inShort}:`, ...inside];
    case 'Callout':
    case 'Poster':
    case 'Gallery':
      return [`${value('title')}:`, ...inside];
    case 'Quote':
      return [
        ...inside.map((block) => indented(block, '> ', '> ')),
        `(${[value('by'), writer.source(value('source') ?? '')].filter(Boolean).join(', ')})`,
      ];
    case 'Image':
      return [`[${value('alt')}] ${value('caption')} ${value('credit')}`];
    default:
      return [writer.drawn(node.name ?? '', value('id')), ...inside];
  }
}

/** Lines with a sign before the first and one before each other. */
function indented(text: string, first: string, other: string): string {
  return text
    .split('\n')
    .map((row, index) => (row === '' ? row : `${index === 0 ? first : other}${row}`))
    .join('\n');
}
