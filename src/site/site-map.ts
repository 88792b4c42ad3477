import { site, type Language } from '../site.ts';
import {
  chartAddress,
  fixedAddresses,
  localAddress,
  newsPageAddress,
  sourcesPageAddress,
  topicAddress,
  yearAddress,
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
  getTopics,
} from './content.ts';
import { byYear, pageCount } from '../rules/archive.ts';

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
  const [pages, categories, posts, topics, figures, sources, changes, series] = await Promise.all([
    getPages(language),
    getCategories(language),
    getPosts(language),
    getTopics(language),
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
  const own = new Map<string, string>([
    ...texts.map(({ address, data }) => [address, lastChange(data)] as const),
    ...figures.map((figure) => [figure.address, lastChange(figure)] as const),
  ]);
  const lists = new Map<string, string>([
    ...fixedAddresses.map((path) => [localAddress(language, path), newestOfAll] as const),
    [localAddress(language, '/statistics/'), newestFigure],
    [localAddress(language, '/corrections/'), changes[0]?.date ?? newestOfAll],
    ...Array.from(
      { length: pageCount(posts.length) },
      (_, index) => [localAddress(language, newsPageAddress(index + 1)), newest(posts)] as const,
    ),
    ...[...byYear(posts)].map(
      ([year, ofYear]) => [localAddress(language, yearAddress(year)), newest(ofYear)] as const,
    ),
    ...series.map(({ id }) => [localAddress(language, chartAddress(id)), newestOfAll] as const),
    ...sources.map(({ page }) => [localAddress(language, sourcesPageAddress(page)), newestOfAll] as const),
    ...topics.map(({ id }) => {
      const ofTopic = posts.filter(({ data }) => data.topics.includes(id));
      return [localAddress(language, topicAddress(id)), newest(ofTopic)] as const;
    }),
  ]);
  return [...new Map([...lists, ...own])].map(([address, changed]) => ({ address, changed }));
}
