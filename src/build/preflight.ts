import {
  categoryAddress,
  chartAddress,
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
import { nameAnchor, termAnchor } from '../lib/method.ts';
import type { NameFinder } from '../lib/names.ts';
import { pageCount } from '../lib/news.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkPast } from './days.ts';
import type { Report } from './document.ts';
import {
  brokenEntry,
  dataEntries,
  isDraft,
  strings,
  textEntry,
  type Entry,
  type TextEntry,
} from './entries.ts';
import { checkEvents } from './events.ts';
import { checkFigures, checkIds } from './figures.ts';
import { contentFiles, lineAt, readText, type ContentFile } from './files.ts';
import { checkExplained, checkTerms } from './glossary.ts';
import { pictureProblems } from './images.ts';
import { notesIn } from './mdx.ts';
import type { Known } from './mentions.ts';
import { checkFieldNames, checkNames, checkTextNames, namesIn, variantFinder } from './names.ts';
import { NOTES } from './new-post.ts';
import { shortened, sortProblems, type Problem } from './problems.ts';
import { checkPublished, checkRedirects, PUBLISHED } from './published.ts';
import { checkSurveys } from './surveys.ts';
import {
  checkAddress,
  checkNotes,
  checkOneAddressOnce,
  checkOrder,
  checkText,
  checkTopics,
} from './texts.ts';
import { checkUses } from './uses.ts';
import { checkFigureChanges } from './versions.ts';
import { checkName, checkWords, wordPattern } from './words.ts';

const DATA_FILES = {
  'statistics.json': ['figures', 'series'],
  'sources.json': ['sources'],
  'organisations.json': ['organisations'],
  'topics.json': ['topics'],
  'events.json': ['events'],
  'laws.json': ['laws'],
  'surveys.json': ['surveys'],
  'terms.json': ['terms'],
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

/** What the parts of the check share. */
interface Run {
  /** Paths that cannot be read, as is told already. */
  refused: ReadonlySet<string>;
  files: ContentFile[];
  /** The text of a file; nothing where it cannot be read, which is reported. */
  read: (path: string) => string | undefined;
  reporter: (path: string) => Report;
  /** The words that must not appear, as one expression. */
  pattern: RegExp | undefined;
  /** Notes of the templates, which no text may keep. */
  notes: ReadonlySet<string>;
  today: string;
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
  const refused = new Set(problems.map(({ path }) => path));
  const run: Run = {
    refused,
    files,
    read: (path) => readText(root, path, (problem) => problems.push(problem)),
    reporter: (path) => (place, message) => void problems.push({ path, ...place, message }),
    pattern,
    notes: templateNotes(root, files),
    today,
  };
  if (pattern) for (const { path } of files) checkName(path, pattern, run.reporter(path));

  const data = readData(run);
  const findVariants = variantFinder(namesIn(data?.names ?? []));
  const allOf: TextEntry[] = [];
  for (const language of site.languages) {
    const texts = readTexts(run, language, findVariants);
    allOf.push(...Object.values(texts).flat());
    // Without the data, every reference would seem to lead nowhere; its own fault is told already.
    if (data) checkLanguage(run, language, data, texts);
  }
  // What a text names that cannot be read is not known.
  if (data && allOf.every(({ whole }) => whole)) checkUses(usersOf(data, allOf));
  for (const [kind, entries] of Object.entries(data ?? {})) {
    for (const entry of entries) {
      // A list of spellings may hold them; what it explains is a text as any other.
      const texts = kind === 'names' ? { ...entry, data: { what: entry.data['what'] } } : entry;
      checkFieldNames(texts, findVariants);
    }
  }
  checkOthers(run);
  const pictures = files.filter(({ kind }) => kind === 'picture').map(({ path }) => path);
  return shortened(sortProblems([...problems, ...(await pictureProblems(root, pictures))]));
}

type Data = Record<DataKind, Entry[]>;

function readData({ files, refused, read, reporter, pattern }: Run): Data | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const data = new Map<string, Entry[]>();
  let whole = true;
  for (const [file, kinds] of Object.entries(DATA_FILES)) {
    const path = `content/data/${file}`;
    const report = reporter(path);
    if (!paths.has(path) && !refused.has(path))
      report({ line: 1, column: 1 }, 'The file is missing. Take the last good version from the history.');
    const text = paths.has(path) ? read(path) : undefined;
    const lists = text === undefined ? undefined : dataEntries(path, text, kinds, report);
    if (text !== undefined && pattern) checkWords(text, pattern, report);
    if (!lists) whole = false;
    for (const [kind, entries] of lists ?? []) data.set(kind, entries);
  }
  return whole ? (Object.fromEntries(data) as Data) : undefined;
}

const KINDS = ['pages', 'categories', 'news'] as const;

function readTexts(
  { files, refused, read, reporter, pattern }: Run,
  language: Language,
  findVariants: NameFinder,
): Texts {
  const paths = files.filter(({ kind }) => kind === 'text').map(({ path }) => path);
  const readKind = (kind: TextKind) => {
    const folder = `content/${language}/${kind}/`;
    const idOf = (path: string) => path.slice(folder.length, -'.mdx'.length);
    const isOfKind = (path: string) => path.startsWith(folder) && path.endsWith('.mdx');
    return [
      ...paths.filter(isOfKind).map((path) => {
        const report = reporter(path);
        const text = read(path);
        if (text === undefined) return brokenEntry(path, idOf(path), report);
        const entry = textEntry(path, idOf(path), text, kind, report);
        if (pattern) checkWords(text, pattern, report, entry);
        checkTextNames(entry, text, findVariants);
        return entry;
      }),
      ...[...refused].filter(isOfKind).map((path) => brokenEntry(path, idOf(path), reporter(path))),
    ];
  };
  return { pages: readKind('pages'), categories: readKind('categories'), news: readKind('news') };
}

/** Checks the texts of a language against each other and against the data. */
function checkLanguage(run: Run, language: Language, data: Data, texts: Texts): void {
  const { files, read, reporter, today } = run;
  const addresses = pageAddresses(language, data, texts);
  const known = knownIn(language, data, texts, addresses, files);
  const topics = new Set(ids(data.topics));
  for (const kind of KINDS) {
    for (const entry of texts[kind]) {
      if (!entry.whole) continue;
      checkText(entry, kind, known, topics, today);
      checkNotes(entry, run.notes);
    }
  }
  checkOrder(texts.categories);
  checkOneAddressOnce([...data.sources, ...texts.news]);
  checkTaken(language, texts.pages);
  checkExplained(`content/${language}/pages`, texts.pages, reporter);
  checkRedirects(data.redirects, addresses, language);
  const list = files.some(({ path }) => path === PUBLISHED) ? read(PUBLISHED) : undefined;
  if (list !== undefined) checkPublished(list, data.redirects, addresses, language, reporter(PUBLISHED));
  // The data is one for all languages, and so are the posts that it cites.
  if (language !== defaultLanguage) return;
  checkFigures(data.figures, data.series, known, today);
  for (const figure of data.figures) checkFigureChanges(figure, today);
  for (const entry of data.figures) checkTopics(entry, topics);
  checkEvents(data.events, data.laws, known, today);
  checkSurveys(data.surveys, data.figures, known);
  for (const entry of data.organisations) {
    checkIds(entry, 'sources', 'source', known.sources, known.drafts);
    checkPast(entry, { checked: entry.data['checked'] }, [], today);
  }
  for (const entry of data.sources) {
    checkAddress(entry, known);
    checkPast(entry, { date: entry.data['date'], read: entry.data['read'] }, [], today);
  }
  checkTerms(data.terms, data.names);
  checkNames(data.names);
  checkNeeded(data, texts.pages, reporter);
}

/** The notes that templates and new posts carry for their editor. */
function templateNotes(root: string, files: readonly ContentFile[]): Set<string> {
  const templates = files.filter(({ path }) => path.startsWith('content/templates/'));
  // What is wrong with the file itself is told where all such files are read.
  const texts = templates.map(({ path }) => readText(root, path, () => {}) ?? '');
  return new Set([...Object.values(NOTES), ...texts.flatMap(notesIn)]);
}

/** Files that are no content, but published or read by all: their code, their words, and what a picture of signs may hold. */
function checkOthers({ files, read, reporter, pattern }: Run): void {
  for (const { path, kind } of files) {
    const text = kind === 'other' ? read(path) : undefined;
    if (text === undefined) continue;
    if (pattern) checkWords(text, pattern, reporter(path));
    const code = path.endsWith('.svg') ? SVG_CODE.exec(text) : null;
    if (code)
      reporter(path)(lineAt(text, code.index), 'Code or a link stands in this picture. Export it without.');
  }
}

/** What a drawing does not need and a browser would follow or run. */
const SVG_CODE =
  /<(?:script|foreignObject|iframe|use|image|a)\b|\son\w+\s*=|href\s*=|<!ENTITY|@import|url\(\s*["']?(?!#)/i;

const usersOf = (data: Data, texts: readonly TextEntry[]) => ({
  figures: data.figures,
  sources: data.sources,
  others: [...data.series, ...data.surveys, ...data.laws, ...data.events, ...data.organisations],
  texts,
});

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const shown = (entries: readonly TextEntry[]) => entries.filter((entry) => !isDraft(entry));

/** Every address at which the content makes a page. */
function pageAddresses(language: Language, data: Data, texts: Texts): Set<string> {
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
    ...ids(data.series).map(chartAddress),
    ...Array.from({ length: pageCount(posts.length) }, (_, index) => newsPageAddress(index + 1)),
  ];
  return new Set(addresses.map((path) => localAddress(language, path)));
}

function knownIn(
  language: Language,
  data: Data,
  texts: Texts,
  addresses: ReadonlySet<string>,
  files: readonly ContentFile[],
): Known {
  const isCoverage = ({ data: { kind }, whole }: TextEntry) => kind === 'coverage' || !whole;
  const posts = shown(texts.news);
  const below = (folder: string) =>
    files.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path.slice(folder.length));
  return {
    figures: new Set(ids(data.figures)),
    series: new Set(ids(data.series)),
    organisations: new Set(ids(data.organisations)),
    sources: new Set([...ids(data.sources), ...ids(posts.filter(isCoverage))]),
    drafts: new Set(ids(texts.news.filter((entry) => isDraft(entry) && isCoverage(entry)))),
    images: new Set(below('content/images/')),
    hosts: new Set(data.organisations.flatMap(hostOf)),
    addresses: new Set([...addresses, ...ids(data.redirects), ...below('public')]),
    draftAddresses: new Set(allTexts(language, texts).flatMap(([at, entry]) => (isDraft(entry) ? at : []))),
    headings: new Map(
      allTexts(language, texts).flatMap(([at, { mentions, whole }]) =>
        whole ? [[at, mentions.headings]] : [],
      ),
    ),
    madeAnchors: new Set([
      ...MADE_ANCHORS,
      ...ids(data.organisations),
      ...ids(data.terms).map(termAnchor),
      ...ids(data.names).map(nameAnchor),
    ]),
  };
}

/** Ids that templates and components give, besides those of headings; #top is the browser’s own. */
const MADE_ANCHORS = ['top', 'main', 'all', 'calculator', 'drives', 'terms', 'names'];

function hostOf({ data: { url } }: Entry): string[] {
  return typeof url === 'string' && URL.canParse(url) ? [new URL(url).hostname.replace(/^www\./, '')] : [];
}

/** Each text with its address. */
function allTexts(language: Language, { pages, categories, news }: Texts): [string, TextEntry][] {
  const at =
    (addressOf: (id: string) => string) =>
    (entry: TextEntry): [string, TextEntry] => [localAddress(language, addressOf(entry.id)), entry];
  return [
    ...pages.map(at(pageAddress)),
    ...categories.map(at(categoryAddress)),
    ...news.map(at(postAddress)),
  ];
}

/** Addresses that are made by code; a page of that name would be lost or clash. */
function checkTaken(language: Language, pages: readonly Entry[]): void {
  const taken = new Set(fixedAddresses.filter((path) => path !== '/'));
  for (const { id, report } of pages) {
    const [first = ''] = id.split('/');
    if (
      taken.has(pageAddress(id)) ||
      [
        '404',
        'news',
        'content',
        'statistics',
        'charts',
        'timeline',
        'data',
        'assets',
        'pagefind',
        ...site.languages,
      ].includes(first)
    ) {
      report(
        { line: 1, column: 1 },
        `The address ${localAddress(language, pageAddress(id))} is taken by a part of the site. Give the file another name.`,
      );
    }
  }
}

/** An entry that the pages cannot do without. */
interface Needed {
  entries: readonly Entry[];
  id: string;
  path: string;
  missing: string;
  /** The field that makes it of use, and what to say where it does not. */
  field: string;
  serves: (data: Entry['data']) => boolean;
  useless: string;
}

function checkNeeded(data: Data, pages: readonly Entry[], reporter: Run['reporter']): void {
  const needed: Needed[] = [
    {
      entries: pages,
      id: 'index',
      path: `content/${defaultLanguage}/pages/index.mdx`,
      missing: 'The home page is missing.',
      field: 'draft',
      serves: ({ draft }) => draft !== true,
      useless: 'draft: the home page cannot be a draft. Remove this line.',
    },
    {
      entries: data.organisations,
      id: site.programme,
      path: 'content/data/organisations.json',
      missing: `The organisation “${site.programme}” is missing; the page for donors names its address.`,
      field: 'url',
      serves: ({ url }) => url !== undefined,
      useless: 'url: donors are sent to this address. Take it from the history.',
    },
    {
      entries: data.figures,
      id: READERS_FIGURE,
      path: 'content/data/statistics.json',
      missing: `The figure “${READERS_FIGURE}” is missing; the calculator needs it.`,
      field: 'range',
      serves: ({ range }) => range === undefined,
      useless: 'range: the calculator needs one number. Give a value instead.',
    },
    {
      entries: data.series,
      id: 'windows',
      path: 'content/data/statistics.json',
      missing: 'The series “windows” is missing; the home page draws it.',
      field: 'form',
      serves: ({ form }) => form === 'windows',
      useless: 'form: the home page draws this series as windows. Write "form": "windows".',
    },
  ];
  for (const { entries, id, path, missing, field, serves, useless } of needed) {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) reporter(path)({ line: 1, column: 1 }, `${missing} Take it from the history.`);
    else if (!serves(entry.data)) entry.report(entry.source.place([...entry.base, field]), useless);
  }
}
