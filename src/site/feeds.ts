import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import FeedChange from '../components/FeedChange.astro';
import FeedPost from '../components/FeedPost.astro';
import { words } from '../i18n/dictionary.ts';
import { site, type Language } from '../site.ts';
import { localAddress, topicAddress } from '../rules/addresses.ts';
import { lastChange, newestDay } from '../rules/changes.ts';
import {
  getCategories,
  getChanges,
  getPages,
  getPosts,
  getTopics,
  type SiteChange,
  type Post,
  type Topic,
} from './content.ts';
import type { Channel, FeedItem } from './feed-formats.ts';
import { localsOf } from './locals.ts';
import { plainHtml } from './plain-html.ts';

/**
 * Items that a feed holds. With full text they make some 150 kB, which a reader fetches
 * anew at each change; who was away for longer finds all of them on the site.
 */
const NEWEST = 50;

/** A feed of the site, before its texts are drawn. */
export interface SiteFeed {
  language: Language;
  /** The page that it follows; its files stand below. */
  address: string;
  title: string;
  summary: string;
  /** Whether it holds the news of one topic. */
  ofTopic: boolean;
  entries: readonly Entry[];
}

/** An item of a feed, before its text is drawn; its address stands within the site. */
type Entry = Omit<FeedItem, 'url' | 'html'> & { address: string } & ({ post: Post } | { change: SiteChange });

/** Every feed in a language: all news, corrections, figures, then each topic. */
export async function getFeeds(language: Language): Promise<SiteFeed[]> {
  const t = words(language);
  const [posts, changes, topics] = await Promise.all([
    getPosts(language),
    getChanges(language),
    getTopics(language),
  ]);
  // By the day on which they came to this site: half of the reports have no exact day of their own.
  const ofPosts = posts
    .toSorted((a, b) => (a.data.added < b.data.added ? 1 : a.data.added > b.data.added ? -1 : 0))
    .map((post) => postEntry(post, topics));
  const ofChanges = changes.map((change) => changeEntry(change, t.changes.kinds[change.kind].label));
  const feed = (path: string, title: string, summary: string, entries: readonly Entry[]) => ({
    ...{ language, title, summary, entries, ofTopic: false },
    address: localAddress(language, path),
  });
  const ofFigures = ofChanges.filter(({ change }) => change.figure);
  const inTopic = (topic: string) => ofPosts.filter(({ post }) => post.data.topics.includes(topic));
  return [
    feed('/news/', t.feeds.news, t.news.summary, ofPosts),
    feed('/corrections/', t.changes.title, t.changes.summary, ofChanges),
    feed('/statistics/', t.feeds.figures, t.feeds.figuresSummary, ofFigures),
    ...topics.map(({ id, label, description }) => ({
      ...feed(topicAddress(id), label, description, inTopic(id)),
      ofTopic: true,
    })),
  ];
}

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

/** For `getStaticPaths`: the folder of every feed. */
export async function feedPaths() {
  const feeds = await Promise.all(site.languages.map(getFeeds));
  return feeds.flat().map((feed) => ({ params: { folder: feed.address.slice(1, -1) }, props: { feed } }));
}

/**
 * A feed with its texts, ready to be written.
 * @param base address of the site
 */
export async function drawFeed(feed: SiteFeed, base: URL): Promise<Channel> {
  const { language, address, entries } = feed;
  const t = words(language);
  const page = new URL(address, base);
  const newest = entries.slice(0, NEWEST);
  return {
    title: `${site.name}: ${feed.title}`,
    description: `${feed.summary} ${t.feeds.archive(NEWEST, page.href)}`,
    language,
    licence: t.licence,
    author: { name: site.name, url: new URL(localAddress(language, '/'), base).href },
    page: page.href,
    files: { rss: new URL('rss.xml', page).href, json: new URL('feed.json', page).href },
    changed: newestDay(newest.map(({ changed }) => changed)) || (await newestDayOf(language)),
    items: await Promise.all(
      newest.map(async ({ address, ...entry }) => {
        const url = new URL(address, base);
        return { ...entry, url: url.href, html: await drawn(entry, url) };
      }),
    ),
  };
}

/** The newest day on which any text of the site was changed. */
async function newestDayOf(language: Language): Promise<string> {
  const texts = await Promise.all([getPosts(language), getPages(language), getCategories(language)]);
  return newestDay(texts.flat().map(({ data }) => lastChange(data)));
}

/** A post stands in several feeds, each in two formats; it is drawn once. */
const known = new WeakMap<Post | SiteChange, Promise<string>>();

function drawn(entry: { post: Post } | { change: SiteChange }, url: URL): Promise<string> {
  const key = 'post' in entry ? entry.post : entry.change;
  const html = known.get(key) ?? draw(entry, url);
  known.set(key, html);
  return html;
}

let container: Promise<AstroContainer> | undefined;

async function draw(entry: { post: Post } | { change: SiteChange }, url: URL): Promise<string> {
  container ??= AstroContainer.create();
  // Components know of their page what the server would tell them.
  const request = new Request(url);
  const locals = localsOf(url.pathname);
  const draws = await container;
  const html =
    'post' in entry
      ? await draws.renderToString(FeedPost, { props: { post: entry.post }, request, locals })
      : await draws.renderToString(FeedChange, { props: { change: entry.change }, request, locals });
  return plainHtml(html, url);
}
