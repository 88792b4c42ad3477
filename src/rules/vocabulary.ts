/*
 * The words that content may use in fields with a choice. What each is called stands in
 * the dictionaries (src/i18n).
 */

/** The kinds of counting, in the order in which the statistics page lists them. */
export const STAGES = [
  'collected',
  'prepared',
  'sent',
  'arrived',
  'reached',
  'aimed',
  'hours',
  'cargo',
  'works',
  'money',
  'share',
  'asked',
  'device',
  'radio',
  'penalty',
  'votes',
  'context',
] as const;

export type Stage = (typeof STAGES)[number];

/** What a number is of. */
export const UNITS = [
  'drives',
  'devices',
  'people',
  'hours',
  'hours-a-day',
  'percent',
  'usd',
  'krw',
  'cny',
  'balloons',
  'packages',
  'bottles',
  'leaflets',
  'discs',
  'radios',
  'articles',
  'events',
  'countries',
  'continents',
  'stations',
  'frequencies',
  'launches',
  'grants',
  'votes',
  'years',
  'months',
  'minutes',
  'kilograms',
  'tonnes',
  'entries',
  'gigabytes',
  'days',
] as const;

export type Unit = (typeof UNITS)[number];

/** Units of which there are parts; of all others there is one or none. */
export const DIVISIBLE: readonly Unit[] = [
  'hours',
  'hours-a-day',
  'percent',
  'usd',
  'krw',
  'cny',
  'years',
  'months',
  'minutes',
  'days',
  'kilograms',
  'tonnes',
  'gigabytes',
];

const CARRIERS: readonly Unit[] = ['drives', 'devices', 'discs', 'radios'];
const FREIGHT: readonly Unit[] = [...CARRIERS, 'leaflets', 'balloons', 'packages', 'bottles', 'launches'];
const CURRENCIES: readonly Unit[] = ['usd', 'krw', 'cny'];

const OF_ONE_STAGE: readonly Unit[] = [
  'votes',
  'grants',
  'hours',
  'hours-a-day',
  'stations',
  'frequencies',
  'launches',
];

/** The units in which each kind of counting is given. */
export const UNITS_OF: Readonly<Record<Stage, readonly Unit[]>> = {
  collected: CARRIERS,
  prepared: FREIGHT,
  sent: FREIGHT,
  arrived: [...FREIGHT, 'percent'],
  reached: ['people'],
  aimed: FREIGHT,
  hours: ['hours'],
  cargo: FREIGHT,
  works: ['articles', 'events', 'countries', 'continents', 'entries'],
  money: [...CURRENCIES, 'grants', 'years'],
  share: ['percent', 'people'],
  asked: ['people', 'percent'],
  device: [...CURRENCIES, 'percent', 'minutes', 'gigabytes'],
  radio: ['hours-a-day', 'stations', 'frequencies', 'percent', 'people', 'years'],
  penalty: ['years', 'months', 'krw', 'usd'],
  votes: ['votes'],
  // Any but those that say by themselves what is counted.
  context: UNITS.filter((unit) => !OF_ONE_STAGE.includes(unit)),
};

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

/** The kinds of changes; where a day has several, a correction comes first. */
export const CHANGE_KINDS = ['correction', 'revision', 'update'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What an event of the time line is about; each kind has a page of its own. */
export const EVENT_KINDS = ['programme', 'law', 'reaction', 'reporting'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** States whose law the site describes, by ISO 3166 code. */
export const COUNTRIES = ['kp', 'kr', 'us'] as const;
export type Country = (typeof COUNTRIES)[number];

/** How it stands with a law. */
export const LAW_STATUSES = ['in-force', 'struck-down', 'start-not-known', 'order'] as const;
export type LawStatus = (typeof LAW_STATUSES)[number];
