import { EVENT_KINDS } from '../rules/vocabulary.ts';
import { futureFault, isBefore } from './check-dates.ts';
import { repeated, reportFaults, type Entry, type Faults } from './read-entries.ts';
import { sayInWords, typedIn } from './typed-numbers.ts';

/** Votes, as in 7–2 or 5 judges; days of a month, as in 3–5 May, and years are none. */
const TYPED_VOTE = /(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-]| [A-Z])|\b\d+ (?:votes?|judges)\b/;

/** Checks what events and laws of the timeline say of each other and of days. */
export function checkEvents(events: readonly Entry[], laws: readonly Entry[], today: string): void {
  const lawOf = new Map<unknown, Entry>(laws.map((law) => [law.id, law]));
  const ids = new Set(events.map(({ id }) => id));
  const sameTitle = repeated(events, ({ data: { title } }) => title);
  for (const entry of [...events, ...laws]) {
    // Dates and years may be typed; amounts and votes are figures.
    const prose = ['title', 'name', 'text', 'dateNote'];
    reportFaults(entry, typedIn(entry.data, prose, sayInWords('in the list “figures”'), TYPED_VOTE));
  }
  for (const event of events) {
    const other = sameTitle.get(event);
    reportFaults(event, { date: futureFault(event.data['date'], today) });
    reportFaults(event, eventFaults(event, lawOf.get(event.data['law'])));
    reportFaults(event, {
      title:
        other && `the event “${other.id}” has the same title. Join the two, or say what sets this one apart.`,
    });
  }
  for (const law of laws) {
    const { passed, from, described, until } = law.data;
    const first = from ?? passed ?? described;
    const isLater = (first: unknown) => `${first}. Correct one of the two dates.`;
    reportFaults(law, {
      passed: futureFault(passed, today),
      from:
        futureFault(from, today) ||
        (isBefore(from, passed) && `the law was passed later, on ${isLater(passed)}`),
      described: futureFault(described, today),
      until:
        futureFault(until, today) || (isBefore(until, first) && `the law begins later, on ${isLater(first)}`),
      id: ids.has(law.id) && 'an event has this id too, and both stand on one page. Give the law another id.',
    });
  }
}

/** What is wrong between an event and the law that it changed. */
function eventFaults({ data: { kind, date } }: Entry, law: Entry | undefined): Faults {
  if (!law) return undefined;
  const { passed, from, described, until } = law.data;
  const first = passed ?? from ?? described;
  if (EVENT_KINDS.some((other) => other === kind && other !== 'law'))
    return { law: 'only an event of the kind “law” changes a law. Correct the kind, or take this out.' };
  return {
    date:
      (isBefore(date, first) &&
        `the law begins on ${first}. Correct one of the two dates, here or in content/data/laws.json.`) ||
      (isBefore(until, date) &&
        `the law held until ${until}. Correct one of the two dates, or take out "law".`),
  };
}
