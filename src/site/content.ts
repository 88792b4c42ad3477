import { defaultLanguage, type Language } from '../site.ts';
import {
  addressOf,
  eventAddress,
  languageOf,
  localAddress,
  pageAddress,
  plainAddress,
} from '../rules/addresses.ts';
import { memoize, memoizeWeak } from '../rules/memoize.ts';
import { entryAddress, localLink, PAGED_LISTS } from '../rules/kinds.ts';
import { glossaryAddress, ORGANISATIONS_PAGE, termAnchor } from '../rules/method-anchors.ts';
import { withWords } from '../schemas/words.ts';
import type { ListedChange } from '../rules/changes.ts';
import type { Change } from '../rules/statement.ts';
import { ascending, newestFirst } from '../rules/dates.ts';
import { findingText } from '../rules/finding.ts';
import type { MdxNode } from '../rules/markdown.ts';
import { publisherIn, dictionaryFor } from '../i18n/dictionary.ts';
import { inArchiveOrder } from '../rules/archive.ts';
import { LISTS, type ListName } from '../rules/lists.ts';
import type { TextKind, ToldList } from '../schemas/lists.ts';
import type { PagedList } from '../site-plan.ts';
import { providedContent, type Content, type ReadRecord, type ReadText } from './reading.ts';

/*
 * The one door to the content folder. Pages, feeds and components ask here, so
 * that none of them can forget to leave out a draft or print an unknown id.
 */

/** A text in one language: page, category or post. */
interface Text<Kind extends TextKind> extends ReadText<Kind> {
  address: string;
}

export type Page = Text<'pages'>;
export type Category = Text<'categories'>;
export type Post = Text<'news'>;
/** The lists of which each record has a page. */
type PagedRecords = Extract<PagedList, ListName>;
/** A record with where the site tells of it. */
type PlacedRecord<Name extends ListName> = ReadRecord<Name> & { address: string };
export type FigureRecord = PlacedRecord<'figures'>;
/** A change to a text or figure of the site. */
export type SiteChange = ListedChange<FigureRecord>;
export type ChartRecord = PlacedRecord<'charts'>;
export type DrawingRecord = ReadRecord<'drawings'>;
export type Topic = PlacedRecord<'topics'>;
export type EventRecord = PlacedRecord<'events'>;
export type Law = PlacedRecord<'laws'>;

/** A source: an entry of sources.json, or a coverage post under its path. */
export type SourceRecord = Omit<ReadRecord<'sources'>, 'read' | 'changes'> & {
  changes: readonly Change[];
  read?: string | undefined;
  /** Where the site describes it: the post, or a page of its own. */
  address: string;
  isPost: boolean;
};

/** Makes a thing once for all languages, and again when the content has changed. */
export function memoizeContent<T>(make: () => T) {
  const ofContent = memoizeWeak((_: Content) => make());
  return (): T => ofContent(providedContent());
}

/** The same, once for each language. */
export function memoizeByLanguage<T>(make: (language: Language) => T) {
  const ofLanguages = memoizeContent(() => memoize(make));
  return (language: Language): T => ofLanguages()(language);
}

/** Gives a text for the pages of a language: its ways lead to them, and whose report it is stands in their words. */
const inLanguage = memoize((language: Language) =>
  memoize((kind: TextKind) => {
    const local = (url: string) => localLink(language, url);
    return memoizeWeak((text: ReadText<TextKind>) => {
      const { id, data, references } = text;
      const address = localAddress(language, entryAddress(kind, id));
      if (language === defaultLanguage && text.language === language) return { ...text, address };
      const own = {
        ...('next' in data && { next: data.next.map(local) }),
        ...('publisher' in data && { publisher: publisherIn(language, data.publisher) }),
      };
      const named = references.map((one) => (one.kind === 'links' ? { ...one, id: local(one.id) } : one));
      return { ...text, address, data: { ...data, ...own }, references: named };
    });
  }),
);

/** The tree of a text, as it was written. */
export const treeOf = ({ json }: { json: string }) => JSON.parse(json) as MdxNode;

/** The texts of a kind. */
const texts = <Kind extends TextKind>(kind: Kind, language: Language) =>
  providedContent().texts[language][kind].map(inLanguage(language)(kind)) as Text<Kind>[];

/** Published posts, newest first. */
export const getPosts = memoizeByLanguage((language) => inArchiveOrder(texts('news', language)));

/** Published pages of running text, by path. */
export const getPages = memoizeByLanguage((language) =>
  texts('pages', language).toSorted((a, b) => ascending(a.id, b.id)),
);

/** Content categories in the order that they name. */
export const getCategories = memoizeByLanguage((language) =>
  texts('categories', language).toSorted((a, b) => a.data.order - b.data.order),
);

/** Every text: pages, categories and posts. */
export const getTexts = memoizeByLanguage((language): (Page | Category | Post)[] => [
  ...getPages(language),
  ...getCategories(language),
  ...getPosts(language),
]);

/** The records of a list in the words of a language, in the order of its file. */
const records = <Name extends ListName>(name: Name) =>
  memoizeByLanguage((language): ReadRecord<Name>[] => {
    const { lists, listWords } = providedContent();
    const words = listWords[language]?.[name];
    const list = lists[name] as (ReadRecord<Name> & { id?: string })[];
    return words ? list.map((record) => withWords(record, words[record.id ?? ''])) : list;
  });

/** The same, each with where the site tells of it. */
const placedRecords = <Name extends ListName>(name: Name, place: (record: ReadRecord<Name>) => string) => {
  const unplaced = records(name);
  return memoizeByLanguage((language): PlacedRecord<Name>[] =>
    unplaced(language).map((record) => ({ ...record, address: localAddress(language, place(record)) })),
  );
};

/** The same, of a list of which each record has a page. */
const pagedRecords = <Name extends PagedRecords>(name: Name) =>
  placedRecords(name, ({ id }) => entryAddress(name, id));

/**
 * The lists of whose records the site tells, each record with where it does. What is done with all
 * of these is a loop over this table; a list that has changes, or pages, stands in it.
 */
const PLACED = {
  charts: memoizeByLanguage((language): ChartRecord[] => {
    // Each with its finding as it is read.
    const read = getFindings(language);
    return chartRecords(language).map((chart) => ({ ...chart, title: read(chart.title) }));
  }),
  figures: pagedRecords('figures'),
  sources: pagedRecords('sources'),
  /** Those that a published post names. */
  topics: memoizeByLanguage((language): Topic[] => {
    const used = new Set(getPosts(language).flatMap(({ data }) => data.topics));
    return topicRecords(language).filter(({ id }) => used.has(id));
  }),
  events: placedRecords('events', ({ kind, id }) => eventAddress(kind, id)),
  laws: placedRecords('laws', ({ id }) => eventAddress('law', id)),
  surveys: placedRecords('surveys', () => `${addressOf('statistics')}#share`),
  terms: placedRecords('terms', ({ id }) => `${glossaryAddress()}#${termAnchor(id)}`),
  organisations: placedRecords('organisations', ({ id }) => `${pageAddress(ORGANISATIONS_PAGE)}#${id}`),
} satisfies Record<ToldList | PagedRecords, unknown>;
const chartRecords = pagedRecords('charts');
const topicRecords = placedRecords('topics', ({ id }) => addressOf('topic', id));

/** The records of each, in the order of the file. */
export const {
  charts: getCharts,
  figures: getFigures,
  topics: getTopics,
  events: getEvents,
  laws: getLaws,
  surveys: getSurveys,
  terms: getTerms,
  organisations: getOrganisations,
} = PLACED;

type PlacedList = keyof typeof PLACED;
/** A record of which the site tells, by what the table of lists names of it. */
export type Placed = {
  [List in PlacedList]: { list: List; record: ReturnType<(typeof PLACED)[List]>[number] };
}[PlacedList] & { id: string; address: string; title: string; summary?: string; changes: readonly Change[] };

/** Every record of which the site tells, list by list. */
export const getPlaced = memoizeByLanguage((language) =>
  (Object.keys(PLACED) as PlacedList[]).flatMap((list) => {
    const { title, summary } = LISTS[list];
    return PLACED[list](language).map((record: Partial<Record<string, unknown>>) => ({
      ...{ list, record, id: record['id'], address: record['address'], changes: record['changes'] ?? [] },
      ...{ title: record[title], summary: summary && record[summary] },
    })) as unknown as Placed[];
  }),
);

const questionRecords = records('questions');
export const getDrawings = records('drawings');
export const getNames = records('names');
export const getSynonyms = (language: Language) => providedContent().ownLists[language].synonyms;
export const getBestBets = (language: Language) => providedContent().ownLists[language].bestBets;
/** Old addresses with those that took their place. */
export const getRedirects = () => providedContent().lists.redirects;
/** Years of the archive with what changed in each. */
export const getYears = records('years');
const storyRecords = records('story');

/** The reports that the editor chose to tell the story, in the order of the file, each with the reason. */
export const getStory = memoizeByLanguage((language) => {
  const posts = byId(getPosts(language));
  return storyRecords(language).flatMap(({ id, why }) => {
    const post = posts.get(id);
    return post ? [{ post, why }] : [];
  });
});

/** Writes a finding with the numbers that it names. */
const getFindings = memoizeByLanguage((language) => {
  const figures = byId(getFigures(language));
  return (finding: string) => findingText(finding, (id) => figures.get(id), dictionaryFor(language));
});

/** What people ask of the figures, in the order of the file, each with its answer as it is read. */
export const getQuestions = memoizeByLanguage((language) =>
  questionRecords(language).map((one) => ({
    ...one,
    answer: one.answer && getFindings(language)(one.answer),
  })),
);

/** Every source once, sources.json and the coverage posts, by publisher; within one the newest first. */
export const getSources = memoizeByLanguage((language): SourceRecord[] => {
  const listed = PLACED.sources(language).map((source) => ({
    ...source,
    publisher: publisherIn(language, source.publisher),
    isPost: false,
  }));
  const posts = getPosts(language).flatMap(({ id, data, address }): SourceRecord[] => {
    if (data.kind !== 'coverage') return [];
    const { title, author, publisher, url, noUrl, archived, via, language: written, date, dateNote } = data;
    const said = { title, author, publisher, url, noUrl, archived, via, language: written, date, dateNote };
    return [{ id, ...said, changes: data.changes, read: data.added, address, isPost: true }];
  });
  const collator = new Intl.Collator(language);
  return [...listed, ...posts].toSorted(
    (a, b) =>
      collator.compare(a.publisher, b.publisher) || newestFirst(a.date, b.date) || ascending(a.id, b.id),
  );
});

const indexOf = memoizeWeak(
  (records: readonly { id: string }[]) => new Map<string, unknown>(records.map((one) => [one.id, one])),
);

/** The records of a list by id. */
export const byId = <T extends { id: string }>(records: readonly T[]) =>
  indexOf(records) as ReadonlyMap<string, T>;

/** Finds a record of a list by its id. @throws if there is none; the check names the file and line. */
const finder =
  <T extends { id: string }>(what: string, list: (language: Language) => readonly T[]) =>
  (id: string, language: Language): T => {
    const found = byId(list(language)).get(id);
    if (!found) throw new Error(`There is no ${what} “${id}”. Run “npm run check” to see where it is named.`);
    return found;
  };

export const getFigure = finder('figure', getFigures);
export const getSource = finder('source', getSources);
export const getChart = finder('chart', getCharts);
export const getDrawing = finder('drawing', getDrawings);
export const getOrganisation = finder('organisation', getOrganisations);
export const getPage = finder('page', getPages);
/** The figures of a chart in its order; none where it is drawn from a list of its own. */
export const getChartFigures = ({ figures = [] }: ChartRecord, language: Language) =>
  figures.map((id) => getFigure(id, language));

/**
 * The pages whose words are not those of the newest original, by address, each with the language and
 * the address of the original: `missing` where its words are those of that, `old` where that was
 * changed in substance since.
 */
export const getUntranslated = memoizeByLanguage((language) => {
  const told = (address: string, state: 'missing' | 'old', written = defaultLanguage) =>
    [address, { state, language: written, original: localAddress(written, plainAddress(address)) }] as const;
  const texts = getTexts(language).flatMap(({ address, language: written, isOutdated }) => {
    if (written !== language) return [told(address, 'missing', written)];
    return isOutdated ? [told(address, 'old')] : [];
  });
  if (language === defaultLanguage) return new Map(texts);
  const { lists, listWords } = providedContent();
  const records = PAGED_LISTS.filter((list) => list in lists).flatMap((list) =>
    (lists[list as ListName] as { id: string }[])
      .filter(({ id }) => !listWords[language]?.[list as ListName]?.[id])
      .map(({ id }) => told(localAddress(language, entryAddress(list, id)), 'missing')),
  );
  return new Map([...texts, ...records]);
});

/** Whether the words of a page are of its language, not those of the original. */
export const isTranslated = ({ address }: { address: string }) =>
  getUntranslated(languageOf(address)).get(address)?.state !== 'missing';
