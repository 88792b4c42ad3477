import type {
  BreadcrumbList,
  CollectionPage,
  DataCatalog,
  DataDownload,
  Dataset,
  Graph,
  NewsArticle,
  Organization,
  Thing as SchemaThing,
  WebPage,
} from 'schema-dts';
import { dataFileAddress } from '../rules/addresses.ts';
import { lastChange } from '../rules/changes.ts';
import type { EventRecord, FigureRecord, Post } from './content.ts';
import type { DataSet } from './open-data/files.ts';
import { UNDATED } from '../rules/dates.ts';
import { site } from '../site.ts';

/** A description in the terms of schema.org, checked by the types of schema-dts. */
export type Thing = SchemaThing;

/** A page above the current one. */
export interface Crumb {
  title: string;
  address: string;
}

/** The text of one JSON-LD block; `<` is escaped, so that no text can close the element. */
export function structuredData(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things as Graph['@graph'] };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** The way from the home page to this one. */
export function breadcrumbData(trail: readonly Crumb[], base: URL | undefined): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ title, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: new URL(address, base).href,
    })),
  };
}

/** The site itself as a publisher. It speaks for no programme that it describes. */
export function publisherData(base: URL | undefined): Organization {
  return {
    '@type': 'Organization',
    '@id': new URL('/#publisher', base).href,
    name: site.name,
    url: new URL('/', base).href,
    logo: new URL('/favicon.svg', base).href,
  };
}

/**
 * A post. Our own update is a NewsArticle; a page on somebody else's report is a
 * WebPage about a NewsArticle, whose publisher and date are those of the report.
 * @param picture address of the picture with which a link to the post is shown
 */
export function postData(
  data: Post['data'],
  address: string,
  base: URL | undefined,
  picture?: string,
): NewsArticle | WebPage {
  const url = new URL(address, base).href;
  if (data.kind === 'update') {
    return {
      '@type': 'NewsArticle',
      headline: data.title,
      description: data.summary,
      url,
      ...(picture !== undefined && { image: new URL(picture, base).href }),
      datePublished: data.date,
      dateModified: lastChange(data),
      author: publisherData(base),
      publisher: publisherData(base),
    };
  }
  return {
    '@type': 'WebPage',
    name: data.title,
    description: data.summary,
    url,
    dateCreated: data.added,
    publisher: { '@id': new URL('/#publisher', base).href },
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

/** The set of all figures, free to use. */
export function datasetData(
  name: string,
  description: string,
  address: string,
  base: URL | undefined,
): Dataset {
  return {
    '@type': 'Dataset',
    name: `${name}, ${site.name}`,
    description,
    url: new URL(address, base).href,
    license: site.licence,
    isAccessibleForFree: true,
    creator: publisherData(base),
    distribution: [
      downloadData('statistics.json', 'application/json', base),
      downloadData('statistics.csv', 'text/csv', base),
    ],
  };
}

/** All tables of the open data, each with its files. */
export function dataCatalogData(
  name: string,
  description: string,
  address: string,
  sets: readonly DataSet[],
  base: URL | undefined,
): DataCatalog {
  const url = new URL(address, base).href;
  return {
    '@type': 'DataCatalog',
    name: `${name}, ${site.name}`,
    description,
    url,
    license: site.licence,
    publisher: publisherData(base),
    dataset: sets.map(({ table, version, date, citation, json, csv }) => ({
      '@type': 'Dataset',
      name: `${table.title}, ${site.name}`,
      description: table.description,
      url: `${url}#${table.name}`,
      version,
      dateModified: date,
      creditText: citation,
      license: site.licence,
      isAccessibleForFree: true,
      creator: { '@id': new URL('/#publisher', base).href },
      distribution: [json, csv].map((file) => downloadData(file.name, file.mediaType, base)),
    })),
  };
}

function downloadData(name: string, encodingFormat: string, base: URL | undefined): DataDownload {
  return { '@type': 'DataDownload', encodingFormat, contentUrl: new URL(dataFileAddress(name), base).href };
}

/** One figure of the set. */
export function observationData(figure: FigureRecord, amount: string, base: URL | undefined): Thing {
  return {
    '@type': 'Observation',
    name: figure.label,
    description: `${amount}. ${figure.counted}`,
    url: new URL(figure.address, base).href,
    ...(figure.value !== undefined && { value: figure.value }),
    ...(figure.asOf && figure.asOf !== UNDATED && { observationDate: figure.asOf }),
  };
}

/** A chart: its pictures, free to use. */
export function chartData(
  name: string,
  description: string,
  address: string,
  files: readonly { format: 'svg' | 'png'; address: string; bytes: Uint8Array }[],
  base: URL | undefined,
): Thing {
  return {
    '@type': 'ImageObject',
    name,
    description,
    url: new URL(address, base).href,
    license: site.licence,
    creditText: site.name,
    creator: publisherData(base),
    copyrightNotice: site.name,
    acquireLicensePage: new URL(address, base).href,
    contentUrl: new URL(files.find(({ format }) => format === 'png')?.address ?? address, base).href,
    encodingFormat: 'image/png',
  };
}

/**
 * A list of events, oldest first: their number and the years that they span. They are not
 * described one by one, for search engines take an Event for one that a reader can attend.
 */
export function eventListData(
  name: string,
  description: string,
  address: string,
  events: readonly Pick<EventRecord, 'date'>[],
  base: URL | undefined,
): CollectionPage {
  const [first, last] = [events[0]?.date.slice(0, 4), events.at(-1)?.date.slice(0, 4)];
  return {
    '@type': 'CollectionPage',
    name,
    description,
    url: new URL(address, base).href,
    ...(first && last && { temporalCoverage: `${first}/${last}` }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: events.length,
      itemListOrder: 'https://schema.org/ItemListOrderAscending',
    },
  };
}
