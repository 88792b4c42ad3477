import {
  EDITIONS,
  PLAN,
  type CHART_FORMATS,
  type EditionId,
  type FEED_FILES,
  type KindName,
} from '../site-plan.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { fillPath, type SlotValues } from './path-pattern.ts';
import type { EventKind } from './vocabulary.ts';

/*
 * Every address of the site is built here and nowhere else, from the paths in
 * src/site-plan.ts. Those of pages begin and end with a slash; English stands at the root,
 * another language below its code.
 */

/** Puts an address of the default language below the code of another one. */
export function localAddress(language: Language, path: string): string {
  return language === defaultLanguage ? path : `/${language}${path}`;
}

/** The same page or file in the default language. */
export function plainAddress(address: string): string {
  const language = languageOf(address);
  return language === defaultLanguage ? address : address.slice(language.length + 1);
}

/** The value of a rest parameter: what an address has below another; nothing where they are the same. */
export const restParam = (address: string, above: string) => address.slice(above.length, -1) || undefined;

/** The value of the rest parameter `lang`: nothing for the language at the root. */
export function langParam(language: Language): string | undefined {
  return language === defaultLanguage ? undefined : language;
}

/** Where something of a kind stands in the default language, its slots filled in their order. */
const addressOf = <Name extends KindName>(kind: Name, ...values: SlotValues<(typeof PLAN)[Name]['path']>) =>
  fillPath(PLAN[kind].path, ...values);

/** `index` is the home page; any other page stands at its path below `pages/`. */
export const pageAddress = (slug: string) => (slug === 'index' ? PLAN.home.path : addressOf('text', slug));
export const yearAddress = (year: string) => addressOf('year', year);
export const topicAddress = (topic: string) => addressOf('topic', topic);
export const newsAddress = PLAN.archive.path;
/** A page of a list, counted from 1; the first stands at the address of the list itself. */
export const listPageAddress = (list: string, page: number) =>
  page === 1 ? list : addressOf('next page', list, page);
export const chartAddress = (id: string) => addressOf('chart', id);
/** A file of a chart, beside its page. */
export const chartFileAddress = (chart: string, format: (typeof CHART_FORMATS)[number]) =>
  addressOf('chart file', chart.slice(0, -1), format);
/** A drawing as a picture to download. */
export const drawingAddress = (id: string, language: Language = defaultLanguage) =>
  localAddress(language, addressOf('drawing', id));
export const statisticsAddress = PLAN.statistics.path;
export const sourcesAddress = PLAN.sources.path;
/** Every place that uses a figure or cites a source, where its own page has no room for them. */
export const usedOnAddress = (of: string) => addressOf('places of use', of);
/** A file of the first layer of the search, the first without a name. */
export const titlesAddress = (shard: string) => addressOf('titles', PLAN.search.path, shard && `-${shard}`);
export const correctionsAddress = PLAN.corrections.path;
/** The changes of one kind, where the page of corrections has no room for them. */
export const changesAddress = (kind: string) => addressOf('changes of one kind', kind);
export const dataAddress = PLAN.data.path;
/** A file of the open data: `statistics.csv`. It is one for all languages. */
export const dataFileAddress = (name: string) => addressOf('open data', name);

/** Where the editions for readers without a connection are offered. */
export const downloadAddress = PLAN.download.path;
/** @param version as in `2026-11-28-1a2b3c4d` */
export const editionAddress = (edition: EditionId, version: string) =>
  addressOf('edition', version + EDITIONS[edition].ending);
export const editionSumsAddress = PLAN['sums of the editions'].path;

/** The whole time line, or the events of one kind. */
export const timelineAddress = (kind?: EventKind) =>
  kind ? addressOf('time line of one kind', kind) : PLAN['time line'].path;
/** Where an event, or a law by its id, is told in full. */
export const eventAddress = (kind: EventKind, id: string) => `${timelineAddress(kind)}#${id}`;

export type FeedFile = (typeof FEED_FILES)[number]['file'];
/** A file of a feed, or of one of its archives: `rss.xml`, `rss-2.xml`. */
export const feedFile = (file: FeedFile, archive?: number) =>
  archive === undefined ? file : file.replace('.', `-${archive}.`);
/** The picture with which a link to a page is shown, where the page has one of its own. */
export const cardAddress = (page: string) => addressOf('card', page);

/** The frozen text of a version of a page, counted from 1. */
export const versionAddress = (page: string, version: number) => addressOf('version', page, version);
/** A page as it is cited, in a form to download: `ris`, `bib` or `json`. */
export const citationAddress = (page: string, ending: string) => addressOf('citation', page, ending);

/** What stands before the addresses of each language but the first. */
const PREFIXES = site.languages.flatMap((language) =>
  language === defaultLanguage ? [] : [{ language, prefix: `/${language}/` }],
);

/** The language that an address stands in, by its first segment. */
export function languageOf(path: string): Language {
  return PREFIXES.find(({ prefix }) => path.startsWith(prefix))?.language ?? defaultLanguage;
}

/** The same page in every language. */
export const inLanguages = (address: string) =>
  site.languages.map((language) => ({ language, address: localAddress(language, plainAddress(address)) }));

/** For `getStaticPaths`: every language with its `lang` parameter. */
export const languagePaths = site.languages.map((language) => ({ language, lang: langParam(language) }));
