import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { entryAddress, placeAt } from '../rules/kinds.ts';
import type { TextKind } from '../schemas/lists.ts';
import { checkPassages } from './check-changes.ts';
import { checkDays } from './check-dates.ts';
import { checkLinks, linkFault } from './check-links.ts';
import { checkFields, checkTags } from './check-references.ts';
import { copyFault, pageKept } from './archived-copies.ts';
import { quoted } from './problems.ts';
import { repeated, reportFaults, strings, type Entry, type TextEntry } from './read-entries.ts';
import type { Known } from './targets.ts';
import { checkValues } from './check-values.ts';
import { MORE_THAN_TEN, typedIn } from './typed-numbers.ts';

/** Checks one text beyond its schema: what it refers to, its dates, its words for lists. */
export function checkText(entry: TextEntry, kind: TextKind, known: Known, today: string): void {
  const advice = 'Leave it to the text, where <Figure id="…" /> gives it with its source.';
  reportFaults(entry, typedIn(entry.data, ['title'], advice));
  reportFaults(entry, typedIn(entry.data, ['summary'], advice, MORE_THAN_TEN));
  checkFields(entry, known);
  checkTags(entry.textReferences, known, entry.report);
  checkLinks(entry, known);
  checkDays(entry, today);
  checkPassages(entry, known);
  checkValues(entry, known.hosts);
  const hasPicture = entry.textReferences.some((reference) => reference.kind === 'images');
  if (hasPicture && entry.data['safetyReview'] === undefined)
    reportFaults(
      entry,
      'A text with a picture needs safetyReview: the role of the person who looked at it for safety, and the day. See content/guide/pictures.md.',
    );
  if (kind === 'pages') reportFaults(entry, { next: nextFaults(entry, known) });
  if (kind === 'news') {
    for (const { kind: named, id, words, place } of entry.textReferences)
      if (named === 'sources' && id === entry.id)
        entry.report(
          place,
          `<${words}> names this post itself, which tells of its report anyway. Take it out, or name another source.`,
        );
    const date = String(entry.data['date'] ?? '');
    const [folder = ''] = entry.id.split('/');
    if ((isPartialDate(date) || date === UNDATED) && yearOf(date) !== folder)
      reportFaults(entry, {
        date: `The date is in “${yearOf(date)}”, the folder is “${folder}”. Move the file or correct the date.`,
      });
  }
}

function nextFaults({ id, data }: Entry, known: Known): (string | undefined)[] {
  const next = strings(data['next']);
  return next.map((address, index) => {
    if (!/^\/[^?#]*$/.test(address))
      return `${quoted(address)} is no address of a page of this site. Write it as in /strategy/.`;
    if (next.indexOf(address) < index) return `${quoted(address)} stands twice. Keep one.`;
    const fault = linkFault(address, known);
    if (fault) return fault;
    if (entryAddress('pages', id) === address) return `${quoted(address)} is this page itself. Name another.`;
    return known.pages.has(address) && !placeAt(address)?.passing
      ? undefined
      : `${quoted(address)} is no page that stays. Name a text, a figure, a chart or a part of the site.`;
  });
}

/** Each category has a place of its own. */
export function checkOrder(categories: readonly Entry[]): void {
  for (const [entry, { path }] of repeated(categories, ({ data }) => data['order']))
    reportFaults(entry, { order: `${path} has the same place. Give each category its own.` });
}

/**
 * A report stands once, either as a coverage post or in sources.json; its copy is one of the site
 * beside whose address it stands.
 */
export function checkReports(reports: readonly Entry[], today: string): void {
  const pageOf = ({ data: { url } }: Entry) => typeof url === 'string' && pageKept(url);
  for (const [entry, { path, id }] of repeated(reports, pageOf))
    reportFaults(entry, { url: `This address stands in ${path} already, as “${id}”. Cite that one.` });
  for (const entry of reports) {
    const { url, archived, date } = entry.data;
    if (typeof url === 'string' && typeof archived === 'string')
      reportFaults(entry, { archived: copyFault(archived, url, String(date), today) });
  }
}
