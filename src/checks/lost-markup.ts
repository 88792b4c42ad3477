import { nodesOf, placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { quoted, type Report } from './problems.ts';

/*
 * What Markdown drops or turns without a word: numbers that it counts anew, cells too
 * many, notes that nothing names. Each is told where it stands.
 */

/** A node as it is typed, and what is typed before and after it. */
function typedAs({ position }: MdxNode, source: string) {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  return { before: source.slice(0, start), typed: source.slice(start, end), after: source.slice(end) };
}

/** Reports what would be lost or changed between a text as it is typed and as it is printed. */
export function checkLosses(tree: MdxNode, source: string, report: Report): void {
  checkUnnamed(tree, report);
  for (const node of nodesOf(tree)) {
    const message = lossOf(node, source);
    if (message !== undefined) report(placeOf(node), message);
    if (node.type === 'table') checkRows(node, source, report);
    let counted = 0;
    for (const child of node.children ?? [])
      // What stands between may divide one list into several.
      if (child.type === 'list' && child.ordered) counted = checkCounting(child, counted, source, report);
  }
}

function lossOf(node: MdxNode, source: string): string | undefined {
  const { before, typed, after } = typedAs(node, source);
  if (node.type === 'code') return fenceFault(typed);
  if (node.type === 'heading') return headingFault(typed, wordsOf(node));
  if (node.type === 'blockquote' && /^>+\s?\d/.test(typed))
    return 'A line that begins with > is set as a quotation, and the sign is lost. Write “more than”, or \\>.';
  const isBetweenNumbers = /\d/.test(before.at(-1) ?? '') && /^\d/.test(after);
  return isBetweenNumbers && /^(?:emphasis|strong)$/.test(node.type)
    ? 'Stars or lines between numbers are taken for marks and left out. Write × or \\*.'
    : undefined;
}

/** A fence of code that is never closed takes all the rest of the text. */
function fenceFault(typed: string): string | undefined {
  const [fence] = /^(?:`{3,}|~{3,})/.exec(typed) ?? [];
  if (fence === undefined) return undefined;
  const [, ...lines] = typed.trimEnd().split('\n');
  const last = lines.at(-1)?.replace(/^[\s>]+|\s+$/g, '') ?? '';
  const isClosed = last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length);
  return isClosed
    ? undefined
    : `The code that begins with ${quoted(fence)} is not closed, so all the rest of the text is in it. Put ${quoted(fence)} on a line of its own after it.`;
}

/** Fields of front matter that a second one begins with. */
const FIELD = /^["']?[a-z]+(?:[A-Z][a-z]*)?["']?:(?:\s|$)/;
const LONG_HEADING = 120;

/** A line of hyphens below words makes them a heading: meant, it is a short one. */
function headingFault(typed: string, words: string): string | undefined {
  if (!/\n[ \t]*(?:-+|=+)[ \t]*$/.test(typed)) return undefined;
  if (FIELD.test(words))
    return 'A second front matter stands here and would be printed as a heading. Keep one, at the top of the file.';
  return words.length > LONG_HEADING || words.includes('\n')
    ? 'The line of hyphens below this paragraph makes a heading of it. Put an empty line between, or write ## before a heading.'
    : undefined;
}

/**
 * Numbers of a list are printed as they are counted from the first: as typed they must be the same.
 * @param counted the last number of the list before
 * @returns that of this one
 */
function checkCounting(list: MdxNode, counted: number, source: string, report: Report): number {
  const items = list.children ?? [];
  const numbers = items.map((item) => Number(/^\d+/.exec(typedAs(item, source).typed)?.[0] ?? NaN));
  const [first = 1] = numbers;
  const line = typedAs(list, source).before.slice(-200).split('\n').at(-2) ?? '';
  const interrupts = line.trim() !== '' && !/^\s*(?:[-*+>]|\d+[.)])/.test(line);
  const last = first + items.length - 1;
  if (items.length === 1 && (first > counted + 1 || interrupts)) {
    report(
      placeOf(list),
      `A number with a full stop at the beginning makes a list of this paragraph. Write it as ${first}\\. or begin with another word.`,
    );
    return last;
  }
  // All the same is a way to write a list that is counted by itself.
  if (numbers.every((number) => number === first)) return last;
  const wrong = numbers.findIndex((number, index) => number !== first + index);
  const item = items[wrong];
  if (item)
    report(
      placeOf(item),
      `A list counts on from its first number, so this would be printed as ${first + wrong}, not ${numbers[wrong]}. Correct the number; or write ${numbers[wrong]}\\. where it is no list.`,
    );
  return last;
}

/** Each row of a table has as many cells as its head: of more, the last are lost. */
function checkRows(table: MdxNode, source: string, report: Report): void {
  const [head, ...rows] = table.children ?? [];
  const columns = head?.children?.length ?? 0;
  for (const row of rows) {
    const { typed } = typedAs(row, source);
    const cells = cellsIn(typed);
    if (cells === columns && /(?<!\\)\|/.test(typed)) continue;
    const what =
      cells > columns
        ? 'What is too much would be lost. Take it out, give the table a column, or write \\| for the sign itself.'
        : 'A row stands on one line, and what follows a table stands after an empty line. Join or divide them.';
    report(
      placeOf(row),
      `This row of the table has ${cells} ${cells === 1 ? 'cell' : 'cells'}, its head has ${columns}. ${what}`,
    );
  }
}

/** The number of cells of a row as it is typed; a sign after a backslash divides nothing. */
function cellsIn(row: string): number {
  const inner = row.trim().replace(/^\||(?<!\\)\|$/g, '');
  return inner.split(/(?<!\\)\|/).length;
}

/** Reports notes and addresses of links that nothing names, or that stand twice: they are printed nowhere. */
function checkUnnamed(tree: MdxNode, report: Report): void {
  const nodes = nodesOf(tree);
  const named = new Set(nodes.filter(({ type }) => type.endsWith('Reference')).map(keyOf));
  const seen = new Set<string>();
  for (const node of nodes.filter(({ type }) => /^(?:d|footnoteD)efinition$/.test(type))) {
    const key = keyOf(node);
    const fault = definitionFault(node, named.has(key), seen.has(key));
    if (fault !== undefined) report(placeOf(node), fault);
    seen.add(key);
  }
}

function definitionFault(node: MdxNode, isNamed: boolean, isRepeated: boolean): string | undefined {
  const isNote = node.type === 'footnoteDefinition';
  const label = `[${isNote ? '^' : ''}${node.label ?? node.identifier}]`;
  if (isRepeated)
    return `${quoted(`${label}: …`)} stands twice, and only the first is read. Give one of them another name.`;
  if (!isNamed)
    return isNote
      ? `Nothing names the note ${quoted(label)}, so it would not be printed. Write ${label} where it belongs, or take it out.`
      : `${quoted(`${label}: …`)} is taken for the address of a link that nothing names, and would not be printed. Write it without brackets, or take it out.`;
  return isNote && !nodesOf(node).some(({ type, value }) => value?.trim() || /Jsx/.test(type))
    ? `The note ${quoted(label)} has no words. Write them behind its colon, on the same line.`
    : undefined;
}

/** By which a note, or a link, is the same as what names it. */
const keyOf = ({ type, identifier = '' }: MdxNode) =>
  `${type.startsWith('footnote')} ${identifier.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
