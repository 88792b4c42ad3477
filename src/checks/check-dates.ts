import { isPartialDate, MONTHS } from '../rules/dates.ts';
import { quoted, type TextFault } from './problems.ts';
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
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** Days as they are written in a text: with the name of the month, in numbers, in Korean. */
const DAYS = [
  new RegExp(
    `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${MONTHS}) (?<year>(?:19|20)\\d\\d)(?!\\d)`,
    'gi',
  ),
  new RegExp(`(?<month>${MONTHS}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d\\d)(?!\\d)`, 'gi'),
  /(?<![\w-])(?<year>(?:19|20)\d\d)-(?<month>\d\d)(?:-(?<day>\d\d))?(?![\w-])/g,
  /(?<!\d)(?<year>(?:19|20)\d\d)년 (?<month>\d{1,2})월(?: (?<day>\d{1,2})일)?/g,
];

/** The first day in a text that is in no calendar. */
export function dayFault(text: string): TextFault | undefined {
  if (!/\d/.test(text)) return undefined;
  for (const look of DAYS)
    for (const { 0: written, index, groups = {} } of text.matchAll(look)) {
      const { year = '', month = '', day } = groups;
      const number = /\d/.test(month) ? month : `${MONTHS.split('|').indexOf(month.toLowerCase()) + 1}`;
      const parts = [year, ...[number, day].flatMap((part) => part?.padStart(2, '0') ?? [])];
      if (!isPartialDate(parts.join('-')))
        return {
          index,
          message: `the day ${quoted(written)} does not exist in the calendar. Compare it with the source.`,
        };
    }
  return undefined;
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
        (date < before && 'changes stand in the order of their days, the oldest first. Move this one up.'),
    };
  });
}
