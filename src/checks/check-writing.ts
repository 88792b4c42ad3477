import Slugger from 'github-slugger';
import { attributeOf, nodesOf, placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { DRAWN, sentenceEnds } from '../rules/sentences.ts';
import { tagOf } from '../rules/tags.ts';
import { MARK_UP, NO_MARK_UP } from '../schemas/fields.ts';
import type { TextKind } from '../schemas/lists.ts';
import { readAttributes, type Block, type SpokenText } from './block-text.ts';
import { signsOfValue, valueFault, withoutAddresses } from './check-values.ts';
import { dayFault } from './check-dates.ts';
import { notesOf } from './check-markup.ts';
import { oddCharacter } from './content-files.ts';
import { traceIn } from './contacts.ts';
import { leftOver } from './left-over.ts';
import { oddWord } from './odd-words.ts';
import { checkRepeated, cutFault } from './pasted-text.ts';
import { capital, faultFinder, quoted, type Report, type TextFault } from './problems.ts';
import { repeated } from './read-entries.ts';
import { signsFault, withoutQuotes } from './signs.ts';
import { blank, isTitle, MORE_THAN_TEN, typedNumber } from './typed-numbers.ts';

/*
 * The words of a text as readers get them: no amount that should be a figure, no mark-up
 * that is left as signs, no address that takes in what follows, nothing of a person.
 */

const ENTER =
  'Enter it in content/data/statistics.json with its source, and name it here: <Figure id="…" />.';

/** Checks the words of a text, block by block, its headings, links and tags. */
export function checkWriting(tree: MdxNode, blocks: readonly Block[], report: Report): void {
  for (const block of blocks) {
    const { printed, placeAt } = block;
    const trace = traceIn(printed);
    const faults = block.node.type === 'code' ? [] : wordFaults(block, trace !== undefined);
    if (!faults.some(Boolean)) faults.push(cutFault(block));
    for (const fault of [...faults, trace]) if (fault) report(placeAt(fault.index), capital(fault.message));
  }
  checkJoined(tree, report);
  checkHeadings(blocks, new Set([...FRAME_IDS, ...idsOfTags(tree)]), report);
  checkTwice(tree, report);
  checkRepeated(blocks, report);
  for (const node of nodesOf(tree)) checkPart(node, report);
}

/** Checks what no page shows and everybody can read in the project: notes for editors, and remarks in front matter. */
export function checkNotes(notes: readonly SpokenText[], report: Report): void {
  for (const { text, placeAt } of notes) {
    const trace = traceIn(withoutAddresses(text));
    if (trace) report(placeAt(0), trace.message);
  }
}

/** @param hasTrace whether a number of somebody stands there, which is to be taken out and not entered among the figures */
function wordFaults(block: Block, hasTrace: boolean): (TextFault | undefined)[] {
  const { prose } = block;
  // Signs that no text may hold are reported by the allow-list.
  const odd = oddCharacter(prose.replaceAll(DRAWN, ' ')) ? undefined : oddWord(prose);
  const faults = [
    hasTrace ? undefined : typedInBlock(block),
    marksIn(block),
    ...longQuotesIn(block),
    odd,
    dayFault(prose),
  ];
  return faults.some(Boolean) ? faults : [signsIn(block)];
}

/** What is printed, without other nodes in it. */
const PRINTED = /^(?:text|inlineCode|break|footnoteReference|mdxJsxTextElement)$/;

/** What is wrong with the signs of a block. Where something in it is refused, they may lack what stands there. */
function signsIn({ node, prose, isQuote }: Block): TextFault | undefined {
  const isGood = (part: MdxNode) =>
    part.children?.length
      ? part.type !== 'link' || !linkFaults(part).some(Boolean)
      : PRINTED.test(part.type) || notesOf(part).length > 0;
  // Of several paragraphs of a quotation, only the last closes it.
  return !isQuote && nodesOf(node).every(isGood) ? signsFault(prose) : undefined;
}

/** Numbers in words of others are free where a source is named: behind the words, or by the quote. */
function typedInBlock({ node, printed, isQuote }: Block): TextFault | undefined {
  const titles = nodesOf(node)
    .filter(({ type }) => type === 'emphasis')
    .map(wordsOf)
    .filter(isTitle);
  const words = titles.reduce((text, title) => text.replaceAll(title, blank), printed);
  const end = words.lastIndexOf(DRAWN);
  const own = end < 0 ? words : withoutQuotes(words.slice(0, end)) + words.slice(end);
  return isQuote ? undefined : typedNumber(own, ENTER, MORE_THAN_TEN);
}

/** More words of somebody else in a row are a copy, not a quotation. */
const LONGEST_QUOTE = 40;

function longQuotesIn({ text, isQuote }: Block): TextFault[] {
  const quotes = isQuote ? [{ 0: text, index: 0 }] : [...text.matchAll(/“[^“”]*”/g)];
  return quotes.flatMap(({ 0: said, index }) => {
    const length = said.split(/\s+/).length;
    const message = `${length} words of somebody else stand here in a row; ${LONGEST_QUOTE} are the most. Quote a phrase, and say the rest in your own words.`;
    return length > LONGEST_QUOTE ? { index, message } : [];
  });
}

const otherLink = faultFinder({
  'The marks of this link are those of another program. Write [words](address).':
    /\[https?:\/\/\S+\s|[”"]:https?:|\]\s\((?:https?:|mailto:)(?<=\[[^[\]\n]+\]\s\(\w+:)|\)\[(?:https?:|mailto:|\/|#)(?<=\([^()\n]+\)\[(?:\w+:|.))/,
});

function marksIn({ text, marks }: Block): TextFault | undefined {
  const link = otherLink(text);
  // An address that stands for itself is a blank among the marks.
  return leftOver(marks) ?? (link && marks.charAt(link.index) !== ' ' ? link : undefined);
}

/** What stands within a line and has words or signs of its own; what stands on other lines is reported where tags are. */
const WITHIN_LINE = /^(?:link|linkReference|strong|emphasis|delete|footnoteReference|mdxJsxTextElement)$/;

/** Whether what stands before a node within a line, its own words and what stands behind it are printed as one word. */
function isJoined({ type, name }: MdxNode, before: string, words: string, after: string): boolean {
  // A Korean particle follows what it belongs to without a space.
  if (name === 'Figure') return /[\p{L}\p{N}]$/u.test(before) || /^[\p{Script=Latin}\p{N}]/u.test(after);
  // The number of a source stands behind the sentence, and that of a note is small.
  if (name === 'Source' || type === 'footnoteReference')
    return /[\p{Script=Latin}\p{N}]\0[\p{Script=Latin}\p{N}]|[.,;:!?]\0[\p{L}\p{N}]/u.test(
      `${before}\0${after}`,
    );
  // An ending, as of a plural, may follow, and a short beginning go before.
  return (
    type !== 'mdxJsxTextElement' &&
    ((/\p{Script=Latin}{3}$/u.test(before) && /^\p{Script=Latin}/u.test(words)) ||
      (/\p{Script=Latin}$/u.test(words) && /^\p{Script=Latin}{3}/u.test(after)))
  );
}

/** Whether a source stands in a sentence as if it were the name of somebody, between what is printed before and after it. */
const isName = (before: string, after: string) =>
  /(?<!\p{L})(?:according to|see|per|by|from)\s$/iu.test(before) ||
  (/(?:^|\s)$/.test(before) && /^\p{Script=Hangul}/u.test(after));

/** Reports tags, links and marked words at which a space is missing. */
function checkJoined(tree: MdxNode, report: Report): void {
  const printed = (node?: MdxNode) => (node?.name === 'Figure' ? '0' : node ? wordsOf(node) : '');
  for (const { children = [] } of nodesOf(tree))
    for (const [index, node] of children.entries())
      if (
        WITHIN_LINE.test(node.type) &&
        isJoined(node, printed(children[index - 1]), printed(node), printed(children[index + 1]))
      )
        report(placeOf(node), 'A space is missing here, so two words would be printed as one. Put it in.');
      else if (node.name === 'Source' && isName(printed(children[index - 1]), printed(children[index + 1])))
        report(
          placeOf(node),
          'A <Source> is printed as a small number behind its sentence, and not as a name. Say in words who says so, and put the tag behind them.',
        );
}

/** Ids that the frame of each page has: a heading of that name would share them. */
const FRAME_IDS = ['main', 'top', 'all', 'hatch', 'footnote-label', 'contact', 'read-next', 'site-search'];

const idsOfTags = (tree: MdxNode) => (tree.children ?? []).flatMap(({ name }) => tagOf(name)?.ids ?? []);

function checkHeadings(blocks: readonly Block[], taken: ReadonlySet<string>, report: Report): void {
  let depth = 1;
  for (const { node, text } of blocks) {
    if (node.type !== 'heading') continue;
    const place = placeOf(node);
    const slug = new Slugger().slug(text.replaceAll(DRAWN, ''));
    if (text.trim() === '') report(place, 'A heading without words stands here. Write some, or remove it.');
    else if (!/[\p{L}\p{N}]/u.test(slug))
      report(place, 'This heading has no letters, so no link could lead to it. Write some.');
    else if (taken.has(slug) || /^change-\d{4}-|^user-content-/.test(slug))
      report(place, `The anchor “#${slug}” belongs to the page itself. Write the heading with a word more.`);
    if (/^[^.?!]*\p{L}\.$/u.test(text.trim()))
      report(place, 'A heading ends without a full stop. Take it out.');
    const { depth: own = 2 } = node;
    // The first rank is refused by the allow-list.
    if (own > depth + 1)
      report(
        place,
        `This heading skips a level: ${'#'.repeat(own)} stands below ${depth === 1 ? 'the title' : '#'.repeat(depth)}. Write ${'#'.repeat(depth + 1)}.`,
      );
    depth = Math.max(own, 2);
  }
}

/** Reports tags that bring ids along, which no page has twice. */
function checkTwice(tree: MdxNode, report: Report): void {
  const once = nodesOf(tree).filter(({ name }) => name === 'Chart' || tagOf(name)?.ids);
  for (const [node] of repeated(once, (tag) => `${tag.name} ${attributeOf(tag, 'id') ?? ''}`))
    report(placeOf(node), `The same <${node.name}> stands here a second time. Keep one of the two.`);
}

/** Checks a link, and the words in the attributes of a tag or behind the address of a link. */
function checkPart(node: MdxNode, report: Report): void {
  const place = placeOf(node);
  if (node.type === 'link') for (const fault of linkFaults(node)) if (fault) report(place, fault);
  const title = node.title ? [{ name: 'title', value: node.title, kind: 'text' }] : [];
  for (const { name, value, kind } of [...readAttributes(node), ...title]) {
    if (MARK_UP.test(value)) report(place, NO_MARK_UP);
    const typed = kind === 'text' ? typedNumber(value, ENTER, MORE_THAN_TEN) : undefined;
    if (typed) report({ ...place, column: place.column + typed.index }, capital(typed.message));
    // What a pasted page says before the name of a photographer belongs to a credit.
    const words = name === 'credit' ? value.replace(/^(?:Photo|Image|Picture|사진)(?: by|:) ?/, '') : value;
    // Whether a link looks official is asked where all texts are read.
    const isNominal = name === 'alt' && saysNothing(value, attributeOf(node, 'src'));
    const fault = isNominal ? NO_ALT : (valueFault(words) ?? signsOfValue(value, [name]));
    if (fault) report(place, capital(fault));
  }
}

const NO_ALT =
  'The words of alt="…" name a file, or say no more than that there is a picture. Say what is to be seen to somebody who cannot see it.';
const NOMINAL =
  /\.(?:jpe?g|png|webp|avif|gif|heic)$|^(?:IMG|DSC[NF]?|PXL|Screenshot)[\s_-]*\d|^(?:an? |the )?(?:image|photo|photograph|picture|사진|그림|이미지)[\s\d.]*$/i;
/** Whether the words for a picture tell nothing of what is to be seen in it. */
const saysNothing = (alt: string, src = '') =>
  NOMINAL.test(alt.trim()) || alt.trim().toLowerCase() === src.replace(/^.*\/|\.\w+$/g, '');

/** More sentences than these are no longer read at a glance. */
const MOST_SENTENCES = 3;

const isLead = ({ name }: MdxNode) => tagOf(name)?.leads === true;

/** Checks the tag that sums a page up: where it stands, and how much it holds. */
export function checkLead(tree: MdxNode, kind: TextKind, report: Report): void {
  const blocks = tree.children ?? [];
  const heading = blocks.findIndex(({ type }) => type === 'heading');
  const leads = nodesOf(tree).filter(isLead);
  for (const lead of leads) {
    const place = blocks.indexOf(lead);
    const faults = [
      kind !== 'pages' && 'stands in pages only. Write its sentences as the first paragraph.',
      lead !== leads[0] && 'stands once in a page. Make one of the two.',
      (place < 0 || (heading >= 0 && place > heading)) &&
        'stands before the first heading, by itself. Move it to the top of the text.',
      contentFault(lead),
    ];
    for (const fault of faults) if (fault) report(placeOf(lead), `<${lead.name}> ${fault}`);
  }
}

function contentFault({ children = [] }: MdxNode): string | undefined {
  const [paragraph, ...others] = children;
  // That it encloses something is asked of every tag.
  if (!paragraph) return undefined;
  if (others.length > 0 || paragraph.type !== 'paragraph')
    return 'holds one paragraph and nothing else. Move the rest below it.';
  const words = nodesOf(paragraph).map(({ name, value = '' }) => (name === 'Figure' ? DRAWN : value));
  return sentenceEnds(words.join('')).length > MOST_SENTENCES
    ? 'holds three sentences at most. Leave the rest to the text.'
    : undefined;
}

/** What a bare address takes in that is none of it. */
const TAKEN_IN = /[^\x21-\x7E]|\.[A-Z]\w*$|,\p{L}+$|['*_`|\\{}<>"]/u;

function linkFaults(node: MdxNode): (string | false)[] {
  const [words, url = ''] = [wordsOf(node), node.url];
  // Before the words of another one stands a bracket.
  const [inner] = node.children ?? [];
  const isBare = inner?.position?.start.offset === node.position?.start.offset;
  const letters = words.replaceAll('_', url.includes('%') ? '_' : 'a');
  return [
    words.trim() === '' && 'A link without words stands here. Write some, or remove it.',
    nodesOf(node).filter(({ type, name }) => /^link|^footnoteReference/.test(type) || name === 'Figure')
      .length > 1 &&
      'A link stands within a link; a figure and a note are links too. Take one of the two out.',
    isBare &&
      url.startsWith('mailto:') &&
      'An e-mail address stands here. Take it out; or, where it is public, write [words](mailto:…).',
    isBare &&
      !url.startsWith('mailto:') &&
      TAKEN_IN.test(letters) &&
      `The address takes in what follows it: ${quoted(words)}. Write [words](address), or put a space behind it.`,
  ];
}
