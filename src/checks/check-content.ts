import { join } from 'node:path';
import type { NameFinder } from '../rules/names.ts';
import { LISTS_OF_FILE, TEXT_KINDS, type ListName, type TextKind } from '../schemas/lists.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { checkFigureChanges } from './check-changes.ts';
import { futureFault, latestDay } from './check-dates.ts';
import { checkDrawings } from './check-drawings.ts';
import { checkEvents } from './check-events.ts';
import { checkCharts, checkFigures, checkQuestions } from './check-figures.ts';
import { checkExplained, checkTerms } from './check-glossary.ts';
import { pictureProblems } from './check-images.ts';
import { checkFields, checkUsed } from './check-references.ts';
import { checkSearch } from './check-search.ts';
import { checkSurveys } from './check-surveys.ts';
import { checkNotes, checkOneAddressOnce, checkOrder, checkText } from './check-texts.ts';
import {
  checkIds,
  checkPublishers,
  checkTemplate,
  checkTopics,
  checkValues,
  type TemplateWords,
} from './check-values.ts';
import { contentFiles, readText, type ContentFile } from './content-files.ts';
import { checkFieldNames, checkNames, checkTextNames, namesIn, variantFinder } from './house-spelling.ts';
import { checkUnchanged } from './fingerprints.ts';
import { checkOthers, templateWords } from './other-files.ts';
import { readJson } from './positions.ts';
import { checkName, checkPicture, checkWords, privateWords, wordFinder } from './private-words.ts';
import { blocksIn, spokenIn, type SpokenText } from './block-text.ts';
import { beginComparing, shortened, sortProblems, START, type Problem, type Report } from './problems.ts';
import { checkPublished, checkRedirects, checkVersions, PUBLISHED, VERSIONS } from './published.ts';
import {
  brokenEntry,
  dataEntries,
  isDraft,
  reportFaults,
  textEntry,
  type Data,
  type Entry,
  type TextEntry,
  type Texts,
} from './read-entries.ts';
import { checkRequired } from './required-entries.ts';
import { checkTaken, knownIn, pageAddresses } from './targets.ts';

/** What the check needs apart from the content. */
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
interface CheckContext {
  files: ContentFile[];
  /** Paths that cannot be read, which is reported already. */
  unreadable: ReadonlySet<string>;
  /** The text of a file; nothing where there is none, or where it cannot be read, which is reported. */
  read: (path: string) => string | undefined;
  reporter: (path: string) => Report;
  /** What was read from a file, and its problems, as long as the file and what it was read with are the same. */
  cached: <T>(path: string, readWith: string, read: () => T) => T;
  /** Reports each private word in a text, and in what readers get of it. */
  checkPrivate: (path: string, text: string, spoken: () => SpokenText[], entry?: Entry) => void;
}

/** The day that it is, and the private word list. @throws where PRIVATE_WORDS names no file */
export const checkOptions = (root: string): CheckOptions => ({
  today: latestDay(new Date()),
  words: privateWords(root, process.env['PRIVATE_WORDS']),
});

/** Every problem of the content in a folder; see `contentReader`. */
export async function checkContent(root: string, options: CheckOptions): Promise<Problem[]> {
  return (await contentReader(root)(options)).problems;
}

/**
 * Gives a function that reads `content/` and `public/` as data, runs nothing of them, and
 * finds every problem that would make the site wrong. Each call reads only the files that
 * changed since the call before; what holds between files is checked anew.
 * @param root folder that holds `content/`
 */
export function contentReader(root: string): (options: CheckOptions) => Promise<Reading> {
  const cache = new Map<string, { stamp: string; value: unknown; problems: Problem[] }>();
  return async ({ today, words = [] }) => {
    beginComparing();
    const { files, problems } = contentFiles(root);
    const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
    for (const path of cache.keys()) if (!stamps.has(path)) cache.delete(path);
    const find = wordFinder(words);
    const listed = words.join('\n');
    const stampOf = (path: string, readWith: string) => `${stamps.get(path)} ${readWith} ${listed}`;
    /** Takes the problems that are found now: those of all, or of the file that is read for the cache. */
    let found = problems;
    const reporter =
      (path: string): Report =>
      (place, message, block) =>
        found.push({ path, ...place, message, ...(block && { block }) });
    const context: CheckContext = {
      files,
      unreadable: new Set(problems.map(({ path }) => path)),
      read: (path) => (stamps.has(path) ? readText(root, path, reporter(path)) : undefined),
      reporter,
      cached(path, readWith, read) {
        const stamp = stampOf(path, readWith);
        let known = cache.get(path);
        if (known?.stamp !== stamp) {
          const ofFile: Problem[] = [];
          found = ofFile;
          known = { stamp, value: read(), problems: ofFile };
          found = problems;
          cache.set(path, known);
        }
        problems.push(...known.problems);
        return known.value as ReturnType<typeof read>;
      },
      checkPrivate: (path, text, spoken, entry) =>
        find && checkWords(text, spoken(), find, reporter(path), entry),
    };
    if (find) for (const { path } of files) checkName(path, find, reporter(path));

    const data = readData(context);
    const findVariants = variantFinder(namesIn(data?.names ?? []));
    const namesStamp = stamps.get('content/data/names.json') ?? '';
    const texts = Object.fromEntries(
      site.languages.map((language) => [language, readTexts(context, language, findVariants, namesStamp)]),
    ) as Record<Language, Texts>;
    // Without the data, every reference would seem to lead nowhere; its own fault is reported already.
    if (data) {
      const templates = templateWords(root, files);
      for (const language of site.languages)
        checkLanguage(context, language, data, texts[language], templates, today);
      checkUsed(
        data,
        Object.values(texts).flatMap((ofLanguage) => Object.values(ofLanguage).flat()),
      );
      // A list of spellings may hold them; what it explains is a text as any other.
      const explained = data.names.map((entry) => ({ ...entry, data: { what: entry.data['what'] } }));
      for (const entry of Object.values({ ...data, names: explained }).flat())
        checkFieldNames(entry, findVariants);
    }
    const versions = context.read(VERSIONS);
    const listedVersions = versions === undefined ? {} : checkVersions(versions, reporter(VERSIONS));
    if (data) checkUnchanged(listedVersions, data, texts, today);
    checkOthers(context);
    const pictures = files.filter(({ kind }) => kind === 'picture').map(({ path }) => path);
    const fresh = pictures.filter((path) => cache.get(path)?.stamp !== stampOf(path, ''));
    const inPictures = Map.groupBy(await pictureProblems(root, fresh), ({ path }) => path);
    for (const path of pictures)
      context.cached(path, '', () => {
        found.push(...(inPictures.get(path) ?? []));
        if (find) checkPicture(join(root, path), find, reporter(path));
      });
    return { problems: shortened(sortProblems(problems)), data, texts };
  };
}

function readData({
  files,
  unreadable,
  read,
  reporter,
  cached,
  checkPrivate,
}: CheckContext): Data | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const data = new Map<ListName, Entry[]>();
  let isWhole = true;
  for (const [file, kinds] of LISTS_OF_FILE) {
    const path = `content/data/${file}.json`;
    if (!paths.has(path) && !unreadable.has(path))
      reporter(path)(START, 'The file is missing. Take the last good version from the history.');
    const lists =
      paths.has(path) &&
      cached(path, '', () => {
        const text = read(path);
        if (text === undefined) return undefined;
        const source = readJson(text, reporter(path));
        checkPrivate(path, text, () => source?.spoken() ?? []);
        return source && dataEntries(path, source, kinds, reporter(path));
      });
    if (!lists) isWhole = false;
    else for (const [kind, entries] of lists) data.set(kind, entries);
  }
  return isWhole ? (Object.fromEntries(data) as Data) : undefined;
}

function readTexts(
  { files, unreadable, read, reporter, cached, checkPrivate }: CheckContext,
  language: Language,
  findVariants: NameFinder,
  namesStamp: string,
): Texts {
  const paths = files.filter(({ kind }) => kind === 'text').map(({ path }) => path);
  const readKind = (kind: TextKind) => {
    const folder = `content/${language}/${kind}/`;
    const isOfKind = (path: string) => path.startsWith(folder) && path.endsWith('.mdx');
    const broken = (path: string) =>
      brokenEntry(path, path.slice(folder.length, -'.mdx'.length), reporter(path));
    const readOne = (path: string): TextEntry => {
      const text = read(path);
      if (text === undefined) return broken(path);
      const entry = textEntry(path, broken(path).id, text, kind, reporter(path));
      checkPrivate(path, text, () => spokenBy(entry), entry);
      checkTextNames(entry, text, findVariants);
      return entry;
    };
    return [
      ...paths.filter(isOfKind).map((path) => cached(path, namesStamp, () => readOne(path))),
      ...[...unreadable].filter(isOfKind).map(broken),
    ];
  };
  return Object.fromEntries(TEXT_KINDS.map((kind) => [kind, readKind(kind)])) as Texts;
}

/** Checks the texts of a language against each other and against the data. */
function checkLanguage(
  { files, read, reporter }: CheckContext,
  language: Language,
  data: Data,
  texts: Texts,
  templates: TemplateWords,
  today: string,
): void {
  const addresses = pageAddresses(language, data, texts);
  const known = knownIn(language, data, texts, addresses, files);
  for (const kind of TEXT_KINDS) {
    for (const entry of texts[kind].filter(({ whole }) => whole)) {
      checkText(entry, kind, known, today);
      checkNotes(entry, templates.notes);
      if (!isDraft(entry)) checkTemplate(entry, templates);
    }
  }
  checkOrder(texts.categories);
  checkOneAddressOnce([...data.sources, ...texts.news]);
  checkPublishers([...data.sources, ...texts.news]);
  checkTaken(language, texts.pages);
  checkExplained(`content/${language}/pages`, texts.pages, reporter);
  checkRedirects(data.redirects, addresses, language);
  const published = read(PUBLISHED);
  if (published !== undefined)
    checkPublished(published, data.redirects, addresses, language, reporter(PUBLISHED));
  // The data is one for all languages, and so are the posts that it cites.
  if (language !== defaultLanguage) return;
  for (const entry of Object.values(data).flat()) {
    checkFields(entry, known);
    checkValues(entry, known.hosts, data.organisations.includes(entry));
  }
  const { redirects: _, synonyms: _synonyms, bestBets: _bestBets, ...withIds } = data;
  checkIds(Object.values(withIds).flat());
  checkTopics(data.topics);
  checkFigures(data.figures, today);
  checkCharts(data.charts, data.figures, data.laws);
  checkQuestions(data.questions);
  for (const figure of data.figures) checkFigureChanges(figure, today);
  checkEvents(data.events, data.laws, today);
  checkSurveys(data.surveys, data.figures);
  checkDrawings(data.drawings, data.figures, known);
  for (const entry of data.organisations)
    reportFaults(entry, {
      checked: futureFault(entry.data['checked'], today),
      opened: futureFault(entry.data['opened'], today),
    });
  for (const entry of data.sources) {
    const { date, read } = entry.data;
    reportFaults(entry, { date: futureFault(date, today), read: futureFault(read, today) });
  }
  checkSearch(data.synonyms, data.bestBets, addresses);
  checkTerms(data.terms, data.names);
  checkNames(data.names);
  checkRequired(data, texts.pages, reporter);
}

/** What readers get of a text: the values of its fields, and its words across their marks. */
const spokenBy = ({ source, tree, body }: TextEntry) => [
  ...source.spoken(),
  ...(tree ? spokenIn(tree, blocksIn(tree, body)) : []),
];
