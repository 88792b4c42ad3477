import type { MdxNode } from '../rules/markdown.ts';
import { referencesOf, type FieldReference, type TextReference } from '../rules/references.ts';
import { languageOf } from '../rules/addresses.ts';
import { languageOfLetters } from '../rules/languages.ts';
import { withHeadingAnchors, withLocalLinks } from '../rules/translation.ts';
import type { ListName } from '../rules/lists.ts';
import { TEXTS, type TextKind } from '../schemas/lists.ts';
import { referencesIn } from '../schemas/references.ts';
import { TRANSLATED_TEXTS } from '../schemas/translations.ts';
import { withWords } from '../schemas/words.ts';
import { defaultLanguage, type Language } from '../site.ts';
import { parseYaml, type SourceData } from './positions.ts';
import { checkShape, fieldsOf } from './schema-sentences.ts';
import { checkMarkup, headingsOf, parseMdx } from './check-markup.ts';
import { faultFinder, quoted, type Report } from './problems.ts';

/** One entry of the content as it stands in its file, before any schema. */
export interface Entry {
  path: string;
  /** Path below the folder of its kind, without ending: `2017/design-award`; or the id in a data file. */
  id: string;
  data: Record<string, unknown>;
  /** The data as its schema gives it, with defaults; nothing where it does not fit. */
  value?: unknown;
  source: SourceData;
  /** Path of the entry within `source`; empty for front matter. */
  base: readonly PropertyKey[];
  /** What its fields name, by their paths below `base`. */
  references: FieldReference[];
  report: Report;
}

/** An MDX file: its front matter as an entry, and what its text names. */
export interface TextEntry extends Entry {
  /** The language of its words. */
  language: Language;
  /** Of a translation: the text of which it has the facts; its own fields are the words. */
  original?: TextEntry | undefined;
  textReferences: TextReference[];
  /** Ids of its headings, made as Astro makes them. */
  headings: string[];
  /** What stands below the front matter, after spaces in its place, so that lines and columns are those of the file. */
  body: string;
  /** Length of these spaces. */
  matterLength: number;
  /** The text as a tree, as it is written; nothing where it cannot be parsed. */
  parsed?: MdxNode | undefined;
  /** The same with the anchors of its original, and links into its own language. */
  tree?: MdxNode | undefined;
  /** Whether both parts could be read. If not, the file still counts as being there. */
  whole: boolean;
}

/** The entries of all data files. */
export type Data = Record<ListName, Entry[]>;
/** The texts of a language. */
export type Texts = Record<TextKind, TextEntry[]>;

/** Every text once, though several languages may show it. */
export const allTexts = (texts: Readonly<Record<Language, Texts>>): TextEntry[] => [
  ...new Set(Object.values(texts).flatMap((kinds) => Object.values(kinds).flat())),
];

/** What is wrong with a value: a sentence, the faults of its fields or items, or nothing. */
export type Faults = string | false | undefined | readonly Faults[] | { readonly [field: string]: Faults };

/**
 * Reports what is wrong with an entry, each fault at its own place and after the name of its field.
 * @param faults in the shape of the entry: `{ changes: [undefined, { date: 'This day …' }] }`
 */
export const reportFaults = (entry: Entry, faults: Faults, path: readonly PropertyKey[] = []): void =>
  reportTexts(entry, faults, (fault) => fault, undefined, path);

/** Reports the fault of every text in a value of an entry, whatever the field, but for some fields. */
export function reportTexts(
  entry: Entry,
  value: unknown,
  faultOf: (text: string, path: readonly PropertyKey[]) => string | false | undefined,
  besides?: ReadonlySet<PropertyKey>,
  path: readonly PropertyKey[] = [],
): void {
  for (const { text, path: own } of textsIn(value, path)) {
    const fault = !own.some((part) => besides?.has(part)) && faultOf(text, own);
    if (!fault) continue;
    const field = own.findLast((part) => typeof part === 'string');
    const message = field === undefined ? fault : `${field}: ${fault}`;
    entry.report(entry.source.place([...entry.base, ...own]), message);
  }
}

/** Every text in a value, with its path. */
export function* textsIn(
  value: unknown,
  path: readonly PropertyKey[] = [],
): Generator<{ text: string; path: readonly PropertyKey[] }> {
  if (typeof value === 'string') yield { text: value, path };
  else
    for (const [key, item] of Object.entries(asRecord(value)))
      yield* textsIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Words that an entry is allowed to have, for a reason that it gives. */
export const allowedWords = (entry?: Entry): string[] =>
  records(entry?.data['allowedWords']).map(({ word }) => String(word));

/** Whatever repeats a key of an earlier one, each with that one; an empty key is no repetition. */
export const repeated = <Item>(items: Iterable<Item>, keyOf: (item: Item) => unknown) =>
  [...Map.groupBy(items, keyOf)].flatMap(([key, [first, ...others]]) =>
    first !== undefined && /string|number/.test(typeof key) && key !== ''
      ? others.map((item) => [item, first] as const)
      : [],
  );

/** Whether a text is kept out of the public site. */
export const isDraft = ({ data }: Entry): boolean => data['draft'] === true;

/** The strings of a list in front matter or data; nothing where it is no list, or holds something else, which is reported. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : [];
}

/** The value as fields; no fields where it is something else. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The fields of each object in a list. */
export function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}

/** Far more than the longest list of changes; fields are compared each with each. */
const LONGEST_MATTER = 20_000;

const FRONT_MATTER = /^---[ \t]*\n((?:(?!---|\+\+\+).*\n)*)((?:---|\+\+\+).*)/;

const noFrontMatter = faultFinder({
  'The front matter is not closed. Put a line of three hyphens (---) after its last field.':
    /^---[ \t]*(?:\n|$)/,
  'The file is empty. Copy a template into it, or remove it.': /^\s*$/,
  'Front matter begins on the first line of the file. Remove what stands before it.': /^\s+---/,
  'Nothing may follow the three hyphens on the first line. Remove the rest.': /^---/,
  'The file must begin with front matter between two lines of three hyphens (---). Copy a template.': /^/,
});

/**
 * Front matter as Astro finds it: from a first line of three hyphens to the next line
 * that begins with three hyphens or plus signs. Faults are reported and give nothing.
 */
function frontMatter(text: string, report: Report) {
  const [, matter, close = ''] = FRONT_MATTER.exec(text) ?? [];
  const fail = (message: string, line: number, column = 1) => void report({ line, column }, message);
  if (matter === undefined)
    return fail(noFrontMatter(text)?.message ?? '', 1, /^---[ \t]*\S/.test(text) ? 4 : 1);
  if (matter.length > LONGEST_MATTER)
    return fail(
      'The front matter is too long. Look for the line of three hyphens (---) that should close it.',
      2,
    );
  if (!/^---[ \t]*$/.test(close))
    return fail(
      'A line of three hyphens (---) and nothing else closes the front matter. Correct this line.',
      matter.split('\n').length + 1,
    );
  // The parser sees spaces in its place, as in the build: line and column stay.
  const end = text.indexOf('\n') + 1 + matter.length + close.length;
  return { matter, body: text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end), length: end };
}

/** A text that cannot be read. Others may lead to it: its own fault is reported already. */
export function brokenEntry(path: string, id: string, report: Report): TextEntry {
  const empty = { data: {}, base: [], references: [], textReferences: [], headings: [], body: '' };
  const language = languageOf(path.replace(/^content/, ''));
  return { path, id, language, source: NOTHING, report, ...empty, matterLength: 0, whole: false };
}

/** What is read of a file that cannot be read. */
const NOTHING = parseYaml('', 0, () => {}) as SourceData;

/** What is wrong with a file that is no translation by its fields and one by its place, or the reverse. */
function misplacedFault(
  { path, language }: TextEntry,
  kind: TextKind,
  written: Entry['data'],
  original?: TextEntry,
): { field: string; message: string } | undefined {
  const moved = (to: Language) => path.replace(`/${language}/`, `/${to}/`);
  const facts = original ? fieldsOf(TEXTS[kind], original.data) : [];
  const field = Object.keys(written).find(
    (name) => facts.includes(name) && !(name in TRANSLATED_TEXTS[kind].shape),
  );
  if (original && field !== undefined)
    return {
      field,
      message: `This is the translation of ${original.path}, which has ${quoted(field)} itself. Leave title, summary, “follows” and the text, and delete the fields of the original; or, if it is a post of its own, give the file another name.`,
    };
  if (original || written['follows'] === undefined) return undefined;
  const own = languageOfLetters([written['title'], written['summary']].join(' '));
  const folder = own && own !== language ? moved(own) : 'the folder of its language';
  const advice =
    language === defaultLanguage
      ? `“follows” is for translations. Move the file to ${folder}, under the name of its original; or, if there is none, leave “follows” out and give all fields.`
      : `There is no original ${moved(defaultLanguage)}. Name the file as the original is named; or, if there is none, leave “follows” out and give all fields.`;
  return { field: 'follows', message: advice };
}

/**
 * An MDX file as an entry. Faults of form are reported, those of its words are not; the entry is given as far as it can be read.
 * @param original of a translation, whose front matter has words only
 */
export function textEntry(
  path: string,
  id: string,
  text: string,
  kind: TextKind,
  report: Report,
  original?: TextEntry,
): TextEntry {
  const broken = brokenEntry(path, id, report);
  const parts = frontMatter(text, report);
  const source = parts && parseYaml(parts.matter, 1, report);
  const schema = original ? TRANSLATED_TEXTS[kind] : TEXTS[kind];
  const written = asRecord(source?.value);
  const misplaced = source && misplacedFault(broken, kind, written, original);
  if (misplaced) {
    report(source.place([misplaced.field]), misplaced.message);
    return broken;
  }
  const own = source && checkShape(schema, source.value ?? {}, source, [], report);
  const parsed = parts && parseMdx(parts.body, report);
  const headings = parsed && headingsOf(parsed);
  const anchors = original?.headings ?? headings ?? [];
  const inPlace = parsed && original ? withHeadingAnchors(parsed, anchors) : parsed;
  const tree =
    inPlace && broken.language !== defaultLanguage ? withLocalLinks(inPlace, broken.language) : inPlace;
  if (parsed) checkMarkup(parsed, report);
  const data = original ? withWords(original.data, written) : written;
  return {
    ...broken,
    data,
    value: original && own ? withWords(original.value, own) : own,
    original,
    source: source ?? broken.source,
    references: original?.references ?? referencesIn(TEXTS[kind], data),
    ...(tree && { textReferences: referencesOf(tree), headings: anchors }),
    body: parts?.body ?? '',
    matterLength: parts?.length ?? 0,
    parsed,
    tree,
    whole: source !== undefined && tree !== undefined,
  };
}
