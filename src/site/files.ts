import { dictionaryFor } from '../i18n/dictionary.ts';
import { forEachConcurrently } from '../rules/concurrency.ts';
import { addressIn, addressOf, chartFileAddress } from '../rules/addresses.ts';
import { securityText } from '../rules/contact.ts';
import { kindOf } from '../rules/kinds.ts';
import { memoize } from '../rules/memoize.ts';
import { sectionCards, topicCard } from '../rules/sharing.ts';
import { sitemapFiles } from '../rules/sitemap.ts';
import { CHART_FORMATS, type KindName } from '../site-plan.ts';
import { site, type Language } from '../site.ts';
import { icon, sectionCardSvg } from './cards.ts';
import { getChartFiles } from './charts/files.ts';
import { versionFiles } from './cited-pages.ts';
import { getCharts, getDrawings, getFigures, getSource, getTopics, memoizeContent } from './content.ts';
import { drawingModel } from './drawings/drawing.ts';
import { drawingPicture } from './drawings/picture.ts';
import { feedFiles } from './feeds.ts';
import { figureCard, figureCardSvg } from './figure-card.ts';
import { getOpenData } from './open-data/files.ts';
import { drawnPicture } from './pictures.ts';
import { absoluteUrl } from './reading.ts';
import { listedPages } from './site-map.ts';
import { titlesIn } from './titles.ts';

/** A file that stands beside the pages: its address, and what makes its text or its bytes. */
type SiteFile = readonly [address: string, make: () => Body | Promise<Body>];
type Body = string | Buffer;

const inEachLanguage = (filesIn: (language: Language) => Iterable<SiteFile>) => () =>
  site.languages.flatMap((language) => [...filesIn(language)]);
const alone = (kind: 'robots' | 'security contact' | 'icon', make: () => string) => (): SiteFile[] => [
  [addressOf(kind), make],
];

/** Everything that the content makes besides pages, by kind, in the order in which it is made. */
const FILES = {
  version: versionFiles,
  titles: inEachLanguage(function* (language) {
    for (const [address, index] of titlesIn(language)) yield [address, () => JSON.stringify(index)];
  }),
  // With which links are shown: to the whole site, its parts, topics and figures.
  card: inEachLanguage(function* (language) {
    const t = dictionaryFor(language);
    const card = (page: string, draw: () => string): SiteFile => [
      addressOf('card', page),
      () => drawnPicture(draw(), 'card'),
    ];
    for (const section of [...sectionCards(language, t), ...getTopics(language).map(topicCard)])
      yield card(section.page, () => sectionCardSvg(section));
    for (const figure of getFigures(language)) {
      const of = figureCard(
        figure,
        figure.sources.map((id) => getSource(id, language).publisher),
        t,
      );
      if (of) yield card(figure.address, () => figureCardSvg(of));
    }
  }),
  drawing: inEachLanguage(function* (language) {
    for (const drawing of getDrawings(language))
      yield [
        addressIn(language, 'drawing', drawing.id),
        () => drawingPicture(drawingModel(drawing, language), language),
      ];
  }),
  'open data': () => getOpenData().files.map(({ name, write }) => [addressOf('open data', name), write]),
  'site map': () =>
    [...sitemapFiles(listedPages(), new URL(absoluteUrl('/')))].map(([name, xml]) => [`/${name}`, () => xml]),
  robots: alone(
    'robots',
    () => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(addressOf('site map'))}\n`,
  ),
  'security contact': alone('security contact', () => {
    const { contact, securityExpires: expires, languages } = site;
    return securityText({ ...contact, base: absoluteUrl('/'), expires, languages });
  }),
  icon: alone('icon', () => icon),
  // Pages print their sizes; what stands already need not be drawn for them.
  'chart file': inEachLanguage(function* (language) {
    for (const chart of getCharts(language))
      for (const format of CHART_FORMATS)
        yield [
          chartFileAddress(chart.address, format),
          async () => (await getChartFiles(chart))[format].bytes,
        ];
  }),
  feed: inEachLanguage(feedFiles),
} satisfies Partial<Record<KindName, () => Iterable<SiteFile>>>;

/** The files of a kind by address. */
const filesOf = memoizeContent(() =>
  memoize((kind: keyof typeof FILES) => new Map<string, SiteFile[1]>(FILES[kind]())),
);

/** Kinds whose files are made with those of another: parts of what grows. */
const MADE_WITH: Partial<Record<KindName, KindName>> = {
  'archive of a feed': 'feed',
  'part of the site map': 'site map',
};
const isMade = (kind: KindName): kind is keyof typeof FILES => kind in FILES;

/** So many are made at once: pictures are drawn in threads of their own. */
const AT_ONCE = 4;

/**
 * Makes every file, and hands it to `take`, which says when the next may be made; after a stop no more of them.
 * @param drawn ends when every page is drawn, and with them the pictures that feeds show
 */
export async function makeFiles(
  take: (address: string, body: Body) => Promise<void>,
  { drawn, stop }: { drawn: Promise<void>; stop: AbortSignal },
): Promise<void> {
  const makeAll = (files: Iterable<SiteFile>) =>
    forEachConcurrently(AT_ONCE, files, async ([address, make]) => {
      if (!stop.aborted) await take(address, await make());
    });
  const { feed: feeds, ...others } = FILES;
  await makeAll(Object.values(others).flatMap((filesOfKind) => [...filesOfKind()]));
  await drawn;
  await makeAll(feeds());
}

/** Makes the file at an address; nothing where there is none. Other kinds than its own are not looked at. */
export async function makeFile(address: string): Promise<Body | undefined> {
  const own = kindOf(address);
  const kind = own && (MADE_WITH[own] ?? own);
  return kind && isMade(kind) ? filesOf()(kind).get(address)?.() : undefined;
}
