import { dictionaryFor } from '../i18n/dictionary.ts';
import type { Language } from '../site.ts';
import { addressOf } from '../rules/addresses.ts';
import { EXCERPT_SIZE } from '../rules/list-pages.ts';
import { usersByReference, type Reference } from '../rules/references.ts';
import { memoize } from '../rules/memoize.ts';
import { SCHEMAS } from '../schemas/lists.ts';
import { tags } from '../rules/tags.ts';
import { referencesIn } from '../schemas/references.ts';
import {
  getDrawings,
  getFigures,
  getPlaced,
  getSources,
  getTexts,
  memoizeByLanguage,
  type Placed,
} from './content.ts';

/** A place on the site that refers to something. */
export interface Usage {
  title: string;
  /** What tells it from a place with the same title. */
  name?: string;
  address: string;
}

type Named = readonly [Usage, readonly Reference[]];

/** Gives where a figure is used or a source is cited, by kind and id; each place once. */
export const getUsedOn = memoizeByLanguage((language) => usersByReference(places(language)));

/** The lists for which the page of their figure or source has no room, each with the address `of` that. */
export const getUsedOnLists = memoizeByLanguage((language) => {
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

/** Lists whose records a text or a chart prints: what they name is named there. */
const PRINTED: ReadonlySet<string | undefined> = new Set([
  'surveys',
  ...Object.values(tags).map(({ prints }) => prints),
]);

/** Texts and records of lists, each with all that it names or prints. */
function places(language: Language): Named[] {
  const told = dictionaryFor(language).timeline.title;
  const placed = getPlaced(language);
  const named = ({ list, record }: Pick<Placed, 'list' | 'record'>) => referencesIn(SCHEMAS[list], record);
  const ofList = memoize((name: string) => placed.flatMap((one) => (one.list === name ? named(one) : [])));
  const charts = new Map(placed.flatMap((one) => (one.list === 'charts' ? [[one.id, named(one)]] : [])));
  const drawings = new Map(getDrawings(language).map((one) => [one.id, referencesIn(SCHEMAS.drawings, one)]));
  /** What a text prints with what it names. */
  const printed = ({ kind, id }: Reference) =>
    kind === 'lists' ? ofList(id) : ({ charts, drawings }[kind as string]?.get(id) ?? []);
  /** What a record names or prints where it is told. */
  const namedBy = (one: Placed): readonly Reference[] => {
    // Figures cite sources; how they belong together, their pages say themselves.
    if (one.list === 'figures') return one.record.sources.map((id) => ({ kind: 'sources', id }));
    // Charts of surveys print figures and sources of their own list.
    return one.list === 'charts' && one.record.form === 'surveys' ? ofList('surveys') : named(one);
  };
  return [
    ...getTexts(language).map(({ data: { title }, address, references }): Named => [
      { title, address },
      [...references, ...references.flatMap(printed)],
    ]),
    ...placed.flatMap((one): Named[] => {
      const { list, title, address } = one;
      if (PRINTED.has(list)) return [];
      return [[{ title, ...(list === 'events' && { name: told }), address }, namedBy(one)]];
    }),
  ];
}
