import { words } from '../i18n/dictionary.ts';
import type { Language } from '../site.ts';
import { addressOf } from '../rules/addresses.ts';
import { EXCERPT_SIZE } from '../rules/list-pages.ts';
import { usersByReference, type Reference } from '../rules/references.ts';
import type { ListName } from '../rules/lists.ts';
import { SCHEMAS } from '../schemas/lists.ts';
import { referencesIn } from '../schemas/references.ts';
import {
  getEvents,
  getFigures,
  getLaws,
  getOrganisations,
  getCharts,
  getDrawings,
  getSources,
  getSurveys,
  getTexts,
  once,
} from './content.ts';

/** A place on the site that refers to something. */
export interface Place {
  title: string;
  /** What tells it from a place with the same title. */
  name?: string;
  address: string;
}

type Named = readonly [Place, readonly Reference[]];

/** Gives where a figure is used or a source is cited, by kind and id; each place once. */
export const getUsedOn = once((language) => usersByReference(places(language)));

/** The lists for which the page of their figure or source has no room, each with the address `of` that. */
export const getUsedOnLists = once((language) => {
  const usedOn = getUsedOn(language);
  const figures = getFigures(language);
  const sources = getSources(language);
  return [
    ...figures.map(({ id, label: title, address: of }) => ({ title, of, places: usedOn('figures', id) })),
    ...sources.map(({ id, title, address: of }) => ({ title, of, places: usedOn('sources', id) })),
  ].flatMap(({ title, of, places }) =>
    places.size > EXCERPT_SIZE
      ? [{ title, of, address: addressOf('places of use', of), places: [...places] }]
      : [],
  );
});

/** What the records of a list name. */
const namedIn = (list: ListName, records: readonly unknown[]): Reference[] =>
  records.flatMap((record) => referencesIn(SCHEMAS[list], record));

/** Texts, charts, figures and events, each with all that it names or prints. */
function places(language: Language): Named[] {
  const told = words(language).timeline.title;
  const charts = new Map(getCharts(language).map((one) => [one.id, namedIn('charts', [one])]));
  const drawings = new Map(getDrawings(language).map((one) => [one.id, namedIn('drawings', [one])]));
  const organisations = namedIn('organisations', getOrganisations(language));
  const surveys = namedIn('surveys', getSurveys(language));
  /** What a text prints with what it names. */
  const printed = ({ kind, id }: Reference) =>
    kind === 'lists' ? organisations : ({ charts, drawings }[kind as string]?.get(id) ?? []);
  return [
    ...getTexts(language).map(({ data: { title }, address, references }): Named => [
      { title, address },
      [...references, ...references.flatMap(printed)],
    ]),
    // Charts of surveys print figures and sources of their own list.
    ...getCharts(language).map((one): Named => [
      { title: one.title, address: one.address },
      one.form === 'surveys' ? surveys : namedIn('charts', [one]),
    ]),
    // Figures cite sources; how they belong together, their pages say themselves.
    ...getFigures(language).map(({ label: title, address, sources }): Named => [
      { title, address },
      sources.map((id) => ({ kind: 'sources', id })),
    ]),
    ...getEvents(language).map((event): Named => [
      { title: event.title, name: told, address: event.address },
      namedIn('events', [event]),
    ]),
    ...getLaws(language).map((law): Named => [
      { title: law.name, address: law.address },
      namedIn('laws', [law]),
    ]),
  ];
}
