import { mdxToMdast } from 'satteri';
import { isPartialDate } from '../lib/dates.ts';
import { STATUSES, tags, type AttributeKind } from '../lib/tags.ts';
import { nearMiss } from './problems.ts';
import type { Place } from './document.ts';

/** What a text may refer to. */
export interface Known {
  figures: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  series: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
  /** Addresses of the site, each with a slash at both ends. */
  addresses: ReadonlySet<string>;
}

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  alt?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number; column: number } };
}

type Report = (place: Place, message: string) => void;

/**
 * Checks the text of an MDX file, front matter included, so that lines are those
 * of the file: only known tags with plain attributes, every id known, links that
 * lead somewhere, no code, no number typed where a figure should be named.
 */
export function checkMdx(text: string, known: Known, report: Report): void {
  let tree: Node;
  try {
    tree = mdxToMdast(text) as unknown as Node;
  } catch (error) {
    const [, line, column] = /(\d+):(\d+)/.exec(String(error)) ?? [];
    report(
      { line: Number(line ?? 1), column: Number(column ?? 1) },
      'A tag is not closed, or a single “<” or “{” stands in the text. Close the tag, or write \\< and \\{.',
    );
    return;
  }
  visit(tree, known, report);
}

function visit(node: Node, known: Known, report: Report): void {
  const place = node.position?.start ?? { line: 1, column: 1 };
  switch (node.type) {
    case 'mdxjsEsm':
      report(
        place,
        'Lines with import or export are code and not allowed. Remove the line; the tags are there without it.',
      );
      break;
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '')) {
        report(place, `Braces are code and not allowed. To show a brace, write \\{.`);
      }
      break;
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      checkTag(node, place, known, report);
      break;
    case 'html':
      report(place, 'HTML is not allowed. Use Markdown or one of the tags.');
      break;
    case 'link':
      checkLink(node.url ?? '', place, known, report);
      break;
    case 'image':
      report(place, 'Pictures in running text are not published yet. Describe what is to be seen instead.');
      break;
    case 'heading':
      if (node.depth === 1)
        report(place, 'The title stands in the front matter. Begin headings in the text with ##.');
      break;
    case 'text':
      checkNumbers(node.value ?? '', place, report);
      break;
  }
  for (const child of node.children ?? []) visit(child, known, report);
}

function checkTag(node: Node, place: Place, known: Known, report: Report): void {
  const name = node.name ?? '';
  const tag = tags[name];
  if (!tag) {
    report(
      place,
      `There is no tag <${name}>.${nearMiss(name, Object.keys(tags))} The tags are listed in content/README.md.`,
    );
    return;
  }
  const given = node.attributes ?? [];
  for (const attribute of given) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      report(place, `<${name}> takes plain text in double quotes only, as in ${tag.example}.`);
      continue;
    }
    const attributeName = attribute.name ?? '';
    const rule = tag.attributes[attributeName];
    if (!rule) {
      report(
        place,
        `<${name}> has no “${attributeName}”.${nearMiss(attributeName, Object.keys(tag.attributes))} Write it as in ${tag.example}.`,
      );
      continue;
    }
    const fault = faultOf(rule.kind, attribute.value, known);
    if (fault) report(place, `<${name}>: ${fault}`);
  }
  for (const [attributeName, { required }] of Object.entries(tag.attributes)) {
    if (required && !given.some((attribute) => attribute.name === attributeName)) {
      report(place, `<${name}> needs “${attributeName}”. Write it as in ${tag.example}.`);
    }
  }
  if (tag.encloses !== Boolean(node.children?.length)) {
    report(
      place,
      `<${name}> ${tag.encloses ? 'encloses a text' : 'encloses nothing'}. Write it as in ${tag.example}.`,
    );
  }
}

function faultOf(kind: AttributeKind, value: string, known: Known): string | undefined {
  const missing = (what: string, ids: ReadonlySet<string>, file: string) =>
    ids.has(value)
      ? undefined
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
    case 'text':
      return value.trim() === '' ? 'the text in quotes is empty. Write a few words.' : undefined;
  }
}

function checkLink(url: string, place: Place, known: Known, report: Report): void {
  if (url.startsWith('#')) return;
  if (url.startsWith('/')) {
    const path = url.replace(/[?#].*$/, '');
    if (path.endsWith('/') ? known.addresses.has(path) : /\.[a-z]+$/.test(path)) return;
    const meant = path.endsWith('/') ? nearMiss(path, known.addresses) : ` Did you mean “${path}/”?`;
    report(place, `The link “${url}” leads to no page of this site.${meant}`);
    return;
  }
  if (!url.startsWith('https://')) {
    report(place, `The link “${url}” must begin with https:// or, within this site, with a slash.`);
  }
}

/** Finds amounts that should be figures: thousands, percentages, money, millions. */
const TYPED_AMOUNT =
  /(?:(?:US)?[$€£₩]\s?\d[\d.,]*|\d{1,3}(?:,\d{3})+|\d[\d.,]*\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b))/;

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
