import { isPartialDate, UNDATED, yearOf } from '../rules/dates.ts';
import { entryAddress, routeAt } from '../rules/kinds.ts';
import { memoize } from '../rules/memoize.ts';
import type { TextKind } from '../schemas/lists.ts';
import { checkPassages } from './check-changes.ts';
import { checkDays } from './check-dates.ts';
import { checkLinks, linkFault } from './check-links.ts';
import { checkFields, checkTags } from './check-references.ts';
import { percentDecodedOnce } from './decoded.ts';
import { ARCHIVES, pageBehind, shown } from './outside-addresses.ts';
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
    return known.pages.has(address) && !routeAt(address)?.passing
      ? undefined
      : `${quoted(address)} is no page that stays. Name a text, a figure, a chart or a part of the site.`;
  });
}

/** Each category has a place of its own. */
export function checkOrder(categories: readonly Entry[]): void {
  for (const [entry, { path }] of repeated(categories, ({ data }) => data['order']))
    reportFaults(entry, { order: `${path} has the same place. Give each category its own.` });
}

/** A report stands once, as a coverage post or in sources.json; its copy is one of the site beside whose address it stands. */
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

/** The day of a copy and the address that it keeps, where its own address says so. */
function copyParts(copy: string): { stamp: string; kept: string } | undefined {
  const [, stamp = '', kept] =
    /\/(?:web\/)?(\d{4,14}|\*)(?:[a-z]{2}_)?\/(https?:.+)$/.exec(percentDecodedOnce(copy)) ?? [];
  return kept === undefined ? undefined : { stamp, kept };
}

/** A name for the page whose copy an address leads to, or else for that to which it leads. */
export const pageKept = memoize((url: string) => pageBehind(copyParts(url)?.kept ?? url));

/**
 * What is wrong with the address of an archived copy: it keeps another site, or none, or is of a day that cannot be.
 * @param page the address that was kept
 * @param date of the page, as far as it is known
 * @param today as YYYY-MM-DD
 */
export function copyFault(copy: string, page: string, date: string, today: string): string | undefined {
  if (pageBehind(copy) === pageBehind(page))
    return 'this is the page itself. Write the address of a copy of it.';
  const parts = copyParts(copy);
  if (!parts)
    return /^https?:\/\/[^/]*archive\.[^/]*\/.*https?:\//.test(percentDecodedOnce(copy))
      ? 'this asks an archive for a copy, and is none. Open the copy, and write its address, which has its day.'
      : ARCHIVES.test(URL.parse(copy)?.hostname ?? 'archive.org')
        ? undefined
        : 'this is no archive. Write the address of a copy at web.archive.org, archive.ph, perma.cc or another archive.';
  const { stamp, kept } = parts;
  if (stamp === '*') return 'this is a list of copies. Open one, and write its address.';
  // An outlet may have moved the page, but seldom to another site.
  const [keptSite, site] = [kept, page].map((url) => pageBehind(url)?.split('/')[0]);
  if (keptSite !== site)
    return `this is a copy of another site, ${shown(kept)}. Write that of ${shown(page)}.`;
  const day = stamp.slice(0, 8).replace(/(?<=^\d{4})(?=\d)|(?<=^\d{6})(?=\d)/g, '-');
  if (!isPartialDate(day) || day > today)
    return `no copy can be of the day ${quoted(stamp)}. Copy its address again.`;
  // Where the day is another, it may be a day earlier.
  const isEarlier =
    date.length === 10 && day.length === 10 && Date.parse(date) - Date.parse(day) > 2 * 86_400_000;
  return isEarlier
    ? `the copy is of ${day}, before the page of ${date}. Correct the day, or write the address of a later copy.`
    : undefined;
}
