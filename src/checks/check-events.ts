import { isPartialDate } from '../rules/dates.ts';
import { EVENT_KINDS } from '../rules/vocabulary.ts';
import { checkPast } from './check-dates.ts';
import { repeats, reportAt, type Entry } from './read-entries.ts';
import { checkProse, sayInWords } from './check-prose.ts';

/** Checks what events and laws of the time line say of each other and of days. */
export function checkEvents(events: readonly Entry[], laws: readonly Entry[], today: string): void {
  const byId = new Map(laws.map((law) => [law.id, law]));
  for (const entry of [...events, ...laws]) {
    // Dates and years may be typed; amounts and votes are figures.
    checkProse(entry, ['title', 'name', 'text', 'dateNote'], sayInWords('in the list “figures”'), {
      counts: TYPED_VOTE,
    });
  }
  for (const event of events) {
    checkPast(event, { date: event.data['date'] }, [], today);
    checkLawOf(event, byId);
  }
  checkTitles(events);
  for (const law of laws) checkLaw(law, events, today);
}

/** Votes, as in 7–2 or 5 judges; days of a month, as in 3–5 May, and years are none. */
const TYPED_VOTE = /(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-]| [A-Z])|\b\d+ (?:votes?|judges)\b/;

function checkLawOf(event: Entry, laws: ReadonlyMap<string, Entry>): void {
  const { law: id, kind, date } = event.data;
  const law = typeof id === 'string' ? laws.get(id) : undefined;
  if (!law) return;
  if (EVENT_KINDS.some((other) => other === kind && other !== 'law'))
    return fail(
      event,
      'law',
      'only an event of the kind “law” changes a law. Correct the kind, or take this out.',
    );
  const first = law.data['passed'] ?? law.data['from'] ?? law.data['described'];
  if (isBefore(date, first))
    fail(
      event,
      'date',
      `the law begins on ${String(first)}. Correct one of the two dates, here or in content/data/laws.json.`,
    );
  if (isBefore(law.data['until'], date))
    fail(
      event,
      'date',
      `the law held until ${String(law.data['until'])}. Correct one of the two dates, or take out "law".`,
    );
}

function checkLaw(law: Entry, events: readonly Entry[], today: string): void {
  const { passed, from, described, until } = law.data;
  checkPast(law, { passed, from, described, until }, [], today);
  if (isBefore(from, passed))
    fail(law, 'from', `the law was passed later, on ${String(passed)}. Correct one of the two dates.`);
  const first = from ?? passed ?? described;
  if (isBefore(until, first))
    fail(law, 'until', `the law begins later, on ${String(first)}. Correct one of the two dates.`);
  if (events.some(({ id }) => id === law.id))
    fail(law, 'id', 'an event has this id too, and both stand on one page. Give the law another id.');
}

function checkTitles(events: readonly Entry[]): void {
  const titleOf = ({ data: { title } }: Entry) => (typeof title === 'string' ? title : undefined);
  for (const [event, { id }] of repeats(events, titleOf))
    fail(
      event,
      'title',
      `the event “${id}” has the same title. Join the two, or say what sets this one apart.`,
    );
}

/** Whether one date is surely before the other, by what is known of both. */
function isBefore(date: unknown, other: unknown): boolean {
  if (typeof date !== 'string' || typeof other !== 'string') return false;
  if (!isPartialDate(date) || !isPartialDate(other)) return false;
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

function fail(entry: Entry, field: string, message: string): void {
  reportAt(entry, [field], `${field}: ${message}`);
}
