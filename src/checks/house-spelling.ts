import { nameFinder, type FoundName, type Name, type NameFinder } from '../rules/names.ts';
import { asRecord, reportFaults, strings, type Entry, type Faults, type TextEntry } from './read-entries.ts';
import { placer } from './content-files.ts';
import { quoted } from './problems.ts';

/** The entries of content/data/names.json as names; what fits no name is reported by the schema. */
export function namesIn(entries: readonly Entry[]): Name[] {
  return entries.flatMap(({ value }) => {
    const name = value as Name | undefined;
    // A name that stands among its own variants is reported by checkNames, and is right in texts.
    const isOther = (form: string) => form !== name?.name && form !== name?.short;
    return name ? { ...name, variants: name.variants?.filter(isOther) } : [];
  });
}

/** A spelling leads to one name. */
export function checkNames(entries: readonly Entry[]): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const faultOf = (form: unknown) => {
      const other = typeof form === 'string' ? seen.get(form) : undefined;
      if (typeof form === 'string') seen.set(form, entry);
      return (
        other &&
        `the spelling ${quoted(String(form))} stands ${other === entry ? 'twice here' : `at ${quoted(other.id)} already`}. Keep one.`
      );
    };
    const { name, short, korean, variants, synonyms } = entry.data;
    reportFaults(entry, {
      ...{ name: faultOf(name), short: faultOf(short), korean: faultOf(korean) },
      ...{ variants: strings(variants).map(faultOf), synonyms: strings(synonyms).map(faultOf) },
    });
  }
}

/** Finds the spellings that texts of this site do not use; nothing else about a name is a fault. */
export function variantFinder(names: readonly Name[]): NameFinder {
  const find = nameFinder(names);
  return (text) => find(text).filter(({ name, form }) => name.variants?.includes(form) ?? false);
}

/** What is wrong with a spelling, and what to write. */
function spellingFault({ name: { name, short }, form }: FoundName): string {
  const own = [name, short].filter((spelling) => spelling !== undefined).map(quoted);
  return `${quoted(form)} is another’s spelling; this site writes ${own.join(' or ')}. Write it that way. Words of others stand in quotes (“…”) or in <Quote>.`;
}

/** Fields in which others speak, or that nobody reads as a text. */
const OF_OTHERS = new Set(['publisher', 'via', 'url', 'archived', 'credit', 'was', 'id', 'sources']);

/** Reports other spellings in the fields of an entry, but not in words that are quoted. */
export function checkFieldNames(entry: Entry, find: NameFinder): void {
  const faultsIn = (value: unknown): Faults => {
    if (typeof value === 'string')
      return find(value.replace(QUOTED, blank)).map(spellingFault).join(' ') || undefined;
    if (Array.isArray(value)) return value.map(faultsIn);
    const fields = Object.entries(asRecord(value)).filter(([field]) => !OF_OTHERS.has(field));
    return Object.fromEntries(fields.map(([field, item]) => [field, faultsIn(item)]));
  };
  reportFaults(entry, faultsIn(entry.data));
}

/** Reports other spellings in a text, front matter and body, but not in words that are quoted. */
export function checkTextNames(entry: TextEntry, text: string, find: NameFinder): void {
  if (!entry.whole) return;
  checkFieldNames(entry, find);
  const placeOf = placer(text);
  for (const found of find(prose(text))) entry.report(placeOf(found.index), spellingFault(found));
}

/** Words of others: within a line, so that a quote that is not closed hides no more than its line. */
const QUOTED = /“[^“”\n]*”/g;
/** What a reader does not read, or others say: attributes but for a few, quotes, addresses. */
const NO_PROSE =
  /\b(title|alt|caption|consent)="[^"\n]*"|"[^"\n]*"|“[^“”\n]*”|\]\([^()\n]*\)|https?:\/\/\S+/g;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** The text with spaces in place of its front matter and of all that is not this site’s own prose. */
function prose(text: string): string {
  const end = text.indexOf('\n---', 3) + 4;
  return (blank(text.slice(0, end)) + text.slice(end))
    .split(/(?=<Quote\b)/)
    .map((part) => {
      const close = part.startsWith('<Quote') ? part.indexOf('</Quote>') : -1;
      return close < 0 ? part : blank(part.slice(0, close)) + part.slice(close);
    })
    .join('')
    .replace(NO_PROSE, (passage, attribute?: string) => (attribute ? passage : blank(passage)));
}
