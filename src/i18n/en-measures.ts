import type { Stage, Unit } from '../rules/vocabulary.ts';

/* Units and kinds of counting in English. */

/** How a number and its unit are written: `#` stands for the number. */
type UnitWords = Record<Unit, { one: string; other: string }>;

export const units: UnitWords = {
  drives: { one: '# drive', other: '# drives' },
  devices: { one: '# device', other: '# devices' },
  people: { one: '# person', other: '# people' },
  hours: { one: '# hour', other: '# hours' },
  'hours-a-day': { one: '# hour a day', other: '# hours a day' },
  percent: { one: '#%', other: '#%' },
  usd: { one: 'US$#', other: 'US$#' },
  krw: { one: '# won', other: '# won' },
  cny: { one: '# yuan', other: '# yuan' },
  balloons: { one: '# balloon', other: '# balloons' },
  packages: { one: '# package', other: '# packages' },
  bottles: { one: '# bottle', other: '# bottles' },
  leaflets: { one: '# leaflet', other: '# leaflets' },
  discs: { one: '# disc', other: '# discs' },
  radios: { one: '# radio', other: '# radios' },
  articles: { one: '# article', other: '# articles' },
  events: { one: '# event', other: '# events' },
  countries: { one: '# country', other: '# countries' },
  continents: { one: '# continent', other: '# continents' },
  stations: { one: '# station', other: '# stations' },
  frequencies: { one: '# frequency', other: '# frequencies' },
  launches: { one: '# launch', other: '# launches' },
  grants: { one: '# grant', other: '# grants' },
  votes: { one: '# vote', other: '# votes' },
  years: { one: '# year', other: '# years' },
  months: { one: '# month', other: '# months' },
  days: { one: '# day', other: '# days' },
  minutes: { one: '# minute', other: '# minutes' },
  kilograms: { one: '# kg', other: '# kg' },
  tonnes: { one: '# tonne', other: '# tonnes' },
  gigabytes: { one: '# GB', other: '# GB' },
  entries: { one: '# entry', other: '# entries' },
};

export const stages: Record<Stage, { title: string; note: string }> = {
  collected: {
    title: 'Collected',
    note: 'Drives given to the programme. Nothing is said of where they went.',
  },
  prepared: { title: 'Prepared', note: 'Made ready and not yet sent.' },
  sent: {
    title: 'Sent',
    note: 'Handed to partner groups or sent towards the country, as those who sent them count. Sent is not arrived.',
  },
  arrived: { title: 'Arrived, in tests', note: 'What senders found in tests of their own.' },
  reached: {
    title: 'Reached, by estimate',
    note: 'Nobody counts readers inside the country. A number of readers is drives multiplied by an assumption, or comes without any formula.',
  },
  aimed: { title: 'Targets', note: 'Announced beforehand. An aim is not a result.' },
  hours: {
    title: 'Hours of material',
    note: 'Length of what was loaded, multiplied by copies. Nobody measured use.',
  },
  cargo: {
    title: 'Cargo and launches',
    note: 'What one group said it put into balloons, bottles or drones.',
  },
  works: { title: 'Works, events and awards', note: 'What the campaign made and was given.' },
  money: { title: 'Money', note: 'Grants, prices and public budgets, in the currency of the source.' },
  share: {
    title: 'Shares of people asked',
    note: 'Surveys of people who could be asked. None is a sample of the country.',
  },
  asked: { title: 'People asked', note: 'How many people a survey rests on, and who they were.' },
  device: {
    title: 'Players and phones',
    note: 'What is used for watching, and what the state built into it.',
  },
  radio: { title: 'Radio', note: 'Broadcasting into the country from outside.' },
  penalty: { title: 'Penalties in law', note: 'What a text of law threatens. Not what courts imposed.' },
  votes: { title: 'Votes', note: 'Votes of parliaments and courts.' },
  context: { title: 'Other figures', note: 'Numbers needed to understand the rest.' },
};
