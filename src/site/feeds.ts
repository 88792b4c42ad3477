import { words } from '../i18n/dictionary.ts';
import { site, type Language } from '../site.ts';
import { FEED_FILES } from '../site-plan.ts';
import {
  correctionsAddress,
  feedFile,
  languageOf,
  localAddress,
  newsAddress,
  restParam,
  statisticsAddress,
  topicAddress,
} from '../rules/addresses.ts';
import { FEED_SIZE, feedDocuments, type FeedDocument } from '../rules/feed-documents.ts';
import { byTopic } from '../rules/archive.ts';
import { hasBelow } from '../rules/kinds.ts';
import { lastChange, newestDay } from '../rules/changes.ts';
import {
  getChanges,
  getPosts,
  getTexts,
  getTopics,
  once,
  type SiteChange,
  type Post,
  type Topic,
} from './content.ts';
import type { Channel, FeedFiles, FeedItem } from './feed-formats.ts';
import { feedHtml } from './feed-html.ts';

/** A feed of the site, before its texts are drawn. */
interface SiteFeed {
  language: Language;
  /** The page that it follows; its files stand below. */
  address: string;
  title: string;
  summary: string;
  entries: readonly Entry[];
}

/** An item of a feed, before its text is drawn; its address stands within the site. */
type Entry = Omit<FeedItem, 'url' | 'html'> & { address: string } & ({ post: Post } | { change: SiteChange });

/** Every feed in a language: all news, corrections, figures, then each topic. */
export const getFeeds = once(async (language): Promise<SiteFeed[]> => {
  const t = words(language);
  const [posts, changes, topics] = await Promise.all([
    getPosts(language),
    getChanges(language),
    getTopics(language),
  ]);
  // By the day on which they came to this site: half of the reports have no exact day of their own.
  const byAdded = posts.toSorted((a, b) =>
    a.data.added < b.data.added ? 1 : a.data.added > b.data.added ? -1 : 0,
  );
  const ofTopics = byTopic(byAdded);
  const entries = (listed: readonly Post[] = []) => listed.map((post) => postEntry(post, topics));
  const ofChanges = changes.map((change) => changeEntry(change, t.changes.kinds[change.kind].label));
  const feed = (path: string, title: string, summary: string, entries: readonly Entry[]) => ({
    ...{ language, title, summary, entries },
    address: localAddress(language, path),
  });
  const ofFigures = ofChanges.filter(({ change }) => change.figure);
  return [
    feed(newsAddress, t.feeds.news, t.news.summary, entries(byAdded)),
    feed(correctionsAddress, t.changes.title, t.changes.summary, ofChanges),
    feed(statisticsAddress, t.feeds.figures, t.feeds.figuresSummary, ofFigures),
    ...topics.map(({ id, label, description }) =>
      feed(topicAddress(id), label, description, entries(ofTopics.get(id))),
    ),
  ];
});

function postEntry(post: Post, topics: readonly Topic[]) {
  const { address, data } = post;
  return {
    ...{ address, post, title: data.title, summary: data.summary, published: data.added },
    changed: lastChange(data),
    tags: topics.filter(({ id }) => data.topics.includes(id)).map(({ label }) => label),
  };
}

function changeEntry(change: SiteChange, kind: string) {
  const { address, date, what } = change;
  return {
    ...{ address, change, summary: what, published: date, changed: date, tags: [kind] },
    title: `${kind}: ${change.title}`,
  };
}

/** A topic has no archives of its own: each of its posts stands in those of the news, and need not be kept for every topic. */
const documentsOf = ({ address, entries }: SiteFeed): FeedDocument<Entry>[] =>
  hasBelow(address, 'archive of a feed')
    ? feedDocuments(entries)
    : [{ entries: entries.slice(0, FEED_SIZE) }];

/** For `getStaticPaths`: every feed and its archives, in each format. */
export async function feedPaths() {
  const feeds = await Promise.all(site.languages.map((language) => getFeeds(language)));
  return feeds.flat().flatMap((feed) =>
    documentsOf(feed).flatMap((document) =>
      FEED_FILES.map((format) => ({
        params: { folder: restParam(feed.address, '/'), file: feedFile(format.file, document.archive) },
        props: { feed, document, format },
      })),
    ),
  );
}

/**
 * A document of a feed with its texts, ready to be written.
 * @param base address of the site
 */
export async function drawFeed(
  { language, address, title, summary }: SiteFeed,
  { archive, previous, next, entries }: FeedDocument<Entry>,
  base: URL,
): Promise<Channel> {
  const t = words(language);
  const page = new URL(address, base);
  const files = (number?: number): FeedFiles => ({
    rss: new URL(feedFile('rss.xml', number), page).href,
    json: new URL(feedFile('feed.json', number), page).href,
  });
  return {
    title: `${site.name}: ${title}`,
    description: `${summary} ${t.feeds.archive({ count: FEED_SIZE, address: page.href })}`,
    language,
    licence: t.licence,
    author: { name: site.name, url: new URL(localAddress(language, '/'), base).href },
    page: page.href,
    links: {
      self: files(archive),
      ...(archive && { current: files() }),
      ...(previous && { 'prev-archive': files(previous) }),
      ...(next && { 'next-archive': files(next) }),
    },
    changed: newestDay(entries.map(({ changed }) => changed)) || (await newestDayOf(language)),
    items: await Promise.all(
      entries.map(async ({ address, ...entry }) => {
        const url = new URL(address, base);
        return { ...entry, url: url.href, html: await drawn(entry, url) };
      }),
    ),
  };
}

/** The newest day on which any text of the site was changed. */
async function newestDayOf(language: Language): Promise<string> {
  return newestDay((await getTexts(language)).map(({ data }) => lastChange(data)));
}

/** A post stands in several feeds, each in two formats; it is drawn once. */
const known = new WeakMap<Post | SiteChange, Promise<string>>();

function drawn(entry: { post: Post } | { change: SiteChange }, url: URL): Promise<string> {
  const key = 'post' in entry ? entry.post : entry.change;
  const writer = () => feedHtml(url, languageOf(url.pathname));
  const html =
    known.get(key) ?? ('post' in entry ? writer().post(entry.post) : writer().change(entry.change));
  known.set(key, html);
  return html;
}
