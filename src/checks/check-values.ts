import { outsideFault } from './check-links.ts';
import { traceIn } from './contacts.ts';
import { oddCharacter } from './content-files.ts';
import { nameFault } from './file-names.ts';
import { quoted } from './problems.ts';
import { asRecord, repeated, reportFaults, type Entry, type Faults, type TextEntry } from './read-entries.ts';

/*
 * What holds for every value of front matter and data, whatever its field: an address
 * leads straight to its page, nothing leads to a person, no sign is hidden in a name.
 */

/** Fields whose addresses are official by being named here. */
const OFFICIAL = 'url';
/** Earlier passages, whose tags and links are checked as a text. */
const PASSAGES = new Set(['was', 'now']);
/** Fields that become names elsewhere: of pages, of files, of choices. */
const SHORT = new Set([
  'title',
  'label',
  'name',
  'short',
  'publisher',
  'via',
  'author',
  'term',
  'by',
  'reportedBy',
]);

const ADDRESS = /https?:\/\/[^\s"“”<>()]+/g;
/** Signs that nobody sees. Joiners stay within letters and emoji that need them. */
const UNSEEN =
  /(?![\u200C\u200D\uFE0E\uFE0F\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}|[\u2800\u200E\u200F]|(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D]$|(?<![\p{Emoji}])[\uFE0E\uFE0F]|\p{Co}/u;
/** A word of Latin letters in which one of another script passes for its like. */
const MIXED_WORD =
  /[\p{L}\p{M}]*(?:\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin})[\p{L}\p{M}]*/u;

/** What is wrong with a word of letters of two scripts; nothing where there is none. */
export function mixedWord(text: string): { index: number; message: string } | undefined {
  const found = MIXED_WORD.exec(text);
  return (
    (found && {
      index: found.index,
      message: `the word ${quoted(found[0])} has letters of two scripts that look the same, so no search finds it. Type it again.`,
    }) ??
    undefined
  );
}

/** Checks every text in the fields of an entry. */
export function checkValues(entry: Entry, hosts: ReadonlySet<string>, isOrganisation = false): void {
  const faultOf = (text: string, field: string): Faults => {
    // What no text may hold is reported where the file is read.
    const unseen = SHORT.has(field) && !oddCharacter(text) ? UNSEEN.exec(text) : null;
    if (unseen) {
      const code = (unseen[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `a sign that nobody sees stands in this name (U+${code}). Type the name again.`;
    }
    const mixed = mixedWord(text);
    if (mixed) return mixed.message;
    if (!text.includes('://')) return traceIn(text)?.sentence.replace(/^./, (first) => first.toLowerCase());
    for (const [address] of text.matchAll(ADDRESS)) {
      const isOwn = isOrganisation && field === OFFICIAL;
      const fault = outsideFault(address.replace(/[.,;:!?]+$/, ''), isOwn ? NONE : hosts);
      if (fault !== undefined) return fault;
    }
    return traceIn(text.replace(ADDRESS, ' '))?.sentence.replace(/^./, (first) => first.toLowerCase());
  };
  const faultsIn = (value: unknown, field: string): Faults => {
    if (typeof value === 'string') return value.length > MOST ? undefined : faultOf(value, field);
    if (Array.isArray(value)) return value.map((item) => faultsIn(item, field));
    const fields = Object.entries(asRecord(value)).filter(([name]) => !PASSAGES.has(name));
    return Object.fromEntries(fields.map(([name, item]) => [name, faultsIn(item, name)]));
  };
  // What is no address at all is reported by the schema.
  const { url, archived, ...others } = entry.data;
  reportFaults(entry, faultsIn(others, ''));
  for (const [field, value] of Object.entries({ url, archived }))
    if (typeof value === 'string' && /^https?:\/\/[^/]/.test(value))
      reportFaults(entry, { [field]: outsideFault(value, isOrganisation ? NONE : hosts) });
}

const NONE: ReadonlySet<string> = new Set();
/** Longer than any value that the schemas allow. */
const MOST = 10_000;

/** An id becomes part of an address, and of a file. */
export function checkIds(entries: readonly Entry[]): void {
  for (const entry of entries)
    if (entry.id !== '' && !entry.id.includes('/')) {
      const fault = nameFault(entry.id);
      if (fault) reportFaults(entry, { id: fault });
    }
}

/** Words that say no more than what kind of outlet it is. */
const OF_ITS_KIND =
  /\b(?:the|news ?agency|agency|news|newspaper|daily|online|magazine|website|inc|ltd|com|org|co\.? ?kr)\b|(?:뉴스|신문|통신|일보|방송)$/g;

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
const lettersOf = (text: string) => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** The name without what nobody would tell two outlets apart by; the whole of a short one. */
function kernelOf(name: string): string {
  const kernel = lettersOf(
    plain(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
      .replace(/[._-]+/g, ' ')
      .replace(OF_ITS_KIND, ' '),
  );
  return kernel.length >= 5 ? kernel : lettersOf(name).replace(/^the(?=.{4})/, '');
}

/**
 * A publisher has one spelling: it is a choice in the search. Of several, the one that
 * most reports have is taken for right.
 */
export function checkPublishers(entries: readonly Entry[]): void {
  const withPublisher = entries.filter(({ data: { publisher } }) => typeof publisher === 'string');
  const spellings = Map.groupBy(withPublisher, ({ data: { publisher } }) => kernelOf(String(publisher)));
  for (const group of spellings.values()) {
    const byName = Map.groupBy(group, ({ data }) => String(data['publisher']));
    if (byName.size < 2) continue;
    const [[own, [first]] = ['', []]] = [...byName].toSorted(([, a], [, b]) => b.length - a.length);
    for (const entry of group.filter(({ data }) => data['publisher'] !== own))
      reportFaults(entry, {
        publisher: `${quoted(String(entry.data['publisher']))} is spelt ${quoted(own)} in ${first?.path}. Write it the same way; if it is another, say so in its name, as in “${own} (Seoul)”.`,
      });
  }
}

/** A topic has one name. */
export function checkTopics(topics: readonly Entry[]): void {
  const nameOf = ({ data: { label } }: Entry) =>
    typeof label === 'string' ? lettersOf(label.replace(/^the\s/i, '')).replace(/s$/, '') : undefined;
  for (const [entry, { id }] of repeated(topics, nameOf))
    reportFaults(entry, { label: `the topic ${quoted(id)} has this name already. Join the two.` });
}

/** What the templates say where an editor is to write. */
export interface TemplateWords {
  /** The notes for editors. */
  notes: ReadonlySet<string>;
  /** Values of fields. */
  values: ReadonlySet<string>;
  /** Paragraphs. */
  lines: readonly string[];
}

/** Words by which writers mark what is still to be done. */
const DRAFT_NOTE =
  /(?<![\p{L}\p{N}_-])(?:TODO|FIXME|TBD|TBC|TK|XXX)(?![\p{L}\p{N}_-])|[Ll]orem ipsum|\[(?:citation needed|source\??|link|출처 ?필요)\](?!\()/u;

/** Fields in which a template only shows what to write. */
const TO_BE_WRITTEN = ['title', 'summary', 'publisher', 'url'];

/** Reports what was left of a template: its values and its paragraphs. */
export function checkTemplate(entry: TextEntry, { values, lines }: TemplateWords): void {
  const faults = TO_BE_WRITTEN.map((field) => [
    field,
    values.has(String(entry.data[field])) && 'this is what the template says. Write your own.',
  ]);
  reportFaults(entry, Object.fromEntries(faults) as Faults);
  const note = DRAFT_NOTE.exec(entry.body);
  if (note) {
    const before = entry.body.slice(0, note.index).split('\n');
    entry.report(
      { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      `A note of the draft is left here: ${quoted(note[0])}. Write what is missing, or take it out.`,
    );
  }
  const left = lines.find((line) => entry.body.includes(line));
  if (left !== undefined) {
    const before = entry.body.slice(0, entry.body.indexOf(left)).split('\n');
    entry.report(
      { line: before.length, column: 1 },
      `This is what the template says: ${quoted(left)}. Write your own, or take it out.`,
    );
  }
}
