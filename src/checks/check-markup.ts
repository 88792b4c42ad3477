import Slugger from 'github-slugger';
import { memoizeWeak } from '../rules/memoize.ts';
import { nodesOf, parseMarkdown, placeOf, wordsOf, type MdxNode } from '../rules/markdown.ts';
import { tagOf, tags, type AttributeKind, type Tag } from '../rules/tags.ts';
import { attributesOf, spokenAt, type SpokenText } from './block-text.ts';
import { oddCharacter } from './content-files.ts';
import { faultFinder, nearMiss, quoted, type Report } from './problems.ts';

/** Levels of a tree, some of which a level of the text makes two. */
const DEPTH = 150;

/** Parses MDX, with spaces in place of its front matter. A fault of syntax is reported and gives nothing. */
export function parseMdx(text: string, report: Report): MdxNode | undefined {
  let tree: MdxNode;
  try {
    tree = parseMarkdown(text);
  } catch (error) {
    const [, line, column] = /(\d+):(\d+)/.exec(String(error)) ?? [];
    const place = { line: Number(line ?? 1), column: Number(column ?? 1) };
    const rest = text.split('\n')[place.line - 1]?.slice(place.column - 1) ?? '';
    const isTooMuch = error instanceof RangeError || line === undefined;
    report(place, isTooMuch ? TOO_MUCH : (syntaxFault(`${rest}\n${String(error)}`)?.message ?? TOO_MUCH));
    return undefined;
  }
  const deep = atDepth(tree, DEPTH);
  if (deep) report(placeOf(deep), TOO_MUCH);
  return deep ? undefined : tree;
}

const TOO_MUCH =
  'The text is nested too deeply, or a paragraph is too long to be laid out. Make it flatter and divide it.';

function atDepth(tree: MdxNode, depth: number): MdxNode | undefined {
  let level = [tree];
  for (let at = 0; at < depth && level.length > 0; at++)
    level = level.flatMap(({ children }) => children ?? []);
  return level[0];
}

const CODE_LINE =
  'A line that begins with import or export is code and not allowed. Remove it, or begin the sentence with another word.';

/** What is wrong with a line that cannot be parsed, by what stands there; the words of the parser follow it. */
const syntaxFault = faultFinder({
  'Curly quotes stand in a tag. Use straight double quotes: id="…".': /^<[A-Z][^>\n]*=[“”„]/,
  'Straight quotes stand within the quotes of a tag. Write “ ” for those within.':
    /^<[A-Z]\w*(?:\s+\w+="[^"\n]*")*\s*\w+="[^"\n]*"[^\s"=>/]/u,
  'An attribute lacks its quotes. Write it as id="…".': /^<[A-Z][^>\n]*=[^"'{\s>]/,
  'HTML comments are not allowed. Write {/* … */} instead.': /^<!--/,
  'An address in angle brackets is taken for a tag. Write [words](https://…).':
    /^<(?:https?|mailto):|^<[^\s<>]+@/,
  'The tag </$1> does not close the tag that was opened last. Close that one first, or remove this one.':
    /^<\/([A-Z]\w*)/,
  'HTML is not allowed, and a tag must be closed. Use Markdown or one of the tags; for a single sign write \\<.':
    /^<\/?[a-z!?]/,
  [CODE_LINE]: /^(?:import|export)\b/,
  'A note is not closed. Write it as {/* … */}.': /^\{\s*\/\*/,
  'A single brace, or code in braces, stands in the text. Write \\{ or \\} to show a brace.':
    /^\{|\n[^]*(?:expression|brace)/i,
  'The tag <$1> is not closed, or its quotes are not. End it with /> or with </$1>; for a single “<” write \\<.':
    /^<([A-Z]\w*)/,
  'A tag is not closed, or a single “<” stands in the text. Close the tag, or write \\<.': /^/,
});

/** What Markdown makes of plain text, in which nothing is to be checked. */
const PLAIN =
  /^(?:root|paragraph|text|emphasis|strong|delete|inlineCode|code|break|thematicBreak|blockquote|list|listItem|linkReference|footnoteReference|footnoteDefinition|table|tableRow|tableCell)$/;

/** What is said of a node that no text may hold, by its type. */
const refusal = faultFinder({
  [CODE_LINE]: /^mdxjsEsm$/,
  'Braces are code and not allowed. To show a brace, write \\{.': /^mdx(?:Text|Flow)Expression$/,
  'HTML is not allowed. Use Markdown or one of the tags.': /^html$/,
  'A picture needs a caption and a credit: use <Image … /> as in content/guide/pictures.md.':
    /^image(?:Reference)?$/,
  'This kind of mark-up is not used here. Write it in plain Markdown.': /^/,
});

/**
 * The allow-list: no code, no HTML, only known tags with plain attributes, each where
 * it belongs. It needs nothing but the text, so the build asks the same again.
 */
export function checkMarkup(node: MdxNode, report: Report, inHeading = false): void {
  const place = placeOf(node);
  // Their entities are read by now: &#x202E; is as invisible as the sign itself.
  const odd = [node.value ?? '', ...attributesOf(node)]
    .map(oddCharacter)
    .find((found) => found !== undefined);
  for (const fault of [...nodeFaults(node, inHeading), odd?.message]) if (fault) report(place, fault);
  for (const child of node.children ?? []) checkMarkup(child, report, inHeading || node.type === 'heading');
}

function nodeFaults(node: MdxNode, inHeading: boolean): (string | undefined)[] {
  const { depth, type, url = '' } = node;
  if (type === 'mdxJsxTextElement' || type === 'mdxJsxFlowElement') return tagFaults(node, inHeading);
  if (type === 'heading')
    return depth === 1 ? ['The title stands in the front matter. Begin headings in the text with ##.'] : [];
  if (type === 'link' || type === 'definition')
    return SAFE_LINK.test(url) ? [] : [beginningFault(url, wordsOf(node))];
  return PLAIN.test(type) || noteOf(node) !== undefined ? [] : [refusal(type)?.message];
}

/** What to do about a link that begins as none may. Markdown puts http:// before a bare address, which nobody typed. */
const beginningFault = (url: string, words: string) =>
  url === `http://${words}`
    ? `The address ${quoted(words)} stands here without words. Write [words](https://${words}).`
    : `The link ${quoted(url)} must begin with https:// or, within this site, with a slash.`;

/** What is wrong with a tag by itself: its name, its attributes, what it encloses, where it stands. */
function tagFaults(node: MdxNode, inHeading: boolean): string[] {
  const name = node.name ?? '';
  const tag = tagOf(name);
  if (name === '') return ['An empty tag <> stands here. Remove it.'];
  if (!tag)
    return [
      `There is no tag <${name}>.${insteadOf(name)} The tags are listed in content/guide/text-and-tags.md.`,
    ];
  const faults = [attributeFaults(node, tag), insideFaults(node, tag), positionFaults(node, tag, inHeading)];
  return faults.flatMap((some) => [...some].map((fault) => `<${name}>${fault}`));
}

const EVENTS_ARE_DATA =
  ' Events stand in data: add this one to content/data/events.json and link to /timeline/.';
const insteadOf = (name: string) =>
  name === 'Entry' || name === 'Event' ? EVENTS_ARE_DATA : nearMiss(name, Object.keys(tags));

/** The first line of the example: a message has one line. */
const copy = (tag: Tag) => `Write it as in ${tag.example.replace(/\n[^]*/, '')}.`;

/** What a value by itself has to be; whether an id exists is asked when all texts are read. */
const VALUES: Record<AttributeKind, [RegExp, string]> = {
  id: [/^\S+$/, 'a space stands in the id. Write it without.'],
  hide: [/^hide$/, 'unit="hide" is the only choice: it leaves the unit to the sentence.'],
  people: [/^(?:true|no)$/, 'write people="no", or people="true" where a person could be recognised.'],
  text: [/[\p{L}\p{N}]/u, 'the text in quotes is empty. Write a few words.'],
  amount: [
    /\p{L}/u,
    'as="…" gives the amount in words, as in as="one in five". Leave it out to print the number.',
  ],
};

function* attributeFaults({ attributes = [] }: MdxNode, tag: Tag): Generator<string> {
  const values = new Map<string, string>();
  for (const { type, name = '', value } of attributes) {
    const rule = Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined;
    if (type !== 'mdxJsxAttribute' || typeof value !== 'string')
      yield ` takes plain text in double quotes only. ${copy(tag)}`;
    else if (!rule) yield ` has no “${name}”.${nearMiss(name, Object.keys(tag.attributes))} ${copy(tag)}`;
    else if (values.has(name)) yield ` has “${name}” twice. Keep one.`;
    else {
      values.set(name, value);
      const [allowed, sentence] = VALUES[rule.kind];
      if (!allowed.test(value)) yield `: ${sentence}`;
    }
  }
  for (const [name, { required }] of Object.entries(tag.attributes))
    if (required && !attributes.some((attribute) => attribute.name === name))
      yield ` needs “${name}”. ${copy(tag)}`;
  if (values.get('people') === 'true' && !values.has('consent'))
    yield ': people are to be seen, so the consent is missing. Add consent="who agreed to what, and when, without names".';
  if (values.has('as') && values.has('unit'))
    yield ': the words of as="…" take the place of number and unit. Remove unit="hide".';
}

function* insideFaults({ name, children = [] }: MdxNode, tag: Tag): Generator<string> {
  const inside = children.filter(({ type, value }) => type !== 'text' || value?.trim());
  const isImages = tag.encloses === 'images';
  if (tag.encloses === 'nothing') {
    if (inside.length > 0) yield ` encloses nothing. ${copy(tag)}`;
  } else if (inside.length === 0)
    yield ` encloses ${isImages ? '<Image … /> tags' : 'a text'}, with an empty line before and after. End it with </${name}> on a line of its own.`;
  else if (isImages && inside.some((child) => child.name !== 'Image'))
    yield ` holds <Image … /> tags and nothing else. Move the rest after </${name}>.`;
  else if (!isImages && inside.some(({ type }) => type === 'text' || type === 'mdxJsxTextElement'))
    yield ` needs an empty line before and after its text. Put <${name} …> and </${name}> on lines of their own.`;
}

function* positionFaults({ type }: MdxNode, tag: Tag, inHeading: boolean): Generator<string> {
  const isInline = type === 'mdxJsxTextElement';
  if (tag.place === 'block' && isInline)
    yield ' stands on lines of its own, with an empty line before and after. Move it out of the sentence.';
  if (tag.place === 'inline' && (!isInline || inHeading))
    yield ' stands within a sentence, not alone and not in a heading. Put it after the words that it belongs to.';
}

/** How an address may begin: the web, this site, this page, mail. */
export const SAFE_LINK = /^(?:https:\/\/|\/(?![/\\])|#|mailto:)/;

/** The ids of the headings of a text, as Astro makes them. */
export function headingsOf(tree: MdxNode): string[] {
  const slugger = new Slugger();
  return nodesOf(tree).flatMap((node) => (node.type === 'heading' ? slugger.slug(wordsOf(node)) : []));
}

/** The notes for editors in a text, which no reader sees. They are looked for once. */
export const notesOf = memoizeWeak((tree: MdxNode): SpokenText[] =>
  nodesOf(tree).flatMap((node) => noteOf(node) ?? []),
);

/** A note for editors, its words on one line; nothing for a node that is none. */
function noteOf(node: MdxNode): SpokenText | undefined {
  const code = (node.value ?? '').trim();
  const isNote = node.type.endsWith('Expression') && code.startsWith('/*');
  return isNote && code.indexOf('*/', 2) === code.length - 2
    ? spokenAt(oneLine(code.slice(2, -2)), placeOf(node))
    : undefined;
}

/** The words of all notes in a template, each as it stands on one line. */
export function notesIn(template: string): string[] {
  return [...template.matchAll(/\{\/\*(.*?)\*\/\}/gs)].map(([, words = '']) => oneLine(words));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
