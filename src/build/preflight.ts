import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import { collections } from '../content.config.ts';
import {
  categoryAddress,
  figureAddress,
  fixedAddresses,
  localAddress,
  newsPageAddress,
  pageAddress,
  postAddress,
  topicAddress,
  yearAddress,
} from '../lib/addresses.ts';
import { yearOf } from '../lib/dates.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkShape, parseData, readJson, type Place, type SourceData } from './document.ts';
import { checkMdx, typedAmount, type Known } from './mdx.ts';
import { nearMiss, sortProblems, type Problem } from './problems.ts';

/** One entry of the content as it stands in its file, before any schema. */
interface Entry {
  path: string;
  /** Path below the folder of its kind, without ending: `2017/design-award`. */
  id: string;
  data: Record<string, unknown>;
  source: SourceData;
  /** Path of the entry within `source`; empty for front matter. */
  base: readonly PropertyKey[];
  /** Whole text of an MDX file. */
  text?: string;
}

const DATA_FILES = {
  'statistics.json': ['figures', 'series'],
  'sources.json': ['sources'],
  'organisations.json': ['organisations'],
  'topics.json': ['topics'],
  'names.json': ['names'],
} as const;

type DataKind = (typeof DATA_FILES)[keyof typeof DATA_FILES][number];

/**
 * Reads `content/` as data, runs nothing of it, and gives every problem that would
 * make the site wrong, sorted by file and line. An empty list means that the
 * content can be built.
 * @param root folder that holds `content/`
 * @param today day as YYYY-MM-DD, after which nothing but a draft may be dated
 */
export function preflight(root: string, today: string): Problem[] {
  const problems: Problem[] = [];
  const reporter = (path: string) => (place: Place, message: string) =>
    problems.push({ path, ...place, message });

  const data = Object.fromEntries(
    Object.entries(DATA_FILES).flatMap(([file, kinds]) => readDataFile(root, file, kinds, reporter)),
  ) as Record<DataKind, Entry[]>;

  for (const language of site.languages) {
    const [pages, categories, news] = (['pages', 'categories', 'news'] as const).map((kind) =>
      readTexts(root, language, kind, reporter),
    ) as [Entry[], Entry[], Entry[]];
    const known = knownIn(language, data, pages, categories, news);
    for (const entry of news) checkPost(entry, known.topics, today, reporter(entry.path));
    checkCategoryOrder(categories, reporter);
    for (const entry of categories) checkExamples(entry, known, reporter(entry.path));
    for (const entry of pages) checkIds(entry, 'figures', 'figure', known.figures, reporter(entry.path));
    for (const entry of [...pages, ...categories, ...news]) {
      checkSummary(entry, reporter(entry.path));
      checkMdx(entry.text ?? '', known, reporter(entry.path));
    }
    checkOneAddressOnce([...data.sources, ...news], reporter);
    // The data is one for all languages, and so are the posts that it cites.
    if (language !== defaultLanguage) continue;
    checkFigures(data, known, reporter('content/data/statistics.json'));
    for (const entry of data.organisations) {
      checkIds(entry, 'sources', 'source', known.sources, reporter(entry.path));
    }
  }
  return sortProblems(problems);
}

type Reporter = (path: string) => (place: Place, message: string) => void;

function readDataFile(
  root: string,
  file: string,
  kinds: readonly string[],
  reporter: Reporter,
): [string, Entry[]][] {
  const path = `content/data/${file}`;
  const report = reporter(path);
  const empty = kinds.map((kind): [string, Entry[]] => [kind, []]);
  if (!existsSync(join(root, path))) {
    report({ line: 1, column: 1 }, 'The file is missing. Take the last good version from the history.');
    return empty;
  }
  const source = readJson(join(root, path), report);
  if (!source) return empty;

  return kinds.map((kind) => {
    // A file of one kind is a plain list; statistics.json holds two lists by name.
    const inList: PropertyKey[] = kinds.length === 1 ? [] : [kind];
    const list = kinds.length === 1 ? source.value : (source.value as Record<string, unknown> | null)?.[kind];
    if (!Array.isArray(list)) {
      report(
        source.place(inList),
        kinds.length === 1 ? 'The file holds one list: […].' : `The file needs a list “${kind}”: […].`,
      );
      return [kind, []];
    }
    const seen = new Set<string>();
    const entries = list.map((value: unknown, index): Entry => {
      const base = [...inList, index];
      checkShape(schemaOf(kind), value, source, base, report);
      const entry = asRecord(value);
      const id = String(entry['id'] ?? '');
      if (seen.has(id))
        report(source.place([...base, 'id']), `The id “${id}” stands twice. Each id names one thing.`);
      seen.add(id);
      return { path, id, data: entry, source, base };
    });
    return [kind, entries];
  });
}

function readTexts(
  root: string,
  language: Language,
  kind: 'pages' | 'categories' | 'news',
  reporter: Reporter,
): Entry[] {
  const folder = `content/${language}/${kind}`;
  return globSync(`${folder}/**/*`, { cwd: root, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(join(root, '/').length))
    .sort()
    .flatMap((path) => {
      const report = reporter(path);
      const id = path.slice(folder.length + 1).replace(/\.mdx$/, '');
      if (!path.endsWith('.mdx')) {
        report(
          { line: 1, column: 1 },
          `“${basename(path)}” is not an .mdx file. Give it the ending .mdx or remove it.`,
        );
        return [];
      }
      if (!/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
        report(
          { line: 1, column: 1 },
          'The file name becomes the address: use lower-case letters, digits and single hyphens.',
        );
      }
      const text = readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
      const matter = /^\uFEFF?---\n([\s\S]*?)\n---(?:\n|$)/.exec(text);
      if (!matter) {
        report(
          { line: 1, column: 1 },
          'The file must begin with front matter between two lines of three hyphens (---). Copy a template.',
        );
        return [];
      }
      const source = parseData(matter[1] ?? '', 1, report);
      if (!source) return [];
      checkShape(schemaOf(kind), source.value, source, [], report);
      return [{ path, id, data: asRecord(source.value), source, base: [], text }];
    });
}

function schemaOf(kind: string): z.ZodType {
  return collections[kind as keyof typeof collections].schema as unknown as z.ZodType;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function knownIn(
  language: Language,
  data: Record<DataKind, Entry[]>,
  pages: Entry[],
  categories: Entry[],
  news: Entry[],
): Known & { topics: Set<string> } {
  const ids = (entries: Entry[]) => new Set(entries.map(({ id }) => id));
  const shown = (entries: Entry[]) => entries.filter((entry) => entry.data['draft'] !== true);
  const posts = shown(news);
  const addresses = [
    ...fixedAddresses,
    ...shown(pages).map(({ id }) => pageAddress(id)),
    ...shown(categories).map(({ id }) => categoryAddress(id)),
    ...posts.flatMap(({ id, data: { topics } }) => [
      postAddress(id),
      yearAddress(id.split('/')[0] ?? ''),
      ...strings(topics).map(topicAddress),
    ]),
    ...data.figures.map(({ id }) => figureAddress(id)),
    newsPageAddress(2),
  ];
  return {
    figures: ids(data.figures),
    series: ids(data.series),
    organisations: ids(data.organisations),
    topics: ids(data.topics),
    sources: new Set([
      ...ids(data.sources),
      ...posts.filter((post) => post.data['kind'] === 'coverage').map(({ id }) => id),
    ]),
    addresses: new Set(addresses.map((path) => localAddress(language, path))),
  };
}

function checkPost(
  { id, data, source }: Entry,
  topics: ReadonlySet<string>,
  today: string,
  report: ReturnType<Reporter>,
): void {
  for (const [index, topic] of strings(data['topics']).entries()) {
    if (!topics.has(topic)) {
      report(
        source.place(['topics', index]),
        `There is no topic “${topic}”.${nearMiss(topic, topics)} The topics stand in content/data/topics.json.`,
      );
    }
  }
  // The schema takes numbers for years; here the text is wanted.
  const date = String(data['date'] ?? '');
  const folder = id.split('/')[0] ?? '';
  if (id.split('/').length !== 2) {
    report(
      { line: 1, column: 1 },
      'A post lies in the folder of its year, as in content/en/news/2024/my-post.mdx.',
    );
  } else if (date !== '' && yearOf(date) !== folder) {
    report(
      source.place(['date']),
      `The date is in “${yearOf(date)}”, the folder is “${folder}”. Move the file or correct the date.`,
    );
  }
  for (const field of ['date', 'added']) {
    if (data['draft'] !== true && /^\d/.test(String(data[field])) && String(data[field]) > today) {
      report(source.place([field]), `${field}: this day is still to come. Correct it, or add draft: true.`);
    }
  }
}

function checkCategoryOrder(categories: Entry[], reporter: Reporter): void {
  const places = new Map<unknown, Entry>();
  for (const entry of categories) {
    const place = entry.data['order'];
    const other = places.get(place);
    if (other)
      reporter(entry.path)(
        entry.source.place(['order']),
        `order: ${other.path} has the same place. Give each category its own.`,
      );
    places.set(place, entry);
  }
}

function checkExamples({ data, source }: Entry, known: Known, report: ReturnType<Reporter>): void {
  const examples = Array.isArray(data['examples']) ? data['examples'].map(asRecord) : [];
  for (const [index, example] of examples.entries()) {
    const wanted = { namedBy: known.organisations, source: known.sources };
    for (const [field, ids] of Object.entries(wanted)) {
      const id = String(example[field]);
      if (!ids.has(id))
        report(
          source.place(['examples', index, field]),
          `${field}: “${id}” is not known.${nearMiss(id, ids)}`,
        );
    }
  }
}

/** Reports ids in a list that name nothing. */
function checkIds(
  { data, source, base }: Entry,
  field: string,
  what: string,
  known: ReadonlySet<string>,
  report: ReturnType<Reporter>,
): void {
  for (const [index, id] of strings(data[field]).entries()) {
    if (!known.has(id))
      report(source.place([...base, field, index]), `There is no ${what} “${id}”.${nearMiss(id, known)}`);
  }
}

function checkSummary({ data, source }: Entry, report: ReturnType<Reporter>): void {
  for (const field of ['title', 'summary']) {
    const amount = typedAmount(String(data[field] ?? ''));
    if (amount !== undefined) {
      report(
        source.place([field]),
        `${field}: the number “${amount}” is typed. Leave it to the text, where <Figure id="…" /> gives it with its source.`,
      );
    }
  }
}

function checkFigures(data: Record<DataKind, Entry[]>, known: Known, report: ReturnType<Reporter>): void {
  const byId = new Map(data.figures.map((entry) => [entry.id, entry]));
  for (const entry of data.figures) {
    checkIds(entry, 'sources', 'source', known.sources, report);
    checkIds(entry, 'conflicts', 'figure', known.figures, report);
    for (const [index, id] of strings(entry.data['conflicts']).entries()) {
      const other = byId.get(id);
      if (other && !strings(other.data['conflicts']).includes(entry.id)) {
        report(
          entry.source.place([...entry.base, 'conflicts', index]),
          `“${id}” does not name “${entry.id}” in its own conflicts. A conflict is named on both sides.`,
        );
      }
    }
  }
  for (const entry of data.series) {
    checkIds(entry, 'figures', 'figure', known.figures, report);
    const members = strings(entry.data['figures']).flatMap((id) => byId.get(id) ?? []);
    const units = new Set(members.map((figure) => String(figure.data['unit'])));
    // The field of windows counts devices of either kind.
    if (units.size > 1 && entry.data['form'] !== 'windows') {
      report(
        entry.source.place([...entry.base, 'figures']),
        `The figures of a chart have one unit; these have ${[...units].join(' and ')}.`,
      );
    }
    if (entry.data['form'] !== 'time') continue;
    const ends = members.map((figure) =>
      String(asRecord(figure.data['period'])['to'] ?? figure.data['asOf'] ?? ''),
    );
    ends.forEach((end, index) => {
      if (index > 0 && end < (ends[index - 1] ?? '')) {
        report(
          entry.source.place([...entry.base, 'figures', index]),
          'Figures along a time axis stand in the order of their dates.',
        );
      }
    });
  }
}

/** A report stands once: either as a coverage post or in sources.json. */
function checkOneAddressOnce(entries: Entry[], reporter: Reporter): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const url = entry.data['url'];
    if (typeof url !== 'string') continue;
    const other = seen.get(url);
    if (other) {
      reporter(entry.path)(
        entry.source.place([...entry.base, 'url']),
        `This address stands in ${other.path} already, as “${other.id}”. Cite that one.`,
      );
    }
    seen.set(url, entry);
  }
}
