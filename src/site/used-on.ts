import type { Language } from '../site.ts';
import { chartAddress, eventAddress, localAddress, usedOnAddress } from '../rules/addresses.ts';
import { PAGE_SIZE } from '../rules/list-pages.ts';
import {
  getCategories,
  getEvents,
  getFigures,
  getLaws,
  getOrganisations,
  getPages,
  getPosts,
  getSeries,
  getSources,
  getSurveys,
  once,
  type SeriesRecord,
} from './content.ts';

/** A place on the site that refers to something. */
export interface Mention {
  title: string;
  address: string;
}

/** A place with the ids of the figures and sources that stand there. */
interface Place extends Mention {
  figures: readonly string[];
  sources: readonly string[];
}

/** Where each source is cited and each figure used, by id; each place once. */
export const getMentions = once(async (language) => {
  const places = (
    await Promise.all([
      textPlaces(language),
      chartPlaces(language),
      figurePlaces(language),
      eventPlaces(language),
    ])
  ).flat();
  return {
    figures: byId(places, ({ figures }) => figures),
    sources: byId(places, ({ sources }) => sources),
  };
});

/** A figure or source with every place that uses it. */
export interface MentionList {
  title: string;
  /** Address of the figure or source. */
  of: string;
  /** Address of the list. */
  address: string;
  mentions: readonly Mention[];
}

/** The lists for which the page of their figure or source has no room. */
export const getMentionLists = once(async (language): Promise<MentionList[]> => {
  const [mentions, figures, sources] = await Promise.all([
    getMentions(language),
    getFigures(language),
    getSources(language),
  ]);
  return [
    ...figures.map(({ id, label: title, address: of }) => ({ title, of, found: mentions.figures.get(id) })),
    ...sources.map(({ id, title, address: of }) => ({ title, of, found: mentions.sources.get(id) })),
  ].flatMap(({ title, of, found = [] }) =>
    found.length > PAGE_SIZE ? [{ title, of, address: usedOnAddress(of), mentions: found }] : [],
  );
});

function byId(
  places: readonly Place[],
  idsOf: (place: Place) => readonly string[],
): ReadonlyMap<string, Mention[]> {
  const mentions = new Map<string, Map<string, Mention>>();
  for (const place of places) {
    for (const id of idsOf(place)) {
      const known = mentions.get(id) ?? new Map<string, Mention>();
      if (!known.has(place.address)) known.set(place.address, { title: place.title, address: place.address });
      mentions.set(id, known);
    }
  }
  return new Map([...mentions].map(([id, known]) => [id, [...known.values()]]));
}

/** The texts: their tags, the figures set large, the examples, and the organisations that they describe. */
async function textPlaces(language: Language): Promise<Place[]> {
  const [pages, categories, posts, series, organisations] = await Promise.all([
    getPages(language),
    getCategories(language),
    getPosts(language),
    getSeries(),
    getOrganisations(),
  ]);
  const figuresOf = new Map(series.map((one) => [one.id, one.figures ?? []]));
  const ofOrganisations = organisations.flatMap(({ sources }) => sources);
  return [...pages, ...categories, ...posts].map(({ data, address, references }) => ({
    title: data.title,
    address,
    figures: [
      ...references.figures,
      ...references.series.flatMap((id) => figuresOf.get(id) ?? []),
      ...('figures' in data ? data.figures : []),
    ],
    sources: [
      ...references.sources,
      ...('examples' in data ? data.examples.map(({ source }) => source) : []),
      ...(references.organisations ? ofOrganisations : []),
    ],
  }));
}

/** The charts; those of surveys print figures and sources of their own list. */
async function chartPlaces(language: Language): Promise<Place[]> {
  const [series, surveys] = await Promise.all([getSeries(), getSurveys()]);
  const drawn = ({ form, figures = [] }: SeriesRecord) =>
    form === 'surveys'
      ? {
          figures: surveys.flatMap(({ asked, results }) => [
            ...(asked === undefined ? [] : [asked]),
            ...results,
          ]),
          sources: surveys.flatMap(({ sources }) => sources),
        }
      : { figures, sources: [] };
  return series.map((one) => ({
    title: one.title,
    address: localAddress(language, chartAddress(one.id)),
    ...drawn(one),
  }));
}

/** The figures, as places at which their sources are cited. */
async function figurePlaces(language: Language): Promise<Place[]> {
  const figures = await getFigures(language);
  return figures.map(({ label, address, sources }) => ({ title: label, address, figures: [], sources }));
}

/** The events and laws of the time line. */
async function eventPlaces(language: Language): Promise<Place[]> {
  const [events, laws] = await Promise.all([getEvents(), getLaws()]);
  return [...events, ...laws.map((law) => ({ ...law, title: law.name, kind: 'law' as const }))].map(
    ({ id, title, kind, figures, sources }) => ({
      title,
      address: localAddress(language, eventAddress(kind, id)),
      figures,
      sources,
    }),
  );
}
