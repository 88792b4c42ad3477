import { isPartialDate, MONTHS } from '../rules/dates.ts';
import { memoize } from '../rules/memoize.ts';
import type { Language } from '../site.ts';
import { faultFinder, quoted, type TextFault } from './problems.ts';
import { withoutQuotes } from './signs.ts';
import { asRecord, isDraft, records, reportFaults, type Entry, type Faults } from './read-entries.ts';

/** The zone furthest ahead of all, that of Kiritimati. */
const FURTHEST_HOURS = 14;

/**
 * The day, as YYYY-MM-DD, that has begun anywhere on Earth. No day up to this one is still
 * to come: the check runs on UTC in CI and does not know where the editor is, who in Korea
 * writes the new day nine hours before UTC does.
 */
export function latestDay(now: Date): string {
  return new Date(now.valueOf() + FURTHEST_HOURS * 3_600_000).toISOString().slice(0, 10);
}

/** The day, as YYYY-MM-DD, where the computer stands. */
export function localDay(now: Date): string {
  return new Date(now.valueOf() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const MONTH_NAMES = `${MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec`;
const monthOf = (names: string) => `(?<month>(?:${names})(?!\\p{L}))`;
const MONTH = monthOf(MONTH_NAMES);
/** The same with a capital, without which “may” and “march” are no months. */
const CAPITAL_MONTH = monthOf(MONTH_NAMES.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));
const YEAR = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
const DAY = '(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'];
const KOREAN_WEEKDAYS = '일월화수목금토';
const WEEKDAY = `(?:(?<weekday>${WEEKDAYS.join('|')})day,? )?`;
const look = (expression: string, flags = 'giu') => new RegExp(expression, flags);

/** Days as they are written in a text: with the name of the month, in numbers, in Korean. */
const DAYS = [
  look(`${WEEKDAY}${DAY} (?:of )?${MONTH}\\.?,? ${YEAR}`),
  look(`${WEEKDAY}${MONTH}\\.? ${DAY},? ${YEAR}`),
  look(`${DAY} (?:of )?${CAPITAL_MONTH}`, 'gu'),
  look(`(?<!\\p{L})${CAPITAL_MONTH}\\.? ${DAY}(?=[.,;)]|$)`, 'gu'),
  look(`(?<![\\w-])${YEAR}-(?<month>\\d\\d)(?:-(?<day>\\d\\d))?(?![\\w-])`),
  look(`(?<![\\w./])${YEAR}[./] ?(?<month>\\d{1,2})[./] ?(?<day>\\d{1,2})(?![\\w/])`),
  look(`(?<![\\w./])${DAY}\\. ?(?<month>\\d{1,2})\\. ?${YEAR}`),
  look(
    `(?<!\\d)(?:(?<year>(?:19|20)\\d{2,3})년 ?)?(?<month>\\d{1,2})월 ?(?<day>\\d{1,2})일(?: ?[ (](?<weekday>[${KOREAN_WEEKDAYS}])(?:요일|\\)))?`,
  ),
  look('(?<!\\d)(?<year>(?:19|20)\\d{2,3})년 ?(?<month>\\d{1,2})월'),
];
/** A year that has a day more: where no year is told, all days may be meant. */
const LEAP_YEAR = '2000';

const monthNumber = (name: string) =>
  MONTHS.split('|').findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** Years and months as a text of each language names them; “May” begins a question too, so a number follows it. */
const NAMED_DATES: Partial<Record<Language, RegExp>> = {
  en: look(`(?<![\\d-])${YEAR}|(?<!\\p{L})(?!May(?! \\d))${CAPITAL_MONTH}`, 'gu'),
  ko: look(`(?<![\\d-])${YEAR}|(?<!\\d)(?<month>\\d{1,2})월`),
};

const monthNames = memoize((language: Language) => {
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return MONTHS.split('|').map((_, month) => names.format(Date.UTC(2000, month)));
});

/**
 * The years and months that a text names, in one form for all languages; nothing where those of its language are not known.
 * @param told the language in which each is named beside it
 */
export function datesIn(
  text: string,
  language: Language,
  told = language,
): ReadonlyMap<string, string> | undefined {
  const dates = NAMED_DATES[language];
  if (!dates) return undefined;
  return new Map(
    text.matchAll(dates).map(({ groups }) => {
      const { year, month = '' } = groups as { year?: string; month?: string };
      const number = Number(month) || monthNumber(month);
      return [year ?? `month ${number}`, year ?? monthNames(told)[number - 1] ?? month];
    }),
  );
}

const otherFault = faultFinder({
  'the day $0 may be read in two ways. Write the name of the month, as in 5 June 2024.':
    /(?<![\w/])\d{1,2}\/\d{1,2}\/(?:19|20)\d\d(?![\w/])/,
  'the year $0 is of another calendar. Write the common year, as in 2024.':
    /(?<!\p{L})(?:Juche (?:year )?|주체 ?|단기 ?)\d{1,4}(?!\d|년? ?\()년?/u,
  'no reader of later years can tell when $0 was. Write the date as far as it is known.':
    /(?<!\p{L}|(?:the|his|her|its|their|our|one|’s) )(?:yesterday|last (?:week|month|night))(?! of|\p{L})|(?<!\p{L})(?:어제|지난 ?[주달])(?![가-힣]{2})/iu,
});

/** A month of a year, or a year, at either end of a span. */
const END = `(?:(?:${MONTH_NAMES})\\.? )?(?:19|20)\\d\\d(?:년(?: ?\\d{1,2}월)?)?`;
const SPANS = look(
  `(?<![\\d-])(${END})(?: ?[–~-] ?| (?:until|till|through) |부터 |(?<=(?:from|between) ${END}) (?:to|and) )(${END})(?![\\d-])`,
);

/** The partial date of what stands in a text: its month by name or by number. */
function dateOf({ year = '', month = '', day }: Partial<Record<string, string>>): string {
  const number = /\d/.test(month) ? month : month && `${monthNumber(month)}`;
  return [year, ...[number, day].flatMap((part) => (part ? part.padStart(2, '0') : []))].join('-');
}

/** An end of a span as a partial date. */
const endOf = (written: string): string =>
  dateOf({
    year: /\d{4}/.exec(written)?.[0],
    month: /(\d{1,2})월/.exec(written)?.[1] ?? /^[a-z]+/i.exec(written)?.[0],
  });

/** The first day in a text that is in no calendar, or that a reader cannot tell. */
export function dayFault(text: string): TextFault | undefined {
  for (const days of /\d/.test(text) ? DAYS : [])
    for (const { 0: written, index, groups = {} } of text.matchAll(days)) {
      const { year = LEAP_YEAR, weekday } = groups;
      const date = dateOf({ ...groups, year });
      const fault = !isPartialDate(date)
        ? 'does not exist in the calendar'
        : weekday && groups['year'] && !isOnWeekday(date, weekday) && 'falls on another day of the week';
      if (fault)
        return { index, message: `the day ${quoted(written)} ${fault}. Compare it with the source.` };
    }
  for (const { 0: written, 1: from = '', 2: to = '', index } of text.matchAll(SPANS))
    if (isBefore(endOf(to), endOf(from)))
      return { index, message: `the dates ${quoted(written)} run backwards. Write the earlier one first.` };
  return otherFault(withoutQuotes(text));
}

/** Years and months alone, as a text of any language names them. */
const MONTHS_AND_YEARS = [
  look(`(?<!\\p{L})${CAPITAL_MONTH} ${YEAR}`, 'gu'),
  look(`(?<![\\d–-])${YEAR}(?![–-]?\\d)`),
];

/** The first date in a text that lies wholly behind a day; a year is told with it. */
export function dateAhead(text: string, today: string): string | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  for (const dates of [...DAYS, ...MONTHS_AND_YEARS])
    for (const { 0: written, groups = {} } of text.matchAll(dates)) {
      const date = dateOf(groups);
      if (groups['year'] && date > today.slice(0, date.length)) return written;
    }
  return undefined;
}

/** Whether a day falls on a day of the week, by its name in English or its letter in Korean. */
function isOnWeekday(date: string, weekday: string): boolean {
  const number = new Date(date).getUTCDay();
  return weekday === KOREAN_WEEKDAYS[number] || weekday.toLowerCase() === WEEKDAYS[number];
}

/** The fault of a date that is still to come. */
export function futureFault(date: unknown, today: string, advice = 'Correct it.'): Faults {
  return isDate(date) && date > today && `this day is still to come. ${advice}`;
}

/** The faults of fields whose day is still to come; a field may hold a period, from one day to another. */
export function daysAhead(data: Entry['data'], fields: readonly string[], today: string) {
  const faultOf = (value: unknown): Faults => {
    const { from, to } = asRecord(value);
    return futureFault(value, today) || { from: futureFault(from, today), to: futureFault(to, today) };
  };
  return Object.fromEntries(fields.map((field) => [field, faultOf(data[field])]));
}

/** Whether one date is surely before the other, by what is known of both. */
export function isBefore(date: unknown, other: unknown): boolean {
  if (!isDate(date) || !isDate(other)) return false;
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

const isDate = (value: unknown): value is string => typeof value === 'string' && isPartialDate(value);
const isDay = (value: unknown): value is string => isDate(value) && value.length === 10;

/** Reports days of our own work that lie ahead or do not follow each other; a draft may be dated as it likes. */
export function checkDays(entry: Entry, today: string): void {
  if (isDraft(entry)) return;
  const { date, added, updated, changes, safetyReview } = entry.data;
  const ahead = (day: unknown) => futureFault(day, today, 'Correct it, or add draft: true.');
  const days = records(changes).map((change) => change['date']);
  const newest = days.filter(isDay).sort().at(-1) ?? '';
  reportFaults(entry, {
    date: ahead(date),
    added:
      ahead(added) ||
      (isDate(date) &&
        isDay(added) &&
        date > added &&
        date <= today &&
        `the report is of ${date}, so it cannot have been added earlier. Correct one of the two days.`),
    updated:
      ahead(updated) ||
      (isDay(updated) && updated < newest && `the newest change is of ${newest}. Set this day to it.`),
    safetyReview: { date: futureFault(asRecord(safetyReview)['date'], today) },
    changes: changeDateFaults(changes, today, added),
  });
}

/**
 * Faults of the days of changes, which stand as they were made, so that each version keeps its number.
 * @param added the day on which what was changed was published, where that is told
 */
export function changeDateFaults(changes: unknown, today: string, added?: unknown): Faults {
  let last = '';
  return records(changes).map(({ date }) => {
    if (!isDay(date)) return undefined;
    const before = last;
    if (date > last) last = date;
    return {
      date:
        futureFault(date, today) ||
        (isDay(added) &&
          date < added &&
          'the change is older than the text, which was added later. Correct one of the two days.') ||
        (date < before &&
          'changes stand in the order of their days, the oldest first. Move this one up. If the one above it was published already, give this one the day on which it is published itself.'),
    };
  });
}
