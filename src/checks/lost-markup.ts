import { nodesOf, placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { quoted, type Report } from './problems.ts';

/*
 * What Markdown drops or turns without a word: numbers that it counts anew, cells too
 * many, notes that nothing names, lines that it takes into what stands above. Each is told
 * where it stands.
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
    const [date, year, month, day] = (/^list/.test(node.type) && DATE.exec(lineFrom(node, source))) || [];
    if (date !== undefined) {
      const message = `Points make a list of this date. Write it as ${year}년 ${month}월 ${day}일, or with the name of the month.`;
      if (node.type === 'list' && typedAs(node, source).typed.startsWith(`${year}`))
        report(placeOf(node), message);
      continue;
    }
    const message = lossOf(node, source);
    if (message !== undefined) report(placeOf(node), message);
    if (node.type === 'table') checkRows(node, source, report);
    checkTakenIn(node, source, report);
    checkOutside(node, report);
    checkCounting(node, source, report);
  }
}

/** A date in numbers, of which Markdown makes lists within each other. */
const DATE = /^[\s>*+-]*([12]\d{3})\. ?(\d{1,2})\. ?(\d{1,2})(?!\d)/;
function lineFrom({ position }: MdxNode, source: string): string {
  const { offset } = position?.start ?? { offset: 0 };
  const end = source.indexOf('\n', offset);
  return source.slice(source.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end);
}

/** What is printed without words, as an empty bullet, line or frame. */
const EMPTY: Readonly<Record<string, string>> = {
  listItem: 'An empty list item stands here. Write its words, or remove it.',
  blockquote: 'An empty quotation stands here. Write its words, or remove it.',
  tableRow: 'An empty row of a table stands here. Write its words, or remove it.',
};

const hasWords = (node: MdxNode) =>
  nodesOf(node).some(({ type, value }) => value?.trim() || /Jsx/.test(type));

function lossOf(node: MdxNode, source: string): string | undefined {
  const { before, typed, after } = typedAs(node, source);
  if (node.type === 'table' && node.children?.length === 1)
    return 'This table has a head and no rows. Write a row below its row of hyphens, or remove it.';
  if (EMPTY[node.type] !== undefined && !hasWords(node)) return EMPTY[node.type];
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
  return words.length > LONG_HEADING || /\n|[.:;]$/.test(words)
    ? 'The line of hyphens below this paragraph makes a heading of it. Put an empty line between, or write ## before a heading.'
    : undefined;
}

/** Numbers of a list are printed as they are counted from the first: as typed they must be the same. */
function checkCounting({ children = [] }: MdxNode, source: string, report: Report): void {
  // What stands between may divide one list into several, which count on.
  let counted = 0;
  for (const list of children) {
    if (list.type !== 'list' || !list.ordered || DATE.test(lineFrom(list, source))) continue;
    const items = list.children ?? [];
    const numbers = items.map((item) => parseInt(typedAs(item, source).typed, 10));
    const [first = 1] = numbers;
    const line = typedAs(list, source).before.slice(-200).split('\n').at(-2) ?? '';
    const interrupts = line.trim() !== '' && !/^\s*(?:[-*+>]|\d+[.)])/.test(line);
    const wrong = numbers.findIndex((number, index) => number !== first + index);
    const [item, number] = [items[wrong], numbers[wrong]];
    if (items.length === 1 && (first > counted + 1 || interrupts))
      report(
        placeOf(list),
        `A number with a full stop at the beginning makes a list of this paragraph. Write it as ${first}\\. or begin with another word.`,
      );
    // All the same is a way to write a list that is counted by itself.
    else if (item && numbers.some((one) => one !== first))
      report(
        placeOf(item),
        `A list counts on from its first number, so this would be printed as ${first + wrong}, not ${number}. Correct the number; or write ${number}\\. where it is no list.`,
      );
    counted = first + items.length - 1;
  }
}

/** Each row of a table has as many cells as its head: of more, the last are lost. */
function checkRows(table: MdxNode, source: string, report: Report): void {
  const [head, ...rows] = table.children ?? [];
  const columns = head?.children?.length ?? 0;
  for (const row of rows) {
    const { typed } = typedAs(row, source);
    // A sign after a backslash divides nothing.
    const inner = typed.trim().replace(/^\||(?<!\\)\|$/g, '');
    const cells = inner.split(/(?<!\\)\|/).length;
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

/** What holds paragraphs, as it is named, and how a line of such a paragraph begins. */
const HOLDERS: Readonly<Record<string, readonly [name: string, begin: string]>> = {
  blockquote: ['quotation', 'begin it with >'],
  listItem: ['list item', 'indent it'],
  footnoteDefinition: ['note', 'indent it'],
};

/** Whether a line goes on with the sentence of the line before, as where lines are broken by hand. */
const goesOn = (before: string, line: string) =>
  /[^.?!…:]$/.test(before) && /^(?:\p{Ll}|\p{Script=Hangul})/u.test(line);

/** Reports lines without the mark of the item, the quotation or the note into which Markdown takes them. */
function checkTakenIn(holder: MdxNode, source: string, report: Report): void {
  const held = HOLDERS[holder.type];
  if (!held) return;
  const [name, begin] = held;
  for (const paragraph of holder.children ?? []) {
    if (paragraph.type !== 'paragraph') continue;
    const { before, typed } = typedAs(paragraph, source);
    const [first, outer] = [placeOf(paragraph), placeOf(holder)];
    const quotes = (text: string) => text.split('>').length;
    const opened = quotes(before.slice(before.lastIndexOf('\n') + 1));
    const at = typed.split('\n').findIndex((line, index, lines) => {
      const [start = ''] = /^[\s>]*/.exec(line) ?? [];
      const isQuote = holder.type === 'blockquote';
      const isOutside = quotes(start) < opened || (!isQuote && start.length < outer.column);
      return index > 0 && isOutside && !goesOn(lines[index - 1] ?? '', line);
    });
    if (at > 0)
      report(
        { line: first.line + at, column: 1 },
        `This line would be printed as a part of the ${name} above. Put an empty line before it; or, where it belongs there, ${begin}.`,
      );
  }
}

/** Reports what is indented below a list, as if it belonged to an item, and stands beside the list. */
function checkOutside({ children = [] }: MdxNode, report: Report): void {
  for (const [index, block] of children.entries()) {
    const list = children[index - 1];
    const [item] = list?.type === 'list' ? (list.children?.at(-1)?.children ?? []) : [];
    if (!list || !item || placeOf(block).column <= placeOf(list).column) continue;
    const spaces = placeOf(item).column - placeOf(list).column;
    report(
      placeOf(block),
      `This is indented, but not as far as the words of the list item above, so it would be printed outside of the list. Begin its lines ${spaces} spaces to the right of where the list begins; or, where it is no part of the item, right below.`,
    );
  }
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
  return isNote && !hasWords(node)
    ? `The note ${quoted(label)} has no words. Write them behind its colon, on the same line.`
    : undefined;
}

/** By which a note, or a link, is the same as what names it. */
const keyOf = ({ type, identifier = '' }: MdxNode) =>
  `${type.startsWith('footnote')} ${identifier.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
