import { addressIn, localAddress } from '../rules/addresses.ts';
import { lastChange, newestDay, type Dated } from '../rules/changes.ts';
import { lastingAddresses } from '../rules/kinds.ts';
import { listPages } from '../rules/list-pages.ts';
import { site } from '../site.ts';
import { getFigures, getSources, getTexts, isTranslated, memoizeByLanguage } from './content.ts';
import { getChangeLists, getChanges, getPostLists } from './lists.ts';
import { providedContent } from './reading.ts';
import { getUsedOn, getUsedOnLists, type Usage } from './used-on.ts';

/**
 * Every listed page in a language, with the day (YYYY-MM-DD) on which what it shows last
 * changed. A list is as new as the newest thing in it.
 */
export const getSiteMap = memoizeByLanguage((language): ReadonlyMap<string, string> => {
  const texts = getTexts(language);
  const figures = getFigures(language);
  const sources = getSources(language);
  const changes = getChanges(language);
  const usedOn = getUsedOn(language);
  const { lists, texts: ofLanguages } = providedContent();
  const entries = { ...lists, ...ofLanguages[language] };
  const newest = (changed: readonly { data: Dated }[]) =>
    newestDay(changed.map(({ data }) => lastChange(data)));
  const newestFigure = newestDay(figures.map(lastChange));
  const newestOfAll = newestDay([newest(texts), newestFigure]);
  const own = new Map<string, string>([
    ...texts.map(({ address, data }) => [address, lastChange(data)] as const),
    ...figures.map((figure) => [figure.address, lastChange(figure)] as const),
  ]);
  // Charts and events carry no day.
  const newestUse = (places: Iterable<Usage>) =>
    newestDay([...places].map(({ address }) => own.get(address))) || newestOfAll;
  const paged = (list: string, items: readonly unknown[], changed: string) =>
    listPages(list, items).map(({ address }) => [address, changed] as const);
  return new Map<string, string>([
    ...lastingAddresses((list) => entries[list].map(({ id }) => id)).map(
      (path) => [localAddress(language, path), newestOfAll] as const,
    ),
    [addressIn(language, 'statistics'), newestFigure],
    [addressIn(language, 'corrections'), changes[0]?.date ?? newestOfAll],
    ...getPostLists(language).flatMap(({ address, posts: listed }) => paged(address, listed, newest(listed))),
    ...paged(addressIn(language, 'sources'), sources, newestOfAll),
    ...getChangeLists(language)
      .filter(({ isLong }) => isLong)
      .flatMap(({ pages, changes: [first] }) =>
        pages.map(({ address }) => [address, first?.date ?? newestOfAll] as const),
      ),
    ...getUsedOnLists(language).flatMap(({ address, places }) => paged(address, places, newestUse(places))),
    ...sources.map(({ id, address }) => [address, newestUse(usedOn('sources', id))] as const),
    ...own,
  ]);
});

/** The pages of all languages with their days; one in the words of another language is listed where it is written. */
export const listedPages = () =>
  site.languages
    .flatMap((language) => [...getSiteMap(language)])
    .filter(([address]) => isTranslated({ address }));
