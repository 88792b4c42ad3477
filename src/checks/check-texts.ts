import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { checkDays } from './check-dates.ts';
import type { TextKind } from '../schemas/lists.ts';
import { checkPassages } from './check-changes.ts';
import { checkLinks, outsideFault } from './check-links.ts';
import { checkFields, checkTags } from './check-references.ts';
import { quoted } from './problems.ts';
import { isDraft, repeats, reportAt, type Entry, type TextEntry } from './read-entries.ts';
import type { Known } from './targets.ts';
import { checkProse } from './check-prose.ts';

/** Checks one text beyond its schema: what it refers to, its dates, its words for lists. */
export function checkText(entry: TextEntry, kind: TextKind, known: Known, today: string): void {
  checkProse(
    entry,
    ['title', 'summary'],
    'Leave it to the text, where <Figure id="…" /> gives it with its source.',
  );
  checkFields(entry, known);
  checkTags(entry.textReferences, known, entry.report);
  checkLinks(entry, known);
  checkDays(entry, today);
  checkPassages(entry, known);
  checkReview(entry);
  if (kind === 'news') checkPost(entry, known);
}

/** What a new post asks of its editor, who deletes it. */
export const NOTE =
  'Say first who reports what, or what is new, in your own words; two to four short paragraphs are enough. Numbers and sources are named by tag, as content/README.md shows. Delete this note.';

/**
 * Reports notes of a template that were left in a text: they ask for something, and whoever
 * reads the text in the project cannot tell whether it was done. A draft may keep them.
 * @param ofTemplates the words of each note, on one line
 */
export function checkNotes(entry: TextEntry, ofTemplates: ReadonlySet<string>): void {
  if (isDraft(entry)) return;
  for (const { words, place } of entry.notes) {
    if (ofTemplates.has(words))
      entry.report(
        place,
        `This note of the template is still here: ${quoted(words)}. Do what it asks, then delete it from {/* to */}; or add draft: true until then.`,
      );
  }
}

function checkReview(entry: TextEntry): void {
  const hasPicture = entry.textReferences.some(({ kind }) => kind === 'images');
  if (hasPicture && entry.data['safetyReview'] === undefined) {
    reportAt(
      entry,
      [],
      'A text with a picture needs safetyReview: the role of the person who looked at it for safety, and the day. See “Add a picture” in content/README.md.',
    );
  }
}

function checkPost(entry: TextEntry, known: Known): void {
  const date = String(entry.data['date'] ?? '');
  const [folder = ''] = entry.id.split('/');
  if ((isPartialDate(date) || date === UNDATED) && yearOf(date) !== folder) {
    reportAt(
      entry,
      ['date'],
      `The date is in “${yearOf(date)}”, the folder is “${folder}”. Move the file or correct the date.`,
    );
  }
  checkAddress(entry, known);
}

const ADDRESS = /^https?:\/\/[^/]/;

/** The outside addresses of a coverage post or a source. */
export function checkAddress(entry: Entry, known: Known): void {
  for (const field of ['url', 'archived']) {
    const url = entry.data[field];
    // What is no address at all is told by the schema.
    const fault = typeof url === 'string' && ADDRESS.test(url) ? outsideFault(url, known.hosts) : undefined;
    if (fault) reportAt(entry, [field], `${field}: ${fault}`);
  }
}

/** Each category has a place of its own. */
export function checkOrder(categories: readonly Entry[]): void {
  const placeOf = ({ data: { order } }: Entry) => (typeof order === 'number' ? order : undefined);
  for (const [entry, { path }] of repeats(categories, placeOf))
    reportAt(entry, ['order'], `order: ${path} has the same place. Give each category its own.`);
}

/** A report stands once: either as a coverage post or in sources.json. */
export function checkOneAddressOnce(entries: readonly Entry[]): void {
  const pageOf = ({ data: { url } }: Entry) =>
    typeof url === 'string'
      ? url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/?(?:#.*)?$/, '')
      : undefined;
  for (const [entry, { path, id }] of repeats(entries, pageOf))
    reportAt(entry, ['url'], `This address stands in ${path} already, as “${id}”. Cite that one.`);
}
