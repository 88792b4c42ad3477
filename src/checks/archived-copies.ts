import { isPartialDate } from '../rules/dates.ts';
import { keptFor } from '../rules/lazy.ts';
import { percentDecodedOnce } from './decoded.ts';
import { ARCHIVES, pageBehind, shown } from './outside-addresses.ts';
import { quoted } from './problems.ts';

/* Addresses of copies in archives: of which page, and of which day each is. */

/** The day of a copy and the address that it keeps, where its own address says so. */
function copyParts(copy: string): { stamp: string; kept: string } | undefined {
  const [, stamp = '', kept] =
    /\/(?:web\/)?(\d{4,14}|\*)(?:[a-z]{2}_)?\/(https?:.+)$/.exec(percentDecodedOnce(copy)) ?? [];
  return kept === undefined ? undefined : { stamp, kept };
}

/** A name for the page whose copy an address leads to, or else for that to which it leads. */
export const pageKept = keptFor((url: string) => pageBehind(copyParts(url)?.kept ?? url));

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
