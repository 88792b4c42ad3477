import type { NameFinder } from '../rules/names.ts';
import { LISTS, LISTS_OF_FILE, TEXT_KINDS, type ListName, type TextKind } from '../schemas/lists.ts';
import { OWN_LISTS, TRANSLATED_LISTS } from '../schemas/translations.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { namesOf, readListWords, type WordsEntry } from './check-translations.ts';
import type { ContentFile } from './content-files.ts';
import { blocksIn, spokenIn, type SpokenText } from './block-text.ts';
import { checkTextNames } from './house-spelling.ts';
import { readJson } from './positions.ts';
import { START, type Report } from './problems.ts';
import {
  brokenEntry,
  dataEntries,
  textEntry,
  type Data,
  type Entry,
  type TextEntry,
  type Texts,
} from './read-entries.ts';

/* How the files of the content are read; each only if it has changed since it was read before. */

/** What the parts of the check share. */
export interface CheckContext {
  files: readonly ContentFile[];
  /** Paths that cannot be read, which is reported already. */
  unreadable: ReadonlySet<string>;
  /** The text of a file; nothing where there is none, or where it cannot be read, which is reported. */
  read: (path: string) => string | undefined;
  reporter: (path: string) => Report;
  /** What was read from a file, and its problems, as long as the file and what it was read with are the same. */
  cached: <T>(path: string, readWith: string, read: () => T) => T;
  /** Changes whenever a file does; nothing for a file that is not there. */
  stampOf: (path: string) => string | undefined;
  /** Reports each private word in a text, and in what readers get of it. */
  checkPrivate: (path: string, text: string, spoken: () => SpokenText[], entry?: Entry) => void;
}

/** The lists of `content/data`; nothing where a file cannot be read. */
export function readData({
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

/**
 * The texts of each language, as they stand in its folder. Originals are read first: a
 * translation takes its facts from the text of the same name in the first language.
 */
export function readTexts(
  context: CheckContext,
  find: NameFinder,
  namesStamp: string,
): Record<Language, Texts> {
  const read = {} as Record<Language, Texts>;
  for (const language of site.languages)
    read[language] = Object.fromEntries(
      TEXT_KINDS.map((kind) => {
        const originals = language === defaultLanguage ? [] : read[defaultLanguage][kind];
        return [kind, readKind(context, language, kind, originals, find, namesStamp)];
      }),
    ) as Texts;
  return read;
}

function readKind(
  { files, unreadable, read, reporter, cached, stampOf, checkPrivate }: CheckContext,
  language: Language,
  kind: TextKind,
  originals: readonly TextEntry[],
  findVariants: NameFinder,
  namesStamp: string,
): TextEntry[] {
  const folder = `content/${language}/${kind}/`;
  const isOfKind = (path: string) => path.startsWith(folder) && path.endsWith('.mdx');
  const byId = new Map(originals.map((entry) => [entry.id, entry]));
  const broken = (path: string) =>
    brokenEntry(path, path.slice(folder.length, -'.mdx'.length), reporter(path));
  const readOne = (path: string, original?: TextEntry): TextEntry => {
    const text = read(path);
    if (text === undefined) return broken(path);
    const entry = textEntry(path, broken(path).id, text, kind, reporter(path), original);
    checkPrivate(path, text, () => spokenBy(entry), entry);
    checkTextNames(entry, findVariants);
    return entry;
  };
  const paths = files.filter((file) => file.kind === 'text' && isOfKind(file.path)).map(({ path }) => path);
  return [
    ...paths.map((path) => {
      const original = byId.get(broken(path).id);
      const readWith = original ? `${namesStamp} ${stampOf(original.path)}` : namesStamp;
      return cached(path, readWith, () => readOne(path, original));
    }),
    ...[...unreadable].filter(isOfKind).map(broken),
  ];
}

/** The same with the texts that a language lacks, in the language that has them. */
export function completed(read: Record<Language, Texts>): Record<Language, Texts> {
  const inLanguage = (language: Language, kind: TextKind) => {
    const known = new Set<string>();
    const all = [language, ...site.languages].flatMap((one) => read[one][kind]);
    return all.filter(({ id }) => !known.has(id) && known.add(id));
  };
  const every = (language: Language) =>
    Object.fromEntries(TEXT_KINDS.map((kind) => [kind, inLanguage(language, kind)])) as Texts;
  return Object.fromEntries(site.languages.map((language) => [language, every(language)])) as Record<
    Language,
    Texts
  >;
}

/** What the lists say in each language but the first. */
export function readWords({ files, read, reporter, checkPrivate }: CheckContext, data: Data): WordsEntry[] {
  const names = namesOf(data);
  const paths = new Set(files.map(({ path }) => path));
  const inLanguage = (language: Language) =>
    [...TRANSLATED_LISTS.keys()].flatMap((list) => {
      const path = `content/${language}/data/${list}.json`;
      const text = paths.has(path) ? read(path) : undefined;
      if (text === undefined) return [];
      const report = reporter(path);
      const source = readJson(text, report);
      checkPrivate(path, text, () => source?.spoken() ?? []);
      return source ? readListWords({ path, source, report }, list, data[list], language, names) : [];
    });
  return site.languages.filter((language) => language !== defaultLanguage).flatMap(inLanguage);
}

/** The lists that each language has for itself. */
export type OwnLists = Pick<Data, (typeof OWN_LISTS)[number]>;

/** What readers of each language type; none where nobody has written it down. */
export function readOwnLists(
  { files, read, reporter, checkPrivate }: CheckContext,
  data: Data,
): Record<Language, OwnLists> {
  const inLanguage = (language: Language): OwnLists => {
    if (language === defaultLanguage) return data;
    const path = `content/${language}/data/${LISTS[OWN_LISTS[0]].file}.json`;
    const text = files.some((file) => file.path === path) ? read(path) : undefined;
    const source = text === undefined ? undefined : readJson(text, reporter(path));
    if (text !== undefined) checkPrivate(path, text, () => source?.spoken() ?? []);
    const lists = source && dataEntries(path, source, OWN_LISTS, reporter(path));
    return Object.fromEntries(OWN_LISTS.map((name) => [name, lists?.get(name) ?? []])) as OwnLists;
  };
  return Object.fromEntries(site.languages.map((language) => [language, inLanguage(language)])) as Record<
    Language,
    OwnLists
  >;
}

/** What readers get of a text: the values of its fields, and its words across their marks. */
const spokenBy = ({ source, tree, body }: TextEntry) => [
  ...source.spoken(),
  ...(tree ? spokenIn(tree, blocksIn(tree, body)) : []),
];
