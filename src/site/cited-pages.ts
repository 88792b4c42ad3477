import { dictionaryFor, type Dictionary } from '../i18n/dictionary.ts';
import { defaultLanguage, site, type Language } from '../site.ts';
import { addressIn, addressOf, languageOf, localAddress, plainAddress } from '../rules/addresses.ts';
import { lastChange } from '../rules/changes.ts';
import { CITATION_STYLES, citationMeta, cslItem, type CitedPage, type Meta } from './citations.ts';
import {
  byId,
  getCharts,
  getFigure,
  getFigures,
  getRedirects,
  getSource,
  getTexts,
  getTopics,
  getUntranslated,
  isTranslated,
  memoizeByLanguage,
  memoizeContent,
  type Category,
  type FigureRecord,
  type Page,
  type Post,
  treeOf,
} from './content.ts';
import { getPublishedVersions, publishedDay, publishedHash, publishedVersion } from './published-versions.ts';
import { lazy } from '../rules/memoize.ts';
import { absoluteUrl } from './reading.ts';
import { UNDATED } from '../rules/dates.ts';
import { formatStated, formatWhen } from '../rules/format.ts';
import { getSiteMap } from './site-map.ts';
import { frozenFigure, frozenText, hashOf, versionFile, type Frozen, type Named } from './version-files.ts';
import {
  figureVersions,
  textVersions,
  versionsOf,
  type TextVersion,
  type Version,
} from '../rules/versions.ts';
import type { MdxNode } from '../rules/markdown.ts';

/** A version of a page with the text that is frozen. */
interface FrozenVersion extends Version<unknown> {
  title: string;
  frozen: () => Frozen;
}

/** A page that can be cited; of a text, with what reader modes take from the head of its page. */
type Citable = ReturnType<typeof citableOf> & { article?: Meta };

/** Every page that is cited in a language, by its address: texts, figures, charts and the open data. The preview asks for one of them. */
const getCitables = memoizeByLanguage((language): ReadonlyMap<string, () => Citable> => {
  const cited = <P extends { address: string }>(
    pages: readonly P[],
    cite: (page: P, language: Language) => Citable,
  ) => pages.filter(isTranslated).map((page) => [page.address, lazy(() => cite(page, language))] as const);
  const data = { title: dictionaryFor(language).data.title, address: addressIn(language, 'data') };
  return new Map([
    ...cited([...getCharts(language), data], drawnCitable),
    ...cited(getTexts(language), textCitable),
    ...cited(getFigures(language), figureCitable),
  ]);
});

/** How a page is cited, if it can be: where its words are those of another language, as the page in that. */
export function citableOn(address: string): Citable | undefined {
  const language = languageOf(address);
  const page = getUntranslated(language).get(address);
  const cited = page?.state === 'missing' ? page : { language, original: address };
  return getCitables(cited.language).get(cited.original)?.();
}

/** What the page of a translation says as it is kept: of its original, for no version is kept of a translation. */
export function keptOriginal(address: string): Citable | undefined {
  if (languageOf(address) === defaultLanguage) return undefined;
  return getCitables(defaultLanguage).get(localAddress(defaultLanguage, plainAddress(address)))?.();
}

/** What a page that can be cited says of itself in its head; `section` is the part of the site, in words. */
export function headOf(address: string, section: string): Meta {
  const { article, item } = citableOn(address) ?? {};
  return { ...(item && citationMeta(item)), ...(article && { ...article, 'article:section': section }) };
}

/** Every version by its address. Versions are kept of originals; the language of the original is the first. */
const getVersions = () =>
  [...getCitables(defaultLanguage).values()].flatMap((cite) => {
    const { address: page, item, versions } = cite();
    return versions.map((version) => ({
      ...{ page, item, version },
      address: addressOf('version', page, version.number),
    }));
  });

/** The files of versions: the address of each, and what makes its text. */
export const versionFiles = () =>
  getVersions().map(({ address, page, item, version }) => {
    const t = dictionaryFor(defaultLanguage);
    const { file } = t.cite;
    const head = () => [
      version.title,
      `${file.address} ${absoluteUrl(address)}`,
      `${file.page} ${absoluteUrl(page)}`,
      ...(item.note ? [`${file.report} ${CITATION_STYLES.APA(item)}`] : []),
    ];
    return [address, () => versionFile(head(), version.frozen(), t)] as const;
  });

/** What the list of published versions keeps of each, by its address: its hash, or that it is withdrawn; and its day, where known. */
export const listedVersions = memoizeContent((): Record<string, string> =>
  Object.fromEntries(
    getVersions().map(({ address, version: { day, frozen } }) => {
      const hash = frozen().isKept ? hashOf(frozen()) : 'withdrawn';
      return [address, [hash, day].filter(Boolean).join(' ')];
    }),
  ),
);

/** Where readers of a version are led whose page was renamed: to the same one there, or to the page where it has none that says the same. */
export function movedVersions() {
  const ways = new Map(getRedirects().map(({ from, to }) => [from, to]));
  return Object.entries(getPublishedVersions()).flatMap(([address, entry]) => {
    const [page = '', number] = address.split('version-');
    const to = ways.get(page);
    if (to === undefined || !number) return [];
    const there = `${to}version-${number}`;
    return { from: address, to: listedVersions()[there] === entry ? there : to };
  });
}

/** What the texts of a language may name. */
const namedIn = (language: Language): Named => ({
  figureOf: (id) => getFigure(id, language),
  sourceOf: (id) => getSource(id, language),
});

/** Cites a page by its newest version, or by its own address and the day of its last change where it has none. */
function citableOf(
  page: Omit<CitedPage, 'url' | 'version' | 'issued' | 'language'>,
  versions: readonly FrozenVersion[],
  language: Language,
  changed: string = UNDATED,
) {
  const { address } = page;
  const [newest] = versions;
  const version = newest?.number;
  const issued = newest ? (newest.day ?? UNDATED) : changed;
  const url = absoluteUrl(version === undefined ? address : addressOf('version', address, version));
  const { locale } = dictionaryFor(language);
  const item = cslItem({ ...page, url, version, issued, language: locale });
  // A page that changes with its entries has no versions, and the day of the last change.
  return { address, item, issued, versions };
}

function textCitable(text: Page | Category | Post, language: Language): Citable {
  const { address, body, data } = text;
  const { title, changes } = data;
  const topics = byId(getTopics(language));
  const firstDay = 'added' in data ? data.added : changes.length === 0 ? data.updated : undefined;
  // Versions are kept of originals; the language of the original is the first.
  const isOriginal = language === defaultLanguage;
  const freeze = (version: TextVersion, parsed?: MdxNode) => {
    const published = publishedHash(address, version.number);
    return frozenText(version, namedIn(language), dictionaryFor(language), { published, parsed });
  };
  // One page may have taken the place of several, so its own days come before those of its former address.
  const day = publishedDay(address) ?? firstDay ?? publishedVersion(address, 1)?.split(' ')[1];
  const kept = isOriginal ? versionsOf(changes, day) : [];
  // A page names its versions only; what they said is worked out for their files.
  const said = lazy(() =>
    textVersions(body, kept, (version) => {
      const published = publishedHash(address, version.number);
      return published !== undefined && published === hashOf(freeze(version));
    }),
  );
  const versions = kept.map((version, index) => ({
    ...version,
    title,
    // What stands now is parsed already.
    frozen: lazy(() => freeze({ ...version, ...said()[index] }, index === 0 ? treeOf(text) : undefined)),
  }));
  // Who reads the page reads our words, on a report too, so these lines tell of the page itself.
  const article = {
    author: site.name,
    'article:published_time': versions.at(-1)?.day ?? firstDay ?? lastChange(data),
    'article:modified_time': lastChange(data),
    'article:tag': 'topics' in data ? data.topics.map((id) => topics.get(id)?.label ?? id) : undefined,
  };
  const report = 'kind' in data && data.kind === 'coverage' ? { ...data, issued: data.date } : undefined;
  return {
    ...citableOf({ title, type: 'webpage', address, report }, versions, language, lastChange(data)),
    article,
  };
}

function figureCitable(figure: FigureRecord, language: Language): Citable {
  const { address, counted, reportedBy, notMeaning } = figure;
  const t = dictionaryFor(language);
  const isOriginal = language === defaultLanguage;
  const kept = isOriginal ? figureVersions(figure, publishedDay(address)) : [];
  const versions = kept.map((version) => ({
    ...version,
    title: figureTitle(version.figure, t),
    frozen: lazy(() => frozenFigure(version, namedIn(language).sourceOf, t)),
  }));
  const abstract = `${counted} ${t.statistics.by}: ${reportedBy}. ${t.statistics.not}: ${notMeaning}`;
  const page = { title: figureTitle(figure, t), type: 'dataset', address, abstract } as const;
  return citableOf(page, versions, language, lastChange(figure));
}

/** The stage comes first: away from its page, nothing else tells drives sent from drives collected. */
const figureTitle = (figure: FigureRecord, t: Dictionary) =>
  `${t.stages[figure.stage].title}: ${figure.label}, ${formatStated(figure, t)} (${formatWhen(figure, t)})`;

/** Charts and the open data change with what they draw and hold, on the day that the map of the site gives. */
function drawnCitable({ title, address }: Pick<CitedPage, 'title' | 'address'>, language: Language): Citable {
  return citableOf({ title, type: 'webpage', address }, [], language, getSiteMap(language).get(address));
}
