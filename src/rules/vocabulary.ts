/*
 * The words that content may use in fields with a choice. What each is called stands in
 * the dictionaries (src/i18n).
 */

/** What a number is of: units of which there is one or none, and those of which there are parts. */
const UNIT_PARTS = {
  drives: 'whole',
  devices: 'whole',
  people: 'whole',
  hours: 'parts',
  'hours-a-day': 'parts',
  percent: 'parts',
  usd: 'parts',
  krw: 'parts',
  cny: 'parts',
  balloons: 'whole',
  packages: 'whole',
  bottles: 'whole',
  leaflets: 'whole',
  discs: 'whole',
  radios: 'whole',
  articles: 'whole',
  events: 'whole',
  countries: 'whole',
  continents: 'whole',
  stations: 'whole',
  frequencies: 'whole',
  launches: 'whole',
  grants: 'whole',
  votes: 'whole',
  years: 'parts',
  months: 'parts',
  minutes: 'parts',
  kilograms: 'parts',
  tonnes: 'parts',
  entries: 'whole',
  gigabytes: 'parts',
  days: 'parts',
} as const satisfies Record<string, 'parts' | 'whole'>;
export type Unit = keyof typeof UNIT_PARTS;
export const UNITS = Object.keys(UNIT_PARTS) as Unit[];

/** Whether there are parts of a unit. */
export const isDivisible = (unit: Unit) => UNIT_PARTS[unit] === 'parts';

const CARRIERS = ['drives', 'devices', 'discs', 'radios'] as const;
const FREIGHT = [...CARRIERS, 'leaflets', 'balloons', 'packages', 'bottles', 'launches'] as const;
const CURRENCIES = ['usd', 'krw', 'cny'] as const;
/** Units that say by themselves what is counted. */
const TELLING = /^(?:votes|grants|hours|hours-a-day|stations|frequencies|launches)$/;

/** The heading for kinds of counting that say nothing of drives. */
export const OTHER_FIGURES = 'other-figures';

/**
 * The kinds of counting, in the order in which the statistics page lists them: the units in
 * which each is given, and the heading on the page of methods that explains it.
 */
export const STAGE_RULES = {
  collected: { units: CARRIERS, heading: 'collected' },
  prepared: { units: FREIGHT, heading: 'prepared' },
  sent: { units: FREIGHT, heading: 'sent' },
  arrived: { units: [...FREIGHT, 'percent'], heading: 'arrived' },
  reached: { units: ['people'], heading: 'reached' },
  aimed: { units: FREIGHT, heading: 'aims' },
  hours: { units: ['hours'], heading: 'hours' },
  cargo: { units: FREIGHT, heading: 'cargo' },
  works: { units: ['articles', 'events', 'countries', 'continents', 'entries'], heading: OTHER_FIGURES },
  money: { units: [...CURRENCIES, 'grants', 'years'], heading: OTHER_FIGURES },
  share: { units: ['percent', 'people'], heading: 'surveys' },
  asked: { units: ['people', 'percent'], heading: 'surveys' },
  device: { units: [...CURRENCIES, 'percent', 'minutes', 'gigabytes'], heading: OTHER_FIGURES },
  radio: {
    units: ['hours-a-day', 'stations', 'frequencies', 'percent', 'people', 'years'],
    heading: OTHER_FIGURES,
  },
  penalty: { units: ['years', 'months', 'krw', 'usd'], heading: 'law' },
  votes: { units: ['votes'], heading: 'law' },
  context: { units: UNITS.filter((unit) => !TELLING.test(unit)), heading: OTHER_FIGURES },
} satisfies Record<string, { units: readonly Unit[]; heading: string }>;
export type Stage = keyof typeof STAGE_RULES;
export const STAGES = Object.keys(STAGE_RULES) as Stage[];

/** The units in which a kind of counting is given. */
export const unitsOfStage = (stage: Stage): readonly Unit[] => STAGE_RULES[stage].units;

/** How a source limits a number. */
export const QUALIFIERS = [
  'exactly',
  'about',
  'nearly',
  'more-than',
  'at-least',
  'up-to',
  'fewer-than',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** How sure a matter is. */
export const CERTAINTIES = ['official', 'reported', 'claimed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Changes of substance, which the lists of changes and their feeds tell. */
export const LISTED_CHANGE_KINDS = ['correction', 'revision', 'update'] as const;
/**
 * The kinds of changes; where a day has several, a correction comes first. A rewording makes a
 * new version, and stands at the foot of its page only.
 */
export const CHANGE_KINDS = [...LISTED_CHANGE_KINDS, 'rewording'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What an event of the time line is about; each kind has a page of its own. */
export const EVENT_KINDS = ['programme', 'law', 'reaction', 'reporting'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** States whose law the site describes, by ISO 3166 code. */
export const COUNTRIES = ['kp', 'kr', 'us'] as const;

/** How it stands with a law. */
export const LAW_STATUSES = ['in-force', 'struck-down', 'start-not-known', 'order'] as const;
export type LawStatus = (typeof LAW_STATUSES)[number];

/** What the cells of a column of the open data are. A `date` may be partial, a `day` is whole. */
export type ColumnKind = 'text' | 'word' | 'list' | 'date' | 'day' | 'number' | 'integer' | 'address';
