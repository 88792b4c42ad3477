import type { MdxNode, Place } from '../rules/markdown.ts';
import { tagOf, tags, type AttributeKind, type Tag } from '../rules/tags.ts';
import { nearMiss, type Report } from './problems.ts';

/** Checks a tag by itself: its name, its attributes, what it encloses, where it stands. */
export function checkTag(node: MdxNode, place: Place, inHeading: boolean, report: Report): void {
  const name = node.name ?? '';
  const tag = tagOf(name);
  if (tag) {
    checkAttributes(node, tag, place, report);
    checkInside(node, tag, place, report);
    checkPosition(node, tag, inHeading, place, report);
  } else if (name === '') report(place, 'An empty tag <> stands here. Remove it.');
  else
    report(place, `There is no tag <${name}>.${insteadOf(name)} The tags are listed in content/README.md.`);
}

/** Names that suggest themselves for what is written elsewhere. */
const WRITTEN_ELSEWHERE: Readonly<Record<string, string>> = {
  Entry: ' Events stand in data: add this one to content/data/events.json and link to /timeline/.',
  Event: ' Events stand in data: add this one to content/data/events.json and link to /timeline/.',
};

const insteadOf = (name: string) =>
  Object.hasOwn(WRITTEN_ELSEWHERE, name) ? WRITTEN_ELSEWHERE[name] : nearMiss(name, Object.keys(tags));

/** The first line of the example: a message has one line. */
const copy = (tag: Tag) => `Write it as in ${tag.example.replace(/\n[^]*/, '')}.`;

function checkAttributes(
  { name: tagName, attributes = [] }: MdxNode,
  tag: Tag,
  place: Place,
  report: Report,
) {
  const fail = (message: string) => report(place, `<${tagName}>${message}`);
  const values = new Map<string, string>();
  for (const { type, name = '', value } of attributes) {
    const rule = Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined;
    if (type !== 'mdxJsxAttribute' || typeof value !== 'string')
      fail(` takes plain text in double quotes only. ${copy(tag)}`);
    else if (!rule) fail(` has no “${name}”.${nearMiss(name, Object.keys(tag.attributes))} ${copy(tag)}`);
    else if (values.has(name)) fail(` has “${name}” twice. Keep one.`);
    else {
      values.set(name, value);
      const fault = valueFault(rule.kind, value);
      if (fault) fail(`: ${fault}`);
    }
  }
  for (const [name, { required }] of Object.entries(tag.attributes)) {
    if (required && !attributes.some((attribute) => attribute.name === name))
      fail(` needs “${name}”. ${copy(tag)}`);
  }
  if (values.get('people') === 'true' && !values.has('consent'))
    fail(
      ': people are to be seen, so the consent is missing. Add consent="who agreed to what, and when, without names".',
    );
}

/** What is wrong with a value by itself; whether an id exists is asked when all texts are read. */
function valueFault(kind: AttributeKind, value: string): string | undefined {
  switch (kind) {
    case 'hide':
      return value === 'hide'
        ? undefined
        : 'unit="hide" is the only choice: it leaves the unit to the sentence.';
    case 'people':
      return value === 'true' || value === 'no'
        ? undefined
        : 'write people="no", or people="true" where a person could be recognised.';
    case 'text':
      return /[\p{L}\p{N}]/u.test(value) ? undefined : 'the text in quotes is empty. Write a few words.';
    default:
      return undefined;
  }
}

function checkInside({ name, children = [] }: MdxNode, tag: Tag, place: Place, report: Report): void {
  const inside = children.filter(({ type, value }) => type !== 'text' || value?.trim());
  if (tag.encloses === 'nothing') {
    if (inside.length > 0) report(place, `<${name}> encloses nothing. ${copy(tag)}`);
  } else if (inside.length === 0) {
    const what = tag.encloses === 'images' ? '<Image … /> tags' : 'a text';
    report(
      place,
      `<${name}> encloses ${what}, with an empty line before and after. End it with </${name}> on a line of its own.`,
    );
  } else if (tag.encloses === 'images' && inside.some((child) => child.name !== 'Image')) {
    report(place, `<${name}> holds <Image … /> tags and nothing else. Move the rest behind </${name}>.`);
  } else if (
    tag.encloses === 'text' &&
    inside.some(({ type }) => type === 'text' || type === 'mdxJsxTextElement')
  ) {
    report(
      place,
      `The text in <${name}> needs an empty line before and after it. Put <${name} …> and </${name}> on lines of their own.`,
    );
  }
}

function checkPosition(
  { name, type }: MdxNode,
  tag: Tag,
  inHeading: boolean,
  place: Place,
  report: Report,
): void {
  const inline = type === 'mdxJsxTextElement';
  if (tag.place === 'block' && inline) {
    report(
      place,
      `<${name}> stands on lines of its own, with an empty line before and after. Move it out of the sentence.`,
    );
  } else if (tag.place === 'inline' && (!inline || inHeading)) {
    report(
      place,
      `<${name}> stands within a sentence, not alone and not in a heading. Put it behind the words that it belongs to.`,
    );
  }
}
