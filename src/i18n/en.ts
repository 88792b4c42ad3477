import type { Precision } from '../rules/dates.ts';
import type { Certainty, Qualifier } from '../rules/vocabulary.ts';
import { cite } from './en-cite.ts';
import { charts } from './en-charts.ts';
import { data } from './en-data.ts';
import { changes, feeds } from './en-changes.ts';
import { cards } from './en-cards.ts';
import { stages, units } from './en-measures.ts';
import { statistics } from './en-statistics.ts';
import { timeline } from './en-timeline.ts';
import { definitions, glossary } from './en-method.ts';

/** The words of the interface in English. Every other dictionary has the same keys. */
export const en = {
  locale: 'en-GB',
  siteLine: 'An independent record of outside information sent into North Korea',
  skip: 'Skip to the text',
  menu: 'Menu',
  nav: {
    '/program/': 'The programme',
    '/strategy/': 'Strategy',
    '/content/': 'On the drives',
    '/how-it-travels/': 'How it travels',
    '/news/': 'News',
    '/statistics/': 'Statistics',
    '/give/': 'Give',
  } as Record<string, string>,
  footerNav: {
    '/timeline/': 'Time line',
    '/partners/': 'Partners',
    '/sources/': 'Sources',
    '/method/': 'Method',
    '/glossary/': 'Glossary',
    '/data/': 'Open data',
    '/about/': 'About',
    '/corrections/': 'Corrections',
    '/safety/': 'What we withhold',
    '/privacy/': 'Privacy',
    '/feeds/': 'Feeds',
  } as Record<string, string>,
  independent: 'Lit Windows is independent of the organisations it describes. It takes no donations.',
  licence: 'Texts and data: CC BY 4.0. Code: MIT.',
  homeLabel: 'Home',
  breadcrumb: 'You are here',
  searchLabel: 'Search the site',
  searchButton: 'Search',
  updated: 'Last updated',
  sources: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  undated: 'undated',
  precision: {
    day: '',
    month: 'day not known',
    year: 'day and month not known',
    none: 'no date printed',
  } satisfies Record<Precision, string>,
  to: '–',
  qualifiers: {
    exactly: '#',
    about: 'about #',
    nearly: 'nearly #',
    'more-than': 'more than #',
    'at-least': 'at least #',
    'up-to': 'up to #',
    'fewer-than': 'fewer than #',
  } satisfies Record<Qualifier, string>,
  range: '# to ##',
  cards,
  units,
  stages,
  charts,
  timeline,
  definitions,
  glossary,
  data,
  certainty: {
    official: 'Official',
    reported: 'Reported',
    claimed: 'Claimed, not proven',
  } satisfies Record<Certainty, string>,
  kinds: { coverage: 'Coverage', update: 'Our update' },
  languages: { en: 'English', ko: 'Korean', de: 'German' },
  estimate: 'estimate',
  accountsDiffer: 'Accounts differ',
  sourcesLabel: 'Sources:',
  copyAt: 'copy at',
  official: (name: string) => `Official address of ${name}`,
  noAddress: 'No official address is known to us.',
  checked: (date: string) => `Checked ${date}.`,
  table: {
    name: 'Table',
    below: 'The table below has the same numbers.',
  },
  field: {
    title: (agreed: number, disputed: number, aimed: number) =>
      `A field of windows, one for a thousand drives: ${agreed} lit, ${disputed} hatched, ${aimed} outlined.`,
    scale: (drives: string) =>
      `One window stands for ${drives} drives and cards reported as sent. Sent is not arrived.`,
    agreed: 'lit. HRF gave a total at least this high twice, in different years. Nobody else has counted.',
    disputed: 'hatched. Only the highest totals go this far, and they do not fit the rest.',
    aimed: 'outlined. An aim reported for one year. No report says that it was met.',
  },
  calculator: {
    formula: 'Readers by estimate = drives × assumed readers of one drive. The assumption:',
    drives: 'Drives',
    readers: 'Readers, by estimate',
    button: 'Work out the estimate',
    empty: 'Enter a number of drives.',
    result: '#drives × #each = #readers readers, by estimate. Nobody has counted them.',
    fault: 'Enter a whole number from 1 to 1,000,000.',
    doubt:
      'The assumption is that of the senders. It supposes that each drive arrives, is read and is passed on. No independent count exists, and the true number may be far lower or higher.',
    caption: 'The same formula for common numbers',
  },
  news: {
    title: 'News archive',
    summary:
      'Reports on information sent into North Korea, newest first, each with its publisher, its date as far as known, and how certain it is.',
    yearTitle: (year: string) => (year === 'undated' ? 'Undated reports' : `News of ${year}`),
    yearSummary: (year: string, count: number) =>
      year === 'undated'
        ? `Reports whose page prints no date; no year is guessed. ${count} in the archive.`
        : `Reports published in ${year}, newest first: ${count} in the archive.`,
    topicTitle: (label: string) => `News on ${label}`,
    years: 'By year',
    topics: 'By topic',
    undated: 'Undated',
    report: 'The report',
    publisher: 'Publisher',
    published: 'Published',
    language: 'Language',
    certainty: 'Certainty',
    topicsLabel: 'Topics',
    read: 'Read the report at',
    archived: 'Archived copy',
    via: 'Original not seen; read on a copy at',
    added: 'Added to this site',
    related: 'Related reports',
    all: 'See the whole archive',
  },
  content: {
    title: 'What is on the drives',
    summary:
      'The kinds of films, texts and lessons that the groups have named in public, why each was chosen and by whom, and what is left out.',
    examples: 'Works that the groups named',
    work: 'Work',
    namedBy: 'Named by',
    all: 'All kinds of content',
    intro:
      'The groups choose what they send. They have named kinds of content in public, and some titles. This site gives no list of a current set: such a list would endanger those who are found with it.',
  },
  statistics,
  sourcesPage: {
    title: 'Sources',
    summary:
      'Every source of this site, once, by publisher. Each leads to the page that says where it is cited.',
    sourceSummary: (title: string, publisher: string, date: string) =>
      `${publisher}, ${date}: ${title}. Where it can be read, and where this site cites it.`,
    read: 'Read by us',
  },
  list: {
    pageTitle: (title: string, page: number) => `${title}, page ${page}`,
    pageOf: (page: number, last: number) => `Page ${page} of ${last}`,
    pages: 'Pages of this list',
    previous: 'Previous page',
    next: 'Next page',
  },
  usedOn: {
    heading: 'Where this site uses it',
    all: (count: number) => `All ${count} places`,
    title: (title: string) => `Where this site uses “${title}”`,
    summary: (title: string, count: number) =>
      `The ${count} pages and entries of this site that use “${title}”.`,
  },
  cite,
  changes,
  feeds,
  moved: {
    title: (from: string) => `This page has moved: ${from}`,
    summary: (from: string, to: string) => `What stood at ${from} is now at ${to}.`,
    hint: 'The new address:',
  },
  search: {
    title: 'Search',
    summary: 'Search the pages, news and figures of this site. The search itself runs in your own browser.',
    archive: 'Search the archive',
    sections: { page: 'Page', category: 'Content', news: 'News', figure: 'Figure' },
    query: 'Search for',
    any: 'any',
    year: 'Year',
    topic: 'Topic',
    publisher: 'Publisher',
    kind: 'Kind',
    certainty: 'Certainty',
    sort: 'Sort by',
    relevance: 'best match first',
    date: 'newest first',
    more: 'Show more results',
    clear: 'Clear the search',
    noScript:
      'The search needs JavaScript, which is off here. Without it the archive is complete by page, year and topic:',
    // Read by the script: `#n` is the count, `#q` the words; `asking` are words of a question, which find nothing.
    asking: 'how many much what who when where why is are was were has have had been do does did',
    one: '1 result',
    many: '#n results',
    none: 'Nothing found.',
    quoted: 'for “#q”',
    help: 'Try a single word, another spelling of a name, or fewer choices; or browse by year and topic below.',
    working: 'Searching …',
    failed: 'The search could not be loaded. Reload the page, or browse by year and topic.',
    dev: 'The search index exists only after a build: run “npm start” to search.',
  },
  notFound: {
    title: 'This page does not exist',
    summary: 'There is no page at this address. The search and the archive may have what you look for.',
    hint: 'The address may be mistyped, or the page may have been renamed. Try the search, the archive or the list of sources.',
  },
  home: {
    figures: 'What is claimed, by whom, and when',
    categories: 'What is on the drives',
    news: 'Newest reports',
    give: 'See how to give',
    statistics: 'See every figure',
  },
  slip: {
    title: (name: string) => `For ${name}`,
    rows: ['USB drives, number', 'SD and microSD cards, number', 'Smallest capacity', 'Largest capacity'],
    wiped: 'All devices were wiped before packing:  ☐ yes   ☐ no',
    address: (url: string, date: string) => `Address of the programme: ${url} (checked ${date}).`,
  },
};

export type Dictionary = typeof en;
