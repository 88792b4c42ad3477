import { hash } from 'node:crypto';
import type { z } from 'astro/zod';
import { PAGED_LISTS } from '../rules/kinds.ts';
import { bookkeepingIn } from '../schemas/bookkeeping.ts';
import { SCHEMAS, TEXTS, TOLD_LISTS, type TextKind } from '../schemas/lists.ts';
import { TRANSLATED_LISTS, TRANSLATED_TEXTS } from '../schemas/translations.ts';
import { memoizeWeak } from '../rules/memoize.ts';
import { attributeOf, nodesOf, type MdxNode } from '../rules/markdown.ts';
import { plainText } from '../rules/plain-text.ts';
import { choices } from '../rules/versions.ts';
import type { Reading } from './check-content.ts';
import { nounOf } from './check-references.ts';
import { nearMiss, quoted } from './problems.ts';
import {
  asRecord,
  isDraft,
  records,
  strings,
  type Data,
  type Entry,
  type TextEntry,
} from './read-entries.ts';
import type { Versions } from './published.ts';

/*
 * What was published does not come to say something else without a word: the list of
 * versions holds a fingerprint of each text and record, and of its words in each other
 * language, made by the build that published it. Where one differs, there must be one change
 * more than there was, or the translation must follow a newer version of its original.
 */

const fingerprintOf = (text: string) => hash('sha256', text).slice(0, 12);

/** By which id a post or source is told of. */
type NameOf = (id: string) => string;

/** A value in one form, whatever its spaces and the order of its fields. */
function plainForm(value: unknown, nameOf: NameOf = (id) => id): string {
  if (Array.isArray(value)) return `[${value.map((one) => plainForm(one, nameOf)).join()}]`;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? wordsIn(nameOf(value)) : `${value as string | number | boolean}`;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, inner]) => `${name}:${plainForm(inner, nameOf)}`).join()}}`;
}

const wordsIn = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Gives a fingerprint of each field that states something, by the schema of the entry; its id is its name. */
const fieldsBy = memoizeWeak((schema: z.core.$ZodType) => {
  const left = new Set(['id', ...bookkeepingIn(schema)]);
  return memoizeWeak((data: Entry['data']) =>
    Object.fromEntries(
      Object.entries(data)
        .filter(([name, value]) => !left.has(name) && value !== undefined)
        .map(([name, value]) => [name, fingerprintOf(plainForm(value))]),
    ),
  );
});

/**
 * What the version of a text would say, and who agreed to be seen, with its figures and sources by their ids: they keep
 * their own changes. Where links within the site lead may change, for pages move.
 */
function wordsOf(tree: MdxNode, nameOf: NameOf = (id) => id): string {
  const said = plainText(tree, {
    figure: (id, { hideUnit, as = '' }) => `<${id} ${hideUnit} ${as}>`,
    source: (id) => `[${nameOf(id)}]`,
    link: (url) => (/^[/#]/.test(url) ? undefined : url),
    inShort: '',
    drawn: (tag, id = '') => `<${tag} ${id}>`,
  });
  const consents = nodesOf(tree).map((node) => attributeOf(node, 'consent') ?? '');
  return fingerprintOf(wordsIn([said, ...consents].join('\n')));
}

/** They are kept: the preview asks for them after each change. */
const keptWords = memoizeWeak((tree: MdxNode) => wordsOf(tree));

type Said = Pick<Reading, 'texts' | 'words'> & { data: Data };

/** Where a text or record tells what was changed: a translation has entries of its own. */
type Log = 'changes' | 'edits';

const lengthOf = (data: Entry['data'], log: Log) => records(data[log]).length;

/**
 * A text or record by what is written of it.
 * @param key a name that never changes
 * @param before how often was told elsewhere what changed
 */
const published = (
  key: string,
  entry: Entry,
  data: Entry['data'],
  schema: z.core.$ZodType,
  log: Log,
  before = 0,
) => ({
  ...{ key, entry, log },
  /** How often was told what changed; it only grows. */
  count: before + lengthOf(data, log),
  /** What it states, by field; all that the version of a text would say as `words`. */
  fields: fieldsBy(schema)(data),
});

/** Every text and record that the site tells of, and that keeps its changes. */
function* publishedIn({ data, texts, words }: Said): Generator<ReturnType<typeof published>> {
  const wordsOfEntry = Map.groupBy(words, (one) => one.original);
  for (const list of TOLD_LISTS)
    for (const entry of data[list]) {
      yield published(`${list}/${entry.id}`, entry, entry.data, SCHEMAS[list], 'changes');
      for (const own of wordsOfEntry.get(entry) ?? []) {
        // A record has no version to follow: a translation follows by what it tells of the changes.
        const told = lengthOf(entry.data, 'changes') + lengthOf(own.data, 'changes');
        const schema = TRANSLATED_LISTS.get(list) ?? SCHEMAS[list];
        yield published(`${own.language}/${list}/${own.id}`, own, own.data, schema, 'edits', told);
      }
    }
  for (const [language, kinds] of Object.entries(texts))
    for (const [kind, entries] of Object.entries(kinds) as [TextKind, TextEntry[]][])
      for (const entry of entries) {
        // What a language borrows is told of once.
        if (isDraft(entry) || !entry.whole || entry.language !== language) continue;
        const written = asRecord(entry.source.value);
        const key = `${language}/${kind}/${entry.id}`;
        const said = entry.original
          ? published(key, entry, written, TRANSLATED_TEXTS[kind], 'edits', Number(written['follows']))
          : published(key, entry, written, TEXTS[kind], 'changes');
        yield { ...said, fields: { ...said.fields, words: entry.tree ? keptWords(entry.tree) : '' } };
      }
}

/** A fingerprint as the list of versions holds it: how many changes there were, then each field. */
export const FINGERPRINT = /^\d+(?: \w+:[0-9a-f]{12})*$/;
/** By which name a text or record stands in the list: that of its list, and its id. An address has a slash before it. */
export const FINGERPRINT_KEY = /^[\w-]+(?:\/[\w-]+)+$/;

/** The fingerprint of each text and record, for the list of versions. */
export function fingerprints(said: Said): Versions {
  return Object.fromEntries(
    [...publishedIn(said)].map(({ key, count, fields }) => [
      key,
      [count, ...Object.entries(fields).map((field) => field.join(':'))].join(' '),
    ]),
  );
}

/**
 * What is wrong with a line of the list: the record that it tells of is gone.
 * @param key name of the line
 */
export function goneFault(key: string, data: Data): string | undefined {
  const [folder = '', id = ''] = key.split('/');
  // The address of a page that lasts is missed when it is gone.
  const list = TOLD_LISTS.find((one) => one === folder && !PAGED_LISTS.some((paged) => paged === one));
  if (!list) return undefined;
  const ids = data[list].map((entry) => entry.id);
  if (ids.includes(id)) return undefined;
  return `The ${nounOf(list)} ${quoted(id)} was published and is gone.${nearMiss(id, ids)} Put it back, for its id never changes. If it has to go, say so in a change of the page that showed it, and delete this line.`;
}

/**
 * Reports what says something else than it did when it was published, with the lines that tell of it.
 * @param day as YYYY-MM-DD, which these lines carry
 */
export function checkUnchanged(listed: Versions, said: Said, day: string): void {
  if (!Object.keys(listed).some((key) => FINGERPRINT_KEY.test(key))) return;
  const lacking = new Set<Entry | undefined>();
  const former = Map.groupBy(said.data.redirects, ({ data }) => nameAt(String(data['to'])));
  for (const { key, entry, log, count, fields } of publishedIn(said)) {
    const { original, tree, textReferences = [] }: Partial<TextEntry> = entry;
    const known = Object.hasOwn(listed, key) ? listed[key] : undefined;
    if (known === undefined || !FINGERPRINT.test(known)) continue;
    const [countThen, ...hashes] = known.split(' ');
    if (count > Number(countThen)) continue;
    if (count < Number(countThen)) {
      // What is told in its original, a translation counts as its own; a list that is none is reported.
      if (entry.value !== undefined && !lacking.has(original))
        entry.report(entry.source.place([...entry.base, log]), GONE[log]);
      lacking.add(entry);
      continue;
    }
    const before = new Map(hashes.map((one) => one.split(':') as [string, string]));
    // What a translation lacked is translated for the first time.
    const compared = log === 'edits' ? [...before.keys()] : [...before.keys(), ...Object.keys(fields)];
    const isText = 'matterLength' in entry;
    const written = isText ? asRecord(entry.source.value) : entry.data;
    const cited = [...textReferences.map(({ id }) => id), ...strings(written['sources'])];
    const wasSaid = (field: string) =>
      waysToName(cited, former).some(
        (nameOf) =>
          before.get(field) ===
          (field === 'words' && tree
            ? wordsOf(tree, nameOf)
            : fingerprintOf(plainForm(written[field], nameOf))),
      );
    const changed = [...new Set(compared)].filter(
      (field) => before.get(field) !== fields[field] && !wasSaid(field),
    );
    if (changed.length === 0) continue;
    const isFigure = key.startsWith('figures/');
    const what = changed.map((field) => quoted(field)).join(', ');
    const place = entry.source.place([...entry.base, changed[0] ?? '']);
    const goesOn = lengthOf(written, log) > 0;
    const was = changed.map((field) => `"${field}": ${before.has(field) ? '…' : 'null'}`);
    entry.report(
      place,
      `${isText ? 'This text' : quoted(entry.id)} was published, and says something else since in ${what}. Tell what was changed under “${log}”, or put it back; of a slip of the pen, kind rewording and the word “Spelling.” are enough.`,
      isText ? textBlock(log, day, goesOn) : [recordBlock(log, day, isFigure ? was : [], goesOn)],
    );
  }
}

/** The id of a post or source by its address. */
const nameAt = (address: string) => address.replace(/^\/(?:news|sources)\/|\/$/g, '');

/** The ways in which what is cited may have been named: of several that were renamed some had been so before. */
function* waysToName(
  cited: readonly string[],
  former: ReadonlyMap<string, readonly Entry[]>,
): Generator<NameOf> {
  const renamed = [...new Set(cited)].filter((id) => former.has(id));
  const names = renamed.map((id) => [id, ...(former.get(id) ?? []).map((from) => nameAt(from.id))]);
  for (const way of choices(names)) {
    const told = new Map(renamed.map((id, index) => [id, way[index]]));
    yield (id) => told.get(id) ?? id;
  }
}

/** What to say where fewer changes are told than were published: the versions are numbered by them. */
const GONE: Readonly<Record<Log, string>> = {
  changes:
    'An entry under “changes” was published and is gone. Nothing is taken out of that list. Put the entry back as it stood; it is in the last good version of the file.',
  edits:
    'An entry under “edits” was published and is gone, or “follows” is a lower number than it was. Put it back as it stood; it is in the last good version of the file. If this text had no original then, what stood below “changes” stands below “edits”, without “was” and “now”.',
};

/** The change of a text to copy; where there are others, it stands below them. */
const textBlock = (log: Log, day: string, goesOn: boolean) => [
  ...(goesOn ? [] : [`${log}:`]),
  `  - date: ${day}`,
  '    kind: correction',
  '    what: "…"',
  ...(log === 'changes' ? ["    was: '…'", "    now: '…'"] : []),
];

/** The change of a record to copy; where there are others, it stands behind them and a comma. */
function recordBlock(log: Log, day: string, was: readonly string[], goesOn: boolean): string {
  const before = was.join(', ');
  const change = `{ "date": "${day}", "kind": "correction", "what": "…"${before && `, "was": { ${before} }`} }`;
  return goesOn ? `, ${change}` : `"${log}": [${change}]`;
}
