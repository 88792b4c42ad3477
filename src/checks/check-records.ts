import { EVENT_KINDS } from '../rules/vocabulary.ts';
import { withoutNumbers } from '../rules/finding.ts';
import { stem, tokensOf } from '../rules/search/words.ts';
import { LIST_NAMES, type ListName } from '../rules/lists.ts';
import { TOLD_LISTS } from '../schemas/lists.ts';
import { checkFigureChanges, checkRecordChanges } from './check-changes.ts';
import { daysAhead, futureFault, isBefore } from './check-dates.ts';
import { chartFaults, figureFaults, isShare, questionFaults } from './check-figures.ts';
import { linkFault } from './check-links.ts';
import { checkFields } from './check-references.ts';
import { checkValues, lettersOf } from './check-values.ts';
import { nameFault } from './file-names.ts';
import { quoted } from './problems.ts';
import { lostFault } from './published.ts';
import type { OwnLists } from './read-content.ts';
import {
  asRecord,
  records,
  repeated,
  reportFaults,
  strings,
  type Entry,
  type Faults,
} from './read-entries.ts';
import type { Lists } from './targets.ts';
import { sayInWords, typedIn } from './typed-numbers.ts';

/* What holds for the records of each list and stands in no schema: it hangs on other records, or on the day. */

interface Rules {
  /** Fields in which no number is typed, what to do instead, and what else counts as one there. */
  prose?: readonly [fields: readonly string[], instead: string, counts?: RegExp];
  /** Fields whose day cannot be still to come. */
  days?: readonly string[];
  /** A field that is another one in each record. */
  unique?: readonly [
    field: string,
    keyOf: (value: string) => string,
    sentence: (value: string, other: string) => string,
  ];
  faults?: (record: Entry, lists: Lists) => Faults;
}

/** Votes, as in 7–2 or 5 judges; days of a month, as in 3–5 May, and years are none. */
const TYPED_VOTE = /(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-]| [A-Z])|\b\d+ (?:votes?|judges)\b/;
/** Small counts may be typed elsewhere; of a survey they are its size or its result. */
const COUNTED = /(?<![\d.,-])\d{1,4} (?:people|persons|men|women|answers|interviews|respondents|in \d+)\b/;
const EXPLAINED = 'Say it without: numbers stand in content/data/statistics.json.';

const RULES: { readonly [List in ListName]?: Rules } = {
  figures: {
    prose: [
      ['label', 'counted', 'method', 'notMeaning', 'formula', 'conflictNote', 'dateNote'],
      sayInWords('in conflicts or crossChecks'),
    ],
    faults: figureFaults,
  },
  charts: { prose: [['title', 'description'], sayInWords('in the title in braces')], faults: chartFaults },
  questions: {
    prose: [['question', 'answer', 'sentence'], sayInWords('in “figure”, or in “answer” in braces')],
    faults: questionFaults,
  },
  drawings: { prose: [['title', 'description'], sayInWords('in figures')], faults: drawingFaults },
  sources: { days: ['date', 'read'] },
  organisations: { days: ['checked', 'opened'] },
  topics: {
    unique: [
      'label',
      (label) => lettersOf(label.replace(/^the\s/i, '')).replace(/s$/, ''),
      (_, other) => `the topic ${quoted(other)} has this name already. Join the two.`,
    ],
  },
  events: {
    prose: [['title', 'text', 'dateNote'], sayInWords('in the list “figures”'), TYPED_VOTE],
    days: ['date'],
    unique: [
      'title',
      (title) => title,
      (_, other) => `the event “${other}” has the same title. Join the two, or say what sets this one apart.`,
    ],
    faults: eventFaults,
  },
  laws: {
    prose: [['name', 'text', 'dateNote'], sayInWords('in the list “figures”'), TYPED_VOTE],
    days: ['passed', 'described'],
    faults: lawFaults,
  },
  surveys: {
    prose: [['title', 'by', 'fieldwork', 'who', 'bias'], sayInWords('in asked and results'), COUNTED],
    faults: surveyFaults,
  },
  terms: {
    prose: [['term', 'meaning'], EXPLAINED],
    unique: [
      'term',
      (term) => term.toLowerCase(),
      (term, other) => `${quoted(term)} stands at ${quoted(other)} already. Join the two.`,
    ],
  },
  names: { prose: [['what'], EXPLAINED] },
};

/** Checks the records of all lists against each other. */
export function checkRecords(lists: Lists): void {
  for (const list of LIST_NAMES) {
    const { prose, days = [], unique, faults } = RULES[list] ?? {};
    const entries = lists.data[list];
    for (const entry of entries) {
      const { id, data } = entry;
      checkFields(entry, lists.known);
      checkValues(entry, lists.known.hosts, list === 'organisations');
      // An id becomes part of an address, and of a file; that of a post, or an address, has slashes.
      if (id !== '' && !id.includes('/')) reportFaults(entry, { id: nameFault(id) });
      if (prose) reportFaults(entry, typedIn(withoutFigures(data), ...prose));
      reportFaults(entry, daysAhead(data, days, lists.today));
      reportFaults(entry, faults?.(entry, lists));
      if (list === 'figures') checkFigureChanges(entry);
      if (TOLD_LISTS.some((told) => told === list)) checkRecordChanges(entry, lists.today);
    }
    if (!unique) continue;
    const [field, keyOf, sentence] = unique;
    const keyIn = ({ data }: Entry) => (typeof data[field] === 'string' ? keyOf(data[field]) : undefined);
    for (const [entry, { id }] of repeated(entries, keyIn))
      reportFaults(entry, { [field]: sentence(keyIn(entry) ?? '', id) });
  }
}

/** A record without the figures that its findings name in braces. */
function withoutFigures(data: Entry['data']): Entry['data'] {
  const plain = (finding: unknown) => (typeof finding === 'string' ? withoutNumbers(finding) : finding);
  return { ...data, title: plain(data['title']), answer: plain(data['answer']) };
}

/** What is wrong between an event and the law that it changed. */
function eventFaults({ data: { kind, date, law: id } }: Entry, { find }: Lists): Faults {
  const law = find('laws', id);
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

function lawFaults({ id, data: { passed, from, described, until } }: Entry, { find, today }: Lists): Faults {
  const first = from ?? passed ?? described;
  const isLater = (date: unknown) => `${date}. Correct one of the two dates.`;
  return {
    from:
      futureFault(from, today) ||
      (isBefore(from, passed) && `the law was passed later, on ${isLater(passed)}`),
    until:
      futureFault(until, today) || (isBefore(until, first) && `the law begins later, on ${isLater(first)}`),
    id:
      find('events', id) && 'an event has this id too, and both stand on one page. Give the law another id.',
  };
}

/** A share is shown with whom the survey asked and how it leans, so each belongs to one survey. */
function surveyFaults(survey: Entry, { find, surveyOf }: Lists): Faults {
  const asked = find('figures', survey.data['asked']);
  return {
    asked:
      asked &&
      (asked.data['stage'] !== 'asked' || asked.data['unit'] !== 'people') &&
      `${quoted(asked.id)} does not say how many were asked. Name a figure with the stage “asked” and the unit “people”, or leave asked out.`,
    results: strings(survey.data['results']).map((id) => {
      const figure = find('figures', id);
      const other = surveyOf(id);
      if (figure && !isShare(figure))
        return `${quoted(id)} is not a share: it has the stage ${quoted(String(figure.data['stage']))} and the unit ${quoted(String(figure.data['unit']))}. A result has the stage “share” and the unit “percent”. Name another figure, or correct that one.`;
      return (
        other !== survey &&
        `${quoted(id)} is a result of ${quoted(String(other?.id))} already. Keep it at the survey that gave it.`
      );
    }),
  };
}

/** What is wrong with what the steps of a drawing say, where they lead, and what is counted in them. */
function drawingFaults({ data: { steps } }: Entry, { find, known }: Lists): Faults {
  return {
    steps: records(steps).map((step) => {
      const { link, look, sign, figures } = step;
      const counted = strings(figures).flatMap((id): Entry | Entry[] => find('figures', id) ?? []);
      return {
        ...typedIn(step, ['title', 'large', 'text', 'before'], sayInWords('in figures')),
        link: typeof link === 'string' && linkFault(link, known),
        figures: countFault(sign, look, counted),
      };
    }),
  };
}

function countFault(sign: unknown, look: unknown, figures: readonly Entry[]): string | false {
  const [first = {}, second = {}] = figures.map(({ data }) => data);
  // An outline stands for people whom nobody counted: one figure says how many are assumed.
  if (sign === 'people' && look === 'outline')
    return first['unit'] !== 'people' && 'Outlines of people are counted from a figure whose unit is people.';
  if (sign === 'people')
    return (
      (first['unit'] !== 'people' || (second['unit'] !== 'people' && second['unit'] !== 'percent')) &&
      'People are counted from two figures: how many were asked, then how many of them, or what share, said so.'
    );
  if (sign === 'packages')
    return (
      (first['unit'] !== 'packages' || asRecord(second['range'])['from'] === undefined) &&
      'Packages are counted from two figures: how many there were, then the range of drives in each.'
    );
  return false;
}

/** Words with the same meaning stand in one list only, and each question has one answer, a page that exists. */
export function checkSearch({ synonyms, bestBets }: OwnLists, addresses: ReadonlySet<string>): void {
  reportTwice(synonyms, 'words', 'stands in another list of words, or twice. Join the two.');
  reportTwice(bestBets, 'asked', 'has an answer already. Choose one of the two.');
  for (const [entry] of repeated(bestBets, ({ data: { page } }) => page))
    reportFaults(entry, {
      page: `${quoted(String(entry.data['page']))} stands above already. Join the two.`,
    });
  for (const entry of bestBets) reportFaults(entry, { page: lostFault(entry.data['page'], addresses) });
}

/** Reports every phrase of a field that stands in the list before; small letters, accents, hyphens and plurals count for nothing. */
function reportTwice(entries: readonly Entry[], field: string, sentence: string): void {
  const seen = new Set<string>();
  for (const entry of entries)
    for (const [index, phrase] of strings(entry.data[field]).entries()) {
      const words = tokensOf(phrase).map(({ text }) => stem(text));
      if (seen.has(words.join(' '))) reportFaults(entry, `${quoted(phrase)} ${sentence}`, [field, index]);
      seen.add(words.join(' '));
    }
}
