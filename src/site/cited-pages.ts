import type { Dictionary } from '../i18n/en.ts';
import { words } from '../i18n/dictionary.ts';
import { site, type Language } from '../site.ts';
import {
  chartAddress,
  localAddress,
  timelineAddress,
  topicAddress,
  versionAddress,
  yearAddress,
} from '../rules/addresses.ts';
import { citation, cslItem, type CitationForm, type CitedPage } from './citations.ts';
import {
  getCategories,
  getFigures,
  getPages,
  getPosts,
  getSeries,
  getSources,
  getTopics,
  once,
  type Category,
  type FigureRecord,
  type Page,
  type Post,
} from './content.ts';
import { UNDATED } from '../rules/dates.ts';
import { formatDate, formatStated, formatWhen } from '../rules/format.ts';
import { byYear } from '../rules/archive.ts';
import { siteMap } from './site-map.ts';
import { EVENT_KINDS } from '../rules/vocabulary.ts';
import { bodyText, figureText, versionFile, type Named } from './version-files.ts';
import { figureVersions, textVersions, type Version } from '../rules/versions.ts';

/** A version of a page with the text that is frozen. */
export interface FrozenVersion extends Version<unknown> {
  title: string;
  text(base: URL): string;
}

/** A page that can be cited. */
export interface Citable extends Omit<CitedPage, 'url' | 'version'> {
  /** Newest first; none where the page is a list, which changes with its entries. */
  versions: readonly FrozenVersion[];
  /** Lines on the page as it stands today, for the head of a version file. */
  lines: readonly string[];
  /** The report on which the page reports, with its address where one can be given. */
  report?: { url: string | undefined };
}

/** Every page that can be cited, by its address. */
export const getCitables = once(async (language): Promise<ReadonlyMap<string, Citable>> => {
  const [pages, categories, posts, figures, lists, named] = await Promise.all([
    getPages(language),
    getCategories(language),
    getPosts(language),
    getFigures(language),
    listsIn(language),
    namedIn(language),
  ]);
  const t = words(language);
  const all = [
    ...lists,
    ...[...pages, ...categories, ...posts].map((text) => textCitable(text, named, t)),
    ...figures.map((figure) => figureCitable(figure, named, t)),
  ];
  return new Map(all.map((citable) => [citable.address, citable]));
});

/** For `getStaticPaths`: every page that can be cited, with the rest parameter of its address. */
export async function citablePaths() {
  const citables = await Promise.all(site.languages.map((language) => getCitables(language)));
  return citables
    .flatMap((ofLanguage) => [...ofLanguage.values()])
    .map((citable) => ({ citable, page: citable.address.slice(1, -1) || undefined }));
}

/** Whole address by which a page is cited: its newest version, or the page itself where it has none. */
function citedUrl({ address, versions: [newest] }: Citable, base: URL): string {
  return new URL(newest ? versionAddress(address, newest.number) : address, base).href;
}

/** The file of a version of a page. */
export function fileOf(citable: Citable, version: FrozenVersion, base: URL, t: Dictionary): string {
  const [newest = version] = citable.versions;
  return versionFile({ ...citable, title: version.title, version, newest }, version.text(base), base, t);
}

const kept = new Map<string, Record<CitationForm, string>>();

/** A page in every form of citation. The page and its files ask for the same, so it is kept. */
export function citationOf(citable: Citable, base: URL): Record<CitationForm, string> {
  const url = citedUrl(citable, base);
  const item = cslItem({ ...citable, url, version: citable.versions[0]?.number });
  const key = JSON.stringify(item);
  const known = kept.get(key) ?? citation(item);
  kept.set(key, known);
  return known;
}

async function namedIn(language: Language): Promise<Named> {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  return {
    figures: byId(await getFigures(language)),
    sources: byId(await getSources(language)),
    series: byId(await getSeries(language)),
  };
}

function textCitable({ address, body, data }: Page | Category | Post, named: Named, t: Dictionary): Citable {
  const firstDay = 'added' in data ? data.added : data.changes.length === 0 ? data.updated : undefined;
  const large = 'figures' in data ? data.figures : [];
  const versions = textVersions(body, data.changes, firstDay);
  const { file } = t.cite;
  const report =
    'kind' in data && data.kind === 'coverage'
      ? `${file.report} ${data.publisher}, ${formatDate(data.date, t)}. ${data.url ?? data.noUrl ?? ''}`
      : undefined;
  return {
    title: data.title,
    type: 'webpage',
    address,
    issued: versions[0]?.day ?? UNDATED,
    language: t.locale,
    versions: versions.map((version) => ({
      ...version,
      title: data.title,
      text: (base) => bodyText(version, large, named, new URL(address, base), t),
    })),
    lines: [`${file.summary} ${data.summary}`, ...(report === undefined ? [] : [report]), file.today],
    ...('kind' in data && data.kind === 'coverage' && { report: { url: data.url } }),
  };
}

function figureCitable(figure: FigureRecord, { sources }: Named, t: Dictionary): Citable {
  const versions = figureVersions(figure);
  return {
    title: figureTitle(figure, t),
    type: 'dataset',
    address: figure.address,
    issued: versions[0]?.day ?? UNDATED,
    language: t.locale,
    abstract: `${figure.counted} ${t.statistics.by}: ${figure.reportedBy}. ${t.statistics.not}: ${figure.notMeaning}`,
    versions: versions.map((version) => ({
      ...version,
      title: figureTitle(version.figure, t),
      text: () =>
        figureText(
          version.figure,
          version.figure.sources.flatMap((id) => sources.get(id) ?? []),
          t,
        ),
    })),
    lines: [t.cite.file.sourcesToday],
  };
}

/** The stage comes first: away from its page, nothing else tells drives sent from drives collected. */
const figureTitle = (figure: FigureRecord, t: Dictionary) =>
  `${t.stages[figure.stage].title}: ${figure.label}, ${formatStated(figure, t)} (${formatWhen(figure, t)})`;

/** Pages that list others. Each changes with its entries, on the day that the map of the site gives. */
async function listsIn(language: Language): Promise<Citable[]> {
  const t = words(language);
  const [posts, topics, series, map] = await Promise.all([
    getPosts(language),
    getTopics(language),
    getSeries(language),
    siteMap(),
  ]);
  const titles: [address: string, title: string][] = [
    ['/content/', t.content.title],
    ['/news/', t.news.title],
    ['/statistics/', t.statistics.title],
    ['/sources/', t.sourcesPage.title],
    ['/corrections/', t.changes.title],
    ['/data/', t.data.title],
    ['/feeds/', t.feeds.title],
    ['/charts/', t.charts.title],
    ...series.map(({ id, title }): [string, string] => [chartAddress(id), title]),
    [timelineAddress(), t.timeline.title],
    ...EVENT_KINDS.map((kind): [string, string] => [timelineAddress(kind), t.timeline.kinds[kind].title]),
    ...[...byYear(posts).keys()].map((year): [string, string] => [yearAddress(year), t.news.yearTitle(year)]),
    ...topics.map(({ id, label }): [string, string] => [topicAddress(id), t.news.topicTitle(label)]),
  ];
  return titles.map(([path, title]) => {
    const address = localAddress(language, path);
    const issued = map.find((entry) => entry.address === address)?.changed ?? UNDATED;
    return { title, type: 'webpage', address, issued, language: t.locale, versions: [], lines: [] };
  });
}
