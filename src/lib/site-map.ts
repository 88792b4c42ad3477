import { site, type Language } from '../site.ts';
import {
  chartAddress,
  fixedAddresses,
  localAddress,
  newsPageAddress,
  sourcesPageAddress,
  topicAddress,
  yearAddress,
} from './addresses.ts';
import { lastChange } from './changes.ts';
import {
  getCategories,
  getFigures,
  getPages,
  getPosts,
  getSeries,
  getSources,
  getTopics,
} from './content.ts';
import { byYear, pageCount } from './news.ts';

/** An address with the day on which what it shows last changed. */
export interface MapEntry {
  address: string;
  /** YYYY-MM-DD */
  changed: string;
}

/** Every listed page of the site. A list is as new as the newest thing in it. */
export async function siteMap(): Promise<MapEntry[]> {
  return (await Promise.all(site.languages.map(entriesIn))).flat();
}

async function entriesIn(language: Language): Promise<MapEntry[]> {
  const [pages, categories, posts, topics, figures, sources, series] = await Promise.all([
    getPages(language),
    getCategories(language),
    getPosts(language),
    getTopics(language),
    getFigures(language),
    getSources(language),
    getSeries(language),
  ]);
  const newest = (days: readonly string[]) => days.toSorted().at(-1) ?? '';
  const newestPost = newest(posts.map(({ data }) => lastChange(data)));
  const newestText = newest([...pages, ...categories].map(({ data }) => lastChange(data)));
  const newestOfAll = newest([newestPost, newestText]);
  const own = new Map<string, string>([
    ...[...pages, ...categories, ...posts].map(({ address, data }) => [address, lastChange(data)] as const),
    ...figures.map(({ address }) => [address, newestOfAll] as const),
  ]);
  const lists = new Map<string, string>([
    ...fixedAddresses.map((path) => [localAddress(language, path), newestOfAll] as const),
    ...Array.from(
      { length: pageCount(posts.length) },
      (_, index) => [localAddress(language, newsPageAddress(index + 1)), newestPost] as const,
    ),
    ...[...byYear(posts)].map(
      ([year, ofYear]) =>
        [
          localAddress(language, yearAddress(year)),
          newest(ofYear.map(({ data }) => lastChange(data))),
        ] as const,
    ),
    ...series.map(({ id }) => [localAddress(language, chartAddress(id)), newestOfAll] as const),
    ...sources.map(({ page }) => [localAddress(language, sourcesPageAddress(page)), newestOfAll] as const),
    ...topics.map(({ id }) => {
      const days = posts.filter(({ data }) => data.topics.includes(id)).map(({ data }) => lastChange(data));
      return [localAddress(language, topicAddress(id)), newest(days)] as const;
    }),
  ]);
  return [...new Map([...lists, ...own])].map(([address, changed]) => ({ address, changed }));
}

export { escapeXml } from './xml.ts';
