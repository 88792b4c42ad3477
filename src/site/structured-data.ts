import type { BreadcrumbList, Graph, Thing as SchemaThing } from 'schema-dts';
import { addressOf } from '../rules/addresses.ts';
import { lastChange } from '../rules/changes.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { EventRecord, FigureRecord, Post } from './content.ts';
import type { DataSet } from './open-data/files.ts';
import { UNDATED } from '../rules/dates.ts';
import { site } from '../site.ts';
import { absoluteUrl } from './reading.ts';

/** A description in the terms of schema.org, checked by the types of schema-dts. */
export type Thing = SchemaThing;

/** A page above the current one. */
export interface Crumb {
  title: string;
  address: string;
}

/** What something is called, what it is, and where it stands on the site. */
interface About {
  name: string;
  description: string;
  address: string;
}

const described = ({ address, ...about }: About) => ({ ...about, url: absoluteUrl(address) });

/** The same for a set of data, whose name is told apart from that of others. */
const describedSet = (about: About) => described({ ...about, name: `${about.name}, ${site.name}` });

/** The text of one JSON-LD block; `<` is escaped, so that no text can close the element. */
export function structuredData(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things as Graph['@graph'] };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** The way from the home page to this one. */
export function breadcrumbData(trail: readonly Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ title, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: absoluteUrl(address),
    })),
  };
}

/** The site itself as a publisher. It speaks for no programme that it describes. */
export function publisherData() {
  return {
    '@type': 'Organization',
    '@id': absoluteUrl('/#publisher'),
    name: site.name,
    url: absoluteUrl('/'),
    logo: absoluteUrl('/favicon.svg'),
  } satisfies Thing;
}

/** The same, by name only. */
const publisher = () => ({ '@id': absoluteUrl('/#publisher') });

/**
 * A post. Our own update is a NewsArticle; a page on somebody else's report is a
 * WebPage about a NewsArticle, whose publisher and date are those of the report.
 * @param picture address of the picture with which a link to the post is shown
 */
export function postData(data: Post['data'], address: string, picture?: string): Thing {
  if (data.kind === 'update') {
    return {
      '@type': 'NewsArticle',
      headline: data.title,
      description: data.summary,
      url: absoluteUrl(address),
      ...(picture !== undefined && { image: absoluteUrl(picture) }),
      datePublished: data.date,
      dateModified: lastChange(data),
      author: publisherData(),
      publisher: publisherData(),
    };
  }
  return {
    '@type': 'WebPage',
    ...described({ name: data.title, description: data.summary, address }),
    dateCreated: data.added,
    publisher: publisher(),
    mainEntity: {
      '@type': 'NewsArticle',
      headline: data.title,
      inLanguage: data.language,
      publisher: { '@type': 'Organization', name: data.publisher },
      ...(data.date !== UNDATED && { datePublished: data.date }),
      ...(data.url && { url: data.url }),
    },
  };
}

/** A set of data with its files, free to use. */
const dataset = (about: About, files: readonly { name: string; mediaType: string }[]) => ({
  '@type': 'Dataset' as const,
  ...describedSet(about),
  license: site.licence,
  isAccessibleForFree: true,
  distribution: files.map(({ name, mediaType }) => ({
    '@type': 'DataDownload' as const,
    encodingFormat: mediaType,
    contentUrl: absoluteUrl(addressOf('open data', name)),
  })),
});

/** The set of all figures. */
export function datasetData(page: About): Thing {
  const files = [
    { name: 'statistics.json', mediaType: 'application/json' },
    { name: 'statistics.csv', mediaType: 'text/csv' },
  ];
  return { ...dataset(page, files), creator: publisherData() };
}

/** All tables of the open data, each with its files. */
export function dataCatalogData(
  page: About,
  sets: readonly DataSet[],
  told: Dictionary['data']['of'],
): Thing {
  return {
    '@type': 'DataCatalog',
    ...describedSet(page),
    license: site.licence,
    publisher: publisherData(),
    dataset: sets.map(({ table: { name }, version, date, citation, json, csv }) => ({
      ...dataset(
        { name: told[name].title, description: told[name].description, address: `${page.address}#${name}` },
        [json, csv],
      ),
      version,
      dateModified: date,
      creditText: citation,
      creator: publisher(),
    })),
  };
}

/** Questions with their answers. */
export const questionsData = (questions: readonly { question: string; answer: string }[]): Thing => ({
  '@type': 'FAQPage',
  mainEntity: questions.map(({ question, answer }) => ({
    '@type': 'Question' as const,
    name: question,
    acceptedAnswer: { '@type': 'Answer' as const, text: answer },
  })),
});

/** One figure of the set. */
export function observationData(figure: FigureRecord, amount: string): Thing {
  const { label, counted, address, value, asOf } = figure;
  return {
    '@type': 'Observation',
    ...described({ name: label, description: `${amount}. ${counted}`, address }),
    ...(value !== undefined && { value }),
    ...(asOf && asOf !== UNDATED && { observationDate: asOf }),
  };
}

/** A chart: its picture, free to use. */
export function chartData(page: About, picture: string): Thing {
  const about = described(page);
  return {
    '@type': 'ImageObject',
    ...about,
    license: site.licence,
    creditText: site.name,
    creator: publisherData(),
    copyrightNotice: site.name,
    acquireLicensePage: about.url,
    contentUrl: absoluteUrl(picture),
    encodingFormat: 'image/png',
  };
}

/**
 * A list of events, oldest first: their number and the years that they span. They are not
 * described one by one, for search engines take an Event for one that a reader can attend.
 */
export function eventListData(page: About, events: readonly Pick<EventRecord, 'date'>[]): Thing {
  const [first, last] = [events[0]?.date.slice(0, 4), events.at(-1)?.date.slice(0, 4)];
  return {
    '@type': 'CollectionPage',
    ...described(page),
    ...(first && last && { temporalCoverage: `${first}/${last}` }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: events.length,
      itemListOrder: 'https://schema.org/ItemListOrderAscending',
    },
  };
}
