/**
 * Dates of which only a part may be known. A partial date is text whose form is
 * its precision: `2017-12-14` a day, `2017-12` a month, `2017` a year (EDTF,
 * level 0). `undated` stands where nothing is known.
 */

/** The word that stands in place of a date of which nothing is known. */
export const UNDATED = 'undated';

/** The months by their names, as a part of an expression. */
export const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';

/** Whether the text is a year, month or day that exists in the calendar, from 1900 to 2100. */
export function isPartialDate(text: string): boolean {
  if (!/^(?:19\d\d|20\d\d|2100)(?:-\d\d){0,2}$/.test(text)) return false;
  // A day that a month does not have is read as one of the next month, or as none.
  return new Date(text).toJSON()?.startsWith(text) ?? false;
}

/** How much of the date is known. */
export function precisionOf(date: string) {
  if (date === UNDATED) return 'none';
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
}

/** The year as four digits, or `undated`: the name of the folder and of the archive page. */
export function yearOf(date: string): string {
  return date === UNDATED ? UNDATED : date.slice(0, 4);
}

/** Things by the years of their dates, in the order in which they come. Undated ones stand under `undated`. */
export const byYear = <T>(things: readonly T[], dateOf: (thing: T) => string) =>
  Map.groupBy(things, (thing) => yearOf(dateOf(thing)));

/**
 * Orders partial dates, newest first. What is known less precisely comes after
 * the known days of its month or year; undated comes last.
 */
export function newestFirst(a: string, b: string): number {
  return ascending(sortKey(b), sortKey(a));
}

/** Orders texts by their signs, the same in every language. */
export const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Text by which partial dates sort, the newest largest: `2017-12-00` for a month. */
export function sortKey(date: string): string {
  return date === UNDATED ? '0000-00-00' : `${date}-00-00`.slice(0, 10);
}
