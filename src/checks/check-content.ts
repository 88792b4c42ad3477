import type { NameFinder } from '../rules/names.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkPast } from './check-dates.ts';
import type { Report } from './positions.ts';
import {
  brokenEntry,
  dataEntries,
  DATA_FILES,
  TEXT_KINDS,
  textEntry,
  type Data,
  type Entry,
  type TextEntry,
  type TextKind,
  type Texts,
} from './read-entries.ts';
import { checkEvents } from './check-events.ts';
import { checkFigures, checkIds } from './check-figures.ts';
import { contentFiles, lineAt, readText, type ContentFile } from './content-files.ts';
import { checkExplained, checkTerms } from './check-glossary.ts';
import { pictureProblems } from './check-images.ts';
import { checkTaken, knownIn, pageAddresses } from './targets.ts';
import { notesIn } from './check-markup.ts';
import { checkFieldNames, checkNames, checkTextNames, namesIn, variantFinder } from './house-spelling.ts';
import { checkNeeded } from './required-entries.ts';
import { shortened, sortProblems, type Problem } from './problems.ts';
import { checkPublished, checkRedirects, PUBLISHED } from './published-addresses.ts';
import { checkSurveys } from './check-surveys.ts';
import {
  checkAddress,
  checkNotes,
  checkOneAddressOnce,
  checkOrder,
  checkText,
  checkTopics,
  NOTE,
} from './check-texts.ts';
import { checkUses } from './unused.ts';
import { checkFigureChanges } from './check-changes.ts';
import { checkName, checkWords, wordPattern } from './private-words.ts';

/** What the check needs besides the content. */
export interface PreflightOptions {
  /** Day as YYYY-MM-DD, after which nothing but a draft may be dated. */
  today: string;
  /** Words that must not appear. */
  words?: readonly string[];
}

/** What the parts of the check share. */
interface Run {
  /** Paths that cannot be read, which is reported already. */
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
    // Without the data, every reference would seem to lead nowhere; its own fault is reported already.
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
  const topics = new Set(data.topics.map(({ id }) => id));
  for (const kind of TEXT_KINDS) {
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
  // What is wrong with the file itself is reported where all such files are read.
  const texts = templates.map(({ path }) => readText(root, path, () => {}) ?? '');
  return new Set([NOTE, ...texts.flatMap(notesIn)]);
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
