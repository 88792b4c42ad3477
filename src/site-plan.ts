import type { Dictionary } from './i18n/dictionary.ts';
import { LISTED_CHANGE_KINDS, EVENT_KINDS } from './rules/vocabulary.ts';

/*
 * Everything that the site publishes: a page or file that is not here is not published.
 * Addresses, the targets that the check knows, the map of the site, headers, what belongs
 * into the built site and what the tests visit are made from this table.
 */

/** The tables of the open data, in the order of their page. */
export const TABLE_NAMES = ['statistics', 'sources', 'news', 'events', 'laws'] as const;

/** The files of a feed, with their types. They stand below the page that the feed follows. */
export const FEED_FILES = [
  { file: 'rss.xml', type: 'application/rss+xml' },
  { file: 'feed.json', type: 'application/feed+json' },
] as const;

/** The files of a chart: its picture in two forms, and its numbers. */
export const CHART_FORMATS = ['svg', 'png', 'csv'] as const;

/** The editions for readers without a connection: how the name of each ends, behind that of its version. */
export const EDITIONS = {
  folder: { ending: '.zip', type: 'application/zip' },
  'epub-en': { ending: '-en.epub', type: 'application/epub+zip' },
  'epub-ko': { ending: '-ko.epub', type: 'application/epub+zip' },
  zim: { ending: '.zim', type: 'application/x-zim' },
} as const satisfies Record<string, { ending: string; type: string }>;
export type EditionId = keyof typeof EDITIONS;

const anyOf = (words: readonly string[]) => words.map(RegExp.escape).join('|');

/** Expressions for the slots of a path; a slot that is not here is one word of small letters, digits and hyphens. */
export const SLOTS: Readonly<Partial<Record<string, string>>> = {
  // The page below which something stands, and that beside which a file of its name does.
  page: '/(?:[a-z0-9-]+/)*',
  beside: '(?:/[a-z0-9-]+)+',
  path: '[a-z0-9-]+(?:/[a-z0-9-]+)*',
  year: '\\d{4}|undated',
  post: '(?:\\d{4}|undated)/[a-z0-9-]+',
  event: anyOf(EVENT_KINDS),
  change: anyOf(LISTED_CHANGE_KINDS),
  number: '\\d+',
  format: anyOf(CHART_FORMATS),
  feed: anyOf(FEED_FILES.map(({ file }) => file)),
  archive: 'rss-\\d+\\.xml|feed-\\d+\\.json',
  table: `(?:${anyOf(TABLE_NAMES)})\\.(?:csv|json|schema\\.json)|datapackage\\.json`,
  edition: `\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}(?:${anyOf(Object.values(EDITIONS).map(({ ending }) => ending))})`,
  asset: '[\\w.-]+\\.(?:js|woff2|webp|jpeg)',
  index: '[\\w./-]+',
  signature: 'minisig|sig',
  shard: '(?:-[a-z0-9]+)?',
  text: '(?:\\.well-known/)?[^/]+\\.txt',
  picture: '(?!assets/)[a-z0-9/-]+\\.(?:jpe?g|png|webp|avif)',
};

const FEED = ['feed', 'archive of a feed'] as const;

/** Parts of the dictionary that say what a page is. */
type TitledPart = {
  [Part in keyof Dictionary]: Dictionary[Part] extends Record<'title' | 'summary', string> ? Part : never;
}[keyof Dictionary];

export interface Kind<List = PagedList, Name = KindName> {
  /** Where it stands in the default language. A page ends with a slash. */
  path: string;
  /** The list of content or the words of which each has one; its id fills the slot. */
  of?: List | readonly string[];
  /** Of a page that is made of lists or forms: the part of the dictionary that has its title and summary, or below `kinds` those of each. */
  words?: TitledPart;
  /** A page that comes and goes with the entries of a list: nobody misses its address. */
  passing?: true;
  /** A file that stands below pages of the first language only. */
  original?: true;
  /** A file that stands in each language, as a page does. */
  local?: true;
  /** A file to which texts may lead, for it stays as long as its page. */
  linked?: true;
  /** The kinds that stand below or beside a page of this kind: their path begins with `<page>` or `<beside>`. */
  below?: readonly Name[];
  /** What the host sends besides, by name, for paths in which one `*` stands for any signs; for local kinds in each language. */
  headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Headers of what other sites may show, and of what their programs may read as well. */
const SHOWN = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
const FREE = { ...SHOWN, 'Access-Control-Allow-Origin': '*' };
/** Of files whose name changes with their bytes. */
const KEPT = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const CSV = { 'Content-Type': 'text/csv; charset=utf-8' };

/** Each kind of page and file. Of two whose paths fit, the first counts. */
export const PLAN = {
  asset: {
    path: '/assets/<asset>',
    // Pictures stand in feeds too, and readers of feeds show them.
    headers: { '/assets/*': KEPT, '/assets/*.webp': SHOWN, '/assets/*.jpeg': SHOWN },
  },
  'search index': {
    path: '/pagefind/<index>',
    headers: {
      '/pagefind/filter/*': KEPT,
      '/pagefind/fragment/*': KEPT,
      '/pagefind/index/*': KEPT,
      '/pagefind/*.pf_meta': KEPT,
    },
  },

  home: { path: '/', below: ['version', 'card'] },
  categories: { path: '/content/', words: 'content', below: ['card'] },
  archive: { path: '/news/', below: ['next page', ...FEED, 'card'] },
  statistics: { path: '/statistics/', words: 'statistics', below: [...FEED, 'card'] },
  charts: { path: '/charts/', words: 'charts' },
  sources: { path: '/sources/', words: 'sourcesPage', below: ['next page'] },
  corrections: { path: '/corrections/', words: 'changes', below: FEED },
  data: { path: '/data/', words: 'data' },
  feeds: { path: '/feeds/', words: 'feeds' },
  download: { path: '/download/', words: 'download' },
  search: { path: '/search/', below: ['titles'] },
  'time line': { path: '/timeline/', words: 'timeline' },
  'time line of one kind': { path: '/timeline/<event>/', of: EVENT_KINDS, words: 'timeline' },
  year: { path: '/news/<year>/', passing: true, below: ['next page'] },
  // A topic has no archives of its own: its posts stand in those of the news.
  topic: { path: '/news/topic/<id>/', passing: true, below: ['next page', 'feed', 'card'] },
  'changes of one kind': { path: '/corrections/<change>/', passing: true, below: ['next page'] },
  chart: { path: '/charts/<id>/', of: 'charts', below: ['chart file'] },
  source: { path: '/sources/<id>/', of: 'sources', below: ['places of use'] },
  figure: { path: '/statistics/<id>/', of: 'figures', below: ['version', 'card', 'places of use'] },
  category: { path: '/content/<id>/', of: 'categories', below: ['version'] },
  post: { path: '/news/<post>/', of: 'news', below: ['version', 'places of use'] },
  'places of use': { path: '<page>used/', passing: true, below: ['next page'] },
  'next page': { path: '<page>page/<number>/', passing: true },
  text: { path: '/<path>/', of: 'pages', below: ['version', 'card'] },

  feed: {
    path: '<page><feed>',
    linked: true,
    // Readers of feeds that are pages themselves may fetch them.
    headers: { '/*rss.xml': FREE, '/*feed.json': FREE },
  },
  'archive of a feed': {
    path: '<page><archive>',
    local: true,
    // One by one, for the header files of some hosts allow one `*` a path.
    headers: {
      '/news/rss-*': FREE,
      '/news/feed-*': FREE,
      '/statistics/rss-*': FREE,
      '/statistics/feed-*': FREE,
      '/corrections/rss-*': FREE,
      '/corrections/feed-*': FREE,
    },
  },
  // The first layer of the search.
  titles: { path: '<page>titles<shard>.json' },
  card: { path: '<page>card.png' },
  'chart file': {
    path: '<beside>.<format>',
    linked: true,
    local: true,
    // Other sites may show the picture of a chart.
    headers: { '/charts/*.svg': SHOWN, '/charts/*.png': SHOWN, '/charts/*.csv': CSV },
  },
  drawing: {
    path: '/drawings/<id>.svg',
    linked: true,
    local: true,
    headers: { '/drawings/*': SHOWN },
  },
  'open data': {
    path: '/data/<table>',
    linked: true,
    // Open data is for the programs of other sites too.
    headers: {
      ...Object.fromEntries(TABLE_NAMES.map((table) => [`/data/${table}.*`, FREE])),
      '/data/datapackage.json': FREE,
      '/data/*.csv': CSV,
      '/data/*.schema.json': { 'Content-Type': 'application/schema+json' },
    },
  },
  edition: {
    path: '/download/lit-windows-<edition>',
    headers: Object.fromEntries(
      Object.values(EDITIONS).map(({ ending, type }) => [`/download/*${ending}`, { 'Content-Type': type }]),
    ),
  },
  'sums of the editions': { path: '/download/SHA256SUMS' },
  version: {
    path: '<page>version-<number>.txt',
    original: true,
    // Without it a host may guess, and spoil every letter that is not ASCII.
    headers: { '/*.txt': { 'Content-Type': 'text/plain; charset=utf-8' } },
  },
  'site map': { path: '/sitemap.xml', linked: true },
  'part of the site map': { path: '/sitemap-<number>.xml' },
  robots: { path: '/robots.txt', linked: true },
  'security contact': { path: '/.well-known/security.txt', linked: true },
  checksums: {
    path: '/SHA256SUMS',
    linked: true,
    headers: { '/SHA256SUMS*': { 'Content-Type': 'text/plain; charset=utf-8' } },
  },
  'signature of the checksums': { path: '/SHA256SUMS.<signature>' },
  'header file': { path: '/_headers' },
  'redirect file': { path: '/_redirects' },
  'wrong address': { path: '/404.html', local: true },
  icon: { path: '/favicon.svg', linked: true },
  'text of public/': { path: '/<text>' },
  'picture of public/': { path: '/<picture>' },
} as const satisfies Record<string, Kind<string, string>>;

export type KindName = keyof typeof PLAN;
/** A list of content of which each entry has a page. */
export type PagedList = Extract<(typeof PLAN)[KindName], { of: string }>['of'];

/** The table, each kind with all that a kind may have. */
export const KINDS: Readonly<Record<KindName, Kind>> = PLAN;
