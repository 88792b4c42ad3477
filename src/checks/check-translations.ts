import type { z } from 'astro/zod';
import { typedAmount } from './typed-numbers.ts';
import { isPart } from '../i18n/messages.ts';
import { isForeign } from '../rules/languages.ts';
import { versionNow } from '../rules/translation.ts';
import { LISTS, type ListName } from '../rules/lists.ts';
import type { Language } from '../site.ts';
import { checkBody, leftInField, untranslated, writingFault, type Names } from './check-language.ts';
import { checkLinks } from './check-links.ts';
import { changeDateFaults } from './check-dates.ts';
import { checkNamedDates, checkNaming } from './check-naming.ts';
import { signsOfValue, valueFault } from './check-values.ts';
import { checkTags } from './check-references.ts';
import { headingsOf } from './check-markup.ts';
import { nearMiss, quoted, START } from './problems.ts';
import { asRecord, records, reportFaults, reportTexts, type Entry, type TextEntry } from './read-entries.ts';
import { checkShape, valueAt } from './schema-sentences.ts';
import type { Known } from './targets.ts';

/* What must hold between an original and its translation. */

type InLanguage = Entry & { language: Language };

/** The words of a record in another language; its value is missing where they do not fit. */
export interface WordsEntry extends InLanguage {
  list: ListName;
  original: Entry;
}

/** A number that a title names by the id of its figure. */
const GAP = /\{[^{}]*\}/g;

/** Checks a translated text beyond its schema against its original, if that can be read. */
export function checkTranslation(entry: TextEntry, known: Known, names: Names, today: string): void {
  const { original } = entry;
  if (!original?.whole) return;
  checkTags(entry.textReferences, known, entry.report);
  checkLinks(entry, known);
  const { follows, edits, ...words } = asRecord(entry.source.value);
  checkOwnWords(entry, words, original.data, names);
  checkBody(entry, names);
  checkEdits(entry, edits, today);
  const versions = versionNow(records(original.data['changes']));
  if (Number(follows) > versions)
    reportFaults(entry, {
      follows: `the original has ${versions === 1 ? 'one version' : `${versions} versions`}. Write the number of the one that you have translated.`,
    });
  // An older translation may lack what was added since; `npm run translations` lists it.
  if (Number(follows) < versions) return;
  const [own, others] = [entry, original].map(({ tree }) => (tree ? headingsOf(tree).length : 0));
  if (own !== others)
    entry.report(
      START,
      `The text has ${own} headings, and the original ${others}. Keep its headings in their order: links lead to them.`,
    );
  checkNaming(entry, original);
  checkNamedDates(entry, original);
}

/** Reports of the changes of a translation alone what is in another language, still to come, or in another order than that of time. */
export function checkEdits(entry: InLanguage, edits: unknown, today: string): void {
  const { language } = entry;
  reportFaults(entry, { edits: changeDateFaults(edits, today) });
  const told = records(edits).map(({ what }) => ({ what }));
  reportTexts(
    entry,
    { edits: told },
    (what) =>
      valueFault(what) ?? writingFault(language, what) ?? (isForeign(language, what) && untranslated(what)),
  );
}

/** Checks words beside those of the original: each stands for one, none types a number, titles are translated. */
function checkOwnWords(
  entry: InLanguage,
  words: unknown,
  originals: unknown,
  names: Names,
  advice?: string,
): void {
  const { language } = entry;
  reportTexts(entry, words, (own, path) => {
    const original = valueAt(originals, path);
    if (typeof original !== 'string') return 'the original has no such words. Take them out.';
    const fault = valueFault(own);
    if (fault !== undefined) return fault;
    const typed = typedAmount(own)?.amount;
    if (typed !== undefined && typedAmount(original) === undefined)
      return `the number ${quoted(typed)} is typed, and the original types none. Say it as the original does.`;
    const gapsIn = (text: string) => (text.match(GAP) ?? []).toSorted().join(' ');
    if (gapsIn(own) !== gapsIn(original))
      return `the numbers that it names are not those of the original. ${gapsIn(original) ? `Keep ${gapsIn(original)}.` : 'Take the braces out.'}`;
    return (
      writingFault(language, own) ??
      signsOfValue(own, path) ??
      leftInField(language, own, names, path, advice)
    );
  });
}

/**
 * The words of a list in another language; their faults are reported.
 * @param file an object by the ids of the records
 */
export function readListWords(
  file: Pick<WordsEntry, 'path' | 'source' | 'report' | 'language' | 'list'>,
  schema: z.ZodObject,
  entries: readonly Entry[],
  names: Names,
): WordsEntry[] {
  const { source, report, list } = file;
  if (!isPart(source.value)) {
    report(
      source.place([]),
      'The file holds the words of each record by its id: { "id": { "title": "…" } }.',
    );
    return [];
  }
  const originals = new Map(entries.map((entry) => [entry.id, entry]));
  return Object.entries(source.value).flatMap(([id, written]): WordsEntry[] => {
    const original = originals.get(id);
    if (!original) {
      report(
        source.placeOfKey([], id),
        `There is no record ${quoted(id)}.${nearMiss(id, [...originals.keys()])} The ids stand in content/data/${LISTS[list].file}.json.`,
      );
      return [];
    }
    const base = [id];
    const value = checkShape(schema, written, source, base, report);
    const data = asRecord(written);
    const { edits: _, ...words } = data;
    const entry = { ...file, id, data, value, base, references: [], original };
    checkOwnWords(entry, words, original.data, names, 'Translate it, or leave the field out.');
    return [entry];
  });
}
