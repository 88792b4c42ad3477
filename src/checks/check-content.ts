import type { NameFinder } from '../rules/names.ts';
import { LISTS_OF_FILE, TEXT_KINDS, type ListName, type TextKind } from '../schemas/lists.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkPast, latestDay } from './check-dates.ts';
import type { Report } from './positions.ts';
import {
  brokenEntry,
  dataEntries,
  textEntry,
  type Data,
  type Entry,
  type TextEntry,
  type Texts,
} from './read-entries.ts';
import { checkEvents } from './check-events.ts';
import { checkFields, checkUsed } from './check-references.ts';
import { checkFigures } from './check-figures.ts';
import { contentFiles, lineAt, readText, type ContentFile } from './content-files.ts';
import { checkExplained, checkTerms } from './check-glossary.ts';
import { pictureProblems } from './check-images.ts';
import { checkTaken, knownIn, pageAddresses } from './targets.ts';
import { notesIn } from './check-markup.ts';
import { checkFieldNames, checkNames, checkTextNames, namesIn, variantFinder } from './house-spelling.ts';
import { checkNeeded } from './required-entries.ts';
import { shortened, sortProblems, type Problem } from './problems.ts';
import { checkPublished, checkRedirects, PUBLISHED } from './published-addresses.ts';
import { checkVersions, VERSIONS } from './published-versions.ts';
import { checkSurveys } from './check-surveys.ts';
import { checkAddress, checkNotes, checkOneAddressOnce, checkOrder, checkText, NOTE } from './check-texts.ts';
import { checkFigureChanges } from './check-changes.ts';
import { checkName, checkWords, privateWords, wordPattern } from './private-words.ts';

/** What the check needs besides the content. */
export interface CheckOptions {
  /** Day as YYYY-MM-DD, after which nothing but a draft may be dated. */
  today: string;
  /** Words that must not appear. */
  words?: readonly string[];
}

/** The content as it was read, and what is wrong with it. */
export interface Reading {
  /** Sorted by file and line; none means that the content can be built. */
  problems: Problem[];
  /** Nothing where a data file cannot be read. */
  data: Data | undefined;
  texts: Record<Language, Texts>;
}

/** What the parts of the check share. */
interface Run {
  /** Paths that cannot be read, which is reported already. */
  refused: ReadonlySet<string>;
  files: ContentFile[];
  /** The text of a file; nothing where it cannot be read, which is reported. */
  read: (path: string) => string | undefined;
  reporter: (path: string) => Report;
  /** What was read from a file, as long as the file and what it was read with are the same. */
  kept: <T>(path: string, context: string, read: () => T) => T;
  /** The words that must not appear, as one expression. */
  pattern: RegExp | undefined;
  /** Notes of the templates, which no text may keep. */
  notes: ReadonlySet<string>;
  today: string;
}

/** The day that it is, and the private word list. @throws where PRIVATE_WORDS names no file */
export const checkOptions = (root: string): CheckOptions => ({
  today: latestDay(new Date()),
  words: privateWords(root, process.env['PRIVATE_WORDS']),
});

/** Every problem of the content in a folder; see `contentReader`. */
export async function preflight(root: string, options: CheckOptions): Promise<Problem[]> {
  return (await contentReader(root)(options)).problems;
}

/**
 * Gives a function that reads `content/` and `public/` as data, runs nothing of them, and
 * finds every problem that would make the site wrong. Each call reads only the files that
 * changed since the call before; what holds between files is checked anew.
 * @param root folder that holds `content/`
 */
export function contentReader(root: string): (options: CheckOptions) => Promise<Reading> {
  let sink: Problem[] = [];
  const report = (problem: Problem) => void sink.push(problem);
  const kept = new Map<string, { stamp: string; value: unknown; problems: Problem[] }>();
  return async ({ today, words = [] }) => {
    const { files, problems } = contentFiles(root);
    const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
    for (const path of kept.keys()) if (!stamps.has(path)) kept.delete(path);
    const pattern = wordPattern(words);
    sink = problems;
    const run: Run = {
      refused: new Set(problems.map(({ path }) => path)),
      files,
      read: (path) => readText(root, path, report),
      reporter: (path) => (place, message) => report({ path, ...place, message }),
      kept: (path, context, read) => {
        const stamp = `${stamps.get(path)} ${context} ${words.join('\n')}`;
        let known = kept.get(path);
        if (known?.stamp !== stamp) {
          const before = sink;
          sink = [];
          known = { stamp, value: read(), problems: sink };
          sink = before;
          kept.set(path, known);
        }
        sink.push(...known.problems);
        return known.value as ReturnType<typeof read>;
      },
      pattern,
      notes: templateNotes(root, files),
      today,
    };
    if (pattern) for (const { path } of files) checkName(path, pattern, run.reporter(path));

    const data = readData(run);
    const findVariants = variantFinder(namesIn(data?.names ?? []));
    const namesStamp = stamps.get('content/data/names.json') ?? '';
    const texts = Object.fromEntries(
      site.languages.map((language) => [language, readTexts(run, language, findVariants, namesStamp)]),
    ) as Record<Language, Texts>;
    // Without the data, every reference would seem to lead nowhere; its own fault is told already.
    if (data) for (const language of site.languages) checkLanguage(run, language, data, texts[language]);
    const all = Object.values(texts).flatMap((ofLanguage) => Object.values(ofLanguage).flat());
    if (data) checkUsed(data, all);
    for (const [kind, entries] of Object.entries(data ?? {})) {
      for (const entry of entries) {
        // A list of spellings may hold them; what it explains is a text as any other.
        const fields = kind === 'names' ? { ...entry, data: { what: entry.data['what'] } } : entry;
        checkFieldNames(fields, findVariants);
      }
    }
    const versions = stamps.has(VERSIONS) ? run.read(VERSIONS) : undefined;
    if (versions !== undefined) checkVersions(versions, run.reporter(VERSIONS));
    checkOthers(run);
    const pictures = files.filter(({ kind }) => kind === 'picture');
    const fresh = pictures.filter(({ path, stamp }) => kept.get(path)?.stamp !== stamp);
    const found = await pictureProblems(
      root,
      fresh.map(({ path }) => path),
    );
    for (const { path, stamp } of fresh)
      kept.set(path, { stamp, value: undefined, problems: found.filter((problem) => problem.path === path) });
    for (const { path } of pictures) problems.push(...(kept.get(path)?.problems ?? []));
    return { problems: shortened(sortProblems(problems)), data, texts };
  };
}

function readData({ files, refused, read, reporter, kept, pattern }: Run): Data | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const data = new Map<ListName, Entry[]>();
  let whole = true;
  for (const [file, kinds] of LISTS_OF_FILE) {
    const path = `content/data/${file}.json`;
    const report = reporter(path);
    if (!paths.has(path) && !refused.has(path))
      report({ line: 1, column: 1 }, 'The file is missing. Take the last good version from the history.');
    const lists = paths.has(path)
      ? kept(path, '', () => {
          const text = read(path);
          if (text !== undefined && pattern) checkWords(text, pattern, report);
          return text === undefined ? undefined : dataEntries(path, text, kinds, report);
        })
      : undefined;
    if (!lists) whole = false;
    for (const [kind, entries] of lists ?? []) data.set(kind, entries);
  }
  return whole ? (Object.fromEntries(data) as Data) : undefined;
}

function readTexts(
  { files, refused, read, reporter, kept, pattern }: Run,
  language: Language,
  findVariants: NameFinder,
  namesStamp: string,
): Texts {
  const paths = files.filter(({ kind }) => kind === 'text').map(({ path }) => path);
  const readKind = (kind: TextKind) => {
    const folder = `content/${language}/${kind}/`;
    const idOf = (path: string) => path.slice(folder.length, -'.mdx'.length);
    const isOfKind = (path: string) => path.startsWith(folder) && path.endsWith('.mdx');
    const readOne = (path: string): TextEntry => {
      const report = reporter(path);
      const text = read(path);
      if (text === undefined) return brokenEntry(path, idOf(path), report);
      const entry = textEntry(path, idOf(path), text, kind, report);
      if (pattern) checkWords(text, pattern, report, entry);
      checkTextNames(entry, text, findVariants);
      return entry;
    };
    return [
      ...paths.filter(isOfKind).map((path) => kept(path, namesStamp, () => readOne(path))),
      ...[...refused].filter(isOfKind).map((path) => brokenEntry(path, idOf(path), reporter(path))),
    ];
  };
  return Object.fromEntries(TEXT_KINDS.map((kind) => [kind, readKind(kind)])) as Texts;
}

/** Checks the texts of a language against each other and against the data. */
function checkLanguage(run: Run, language: Language, data: Data, texts: Texts): void {
  const { files, read, reporter, today } = run;
  const addresses = pageAddresses(language, data, texts);
  const known = knownIn(language, data, texts, addresses, files);
  for (const kind of TEXT_KINDS) {
    for (const entry of texts[kind]) {
      if (!entry.whole) continue;
      checkText(entry, kind, known, today);
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
  for (const entry of Object.values(data).flat()) checkFields(entry, known);
  checkFigures(data.figures, data.charts, today);
  for (const figure of data.figures) checkFigureChanges(figure, today);
  checkEvents(data.events, data.laws, today);
  checkSurveys(data.surveys, data.figures);
  for (const entry of data.organisations) checkPast(entry, { checked: entry.data['checked'] }, [], today);
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
