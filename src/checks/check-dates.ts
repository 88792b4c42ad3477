import { isPartialDate } from '../rules/dates.ts';
import { asRecord, isDraft, records, reportAt, type Entry } from './read-entries.ts';

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

/** Days of our own work cannot lie ahead, and follow each other; a draft may be dated as it likes. */
export function checkDays(entry: Entry, today: string): void {
  if (isDraft(entry)) return;
  const { date, added, updated } = entry.data;
  const changes = records(entry.data['changes']).map((change) => change['date']);
  checkPast(entry, { date, added, updated }, [], today, 'Correct it, or add draft: true.');
  checkPast(entry, { date: asRecord(entry.data['safetyReview'])['date'] }, ['safetyReview'], today);
  for (const [index, day] of changes.entries()) {
    checkPast(entry, { date: day }, ['changes', index], today);
    if (isDay(day) && isDay(added) && day < added) {
      reportAt(
        entry,
        ['changes', index, 'date'],
        'date: the change is older than the text, which was added later. Correct one of the two days.',
      );
    }
  }
  checkChangeOrder(entry);
  const newest = changes.filter(isDay).sort().at(-1);
  if (isDay(updated) && newest !== undefined && updated < newest) {
    reportAt(entry, ['updated'], `updated: the newest change is of ${newest}. Set this day to it.`);
  }
  if (typeof date === 'string' && isPartialDate(date) && isDay(added) && date > added && date <= today) {
    reportAt(
      entry,
      ['added'],
      `added: the report is of ${date}, so it cannot have been added earlier. Correct one of the two days.`,
    );
  }
}

/** Changes stand as they were made, so that each version of the page keeps its number. */
export function checkChangeOrder(entry: Entry): void {
  let last = '';
  for (const [index, { date }] of records(entry.data['changes']).entries()) {
    if (!isDay(date)) continue;
    if (date < last)
      reportAt(
        entry,
        ['changes', index, 'date'],
        'date: changes stand in the order of their days, the oldest first. Move this one up.',
      );
    if (date > last) last = date;
  }
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && value.length === 10 && isPartialDate(value);

/** Reports dates that are still to come. */
export function checkPast(
  entry: Entry,
  dates: Record<string, unknown>,
  path: readonly PropertyKey[],
  today: string,
  advice = 'Correct it.',
): void {
  for (const [field, value] of Object.entries(dates)) {
    const date = String(value);
    if (isPartialDate(date) && date > today)
      reportAt(entry, [...path, field], `${field}: this day is still to come. ${advice}`);
  }
}
