import type { Country, EventKind, LawStatus } from '../rules/vocabulary.ts';

/* The time line in English. */

/** How a kind of event is called: on its page, in a line of the list, in its summary. */
type KindWords = Record<EventKind, { title: string; label: string; filter: string; summary: string }>;

const kinds: KindWords = {
  programme: {
    title: 'Time line: the programmes',
    label: 'Programme',
    filter: 'Programmes',
    summary:
      'Who began, sent, collected or broadcast what and when, oldest first: groups, totals as they were reported, awards, money and radio.',
  },
  law: {
    title: 'Time line: the law',
    label: 'Law',
    filter: 'Law',
    summary:
      'Laws, rulings, orders and cases on outside information for North Korea, oldest first, and what was in force when.',
  },
  reaction: {
    title: 'Time line: reactions of the North',
    label: 'Reaction',
    filter: 'Reactions of the North',
    summary:
      'What the North said or did about outside information, oldest first. A reaction shows notice, not effect.',
  },
  reporting: {
    title: 'Time line: reporting and research',
    label: 'Reporting',
    filter: 'Reporting and research',
    summary:
      'Surveys, studies, reports and warnings on outside information in North Korea, oldest first, each with what it can and cannot say.',
  },
};

const countries: Record<Country, string> = {
  kp: 'North Korea',
  kr: 'South Korea',
  us: 'United States',
};

/** How it stands with a law; `#` stands for the date. */
const states: Record<LawStatus, string> = {
  'in-force': 'In force',
  'struck-down': 'Struck down on #',
  'start-not-known': 'Passed, start not known',
  order: 'Order of #',
};

export const timeline = {
  title: 'Time line',
  summary:
    'What was done, decided, answered and found out about sending information into North Korea, by date, as far as it is known.',
  intro:
    'The oldest stands first. Each title leads to the whole entry, with what happened, who says so, the figures and every source.',
  kinds,
  countries,
  states,
  filter: 'Kind of event',
  all: 'All kinds',
  years: 'By year',
  laws: {
    title: 'What was in force when',
    note: 'A law or order stands by the date from which it was in force, as far as that is known; the note beside it says how. Where the start was not found, none is guessed. “In force” means that no end is known to us.',
    passed: 'Passed #.',
    described: 'Described as in force in #.',
    since: 'From #',
    unknown: 'Start not known',
  },
  events: 'What happened when',
};
