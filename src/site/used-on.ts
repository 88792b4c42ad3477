import { words } from '../i18n/dictionary.ts';
import type { Language } from '../site.ts';
import { chartAddress, eventAddress, localAddress, usedOnAddress } from '../rules/addresses.ts';
import { EXCERPT_SIZE } from '../rules/list-pages.ts';
import { usersByReference, type Reference } from '../rules/references.ts';
import { LISTS, type ListName } from '../schemas/lists.ts';
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
export const getUsedOn = once((language) => {
  const places = [textPlaces, chartPlaces, figurePlaces, eventPlaces];
  return usersByReference(places.flatMap((of) => of(language)));
});

/** A figure or source with every place that uses it. */
interface UsedOnList {
  title: string;
  /** Address of the figure or source. */
  of: string;
  /** Address of the list. */
  address: string;
  places: readonly Place[];
}

/** The lists for which the page of their figure or source has no room. */
export const getUsedOnLists = once((language): UsedOnList[] => {
  const usedOn = getUsedOn(language);
  const figures = getFigures(language);
  const sources = getSources(language);
  return [
    ...figures.map(({ id, label: title, address: of }) => ({ title, of, places: usedOn('figures', id) })),
    ...sources.map(({ id, title, address: of }) => ({ title, of, places: usedOn('sources', id) })),
  ].flatMap(({ title, of, places }) =>
    places.size > EXCERPT_SIZE ? [{ title, of, address: usedOnAddress(of), places: [...places] }] : [],
  );
});

const namedIn = (list: ListName, rows: readonly unknown[]): Reference[] =>
  rows.flatMap((row) => referencesIn(LISTS[list].schema, row));

/** The texts: what they name, and what the charts, drawings and lists name that they print. */
function textPlaces(language: Language): Named[] {
  const charts = new Map(getCharts(language).map((one) => [one.id, namedIn('charts', [one])]));
  const organisations = namedIn('organisations', getOrganisations(language));
  const drawings = new Map(getDrawings(language).map((one) => [one.id, namedIn('drawings', [one])]));
  const printed = ({ kind, id }: Reference) =>
    kind === 'lists' ? organisations : ({ charts, drawings }[kind as string]?.get(id) ?? []);
  return getTexts(language).map(({ data: { title }, address, references }) => [
    { title, address },
    [...references, ...references.flatMap(printed)],
  ]);
}

/** The charts; those of surveys print figures and sources of their own list. */
function chartPlaces(language: Language): Named[] {
  const surveys = namedIn('surveys', getSurveys(language));
  return getCharts(language).map((one) => [
    { title: one.title, address: localAddress(language, chartAddress(one.id)) },
    one.form === 'surveys' ? surveys : namedIn('charts', [one]),
  ]);
}

/** The figures, as places at which their sources are cited; how they belong together, their pages say themselves. */
function figurePlaces(language: Language): Named[] {
  return getFigures(language).map(({ label: title, address, sources }) => [
    { title, address },
    sources.map((id) => ({ kind: 'sources', id })),
  ]);
}

/** The events and laws of the time line. */
function eventPlaces(language: Language): Named[] {
  const at = (kind: Parameters<typeof eventAddress>[0], id: string) =>
    localAddress(language, eventAddress(kind, id));
  const events = getEvents(language);
  const laws = getLaws(language);
  return [
    ...events.map((event): Named => [
      { title: event.title, name: words(language).timeline.title, address: at(event.kind, event.id) },
      namedIn('events', [event]),
    ]),
    ...laws.map((law): Named => [{ title: law.name, address: at('law', law.id) }, namedIn('laws', [law])]),
  ];
}
