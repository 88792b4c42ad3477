import Slugger from 'github-slugger';
import { placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { tagOf } from '../rules/tags.ts';
import { isBare, PRINTED, type Block } from './block-text.ts';
import { oddCharacter } from './content-files.ts';
import { traceIn } from './contacts.ts';
import { leftOver } from './left-over.ts';
import { oddWord } from './odd-words.ts';
import { capital, quoted, type Report } from './problems.ts';
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
    const odd = oddWord(block.prose);
    // Signs that no text may hold are reported by the allow-list.
    if (odd && !oddCharacter(block.prose)) report(block.placeAt(odd.index), capital(odd.message));
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

function checkMarks({ marks, placeAt }: Block, report: Report): void {
  const found = leftOver(marks);
  if (found) report(placeAt(found.index), found.message);
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
