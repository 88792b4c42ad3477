import { isDeepStrictEqual } from 'node:util';
import type { NameFinder } from '../rules/names.ts';
import { LISTS, LISTS_OF_FILE, type ListName } from '../rules/lists.ts';
import { SCHEMAS, TEXT_KINDS, type TextKind } from '../schemas/lists.ts';
import { referencesIn } from '../schemas/references.ts';
import { OWN_LISTS, TRANSLATED_LISTS } from '../schemas/translations.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { namesOf } from './check-language.ts';
import { readListWords, type WordsEntry } from './check-translations.ts';
import type { ContentFile } from './content-files.ts';
import { blocksIn, spokenAt, spokenIn, type SpokenText } from './block-text.ts';
import { notesOf } from './check-markup.ts';
import { checkLead, checkNotes, checkWriting } from './check-writing.ts';
import { checkTextNames } from './house-spelling.ts';
import { checkExposure, type ExposureFinder } from './people-and-launches.ts';
import { checkLosses } from './lost-markup.ts';
import { readJson, type SourceData } from './positions.ts';
import { nearMiss, quoted, START, type Report } from './problems.ts';
import {
  asRecord,
  brokenEntry,
  repeated,
  textEntry,
  type Data,
  type Entry,
  type TextEntry,
  type Texts,
} from './read-entries.ts';
import { checkShape, valueAt } from './schema-sentences.ts';

/* How the files of the content are read; each only if it has changed since it was read before. */

/** What is done with each file by itself. */
type Step = 'read' | 'words' | 'text' | 'picture' | 'colours';

/** What the parts of the check share. */
export interface CheckContext {
  files: readonly ContentFile[];
  /** Paths that cannot be read, which is reported already. */
  unreadable: ReadonlySet<string>;
  /** The text of a file; nothing where there is none, or where it cannot be read, which is reported. */
  read: (path: string) => string | undefined;
  reporter: (path: string) => Report;
  /** What a step made of a file, and its problems, as long as the file and what it was read with are the same. */
  cached: <T>(step: Step, path: string, readWith: string, read: () => T) => T;
  /** Changes whenever a file does; nothing for a file that is not there. */
  stampOf: (path: string) => string | undefined;
  /** What is waited for between some texts and the next. */
  betweenTexts: (() => Promise<void>) | undefined;
  /** Reports each private word in a text, and in what readers get of it. */
  checkPrivate: (path: string, text: string, spoken: () => SpokenText[], entry?: Entry) => void;
}

/** The data of a JSON file; nothing where there is none, or where it cannot be read, which is reported. */
function readFileOfData({ read, reporter, checkPrivate }: CheckContext, path: string) {
  const text = read(path);
  if (text === undefined) return undefined;
  const source = readJson(text, reporter(path));
  checkPrivate(path, text, () => source?.spoken() ?? []);
  return source;
}

/** The lists of `content/data`; nothing where a file cannot be read. */
export function readData(context: CheckContext): Data | undefined {
  const { unreadable, reporter, cached, stampOf } = context;
  const data = [...LISTS_OF_FILE].map(([file, kinds]) => {
    const path = `content/data/${file}.json`;
    if (stampOf(path) === undefined && !unreadable.has(path))
      reporter(path)(
        START,
        `The file is missing. Take the last good version from the history.${kinds.length === 1 ? ' For a new list, make the file and write [] into it.' : ''}`,
      );
    return cached('read', path, '', () => {
      const source = readFileOfData(context, path);
      return source && dataEntries(path, source, kinds, reporter(path));
    });
  });
  return data.includes(undefined)
    ? undefined
    : (Object.fromEntries(data.flatMap((lists) => [...(lists ?? [])])) as Data);
}

/**
 * The entries of a data file, by kind. A file of one kind is a plain list; one of
 * several holds a list under each name. Nothing, where it has another form.
 */
function dataEntries(
  path: string,
  source: SourceData,
  kinds: readonly ListName[],
  report: Report,
): Map<ListName, Entry[]> | undefined {
  const lists = new Map<ListName, Entry[]>();
  if (kinds.length > 1)
    for (const name of Object.keys(asRecord(source.value)))
      if (!kinds.some((kind) => kind === name))
        report(
          source.placeOfKey([], name),
          `There is no list ${quoted(name)} in this file.${nearMiss(name, kinds)} Remove it or correct its name.`,
        );
  for (const kind of kinds) {
    const inList: PropertyKey[] = kinds.length === 1 ? [] : [kind];
    const list = valueAt(source.value, inList);
    const fail = (message: string) => void report(source.place(inList), message);
    if (!Array.isArray(list) && kinds.length === 1)
      return fail('The file holds one list. Put square brackets around its entries: […].');
    if (!Array.isArray(list))
      return fail(`The file needs a list “${kind}”: […]. Take the last good version from the history.`);
    if (list.length > MOST_ENTRIES)
      return fail(
        `This list has ${list.length} entries; ${MOST_ENTRIES} are the most. Look for what was pasted again and again.`,
      );
    const key = kind === 'redirects' ? 'from' : 'id';
    const entries = list.map((value: unknown, index): Entry => {
      const base = [...inList, index];
      const schema = SCHEMAS[kind];
      const data = asRecord(value);
      const shaped = checkShape(schema, value, source, base, report);
      const id = typeof data[key] === 'string' ? data[key] : '';
      return { path, id, data, value: shaped, source, base, references: referencesIn(schema, data), report };
    });
    const repeats = repeated(entries, ({ id }) => id);
    for (const [{ id, base }] of repeats)
      report(
        source.place([...base, key]),
        `${key}: ${quoted(id)} stands twice. ${key === 'id' ? 'Give one of the two another id.' : 'Keep one of the two.'}`,
      );
    // Of what was pasted twice nothing else is told.
    const pasted = repeats.flatMap(([entry, { data }]) => (isDeepStrictEqual(entry.data, data) ? entry : []));
    lists.set(
      kind,
      entries.filter((entry) => !pasted.includes(entry)),
    );
  }
  return lists;
}

/** More entries than a file of the largest size can hold whole. */
const MOST_ENTRIES = 20_000;
/** What is made of each of some names, by the name. */
const each = <Name extends string, Made>(names: readonly Name[], make: (name: Name) => Made) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Made>;

/**
 * The texts of each language; one that it lacks, in the language that has it. Originals are read
 * first: a translation takes its facts from the text of the same name in the first language.
 */
export function readTexts(context: CheckContext): Record<Language, Texts> {
  const originals = new Map<string, TextEntry>();
  const own = each(site.languages, (language) =>
    each(TEXT_KINDS, (kind) => {
      const read = readKind(context, `content/${language}/${kind}/`, kind, originals);
      if (language === defaultLanguage) for (const entry of read) originals.set(`${kind}/${entry.id}`, entry);
      return read;
    }),
  );
  return each(site.languages, (language) =>
    each(TEXT_KINDS, (kind) => {
      const all = [language, ...site.languages].flatMap((one) => own[one][kind]);
      return [...Map.groupBy(all, ({ id }) => id).values()].flatMap(([first]) => first ?? []);
    }),
  );
}

function readKind(
  { files, unreadable, read, reporter, cached, stampOf, checkPrivate }: CheckContext,
  folder: string,
  kind: TextKind,
  originals: ReadonlyMap<string, TextEntry>,
): TextEntry[] {
  const isOfKind = (path: string) => path.startsWith(folder) && path.endsWith('.mdx');
  const idOf = (path: string) => path.slice(folder.length, -'.mdx'.length);
  const broken = (path: string) => brokenEntry(path, idOf(path), reporter(path));
  const paths = files.filter((file) => file.kind === 'text' && isOfKind(file.path)).map(({ path }) => path);
  const entries = paths.map((path) => {
    const known = originals.get(`${kind}/${idOf(path)}`);
    return cached('read', path, String(known && stampOf(known.path)), () => {
      const text = read(path);
      if (text === undefined) return broken(path);
      const entry = textEntry(path, idOf(path), text, kind, reporter(path), known);
      checkPrivate(path, text, () => spokenBy(entry), entry);
      return entry;
    });
  });
  return [...entries, ...[...unreadable].filter(isOfKind).map(broken)];
}

/** After so many texts, others get their turn: of the pages that Astro has drawn, a build gets a few in each. */
const TEXTS_AT_ONCE = 5;

/**
 * Takes a step with each text that stands in the folders of a language.
 * @param readWith stands for all that the step looks at beside the text and its original
 */
export async function withEachText(
  { betweenTexts, cached, stampOf }: CheckContext,
  step: Step,
  texts: Texts,
  language: Language,
  readWith: string,
  take: (entry: TextEntry, kind: TextKind) => void,
): Promise<void> {
  for (const kind of TEXT_KINDS) {
    // What is borrowed from another language stands there.
    const own = texts[kind].filter((entry) => entry.language === language);
    for (const [index, entry] of own.entries()) {
      if (index % TEXTS_AT_ONCE === 0) await betweenTexts?.();
      cached(step, entry.path, `${readWith} ${entry.original && stampOf(entry.original.path)}`, () =>
        take(entry, kind),
      );
    }
  }
}

/** Checks the words of a text by itself. */
export function checkWords(
  entry: TextEntry,
  kind: TextKind,
  findVariants: NameFinder,
  findExposure: ExposureFinder,
): void {
  const { parsed, body, source, report } = entry;
  if (!parsed) return;
  const blocks = blocksIn(parsed, body);
  const notes = [...notesOf(parsed), ...source.remarks()];
  checkLosses(parsed, body, report);
  checkWriting(parsed, blocks, report);
  checkNotes(notes, report);
  checkExposure(entry, [...spokenIn(parsed, blocks), ...notes], findExposure);
  checkLead(parsed, kind, report);
  checkTextNames(entry, blocks, findVariants);
}

/** What the lists say in each language but the first. */
export function readWords(context: CheckContext, data: Data): WordsEntry[] {
  const names = namesOf(data);
  return site.languages
    .filter((language) => language !== defaultLanguage)
    .flatMap((language) =>
      [...TRANSLATED_LISTS].flatMap(([list, schema]) => {
        const path = `content/${language}/data/${list}.json`;
        const source = readFileOfData(context, path);
        const file = { path, report: context.reporter(path), language, list };
        return source ? readListWords({ ...file, source }, schema, data[list], names) : [];
      }),
    );
}

/** The lists that each language has for itself. */
export type OwnLists = Pick<Data, (typeof OWN_LISTS)[number]>;

/** What readers of each language type; none where nobody has written it down. */
export const readOwnLists = (context: CheckContext, data: Data): Record<Language, OwnLists> =>
  each(site.languages, (language) => {
    if (language === defaultLanguage) return data;
    const path = `content/${language}/data/${LISTS[OWN_LISTS[0]].file}.json`;
    const source = readFileOfData(context, path);
    const lists = source && dataEntries(path, source, OWN_LISTS, context.reporter(path));
    return each(OWN_LISTS, (name) => lists?.get(name) ?? []);
  });

/** Checks the words of files that are no content, but published or read by all. */
export function checkOthers({ files, read, checkPrivate }: CheckContext): void {
  for (const { path } of files.filter(({ kind }) => kind === 'other')) {
    const text = read(path);
    if (text !== undefined) checkPrivate(path, text, () => [spokenAt(text, START, text.split('\n').length)]);
  }
}

/** What readers get of a text: the values of its fields, and its words across their marks. */
const spokenBy = ({ source, tree, body }: TextEntry) => [
  ...source.spoken(),
  ...(tree ? spokenIn(tree, blocksIn(tree, body)) : []),
];
