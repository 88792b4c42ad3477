import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { forEachConcurrently } from '../rules/concurrency.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { latestDay, localDay } from './check-dates.ts';
import { checkDictionaries } from './check-dictionary.ts';
import { pictureFileFault } from './check-images.ts';
import { checkRecords, checkSearch } from './check-records.ts';
import { checkUsed } from './check-references.ts';
import { checkOrder, checkReports, checkText } from './check-texts.ts';
import { checkPublishers } from './check-values.ts';
import { checkWrittenIn, namesOf } from './check-language.ts';
import { checkEdits, checkTranslation, type WordsEntry } from './check-translations.ts';
import { contentFiles, readText, type AddedText } from './content-files.ts';
import { checkBesideFigures } from './figure-words.ts';
import { checkFieldNames, checkNames, variantFinder } from './house-spelling.ts';
import { exposureFinder } from './people-and-launches.ts';
import { checkUnchanged } from './fingerprints.ts';
import { checkName, checkPicture, checkPrivateWords, privateWords, wordFinder } from './private-words.ts';
import { beginComparing, shortened, sortProblems, START, type Problem, type Report } from './problems.ts';
import { messageFor } from './message-language.ts';
import { checkPublished, checkRedirects, checkVersions, PUBLISHED, VERSIONS } from './published.ts';
import {
  checkOthers,
  checkWords,
  readData,
  readOwnLists,
  readTexts,
  readWords,
  withEachText,
  type CheckContext,
  type OwnLists,
} from './read-content.ts';
import { allTexts, reportTexts, type Data, type Texts } from './read-entries.ts';
import { checkRequired } from './required-entries.ts';
import { checkTaken, knownIn, listsIn } from './targets.ts';
import { checkRemains, templateWords, type TemplateWords } from './template-remains.ts';

/** What the check needs apart from the content. */
export interface CheckOptions {
  /** Day as YYYY-MM-DD, after which nothing but a draft may be dated. */
  today: string;
  /** Day as YYYY-MM-DD that changes are offered with, which is the editor’s own; `today` unless given. */
  day?: string;
  /** Words that must not appear. */
  words?: readonly string[];
  /**
   * Gets the content as soon as it is read, if nothing is wrong with it by then. Its words,
   * and what holds between its texts, are checked after that.
   */
  whenRead?: (reading: Reading) => void;
  /** What is waited for between some texts and the next. */
  betweenTexts?: () => Promise<void>;
  /** A text that is checked as if it stood in the content. */
  added?: AddedText | undefined;
}

/** The content as it was read, and what is wrong with it. */
export interface Reading {
  /** Sorted by file and line; none means that the content can be built. */
  problems: Problem[];
  /** Nothing where a data file cannot be read. */
  data: Data | undefined;
  /** Of each language every text; one that it lacks is in the language that has it. */
  texts: Record<Language, Texts>;
  /** What the lists say in each language but the first. */
  words: WordsEntry[];
  /** The lists that each language has for itself. */
  ownLists: Partial<Record<Language, OwnLists>>;
}

/** The day that it is, and the private word list. @throws where PRIVATE_WORDS names no file */
export const checkOptions = (root: string): CheckOptions => ({
  today: latestDay(new Date()),
  day: localDay(new Date()),
  words: privateWords(root, process.env['PRIVATE_WORDS']),
});

/** Every problem of the content in a folder; see `contentReader`. */
export async function checkContent(root: string, options?: CheckOptions): Promise<Problem[]> {
  return (await contentReader(root)(options)).problems;
}

/**
 * Gives a function that reads `content/` and `public/` as data, runs nothing of them, and finds every problem
 * that would make the site wrong. Each call reads only the files that changed since the call before; what
 * holds between files is checked anew. A call without options has those of `checkOptions`.
 */
export function contentReader(root: string): (options?: CheckOptions) => Promise<Reading> {
  const cache = new Map<string, { path: string; stamp: string; value: unknown; problems: Problem[] }>();
  /**
   * Takes the problems that are found now: those of all, or of the file that is read for the cache.
   * One for all calls: what is kept from an earlier one reports to the call that asks it.
   */
  let found: Problem[] = [];
  const reporter =
    (path: string): Report =>
    (place, message, block) =>
      found.push({ path, ...place, message: messageFor(path, message), ...(block && { block }) });
  return async ({ today, day = today, words = [], whenRead, betweenTexts, added } = checkOptions(root)) => {
    beginComparing();
    const problems: Problem[] = (found = []);
    const files = contentFiles(root, reporter, added);
    const bytesOf = (path: string) => (path === added?.path ? Buffer.from(added.text) : undefined);
    const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
    for (const [key, { path }] of cache) if (!stamps.has(path)) cache.delete(key);
    const find = wordFinder(words);
    const listed = words.join('\n');
    const context: CheckContext = {
      files,
      unreadable: new Set(problems.map(({ path }) => path)),
      read: (path) => (stamps.has(path) ? readText(root, path, reporter(path), bytesOf(path)) : undefined),
      reporter,
      cached(step, path, readWith, read) {
        const [key, stamp] = [`${step} ${path}`, `${stamps.get(path)} ${readWith} ${listed}`];
        let known = cache.get(key);
        if (known?.stamp !== stamp) {
          const ofFile: Problem[] = [];
          found = ofFile;
          known = { path, stamp, value: read(), problems: ofFile };
          found = problems;
          cache.set(key, known);
        }
        problems.push(...known.problems);
        return known.value as ReturnType<typeof read>;
      },
      stampOf: (path) => stamps.get(path),
      betweenTexts,
      checkPrivate: (path, text, spoken, entry) =>
        find && checkPrivateWords(text, spoken(), find, reporter(path), entry),
    };
    if (find) for (const { path } of files) checkName(path, find, reporter(path));

    const data = readData(context);
    const texts = readTexts(context);
    const ownWords = data ? readWords(context, data) : [];
    for (const entry of ownWords) checkEdits(entry, entry.data['edits'], today);
    const ownLists: Reading['ownLists'] = data ? readOwnLists(context, data) : {};
    const reading = { data, texts, words: ownWords, ownLists };
    if (problems.length === 0) whenRead?.({ problems, ...reading });
    const findVariants = variantFinder(data?.names ?? []);
    const findExposure = exposureFinder(data?.names ?? [], today);
    const namesStamp = context.stampOf('content/data/names.json') ?? '';
    for (const language of site.languages)
      await withEachText(
        context,
        'words',
        texts[language],
        language,
        `${today} ${namesStamp}`,
        (entry, kind) => checkWords(entry, kind, findVariants, findExposure),
      );
    // Without the data, every reference would seem to lead nowhere; its own fault is reported already.
    if (data) {
      const templates = templateWords(root, files);
      const pages = await Array.fromAsync(site.languages, (language) =>
        checkLanguage(context, language, data, texts[language], templates, today),
      );
      const addresses = new Set(pages.flatMap((ofLanguage) => [...ofLanguage]));
      for (const lists of Object.values(ownLists)) checkSearch(lists, addresses);
      checkRedirects(data.redirects, addresses);
      checkPublished(context.read(PUBLISHED), data.redirects, addresses, reporter(PUBLISHED));
      checkUsed(data, allTexts(texts));
      // A list of spellings may hold them; what it explains is a text as any other.
      const explained = data.names.map((entry) => ({ ...entry, data: { what: entry.data['what'] } }));
      const lists = Object.values({ ...data, names: explained }).flat();
      for (const entry of lists) checkFieldNames(entry, findVariants);
      for (const entry of [...lists, ...ownWords])
        reportTexts(entry, entry.data, (text) => findExposure(text)?.message);
    }
    const versions = checkVersions(context.read(VERSIONS), data, reporter(VERSIONS));
    const before = problems.length;
    if (data) checkUnchanged(versions, { data, texts, words: ownWords }, day);
    for (const problem of problems.slice(before)) problem.isUntold = true;
    checkOthers(context);
    checkDictionaries(root, reporter);
    const pictures = files.filter(({ kind }) => kind === 'picture').map(({ path }) => path);
    await forEachConcurrently(Math.min(4, availableParallelism()), pictures, async (path) => {
      const file = join(root, path);
      const fault = await context.cached('picture', path, '', () => pictureFileFault(file));
      if (fault !== undefined) reporter(path)(START, fault);
      context.cached('colours', path, '', () => find && checkPicture(file, find, reporter(path)));
    });
    return { problems: shortened(sortProblems(problems)), ...reading };
  };
}

/** Checks the texts of a language against each other and against the data. @returns the addresses of its pages */
async function checkLanguage(
  context: CheckContext,
  language: Language,
  data: Data,
  texts: Texts,
  templates: TemplateWords,
  today: string,
): Promise<ReadonlySet<string>> {
  const { files, reporter } = context;
  const known = knownIn(language, data, texts, files);
  const names = namesOf(data);
  const others = files.filter(({ kind }) => kind !== 'text').map(({ path, stamp }) => [path, stamp]);
  /** Stands for all that the check of a text looks at beside the text and its original. */
  const around = hash(
    'sha256',
    JSON.stringify([today, others, known], (_, value) =>
      value instanceof Set || value instanceof Map ? [...value] : value,
    ),
  );
  await withEachText(context, 'text', texts, language, around, (entry, kind) => {
    if (!entry.whole) return;
    if (!entry.original) {
      checkText(entry, kind, known, today);
      checkWrittenIn(entry, names);
    } else checkTranslation(entry, known, names, today);
    checkBesideFigures(entry, data.figures);
    checkRemains(entry, templates);
  });
  checkTaken(language, texts.pages);
  // The data is one for all languages, and so are the posts that it cites.
  if (language !== defaultLanguage) return known.pages;
  const reports = [...data.sources, ...texts.news];
  checkOrder(texts.categories);
  checkReports(reports, today);
  checkPublishers(reports);
  checkRecords(listsIn(data, known, today));
  checkNames(data.names);
  checkRequired(data, texts.pages, reporter);
  return known.pages;
}
