import type { MdxNode } from '../rules/markdown.ts';
import { tagOf, tags, type AttributeKind, type Tag } from '../rules/tags.ts';
import { nearMiss } from './problems.ts';

/** What is wrong with a tag by itself: its name, its attributes, what it encloses, where it stands. */
export function tagFaults(node: MdxNode, inHeading: boolean): string[] {
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
