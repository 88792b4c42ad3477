import { defaultLanguage, site, type Language } from '../site.ts';
import { EVENT_KINDS, type EventKind } from './vocabulary.ts';

/*
 * Every address of the site is built here and nowhere else. All begin and end
 * with a slash; English stands at the root, another language below its code.
 */

/** Puts an address of the default language below the code of another one. */
export function localAddress(language: Language, path: string): string {
  return language === defaultLanguage ? path : `/${language}${path}`;
}

/** The value of a rest parameter: what an address has below another; nothing where they are the same. */
export const restParam = (address: string, above: string) => address.slice(above.length, -1) || undefined;

/** The value of the rest parameter `lang`: nothing for the language at the root. */
export function langParam(language: Language): string | undefined {
  return language === defaultLanguage ? undefined : language;
}

/** `index` is the home page; any other page stands at its path below `pages/`. */
export const pageAddress = (slug: string) => (slug === 'index' ? '/' : `/${slug}/`);
export const categoryAddress = (slug: string) => `/content/${slug}/`;
/** @param id year and file name, as in `2017/design-award` */
export const postAddress = (id: string) => `/news/${id}/`;
export const yearAddress = (year: string) => `/news/${year}/`;
export const topicAddress = (topic: string) => `/news/topic/${topic}/`;
export const newsAddress = '/news/';
/** A page of a list, counted from 1; the first stands at the address of the list itself. */
export const listPageAddress = (list: string, page: number) => (page === 1 ? list : `${list}page/${page}/`);
export const chartAddress = (id: string) => `/charts/${id}/`;
/** The picture of a chart. */
export const chartFileAddress = (id: string, format: 'svg' | 'png') => `/charts/${id}.${format}`;
export const figureAddress = (id: string) => `/statistics/${id}/`;
export const sourcesAddress = '/sources/';
/** The page of a source that is not a post of its own. */
export const sourceAddress = (id: string) => `${sourcesAddress}${id}/`;
/** Every place that uses a figure or cites a source, where its own page has no room for them. */
export const usedOnAddress = (of: string) => `${of}used/`;
export const correctionsAddress = '/corrections/';
/** The changes of one kind, where the page of corrections has no room for them. */
export const changesAddress = (kind: string) => `${correctionsAddress}${kind}/`;
/** A file of the open data: `statistics.csv`. It is one for all languages. */
export const dataFileAddress = (name: string) => `/data/${name}`;

/** The whole time line, or the events of one kind. */
export const timelineAddress = (kind?: EventKind) => (kind ? `/timeline/${kind}/` : '/timeline/');
/** Where an event, or a law by its id, is told in full. */
export const eventAddress = (kind: EventKind, id: string) => `${timelineAddress(kind)}#${id}`;

/** The files of a feed, with their types. They stand below the page that the feed follows. */
export const FEED_FILES = [
  { file: 'rss.xml', type: 'application/rss+xml' },
  { file: 'feed.json', type: 'application/feed+json' },
] as const;
type FeedFile = (typeof FEED_FILES)[number]['file'];
/** A file of a feed, or of one of its archives: `rss.xml`, `rss-2.xml`. */
export const feedFile = (file: FeedFile, archive?: number) =>
  archive === undefined ? file : file.replace('.', `-${archive}.`);
/** The picture with which a link to a page is shown, where the page has one of its own. */
export const cardAddress = (page: string) => `${page}card.png`;

/** The frozen text of a version of a page, counted from 1. */
export const versionAddress = (page: string, version: number) => `${page}version-${version}.txt`;
/** A page as it is cited, in a form to download: `ris`, `bib` or `json`. */
export const citationAddress = (page: string, ending: string) => `${page}cite.${ending}`;

/** Addresses that exist whatever the content is. */
export const fixedAddresses = [
  '/',
  '/content/',
  newsAddress,
  '/statistics/',
  '/charts/',
  sourcesAddress,
  correctionsAddress,
  '/data/',
  '/feeds/',
  '/search/',
  timelineAddress(),
  ...EVENT_KINDS.map(timelineAddress),
];

/** The language that an address stands in, by its first segment. */
export function languageOf(path: string): Language {
  const first = path.split('/')[1];
  return site.languages.find((language) => language === first) ?? defaultLanguage;
}

/** For `getStaticPaths`: every language with its `lang` parameter. */
export const languagePaths = site.languages.map((language) => ({ language, lang: langParam(language) }));
