import {
  EDITIONS,
  PLAN,
  type CHART_FORMATS,
  type EditionId,
  type FEED_FILES,
  type KindName,
} from '../site-plan.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import type { EventKind } from './vocabulary.ts';

/*
 * Every address of the site is built here and nowhere else, from the paths in
 * src/site-plan.ts. Those of pages begin and end with a slash; English stands at the root,
 * another language below its code.
 */

/** Whether a text is the address of a host and nothing more: the site cannot stand below a path of one. */
export function isHostAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

/** The values for the slots of a path, in their order. */
type SlotValues<Path extends string> = Path extends `${string}<${string}>${infer Rest}`
  ? [string | number, ...SlotValues<Rest>]
  : [];

/** A path with its slots filled: `/charts/<id>.<format>`. */
export function fillPath(path: string, ...values: readonly (string | number)[]): string {
  const left = values.values();
  return path.replace(/<\w+>/g, () => `${left.next().value}`);
}

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

/**
 * Where something of a kind stands in the default language, its slots filled in their order. What
 * stands below or beside a page is in the language of that page.
 */
export const addressOf = <Name extends KindName>(
  kind: Name,
  ...values: SlotValues<(typeof PLAN)[Name]['path']>
) => fillPath(PLAN[kind].path, ...values);

/** The same in a language. */
export const addressIn = <Name extends KindName>(
  language: Language,
  kind: Name,
  ...values: SlotValues<(typeof PLAN)[Name]['path']>
) => localAddress(language, addressOf(kind, ...values));

/** `index` is the home page; any other page stands at its path below `pages/`. */
export const pageAddress = (slug: string) => (slug === 'index' ? PLAN.home.path : addressOf('text', slug));
/** A page of a list, counted from 1; the first stands at the address of the list itself. */
export const listPageAddress = (list: string, page: number) =>
  page === 1 ? list : addressOf('next page', list, page);
/** A file of a chart, beside its page. */
export const chartFileAddress = (chart: string, format: (typeof CHART_FORMATS)[number]) =>
  addressOf('chart file', chart.slice(0, -1), format);
/** A file of the first layer of the search, the first without a name. */
export const titlesAddress = (shard: string) => addressOf('titles', PLAN.search.path, shard && `-${shard}`);
/** @param version as in `2026-11-28-1a2b3c4d` */
export const editionAddress = (edition: EditionId, version: string) =>
  addressOf('edition', version + EDITIONS[edition].ending);

/** Where an event, or a law by its id, is told in full. */
export const eventAddress = (kind: EventKind, id: string) =>
  `${addressOf('time line of one kind', kind)}#${id}`;

type FeedFile = (typeof FEED_FILES)[number]['file'];
/** A file of a feed, or of one of its archives: `rss.xml`, `rss-2.xml`. */
export const feedFile = (file: FeedFile, archive?: number) =>
  archive === undefined ? file : file.replace('.', `-${archive}.`);

/** The language that an address stands in, by its first segment. */
export function languageOf(path: string): Language {
  const [, code] = /^\/([^/]+)\//.exec(path) ?? [];
  return site.languages.find((language) => language === code) ?? defaultLanguage;
}

/** The same page in every language. */
export const inLanguages = (address: string) =>
  site.languages.map((language) => ({ language, address: localAddress(language, plainAddress(address)) }));

/** For `getStaticPaths`: every language with its rest parameter `lang`, which is nothing for the one at the root. */
export const languagePaths = site.languages.map((language) => ({
  language,
  lang: language === defaultLanguage ? undefined : language,
}));
