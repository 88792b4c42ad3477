import { dictionaryFor } from '../i18n/dictionary.ts';
import { addressIn, addressOf, localAddress } from '../rules/addresses.ts';
import { kindOf } from '../rules/kinds.ts';
import { idsOf, type Reference } from '../rules/references.ts';
import type { KindName } from '../site-plan.ts';
import type { Language } from '../site.ts';
import { getChart, getFigures, getPlaced, getSources, getTexts, memoizeByLanguage } from './content.ts';
import { getMadePages } from './lists.ts';

/** A page leads on to no more than a reader takes in at a glance, and to no fewer than give a choice. */
const [FEWEST, MOST] = [2, 3];

/** Where the pages that are made from lists lead on to, by kind. */
const PARTS: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  archive: [addressOf('time line'), '/strategy/', addressOf('statistics')],
  year: [addressOf('time line'), addressOf('archive')],
  topic: [addressOf('time line'), addressOf('archive')],
  categories: ['/how-it-travels/', '/program/', '/strategy/'],
  statistics: [addressOf('charts'), '/method/', addressOf('data')],
  figure: [addressOf('charts'), '/method/'],
  charts: [addressOf('statistics'), addressOf('time line'), '/method/'],
  chart: ['/strategy/', '/method/'],
  sources: ['/method/', addressOf('statistics'), addressOf('corrections')],
  corrections: ['/method/', '/about/'],
  data: [addressOf('statistics'), addressOf('charts'), '/method/'],
  feeds: [addressOf('archive'), addressOf('corrections')],
  download: ['/verify/', addressOf('data'), addressOf('feeds')],
  'time line': ['/strategy/', addressOf('archive'), addressOf('charts')],
};
/** Where any other page leads on to. */
const ANYWHERE = ['/program/', '/strategy/', '/give/'];

/** Every page that can be read next, with its title and summary, by address. */
const getReadable = memoizeByLanguage((language) => {
  const t = dictionaryFor(language);
  const way = (address: string, title: string, summary: string) => ({ address, title, summary });
  const ways = [
    ...getMadePages(language),
    way(addressIn(language, 'archive'), t.news.title, t.news.summary),
    way(addressIn(language, 'search'), t.search.title, t.search.summary),
    ...getTexts(language).map(({ address, data }) => way(address, data.title, data.summary)),
    ...getPlaced(language).flatMap(({ address, title, summary }) =>
      summary ? way(address, title, summary) : [],
    ),
  ];
  return new Map(ways.map((one) => [one.address, one]));
});

/**
 * The two or three ways on from a page.
 * @param wanted addresses in the order in which they are wanted; where they are too few, others are added
 */
export function waysOn(address: string, wanted: readonly string[], language: Language) {
  const readable = getReadable(language);
  const isOther = (one: string) => one !== address && readable.has(one);
  const own = [...new Set(wanted)].filter(isOther);
  const others = [...(PARTS[kindOf(address) ?? 'text'] ?? []), ...ANYWHERE].map((path) =>
    localAddress(language, path),
  );
  const filled = own.length < FEWEST ? [...new Set([...own, ...others])].filter(isOther) : own;
  return filled.slice(0, MOST).flatMap((one) => readable.get(one) ?? []);
}

/** The pages that a text leads to or cites, those first that tell more of the subject. */
export function citedIn(references: readonly Reference[], language: Language): string[] {
  const links = idsOf(references, 'links').map((url) => url.replace(/[?#].*$/, ''));
  const charts = idsOf(references, 'charts').map((id) => getChart(id, language).address);
  const cited = new Set(idsOf(references, 'sources'));
  const named = new Set(idsOf(references, 'figures'));
  const posts = getSources(language).filter(({ id, isPost }) => isPost && cited.has(id));
  const figures = getFigures(language).filter(({ id }) => named.has(id));
  return [...links, ...charts, ...[...posts, ...figures].map(({ address }) => address)];
}
