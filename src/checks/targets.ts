import { addressOf, localAddress, pageAddress } from '../rules/addresses.ts';
import { entryAddress, FOLDERS, lastingAddresses } from '../rules/kinds.ts';
import { nameAnchor, termAnchor } from '../rules/method-anchors.ts';
import { listPages } from '../rules/list-pages.ts';
import { tags, type ReferenceKind } from '../rules/tags.ts';
import { site, type Language } from '../site.ts';
import { isDraft, strings, type Data, type Entry, type TextEntry, type Texts } from './read-entries.ts';
import type { ContentFile } from './content-files.ts';
import { bareHost } from './outside-addresses.ts';
import { START } from './problems.ts';
import { LIST_NAMES, type ListName } from '../rules/lists.ts';
import { TEXT_KINDS } from '../schemas/lists.ts';

/* What the content makes, by which the check knows whether a reference leads anywhere. */

/** What a text or an entry of data may refer to. */
export type Known = ReturnType<typeof knownIn>;

/** The lists, as the rules for their records look at them. */
export type Lists = ReturnType<typeof listsIn>;

/**
 * Makes the lists ready to be looked at.
 * @param today day as YYYY-MM-DD, after which nothing may be dated
 */
export function listsIn(data: Data, known: Known, today: string) {
  const byId = new Map<string, Map<unknown, Entry>>(
    LIST_NAMES.map((list) => [list, new Map(data[list].map((entry) => [entry.id, entry]))]),
  );
  return {
    ...{ data, known, today },
    find: (list: ListName, id: unknown) => byId.get(list)?.get(id),
    /** The first survey that has a figure among its results. */
    surveyOf: (figure: string) =>
      data.surveys.find(({ data: { results } }) => strings(results).includes(figure)),
  };
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const shown = (entries: readonly TextEntry[]) => entries.filter((entry) => !isDraft(entry));

const isCoverage = ({ data: { kind }, whole }: TextEntry) => kind === 'coverage' || !whole;

/** Every address at which the content makes a page. */
function pageAddresses(
  language: Language,
  data: Data,
  texts: Texts,
  all: readonly PlacedText[],
): Set<string> {
  const posts = shown(texts.news);
  const postLists = Map.groupBy(
    posts.flatMap(({ id, data: { topics } }) => [
      addressOf('archive'),
      addressOf('year', id.split('/')[0] ?? ''),
      ...strings(topics).map((topic) => addressOf('topic', topic)),
    ]),
    (list) => list,
  );
  const entries = { ...data, pages: shown(texts.pages), categories: shown(texts.categories), news: posts };
  const sources = [...data.sources, ...posts.filter(isCoverage)];
  const lists = [...postLists, [addressOf('sources'), sources] as const].flatMap(([list, items]) =>
    listPages<unknown>(list, items),
  );
  const addresses = [
    ...lastingAddresses((list) => ids(entries[list])),
    ...lists.map(({ address }) => address),
  ];
  const ofTexts = all.flatMap(([at, entry]) => (isDraft(entry) ? [] : at));
  return new Set([...ofTexts, ...addresses.map((path) => localAddress(language, path))]);
}

/** Everything that a text of the language may refer to. */
export function knownIn(language: Language, data: Data, texts: Texts, files: readonly ContentFile[]) {
  const all = textsByAddress(language, texts);
  const pages = pageAddresses(language, data, texts, all);
  const posts = shown(texts.news);
  const below = (folder: string) =>
    files.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path.slice(folder.length));
  const named = {
    ...data,
    sources: [...data.sources, ...posts.filter(isCoverage)],
    images: below('content/images/').map((id) => ({ id })),
  };
  return {
    /** Whatever has an id, by kind; pictures by their paths below content/images. */
    ids: Object.fromEntries<ReadonlySet<string>>(
      Object.entries(named).map(([kind, entries]) => [kind, new Set(ids(entries))]),
    ) as Record<ReferenceKind, ReadonlySet<string>>,
    /** When each source was published, as far as it says so. */
    sourceDates: new Map(named.sources.map(({ id, data: { date } }) => [id, date])),
    /** Posts that are drafts: known, but not to be cited yet. */
    drafts: new Set(ids(texts.news.filter((post) => isDraft(post) && isCoverage(post)))),
    /** Host names of the official addresses. */
    hosts: new Set(data.organisations.flatMap(hostsOf)),
    /** Addresses at which a page stands. */
    pages,
    /** These, and those of files and of ways to a new address; each with a slash at its beginning. */
    addresses: new Set([...pages, ...ids(data.redirects), ...below('public')]),
    /** Ways to a new address, from the old one. */
    moved: new Map(data.redirects.map(({ id, data: { to } }) => [id, String(to)])),
    /** Addresses that texts get once they are no drafts. */
    draftAddresses: new Set(all.flatMap(([at, entry]) => (isDraft(entry) ? at : []))),
    /** Ids of the headings of each text, by its address; of pages that code makes none are known. */
    headings: new Map(all.flatMap(([at, { headings, whole }]) => (whole ? [[at, new Set(headings)]] : []))),
    /** Anchors that components make. */
    madeAnchors: new Set([
      ...MADE_ANCHORS,
      ...ids(data.organisations),
      ...ids(data.terms).map(termAnchor),
      ...ids(data.names).map(nameAnchor),
    ]),
  };
}

/** Ids that templates and components give, besides those of headings; #top is the browser’s own. */
const MADE_ANCHORS = ['top', 'main', 'all', ...Object.values(tags).flatMap(({ ids = [] }) => ids)];

function hostsOf({ data: { url, namedByOthers } }: Entry): string[] {
  const address = typeof url === 'string' ? URL.parse(url) : null;
  return [address && bareHost(address), namedByOthers].filter((host) => typeof host === 'string');
}

type PlacedText = readonly [address: string, entry: TextEntry];

const textsByAddress = (language: Language, texts: Texts): PlacedText[] =>
  TEXT_KINDS.flatMap((kind) =>
    texts[kind].map((entry) => [localAddress(language, entryAddress(kind, entry.id)), entry] as const),
  );

/** Addresses that are made by code; a page of that name, or below it, would be lost or clash. */
export function checkTaken(language: Language, pages: readonly TextEntry[]): void {
  for (const { id, report } of pages.filter((page) => page.language === language)) {
    const [first = ''] = id.split('/');
    if (FOLDERS.has(first) || site.languages.some((one) => one === first))
      report(
        START,
        `The address ${localAddress(language, pageAddress(id))} is taken by a part of the site. Give the file another name.`,
      );
  }
}
