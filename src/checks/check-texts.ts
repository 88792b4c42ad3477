import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { checkDays } from './check-dates.ts';
import { isDraft, records, strings, type Entry, type TextEntry } from './read-entries.ts';
import { checkIds } from './check-figures.ts';
import { outsideFault } from './check-links.ts';
import { typedAmount } from './check-markup.ts';
import { checkMentions, type Known } from './text-references.ts';
import { nearMiss, quoted } from './problems.ts';
import { checkPassages } from './check-changes.ts';

/** Checks one text beyond its schema: what it refers to, its dates, its words for lists. */
export function checkText(
  entry: TextEntry,
  kind: 'pages' | 'categories' | 'news',
  known: Known,
  topics: ReadonlySet<string>,
  today: string,
): void {
  for (const field of ['title', 'summary']) {
    const text = entry.data[field];
    const amount = typeof text === 'string' ? typedAmount(text) : undefined;
    if (amount !== undefined) {
      entry.report(
        entry.source.place([field]),
        `${field}: the number “${amount}” is typed. Leave it to the text, where <Figure id="…" /> gives it with its source.`,
      );
    }
  }
  checkMentions(entry.mentions, known, entry.report);
  checkDays(entry, today);
  checkPassages(entry, known);
  checkReview(entry);
  if (kind === 'news') checkPost(entry, topics, known);
  if (kind === 'categories') checkExamples(entry, known);
  if (kind === 'pages') checkIds(entry, 'figures', 'figure', known.figures, known.drafts);
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
  for (const { words, place } of entry.mentions.notes) {
    if (ofTemplates.has(words))
      entry.report(
        place,
        `This note of the template is still here: ${quoted(words)}. Do what it asks, then delete it from {/* to */}; or add draft: true until then.`,
      );
  }
}

function checkReview(entry: TextEntry): void {
  const hasPicture = entry.mentions.ids.some(({ kind }) => kind === 'image');
  if (hasPicture && entry.data['safetyReview'] === undefined) {
    entry.report(
      entry.source.place([]),
      'A text with a picture needs safetyReview: the role of the person who looked at it for safety, and the day. See “Add a picture” in content/README.md.',
    );
  }
}

/** Reports topics that do not exist or stand twice. */
export function checkTopics(entry: Entry, topics: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const [index, topic] of strings(entry.data['topics']).entries()) {
    const place = () => entry.source.place([...entry.base, 'topics', index]);
    if (seen.has(topic)) entry.report(place(), `topics: ${quoted(topic)} stands twice. Keep one.`);
    seen.add(topic);
    if (!topics.has(topic)) {
      entry.report(
        place(),
        `There is no topic ${quoted(topic)}.${nearMiss(topic, topics)} The topics stand in content/data/topics.json.`,
      );
    }
  }
}

function checkPost(entry: TextEntry, topics: ReadonlySet<string>, known: Known): void {
  checkTopics(entry, topics);
  const date = String(entry.data['date'] ?? '');
  const [folder = ''] = entry.id.split('/');
  if ((isPartialDate(date) || date === UNDATED) && yearOf(date) !== folder) {
    entry.report(
      entry.source.place(['date']),
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
    if (fault) entry.report(entry.source.place([...entry.base, field]), `${field}: ${fault}`);
  }
}

const ID_PLACES: Record<string, string> = {
  namedBy: 'The ids stand in content/data/organisations.json.',
  source: 'The ids stand in content/data/sources.json, or are paths of coverage posts.',
};

function checkExamples(entry: Entry, known: Known): void {
  for (const [index, example] of records(entry.data['examples']).entries()) {
    for (const [field, ids] of Object.entries({ namedBy: known.organisations, source: known.sources })) {
      const id = example[field];
      if (typeof id !== 'string' || ids.has(id)) continue;
      entry.report(
        entry.source.place(['examples', index, field]),
        `${field}: ${quoted(id)} is not known.${nearMiss(id, ids)} ${ID_PLACES[field]}`,
      );
    }
  }
}

/** Each category has a place of its own. */
export function checkOrder(categories: readonly Entry[]): void {
  const places = new Map<number, Entry>();
  for (const entry of categories) {
    const { order } = entry.data;
    if (typeof order !== 'number') continue;
    const other = places.get(order);
    if (other)
      entry.report(
        entry.source.place(['order']),
        `order: ${other.path} has the same place. Give each category its own.`,
      );
    places.set(order, entry);
  }
}

/** A report stands once: either as a coverage post or in sources.json. */
export function checkOneAddressOnce(entries: readonly Entry[]): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { url } = entry.data;
    if (typeof url !== 'string') continue;
    const key = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/?(?:#.*)?$/, '');
    const other = seen.get(key);
    if (other)
      entry.report(
        entry.source.place([...entry.base, 'url']),
        `This address stands in ${other.path} already, as “${other.id}”. Cite that one.`,
      );
    seen.set(key, entry);
  }
}
