import { nodesOf, type Place } from '../rules/markdown.ts';
import { nameFinder, type FoundName, type Name, type NameFinder } from '../rules/names.ts';
import { reportTexts, strings, type Entry, type TextEntry } from './read-entries.ts';
import { readAttributes, type Block } from './block-text.ts';
import { lineAt } from './content-files.ts';
import { quoted } from './problems.ts';
import { withoutQuotes } from './signs.ts';

/** A spelling leads to one name. */
export function checkNames(entries: readonly Entry[]): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { name, short, korean, variants, synonyms } = entry.data;
    const forms = { name, short, korean, variants: strings(variants), synonyms: strings(synonyms) };
    reportTexts(entry, forms, (form) => {
      const other = seen.get(form);
      seen.set(form, entry);
      const where = other === entry ? 'twice here' : `at ${quoted(other?.id ?? '')} already`;
      return other && `the spelling ${quoted(form)} stands ${where}. Keep one.`;
    });
  }
}

/**
 * Finds the spellings that texts of this site do not use; nothing else about a name is a fault.
 * @param entries those of content/data/names.json; what fits no name is reported by the schema
 */
export function variantFinder(entries: readonly Pick<Entry, 'value'>[]): NameFinder {
  const find = nameFinder(entries.flatMap(({ value }) => (value as Name | undefined) ?? []));
  // A name that stands among its own variants is reported by checkNames, and is right in texts.
  return (text) =>
    find(text).filter(
      ({ name, form }) => name.variants?.includes(form) && form !== name.name && form !== name.short,
    );
}

function spellingFault({ name: { name, short }, form }: FoundName): string {
  const own = [name, short].filter((spelling) => spelling !== undefined).map((one) => quoted(one));
  return `${quoted(form)} is another’s spelling; this site writes ${own.join(' or ')}. Write it that way. Words of others stand in quotes (“…”) or in <Quote>.`;
}

/** Fields in which others speak, or that nobody reads as a text. */
const OF_OTHERS = new Set(['publisher', 'via', 'url', 'archived', 'credit', 'was', 'id', 'sources']);

/** Reports other spellings in the fields of an entry, but not in words that are quoted. */
export function checkFieldNames(entry: Entry, find: NameFinder): void {
  const faultOf = (text: string) => find(withoutQuotes(text)).map(spellingFault).join(' ');
  reportTexts(entry, entry.data, faultOf, OF_OTHERS);
}

/** Reports other spellings in a text, front matter and body, but not in words that are quoted. */
export function checkTextNames(entry: TextEntry, blocks: readonly Block[], find: NameFinder): void {
  const { tree, body, whole } = entry;
  if (!whole || !tree) return;
  checkFieldNames(entry, find);
  const check = (text: string, placeAt: (index: number) => Place) => {
    for (const found of find(withoutQuotes(text))) entry.report(placeAt(found.index), spellingFault(found));
  };
  for (const { prose, isQuote, placeAt } of blocks) if (!isQuote) check(prose, placeAt);
  for (const node of nodesOf(tree))
    for (const { name, value } of readAttributes(node)) {
      const start = body.indexOf(value, node.position?.start.offset);
      // Names of others are theirs to spell.
      if (name !== 'by' && name !== 'credit') check(value, (index) => lineAt(body, start + index));
    }
}
