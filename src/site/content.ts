import { readFile } from 'node:fs/promises';
import { getCollection, type CollectionEntry } from 'astro:content';
import { defaultLanguage, type Language } from '../site.ts';
import {
  categoryAddress,
  figureAddress,
  localAddress,
  pageAddress,
  postAddress,
  sourceAddress,
  versionAddress,
} from '../rules/addresses.ts';
import { changesOf, type ListedChange } from '../rules/changes.ts';
import { newestFirst } from '../rules/dates.ts';
import { inArchiveOrder } from '../rules/archive.ts';
import { referencesIn, type References } from '../rules/references.ts';

/*
 * The one door to the content folder. Pages, feeds and components ask here, so
 * that none of them can forget to leave out a draft or print an unknown id.
 */

/** A text in one language: page, category or post. */
interface Text<Kind extends 'pages' | 'categories' | 'news'> {
  /** Path below the folder of its kind: `give`, `2017/design-award`. */
  id: string;
  address: string;
  data: CollectionEntry<Kind>['data'];
  entry: CollectionEntry<Kind>;
  references: References;
  /** What stands below the front matter, in MDX. */
  body: string;
}

export type Page = Text<'pages'>;
export type Category = Text<'categories'>;
export type Post = Text<'news'>;
export type FigureRecord = CollectionEntry<'figures'>['data'] & { address: string };
/** A change to a text or figure of the site. */
export type SiteChange = ListedChange<FigureRecord>;
export type SeriesRecord = CollectionEntry<'series'>['data'];
export type Topic = CollectionEntry<'topics'>['data'];
export type EventRecord = CollectionEntry<'events'>['data'];
export type Law = CollectionEntry<'laws'>['data'];
export type Term = CollectionEntry<'terms'>['data'];
type Redirect = CollectionEntry<'redirects'>['data'];

/** A source: an entry of sources.json, or a coverage post under its path. */
export interface SourceRecord {
  id: string;
  title: string;
  author?: string[] | undefined;
  publisher: string;
  url?: string | undefined;
  noUrl?: string | undefined;
  via?: string | undefined;
  language: 'en' | 'ko' | 'de';
  date: string;
  dateNote?: string | undefined;
  read?: string | undefined;
  archived?: string | undefined;
  /** Where the site describes it: the post, or its line on the page of sources. */
  address: string;
  isPost: boolean;
  /** Page of the list of sources, counted from 1. */
  page: number;
}

/** Loads a thing once for each language. */
export const once = <T>(load: (language: Language) => Promise<T>) => {
  const kept = new Map<Language, Promise<T>>();
  return (language: Language = defaultLanguage): Promise<T> => {
    // In `astro dev` the content changes under the running server.
    if (import.meta.env.DEV) return load(language);
    const known = kept.get(language) ?? load(language);
    kept.set(language, known);
    return known;
  };
};

/** The front matter of a file, as the preflight has found it to be. */
const FRONT_MATTER = /^---[ \t]*\r?\n[^]*?\n---[ \t]*\r?\n/;

async function texts<Kind extends 'pages' | 'categories' | 'news'>(
  kind: Kind,
  language: Language,
  address: (id: string) => string,
): Promise<Text<Kind>[]> {
  const entries: CollectionEntry<Kind>[] = await getCollection(kind);
  return Promise.all(
    entries
      .filter(({ id, data }) => id.startsWith(`${language}/`) && (import.meta.env.DEV || !data.draft))
      .map(async (entry) => {
        const id = entry.id.slice(language.length + 1);
        const file = await readFile(entry.filePath ?? '', 'utf8');
        // The front matter keeps passages as they once stood, with tags of their own.
        const body = file.replace(FRONT_MATTER, '');
        return {
          id,
          address: localAddress(language, address(id)),
          data: entry.data,
          entry,
          references: referencesIn(body),
          body,
        };
      }),
  );
}

/** Published posts, newest first; `astro dev` shows drafts as well. */
export const getPosts = once(async (language) =>
  inArchiveOrder<Post>(await texts('news', language, postAddress)),
);

/** Published pages of running text, by path. */
export const getPages = once(async (language) => {
  const pages = await texts('pages', language, pageAddress);
  return pages.toSorted((a, b) => (a.id < b.id ? -1 : 1));
});

/** Content categories in the order that they name. */
export const getCategories = once(async (language) => {
  const categories = await texts('categories', language, categoryAddress);
  return categories.toSorted((a, b) => a.data.order - b.data.order);
});

/** The text of a file in `content/data`, read here where Astro would lose something of it. */
async function dataFile(name: string): Promise<unknown> {
  const folder = process.env['CONTENT_DIR'] ?? './content';
  const text = await readFile(`${folder}/data/${name}.json`, 'utf8');
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

type RecordKind =
  'figures' | 'series' | 'organisations' | 'events' | 'laws' | 'surveys' | 'terms' | 'names' | 'topics';

/** The records of a list, in the order of the file; Astro itself keeps them by id. */
const records = <Kind extends RecordKind>(kind: Kind) =>
  once(async (): Promise<CollectionEntry<Kind>['data'][]> => {
    const entries: CollectionEntry<Kind>[] = await getCollection(kind);
    // Figures and charts stand in one file.
    const listed = (
      kind === 'figures' || kind === 'series'
        ? ((await dataFile('statistics')) as Record<string, unknown>)[kind]
        : await dataFile(kind)
    ) as { id: string }[];
    const places = new Map(listed.map(({ id }, index) => [id, index]));
    const place = ({ id }: { id: string }) => places.get(id) ?? listed.length;
    return entries.map(({ data }) => data).toSorted((a, b) => place(a) - place(b));
  });

const figureRecords = records('figures');
const topicRecords = records('topics');
export const getSeries = records('series');
export const getOrganisations = records('organisations');
export const getEvents = records('events');
export const getLaws = records('laws');
export const getSurveys = records('surveys');
export const getTerms = records('terms');
export const getNames = records('names');

/** Every figure, in the order of the file. */
export const getFigures = once(async (language): Promise<FigureRecord[]> =>
  (await figureRecords()).map((figure) => ({
    ...figure,
    address: localAddress(language, figureAddress(figure.id)),
  })),
);

/**
 * Old addresses with those that took their place. The file is read here, because the list
 * may be empty: of an empty collection Astro warns, and a warning ends the build.
 */
export const getRedirects = once(
  async (): Promise<Redirect[]> => (await dataFile('redirects')) as Redirect[],
);

/** Each version that was published, by address: the hash of its text, and its day where that is known. */
export const getPublishedVersions = once(
  async (): Promise<Readonly<Record<string, string>>> =>
    // The first build of a site writes the list.
    (await dataFile('versions').catch(() => ({}))) as Record<string, string>,
);

/** The day on which the first version of a page was published, where that is on record. */
export async function publishedDay(page: string): Promise<string | undefined> {
  return (await getPublishedVersions())[versionAddress(page, 1)]?.split(' ')[1];
}

/** Topics that a published post names, in the order of the file. */
export const getTopics = once(async (language) => {
  const used = new Set((await getPosts(language)).flatMap(({ data }) => data.topics));
  return (await topicRecords()).filter(({ id }) => used.has(id));
});

/** Sources on one page of their list. */
const SOURCES_ON_PAGE = 38;

/** Every source once, sources.json and the coverage posts, by publisher; within one the newest first. */
export const getSources = once(async (language): Promise<SourceRecord[]> => {
  const listed = (await getCollection('sources')).map(({ data }) => ({
    ...data,
    address: '',
    isPost: false,
    page: 1,
  }));
  const posts = (await getPosts(language)).flatMap(({ id, data, address }): SourceRecord[] => {
    if (data.kind !== 'coverage') return [];
    const {
      title,
      author,
      publisher,
      url,
      noUrl,
      archived,
      via,
      language: written,
      date,
      dateNote,
      added,
    } = data;
    return [
      {
        id,
        title,
        author,
        publisher,
        url,
        noUrl,
        archived,
        via,
        language: written,
        date,
        dateNote,
        read: added,
        address,
        isPost: true,
        page: 1,
      },
    ];
  });
  const collator = new Intl.Collator(language);
  return [...listed, ...posts]
    .toSorted(
      (a, b) =>
        collator.compare(a.publisher, b.publisher) || newestFirst(a.date, b.date) || (a.id < b.id ? -1 : 1),
    )
    .map((source, index) => {
      const page = Math.floor(index / SOURCES_ON_PAGE) + 1;
      return {
        ...source,
        page,
        address: source.isPost ? source.address : localAddress(language, sourceAddress(source.id, page)),
      };
    });
});

/** Finds a record by id. @throws if there is none; the preflight names the file and line. */
function find<T extends { id: string }>(records: readonly T[], id: string, what: string): T {
  const found = records.find((record) => record.id === id);
  if (!found) throw new Error(`There is no ${what} “${id}”. Run “npm run check” to see where it is named.`);
  return found;
}

export const getFigure = async (id: string, language?: Language) =>
  find(await getFigures(language), id, 'figure');
export const getSource = async (id: string, language?: Language) =>
  find(await getSources(language), id, 'source');
export const getOneSeries = async (id: string) => find(await getSeries(), id, 'series');
/** The figures of a chart in its order; none where it is drawn from a list of its own. */
export const getSeriesFigures = ({ figures = [] }: SeriesRecord, language?: Language) =>
  Promise.all(figures.map((id) => getFigure(id, language)));
export const getOrganisation = async (id: string) => find(await getOrganisations(), id, 'organisation');
export const getPage = async (id: string, language: Language) => find(await getPages(language), id, 'page');

/** Every change of substance to a text or figure, newest first. */
export const getChanges = once(async (language): Promise<SiteChange[]> => {
  const texts = await Promise.all([getPosts(language), getPages(language), getCategories(language)]);
  return changesOf(texts.flat(), await getFigures(language));
});
