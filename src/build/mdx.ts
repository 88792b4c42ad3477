import { closest, distance } from 'fastest-levenshtein';
import Slugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import { isPartialDate } from '../lib/dates.ts';
import { STATUSES, tags, type AttributeKind } from '../lib/tags.ts';
import type { Place, Report } from './document.ts';
import { nearMiss } from './problems.ts';

/** What a text may refer to. */
export interface Known {
  figures: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  series: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
  /** Paths below content/images. */
  images: ReadonlySet<string>;
  /** Addresses of the site, each with a slash at both ends. */
  addresses: ReadonlySet<string>;
  /** Posts and sources that are drafts: known, but not to be cited yet. */
  drafts: ReadonlySet<string>;
  /** Host names of the official addresses. */
  hosts: ReadonlySet<string>;
}

/** A node of the tree that Sätteri makes, as far as it is looked at here. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number; column: number } };
}

/** Parses MDX with its front matter. A fault of syntax is reported and gives nothing. */
export function parseMdx(text: string, report: Report): MdxNode | undefined {
  try {
    return mdxToMdast(text) as unknown as MdxNode;
  } catch (error) {
    const [, line, column] = /(\d+):(\d+)/.exec(String(error)) ?? [];
    const place = { line: Number(line ?? 1), column: Number(column ?? 1) };
    report(place, syntaxSentence(text.split('\n')[place.line - 1] ?? '', String(error)));
    return undefined;
  }
}

/** What is wrong with a line that cannot be parsed, by what stands in it. */
function syntaxSentence(line: string, error: string): string {
  if (/<[A-Z][^>]*=[“”„]/.test(line))
    return 'Curly quotes stand in a tag. Use straight double quotes: id="…".';
  if (/<[A-Z][^>]*=[^"'{\s>]/.test(line)) return 'An attribute lacks its quotes. Write it as id="…".';
  if (/<!--/.test(line)) return 'HTML comments are not allowed. Write {/* … */} instead.';
  if (/<https?:|<[^\s<>]+@/.test(line))
    return 'An address in angle brackets is taken for a tag. Write [words](https://…).';
  if (/<\/?[a-z]/.test(line))
    return 'HTML is not allowed, and a tag must be closed. Use Markdown or one of the tags; for a single sign write \\<.';
  if (/\{/.test(line) || /expression|brace/i.test(error))
    return 'A single brace stands in the text. Write \\{ or \\} to show it.';
  return 'A tag is not closed, or a single “<” stands in the text. Close the tag, or write \\<.';
}

/**
 * The allow-list: no code, no HTML, only known tags with plain attributes, each where
 * it belongs. It needs nothing but the text, so the build asks the same again.
 */
export function checkMarkup(node: MdxNode, report: Report, parent?: MdxNode): void {
  const place = node.position?.start ?? { line: 1, column: 1 };
  switch (node.type) {
    case 'mdxjsEsm':
      report(
        place,
        'A line that begins with import or export is code and not allowed. Remove it, or begin the sentence with another word.',
      );
      break;
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      if (!/^\s*\/\*(?:[^*]|\*(?!\/))*\*\/\s*$/.test(node.value ?? '')) {
        report(place, 'Braces are code and not allowed. To show a brace, write \\{.');
      }
      break;
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      checkTag(node, place, report, parent);
      break;
    case 'html':
      report(place, 'HTML is not allowed. Use Markdown or one of the tags.');
      break;
    case 'image':
    case 'imageReference':
      report(place, 'A picture needs a caption and a credit: use <Image … /> as in content/README.md.');
      break;
    case 'heading':
      if (node.depth === 1)
        report(place, 'The title stands in the front matter. Begin headings in the text with ##.');
      break;
    case 'link':
    case 'definition':
      if (!/^(?:https:\/\/|\/(?!\/)|#|mailto:)/.test(node.url ?? '')) {
        report(
          place,
          `The link “${node.url ?? ''}” must begin with https:// or, within this site, with a slash.`,
        );
      }
      break;
  }
  for (const child of node.children ?? []) checkMarkup(child, report, node);
}

function checkTag(node: MdxNode, place: Place, report: Report, parent?: MdxNode): void {
  const name = node.name ?? '';
  const tag = Object.hasOwn(tags, name) ? tags[name] : undefined;
  if (!tag) {
    report(
      place,
      name === ''
        ? 'An empty tag <> stands here. Remove it.'
        : `There is no tag <${name}>.${nearMiss(name, Object.keys(tags))} The tags are listed in content/README.md.`,
    );
    return;
  }
  const given = node.attributes ?? [];
  for (const attribute of given) {
    const attributeName = attribute.name ?? '';
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      report(place, `<${name}> takes plain text in double quotes only, as in ${tag.example}.`);
    } else if (!Object.hasOwn(tag.attributes, attributeName)) {
      report(
        place,
        `<${name}> has no “${attributeName}”.${nearMiss(attributeName, Object.keys(tag.attributes))} Write it as in ${tag.example}.`,
      );
    }
  }
  for (const [attributeName, { required }] of Object.entries(tag.attributes)) {
    const times = given.filter((attribute) => attribute.name === attributeName).length;
    if (times > 1) report(place, `<${name}> has “${attributeName}” twice. Keep one.`);
    if (required && times === 0)
      report(place, `<${name}> needs “${attributeName}”. Write it as in ${tag.example}.`);
  }
  const inside = (node.children ?? []).filter(({ type, value }) => type !== 'text' || value?.trim());
  if ((tag.encloses === 'nothing') !== (inside.length === 0)) {
    report(
      place,
      `<${name}> encloses ${tag.encloses === 'nothing' ? 'nothing' : 'a text on lines of its own'}. Write it as in ${tag.example}.`,
    );
  } else if (tag.encloses === 'images' && inside.some((child) => child.name !== 'Image')) {
    report(place, `<${name}> holds <Image … /> tags and nothing else. Write it as in ${tag.example}.`);
  } else if (
    tag.encloses === 'text' &&
    inside.some(({ type }) => type === 'text' || type === 'mdxJsxTextElement')
  ) {
    report(
      place,
      `The text in <${name}> needs an empty line before and after it. Write it as in ${tag.example}.`,
    );
  }
  const inline = node.type === 'mdxJsxTextElement';
  if (tag.place === 'block' && inline) {
    report(
      place,
      `<${name}> stands on lines of its own, with an empty line before and after. Write it as in ${tag.example}.`,
    );
  } else if (tag.place === 'inline' && (!inline || parent?.type === 'heading')) {
    report(
      place,
      `<${name}> stands within a sentence, not alone and not in a heading. Put it behind the words that it belongs to.`,
    );
  }
}

/** Checks what a text refers to: ids, links, anchors, and amounts that should be figures. */
export function checkReferences(tree: MdxNode, known: Known, report: Report): void {
  const anchors = new Set(headingIds(tree));
  const visit = (node: MdxNode) => {
    const place = node.position?.start ?? { line: 1, column: 1 };
    if (node.type === 'link' || node.type === 'definition') {
      const fault = linkFault(node.url ?? '', anchors, known);
      if (fault) report(place, fault);
    } else if (node.type === 'text') {
      checkNumbers(node.value ?? '', place, report);
    } else if (node.type.startsWith('mdxJsx')) {
      checkAttributes(node, place, known, report);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
}

/** Ids of the headings of a text, made as Astro makes them. */
export function headingIds(tree: MdxNode): string[] {
  const slugger = new Slugger();
  const ids: string[] = [];
  const textOf = (node: MdxNode): string => (node.value ?? '') + (node.children ?? []).map(textOf).join('');
  const visit = (node: MdxNode) => {
    if (node.type === 'heading') ids.push(slugger.slug(textOf(node)));
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return ids;
}

function checkAttributes(node: MdxNode, place: Place, known: Known, report: Report): void {
  const name = node.name ?? '';
  const tag = Object.hasOwn(tags, name) ? tags[name] : undefined;
  const values = new Map(
    (node.attributes ?? []).flatMap(({ name: key, value }) =>
      key && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  for (const [key, value] of values) {
    const rule = tag && Object.hasOwn(tag.attributes, key) ? tag.attributes[key] : undefined;
    const fault = rule && attributeFault(rule.kind, value, known);
    if (fault) report(place, `<${name}>: ${fault}`);
    if (rule?.kind === 'text') checkNumbers(value, place, report);
  }
  if (name === 'Image' && values.get('people') === 'true' && !values.get('consent')?.trim()) {
    report(
      place,
      '<Image>: people are to be seen, so the consent is missing. Add consent="who agreed to what, and when, without names".',
    );
  }
}

function attributeFault(kind: AttributeKind, value: string, known: Known): string | undefined {
  const missing = (what: string, ids: ReadonlySet<string>, file: string) =>
    ids.has(value)
      ? undefined
      : known.drafts.has(value)
        ? `“${value}” is a draft. Publish it first, or take the reference out.`
        : `there is no ${what} “${value}”.${nearMiss(value, ids)} The ids stand in ${file}.`;
  switch (kind) {
    case 'figure':
      return missing('figure', known.figures, 'content/data/statistics.json');
    case 'series':
      return missing('series', known.series, 'content/data/statistics.json');
    case 'source':
      return missing('source', known.sources, 'content/data/sources.json, or are paths of coverage posts');
    case 'organisation':
      return missing('organisation', known.organisations, 'content/data/organisations.json');
    case 'image':
      return known.images.has(value)
        ? undefined
        : `there is no picture “${value}”.${nearMiss(value, known.images)} Pictures lie in content/images; name the path below it.`;
    case 'date':
      return isPartialDate(value)
        ? undefined
        : `“${value}” is not a date. Write 2024-03-01, 2024-03 or 2024.`;
    case 'status':
      return STATUSES.some((status) => status === value)
        ? undefined
        : `“${value}” is not a status.${nearMiss(value, STATUSES)} Write one of: ${STATUSES.join(', ')}.`;
    case 'hide':
      return value === 'hide'
        ? undefined
        : 'unit="hide" is the only choice: it leaves the unit to the sentence.';
    case 'people':
      return value === 'true' || value === 'no'
        ? undefined
        : 'write people="no", or people="true" where a person could be recognised.';
    case 'text':
      return value.trim() === '' ? 'the text in quotes is empty. Write a few words.' : undefined;
  }
}

/** Endings of files that the build itself makes. */
const MADE_FILES = /^\/(?:[a-z0-9-]+\/)*(?:rss\.xml|sitemap\.xml|statistics\.json)$/;

function linkFault(url: string, anchors: ReadonlySet<string>, known: Known): string | undefined {
  if (url.startsWith('#')) {
    const anchor = decoded(url.slice(1));
    return anchors.has(anchor)
      ? undefined
      : `The link “${url}” leads to no heading of this text.${nearMiss(anchor, anchors)}`;
  }
  if (url.startsWith('/') && !url.startsWith('//')) {
    const path = url.replace(/[?#].*$/, '');
    if (known.addresses.has(path) || MADE_FILES.test(path)) return undefined;
    const meant = path.endsWith('/')
      ? nearMiss(path, known.addresses)
      : known.addresses.has(`${path}/`)
        ? ` Did you mean “${path}/”?`
        : '';
    return `The link “${url}” leads to no page of this site.${meant} A page that was renamed needs a redirect in content/data/redirects.json.`;
  }
  return url.startsWith('https://') ? outsideFault(url, known.hosts) : undefined;
}

/** A fault of an address of another site: tracking, a doubtful host, or one that looks like an official one. */
export function outsideFault(url: string, hosts: ReadonlySet<string>): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) return `The address “${url}” cannot be read. Copy it again from the address bar.`;
  if (parsed.username || parsed.password)
    return `The address “${url}” holds a name before an @ sign. Remove it.`;
  const tracking = [...parsed.searchParams.keys()].find((key) =>
    /^(?:utm_|fbclid$|gclid$|mc_eid$)/.test(key),
  );
  if (tracking) return `The address “${url}” carries “${tracking}”, which follows the reader. Remove it.`;
  const host = parsed.hostname.replace(/^www\./, '');
  if (host.includes('xn--'))
    return `The address “${url}” has letters of another script in its name, as copies of real sites have. Use the official address.`;
  if (hosts.size === 0 || hosts.has(host)) return undefined;
  const official = closest(host, [...hosts]);
  const near = distance(host, official) <= (official.length > 10 ? 2 : 1);
  const inside = host.includes(official) && !host.endsWith(`.${official}`);
  return near || inside
    ? `The address “${url}” looks like “${official}”, but is another. Check it letter by letter.`
    : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Amounts that should be figures: thousands, long numbers, percentages, money, millions. */
const TYPED_AMOUNT =
  /(?:(?:US)?[$€£₩]\s?\d[\d.,]*|\d{1,3}(?:[,.\u00A0\u202F]\d{3})+(?!\d)|(?<![\w./-])\d{5,}(?![\w/-])|\d[\d.,]*\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b))/;

/** The first typed amount in a text, or nothing. Years, days and small counts are no amounts. */
export function typedAmount(text: string): string | undefined {
  return TYPED_AMOUNT.exec(text)?.[0].trim();
}

function checkNumbers(text: string, place: Place, report: Report): void {
  const amount = typedAmount(text);
  if (amount === undefined) return;
  const before = text.slice(0, text.indexOf(amount)).split('\n');
  const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? place.column : 1);
  report(
    { line: place.line + before.length - 1, column },
    `The number “${amount}” is typed. Enter it in content/data/statistics.json with its source, and name it here: <Figure id="…" />.`,
  );
}
