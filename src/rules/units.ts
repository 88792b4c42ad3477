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

/** What a number is of. The words for each stand in the dictionaries (src/i18n). */
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
  context: UNITS,
};
