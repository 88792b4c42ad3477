import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
import { READERS_FIGURE } from '../lib/calculator.ts';
import { pageCount } from '../lib/news.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkAddresses } from './published.ts';
import { dataEntries, isDraft, strings, textEntry, type Entry, type TextEntry } from './entries.ts';
import { checkFigures, checkIds } from './figures.ts';
import { contentFiles, readText } from './files.ts';
import { pictureProblems } from './images.ts';
import type { Known } from './mdx.ts';
import { sortProblems, type Problem } from './problems.ts';
import { checkAddress, checkOneAddressOnce, checkOrder, checkText } from './texts.ts';
import { checkWords, wordPattern } from './words.ts';

const DATA_FILES = {
  'statistics.json': ['figures', 'series'],
  'sources.json': ['sources'],
  'organisations.json': ['organisations'],
  'topics.json': ['topics'],
  'names.json': ['names'],
  'redirects.json': ['redirects'],
} as const;

type DataKind = (typeof DATA_FILES)[keyof typeof DATA_FILES][number];
type TextKind = 'pages' | 'categories' | 'news';
type Texts = Record<TextKind, TextEntry[]>;

/** What the check is told besides the content. */
export interface PreflightOptions {
  /** Day as YYYY-MM-DD, after which nothing but a draft may be dated. */
  today: string;
  /** Words that must not appear. */
  words?: readonly string[];
}

/**
 * Reads `content/` and `public/` as data, runs nothing of them, and gives every problem
 * that would make the site wrong, sorted by file and line. An empty list means that the
 * content can be built.
 * @param root folder that holds `content/`
 */
export async function preflight(root: string, { today, words = [] }: PreflightOptions): Promise<Problem[]> {
  const { files, problems } = contentFiles(root);
  const pattern = wordPattern(words);
  const reporter = (path: string) => (place: { line: number; column: number }, message: string) =>
    void problems.push({ path, ...place, message });
  const read = (path: string) => readText(root, path, (problem) => problems.push(problem));

  const data = readData(root, read, reporter, pattern);
  const images = new Set(
    files
      .filter(({ path }) => path.startsWith('content/images/'))
      .map(({ path }) => path.slice('content/images/'.length)),
  );
  const hosts = new Set(
    (data?.organisations ?? []).flatMap(({ data: { url } }) =>
      typeof url === 'string' && URL.canParse(url) ? [new URL(url).hostname.replace(/^www\./, '')] : [],
    ),
  );

  for (const language of site.languages) {
    const texts = readTexts(
      language,
      files.filter(({ kind }) => kind === 'text').map(({ path }) => path),
      read,
      reporter,
      pattern,
    );
    // Without the data, every reference would seem to lead nowhere; its own fault is told already.
    if (!data) continue;
    const addresses = pageAddresses(language, data, texts);
    const known = knownIn(data, texts, addresses, images, hosts);
    const topics = new Set(data.topics.map(({ id }) => id));
    for (const kind of ['pages', 'categories', 'news'] as const) {
      for (const entry of texts[kind]) checkText(entry, kind, known, topics, today);
    }
    checkOrder(texts.categories);
    checkOneAddressOnce([...data.sources, ...texts.news]);
    checkTaken(language, texts.pages);
    checkAddresses(root, data.redirects, addresses, language, problems);
    // The data is one for all languages, and so are the posts that it cites.
    if (language !== defaultLanguage) continue;
    checkFigures(data.figures, data.series, known, today);
    for (const entry of data.organisations) checkIds(entry, 'sources', 'source', known.sources, known.drafts);
    for (const entry of data.sources) checkAddress(entry, known);
    checkNeeded(data, texts.pages, problems);
  }
  const pictures = files.filter(({ kind }) => kind === 'picture').map(({ path }) => path);
  return sortProblems([...problems, ...(await pictureProblems(root, pictures))]);
}

type Reporter = (path: string) => Entry['report'];
type Read = (path: string) => string | undefined;

function readData(
  root: string,
  read: Read,
  reporter: Reporter,
  pattern: RegExp | undefined,
): Record<DataKind, Entry[]> | undefined {
  const data = new Map<string, Entry[]>();
  let whole = true;
  for (const [file, kinds] of Object.entries(DATA_FILES)) {
    const path = `content/data/${file}`;
    const report = reporter(path);
    if (!existsSync(join(root, path))) {
      report({ line: 1, column: 1 }, 'The file is missing. Take the last good version from the history.');
      whole = false;
      continue;
    }
    const text = read(path);
    const lists = text === undefined ? undefined : dataEntries(path, text, kinds, report);
    if (text !== undefined && pattern) checkWords(text, pattern, report);
    if (!lists) whole = false;
    for (const [kind, entries] of lists ?? []) data.set(kind, entries);
  }
  return whole ? (Object.fromEntries(data) as Record<DataKind, Entry[]>) : undefined;
}

function readTexts(
  language: Language,
  paths: readonly string[],
  read: Read,
  reporter: Reporter,
  pattern: RegExp | undefined,
): Texts {
  const texts: Texts = { pages: [], categories: [], news: [] };
  for (const kind of ['pages', 'categories', 'news'] as const) {
    const folder = `content/${language}/${kind}/`;
    for (const path of paths.filter((file) => file.startsWith(folder))) {
      const report = reporter(path);
      const text = read(path);
      if (text === undefined) continue;
      const entry = textEntry(path, path.slice(folder.length, -'.mdx'.length), text, kind, report);
      if (entry) texts[kind].push(entry);
      if (pattern) checkWords(text, pattern, report, entry);
    }
  }
  return texts;
}

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const shown = (entries: readonly TextEntry[]) => entries.filter((entry) => !isDraft(entry));

/** Every address at which the content makes a page. */
function pageAddresses(language: Language, data: Record<DataKind, Entry[]>, texts: Texts): Set<string> {
  const posts = shown(texts.news);
  const addresses = [
    ...fixedAddresses,
    ...shown(texts.pages).map(({ id }) => pageAddress(id)),
    ...shown(texts.categories).map(({ id }) => categoryAddress(id)),
    ...posts.flatMap(({ id, data: { topics } }) => [
      postAddress(id),
      yearAddress(id.split('/')[0] ?? ''),
      ...strings(topics).map(topicAddress),
    ]),
    ...ids(data.figures).map(figureAddress),
    ...Array.from({ length: pageCount(posts.length) }, (_, index) => newsPageAddress(index + 1)),
  ];
  return new Set(addresses.map((path) => localAddress(language, path)));
}

function knownIn(
  data: Record<DataKind, Entry[]>,
  texts: Texts,
  addresses: Set<string>,
  images: Set<string>,
  hosts: Set<string>,
): Known {
  const isCoverage = ({ data: { kind } }: Entry) => kind === 'coverage';
  const posts = shown(texts.news);
  return {
    figures: new Set(ids(data.figures)),
    series: new Set(ids(data.series)),
    organisations: new Set(ids(data.organisations)),
    sources: new Set([...ids(data.sources), ...ids(posts.filter(isCoverage))]),
    drafts: new Set(ids(texts.news.filter((entry) => isDraft(entry) && isCoverage(entry)))),
    images,
    hosts,
    addresses: new Set([...addresses, ...ids(data.redirects)]),
  };
}

/** Addresses that are made by code; a page of that name would be lost or clash. */
function checkTaken(language: Language, pages: readonly Entry[]): void {
  const taken = new Set(fixedAddresses.filter((path) => path !== '/'));
  for (const { id, report } of pages) {
    const [first = ''] = id.split('/');
    if (
      taken.has(pageAddress(id)) ||
      ['404', 'news', 'content', 'statistics', 'data', 'assets', 'pagefind', ...site.languages].includes(
        first,
      )
    ) {
      report(
        { line: 1, column: 1 },
        `The address ${localAddress(language, pageAddress(id))} is taken by a part of the site. Give the file another name.`,
      );
    }
  }
}

/** What the pages cannot do without. */
function checkNeeded(data: Record<DataKind, Entry[]>, pages: readonly Entry[], problems: Problem[]): void {
  const needed: [readonly Entry[], string, string, string][] = [
    [pages, 'index', `content/${defaultLanguage}/pages/index.mdx`, 'The home page is missing.'],
    [
      data.organisations,
      site.programme,
      'content/data/organisations.json',
      `The organisation “${site.programme}” is missing; the page for donors names its address.`,
    ],
    [
      data.figures,
      READERS_FIGURE,
      'content/data/statistics.json',
      `The figure “${READERS_FIGURE}” is missing; the calculator needs it.`,
    ],
    [
      data.series,
      'windows',
      'content/data/statistics.json',
      'The series “windows” is missing; the home page draws it.',
    ],
  ];
  for (const [entries, id, path, message] of needed) {
    if (!entries.some((entry) => entry.id === id))
      problems.push({ path, line: 1, column: 1, message: `${message} Take it from the history.` });
  }
}
