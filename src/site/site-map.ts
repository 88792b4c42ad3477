import {
  chartAddress,
  fixedAddresses,
  listPageAddress,
  localAddress,
  sourcesPageAddress,
} from '../rules/addresses.ts';
import { lastChange, newestDay, type Dated } from '../rules/changes.ts';
import {
  getCategories,
  getChanges,
  getFigures,
  getPages,
  getPosts,
  getSeries,
  getSources,
  once,
} from './content.ts';
import { pageCount } from '../rules/archive.ts';
import { getPostLists } from './post-lists.ts';

/**
 * Every listed page in a language, with the day (YYYY-MM-DD) on which what it shows last
 * changed. A list is as new as the newest thing in it.
 */
export const getSiteMap = once(async (language): Promise<ReadonlyMap<string, string>> => {
  const [pages, categories, posts, lists, figures, sources, changes, series] = await Promise.all([
    getPages(language),
    getCategories(language),
    getPosts(language),
    getPostLists(language),
    getFigures(language),
    getSources(language),
    getChanges(language),
    getSeries(language),
  ]);
  const texts = [...pages, ...categories, ...posts];
  const newest = (changed: readonly { data: Dated }[]) =>
    newestDay(changed.map(({ data }) => lastChange(data)));
  const newestFigure = newestDay(figures.map(lastChange));
  const newestOfAll = newestDay([newest(texts), newestFigure]);
  return new Map<string, string>([
    ...fixedAddresses.map((path) => [localAddress(language, path), newestOfAll] as const),
    [localAddress(language, '/statistics/'), newestFigure],
    [localAddress(language, '/corrections/'), changes[0]?.date ?? newestOfAll],
    ...lists.flatMap(({ address, kind, posts: listed }) => {
      const changed = newest(listed);
      const length = kind === 'archive' ? pageCount(listed.length) : 1;
      return Array.from({ length }, (_, index) => [listPageAddress(address, index + 1), changed] as const);
    }),
    ...series.map(({ id }) => [localAddress(language, chartAddress(id)), newestOfAll] as const),
    ...sources.map(({ page }) => [localAddress(language, sourcesPageAddress(page)), newestOfAll] as const),
    ...texts.map(({ address, data }) => [address, lastChange(data)] as const),
    ...figures.map((figure) => [figure.address, lastChange(figure)] as const),
  ]);
});
