import Slugger from 'github-slugger';
import { placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { tagOf } from '../rules/tags.ts';
import { isBare, PRINTED, type Block } from './block-text.ts';
import { mixedWord } from './check-values.ts';
import { traceIn } from './contacts.ts';
import { capital, quoted, type Report, type Sentences } from './problems.ts';
import { typedNumber, withoutQuotes } from './typed-numbers.ts';

/*
 * The words of a text as readers get them: no amount that should be a figure, no mark-up
 * that is left as signs, no address that takes in what follows, nothing of a person.
 */

const ENTER =
  'Enter it in content/data/statistics.json with its source, and name it here: <Figure id="…" />.';

/** Checks the words of a text, block by block, and its headings. */
export function checkWriting(tree: MdxNode, blocks: readonly Block[], report: Report): void {
  for (const block of blocks) {
    if (block.node.type === 'code') continue;
    checkNumbers(block, report);
    checkMarks(block, report);
    const mixed = mixedWord(block.prose);
    if (mixed) report(block.placeAt(mixed.index), capital(mixed.message));
    const trace = traceIn(block.prose);
    if (trace) report(block.placeAt(trace.index), trace.sentence);
  }
  checkHeadings(blocks, new Set([...FRAME_IDS, ...idsOfTags(tree)]), report);
  checkParts(tree, report);
}

/** Numbers in words of others are free where a source is named: behind the words, or by the quote. */
function checkNumbers({ prose, isQuote, placeAt }: Block, report: Report): void {
  if (isQuote) return;
  const end = prose.lastIndexOf(PRINTED);
  const own = end < 0 ? prose : withoutQuotes(prose.slice(0, end)) + prose.slice(end);
  const typed = typedNumber(own, ENTER);
  if (typed) report(placeAt(typed.index), capital(typed.message));
}

const LIST =
  'Begin each item of a list with a hyphen and a space, on a line of its own; of a numbered one with 1. and a space.';
const TABLE =
  'A table is not whole, so its signs would be printed. Below its head stands a row of hyphens: | --- | --- |, and each row on a line of its own.';
const NO_SPACE =
  'A space is missing, or another sign stands in its place, so the mark would be printed. Type one plain space after it.';
const BOLD =
  'Stars of bold or slanted words would be printed: a space stands within them, one is missing, or a letter follows a bracket or quote. Take brackets, quotes and spaces out of the marked words.';

/** A picture of a few points at the beginning of a line. */
const EMOJI = '\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\uFE0F?|[\\d#*]\\uFE0F?\\u20E3';

/** What Markdown did not take for a mark, so that its signs would be printed. They look at a whole block. */
const BROKEN_MARKS: Sentences = [
  [
    /\]\(|\]\s\(\s*(?:https?:|\/|#|mailto:)/,
    'A link is not whole, so its brackets would be printed. Write [words](address), without a space between or within the address; write brackets in it as %28 and %29.',
  ],
  [/\[\^([^\]]+)\]/, 'There is no note “[^$1]: …”. Write it below, or take the mark out.'],
  [/\[\[|\]\]/, 'A link in double brackets would be printed as it stands. Write [words](/address/).'],
  [
    /\]\[[^\]]+\]/,
    'The address of a link is missing, so its brackets would be printed. Write [words](address).',
  ],
  [/^#{1,6}(?=[^\s#\d])|^(?:#{1,6}|[-*+]|\d{1,3}[.)])[\u00A0\u2000-\u200A\u202F\u3000]/m, NO_SPACE],
  [/^[•◦▪▫●○■□‣⁃∙·➢➤►▶✓✔❖◆☐☑\uF000-\uF0FF]\s?/m, LIST],
  [/^[-+](?=\p{L})[^]*\n[-+](?=\p{L})/mu, LIST],
  [/^[–—―−]\s/, LIST],
  [/^[–—―−]\s?\S[^]*\n[–—―−]\s?\S/m, LIST],
  [/^\d{1,2}[.)．](?=\p{L})/mu, LIST],
  [new RegExp(`^(?:${EMOJI})\\s?\\S[^]*\\n(?:${EMOJI})\\s?\\S`, 'mu'), LIST],
  [
    /^(?:[ivx]{1,4}|[A-Z]|[가나다라마바사아자])[.)]\s[^]*\n(?:[ivx]{1,4}|[A-Z]|[가나다라마바사아자])[.)]\s/m,
    LIST,
  ],
  [/^\(\d{1,2}\)\s[^]*\n\(\d{1,2}\)\s|^\(1\)\s/m, LIST],
  [/^\(?[a-z]\)\s[^]*\n\(?[a-z]\)\s/m, LIST],
  [/^[①-⑳⑴-⒇ⅰ-ⅻⅠ-Ⅻ][^]*\n[①-⑳⑴-⒇ⅰ-ⅻⅠ-Ⅻ]/m, LIST],
  [/^\|.*\||^[^|\n]+\s\|\s[^\n]*\n[^|\n]+\s\|\s|^\|?\s*:?-{3,}:?\s*\|/m, TABLE],
  [
    /\S[ ]*\t+[ ]*\S/,
    'A tab stands between words, as in a table of a word processor. Write a table with | signs, or a space.',
  ],
  [
    /[\p{L}\p{N}.,;:!?”’"')]\[\d{1,3}\](?!\()|^\[\d{1,3}\]\s/u,
    'A number of a note stands in brackets, and would be printed. Name the source by <Source id="…" />, or write [^1] and its note.',
  ],
  [
    /^::\w|^(?:!!!|\?\?\?)\s|^\.\. \w+::/m,
    'A mark of another program for a box would be printed. Write <Callout title="…"> for one.',
  ],
  [/^:{3,}/m, 'A line of colons would be printed. Write <Callout title="…"> for a box.'],
  [/\[!\w+\]/, 'A mark like [!NOTE] would be printed. Write <Callout title="…"> for a box.'],
  [/^\[(?:toc|목차)\]/im, 'A mark for a list of contents would be printed. Take it out.'],
  [/^(?:[-*+])?\[[ xX]?\](?=\s|\S)/, 'A box of a task is not whole. Write - [ ] or - [x], then a space.'],
  [
    /^\[[^\]\n]+\]:\s/m,
    'The address of a link is not whole, so it would be printed. Write [words](address) where it belongs.',
  ],
  [
    /\s\[\d{1,2}\](?![(\w])|\p{L}\[[a-z]{1,2}\](?![(\w])|【[^】]*†[^】]*】|:contentReference/u,
    'A mark of a note of another program would be printed. Name the source by <Source id="…" />, or write [^1] and its note.',
  ],
  [
    /\[\/?(?:b|i|u|s|url|img|quote|code|color|size|center)(?:=[^\]]*)?\]|^(?:h[1-6]|bq)\.\s|^={2,6} [^=\n]+ ={2,6}$|'{3}|^\+{3}|^%%|%%$|^\/\/\s|\[https?:\/\/|\\[nrt](?![\p{L}])|\\u[\da-f]{4}|\^\S{1,9}\^/imu,
    'Signs of another program would be printed. Only Markdown is read: ## for a heading, **bold**, *slanted*, [words](address).',
  ],
  [/\^\[|\[@[\w-]+\]/, 'A note in brackets would be printed. Write [^1] and its note below.'],
  [/\$\$|\\\(|\\\[/, 'Signs of a formula would be printed. Write it in words.'],
  [
    /==\S[^=\n]*==|\+\+\S[^+\n]*\+\+|\|\|\S[^|\n]*\|\|/,
    'Signs around words would be printed. Only **bold** and *slanted* words are marked.',
  ],
  [
    /(?<![\p{L}\p{N}:]):[a-z][a-z_]+:(?![\p{L}\p{N}:])/u,
    'A name between colons would be printed. Type the sign itself, or take it out.',
  ],
  [/\*\*|__|(?<![^\s(“‘"'])\*(?=[^\s*])|(?<![^\s(“‘"'])_(?=\p{L})/u, BOLD],
  [
    /~~/,
    'Tildes that strike out words would be printed: one is missing, or a space stands within them. Correct them, or write \\~.',
  ],
  [/`/, 'A sign that begins code has no partner, and would be printed. Add it, or write an apostrophe: ’.'],
  [
    /&(?:nbsp|amp|quot|lt|gt|shy|mdash|ndash|#\d{2,6}|#x[\da-f]{2,6})(?![\p{L}])/iu,
    'A sign by its name is not whole, so the name would be printed. End it with a semicolon, or type the sign itself.',
  ],
];

function checkMarks({ marks, placeAt }: Block, report: Report): void {
  for (const [looks, sentence] of BROKEN_MARKS) {
    const match = looks.exec(marks);
    if (!match) continue;
    report(
      placeAt(match.index),
      sentence.replaceAll('$1', () => match[1] ?? ''),
    );
    return;
  }
}

/** Ids that the frame of each page has: a heading of that name would share them. */
const FRAME_IDS = ['main', 'top', 'all', 'hatch', 'without-notes', 'footnote-label'];
/** Ids that a tag brings along. */
const TAG_IDS: Readonly<Record<string, readonly string[]>> = {
  Calculator: ['calculator', 'drives'],
  Glossary: ['terms', 'names'],
};

const idsOfTags = (tree: MdxNode) =>
  (tree.children ?? []).flatMap(({ name }) =>
    name && Object.hasOwn(TAG_IDS, name) ? (TAG_IDS[name] ?? []) : [],
  );

function checkHeadings(blocks: readonly Block[], taken: ReadonlySet<string>, report: Report): void {
  let depth = 1;
  for (const { node, text } of blocks) {
    if (node.type !== 'heading') continue;
    const place = placeOf(node);
    const slug = new Slugger().slug(text.replaceAll(PRINTED, ''));
    if (text.trim() === '') report(place, 'A heading without words stands here. Write some, or remove it.');
    else if (!/[\p{L}\p{N}]/u.test(slug))
      report(place, 'This heading has no letters, so no link could lead to it. Write some.');
    else if (taken.has(slug) || /^change-\d{4}-|^user-content-/.test(slug))
      report(place, `The anchor “#${slug}” belongs to the page itself. Write the heading with a word more.`);
    const { depth: own = 2 } = node;
    // The first rank is refused by the allow-list.
    if (own > depth + 1 && own > 1)
      report(
        place,
        `This heading skips a level: ${'#'.repeat(own)} stands below ${depth === 1 ? 'the title' : '#'.repeat(depth)}. Write ${'#'.repeat(depth + 1)}.`,
      );
    depth = Math.max(own, 2);
  }
}

/** Checks links and the attributes of tags. */
function checkParts(node: MdxNode, report: Report): void {
  const place = placeOf(node);
  if (node.type === 'link') checkLink(node, report);
  for (const { name, value } of node.attributes ?? []) {
    const rule = name === undefined ? undefined : tagOf(node.name)?.attributes[name];
    if (rule?.kind !== 'text' || typeof value !== 'string') continue;
    const typed = typedNumber(value, ENTER);
    if (typed) report({ ...place, column: place.column + typed.index }, capital(typed.message));
    const trace = traceIn(value);
    if (trace) report(place, trace.sentence);
  }
  for (const child of node.children ?? []) checkParts(child, report);
}

function checkLink(node: MdxNode, report: Report): void {
  const [words, url = ''] = [wordsOf(node), node.url];
  if (words.trim() === '')
    report(placeOf(node), 'A link without words stands here. Write some, or remove it.');
  if (nodesWithin(node).some(({ type }) => type === 'link' || type === 'linkReference'))
    report(placeOf(node), 'A link stands within a link. Take one of the two out.');
  const { start, end } = node.position ?? {};
  // An address that stands bare is as long as its words.
  if (!isBare(words, url) || !start || !end || end.offset - start.offset !== words.length) return;
  if (url.startsWith('mailto:'))
    report(
      placeOf(node),
      'An e-mail address stands here. Take it out; or, where it is public, write [words](mailto:…).',
    );
  else if (
    /[^\x21-\x7E]|\.[A-Z]\w*$|,\p{L}+$|['*_`|\\{}<>"]/u.test(
      words.replaceAll('_', url.includes('%') ? '_' : 'a'),
    )
  )
    report(
      placeOf(node),
      `The address takes in what follows it: ${quoted(words)}. Write [words](address), or put a space behind it.`,
    );
}

const nodesWithin = (node: MdxNode): MdxNode[] =>
  (node.children ?? []).flatMap((child) => [child, ...nodesWithin(child)]);
