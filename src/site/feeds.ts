import { getRssString } from '@astrojs/rss';
import { dictionaryFor } from '../i18n/dictionary.ts';
import { site, type Language } from '../site.ts';
import { FEED_FILES } from '../site-plan.ts';
import { addressIn, feedFile } from '../rules/addresses.ts';
import { FEED_SIZE, feedDocuments, type FeedDocument } from '../rules/feed-documents.ts';
import { byTopic } from '../rules/archive.ts';
import { ascending } from '../rules/dates.ts';
import { memoizeLru, memoizeWeak } from '../rules/memoize.ts';
import { escapeXml } from '../rules/xml.ts';
import { hasBelow } from '../rules/kinds.ts';
import { lastChange, newestDay } from '../rules/changes.ts';
import {
  getPosts,
  getTexts,
  getTopics,
  memoizeByLanguage,
  type SiteChange,
  type Post,
  type Topic,
} from './content.ts';
import { getChanges } from './lists.ts';
import { feedHtml } from './feed-html.ts';
import { absoluteUrl } from './reading.ts';

/**
 * An item of a feed, before its text is drawn: something new, with days as YYYY-MM-DD. Neither its address
 * nor its id ever changes, and no other item has its id: the address, unless several items lead there.
 */
type Entry = ReturnType<typeof postEntry>;

/**
 * The text of an item, which stands in two formats of a document, in the newest one and in those
 * of topics. Those of ten thousand posts in two languages would fill the memory.
 */
const textOf = memoizeLru(1_000, ({ html }: Entry) => html());

/** Every feed in a language: all news, corrections, figures, then each topic. */
export const getFeeds = memoizeByLanguage((language) => {
  const t = dictionaryFor(language);
  const posts = getPosts(language);
  const changes = getChanges(language);
  const topics = getTopics(language);
  // By the day on which they came to this site: half of the reports have no exact day of their own.
  const byAdded = posts.toSorted((a, b) => ascending(b.data.added, a.data.added));
  const ofTopics = byTopic(byAdded);
  const entryOf = memoizeWeak((one: Post | SiteChange) =>
    'data' in one ? postEntry(one, topics, language) : changeEntry(one, language),
  );
  const feed = (
    address: string,
    title: string,
    summary: string,
    of: readonly (Post | SiteChange)[] = [],
  ) => ({
    ...{ language, address, title, summary },
    entries: of.map(entryOf),
  });
  const ofFigures = changes.filter(({ figure }) => figure);
  return [
    feed(addressIn(language, 'archive'), t.feeds.news, t.news.summary, byAdded),
    feed(addressIn(language, 'corrections'), t.changes.title, t.changes.summary, changes),
    feed(addressIn(language, 'statistics'), t.feeds.figures, t.feeds.figuresSummary, ofFigures),
    ...topics.map(({ id, address, label, description }) =>
      feed(address, label, description, ofTopics.get(id)),
    ),
  ];
});

/** A feed of the site, before its texts are drawn; its files stand below the page that it follows. */
type SiteFeed = ReturnType<typeof getFeeds>[number];

function postEntry(post: Post, topics: readonly Topic[], language: Language) {
  const { address, data } = post;
  const url = absoluteUrl(address);
  return {
    ...{ url, id: url, title: data.title, summary: data.summary },
    ...{ published: data.added, changed: lastChange(data) },
    tags: topics.filter(({ id }) => data.topics.includes(id)).map(({ label }) => label),
    html: () => feedHtml(url, language).post(post),
  };
}

function changeEntry(change: SiteChange, language: Language): Entry {
  const { address, id = address, date, what, title } = change;
  const kind = dictionaryFor(language).changes.kinds[change.kind].label;
  const url = absoluteUrl(address);
  return {
    ...{ url, id: absoluteUrl(id), title: `${kind}: ${title}`, summary: what },
    ...{ published: date, changed: date, tags: [kind] },
    html: () => feedHtml(url, language).change(change),
  };
}

/** A topic has no archives of its own: each of its posts stands in those of the news, and need not be kept for every topic. */
const documentsOf = ({ address, entries }: SiteFeed): FeedDocument<Entry>[] =>
  hasBelow(address, 'archive of a feed')
    ? feedDocuments(entries)
    : [{ entries: entries.slice(0, FEED_SIZE) }];

/** Every feed of a language and its archives, as RSS and as JSON Feed: the address of each, and what draws it. */
export function* feedFiles(language: Language) {
  for (const feed of getFeeds(language))
    for (const document of documentsOf(feed))
      for (const { file } of FEED_FILES) {
        const write = file === 'rss.xml' ? rss : jsonFeed;
        const draw = () => write(drawFeed(feed, document));
        yield [feed.address + feedFile(file, document.archive), draw] as const;
      }
}

/** What a document of a feed says of itself, and its items with their texts. */
export type Channel = ReturnType<typeof drawFeed>;

/** A document of a feed with its texts, ready to be written. */
function drawFeed(
  { language, address, title, summary }: SiteFeed,
  { archive, previous, next, entries }: FeedDocument<Entry>,
) {
  const t = dictionaryFor(language);
  const page = absoluteUrl(address);
  const files = (number?: number) => ({
    rss: page + feedFile('rss.xml', number),
    json: page + feedFile('feed.json', number),
  });
  const texts = getTexts(language);
  return {
    title: `${site.name}: ${title}`,
    description: `${summary} ${t.feeds.archive({ count: FEED_SIZE, address: page })}`,
    language,
    licence: t.licence,
    author: { name: site.name, url: absoluteUrl(addressIn(language, 'home')) } as Record<
      'name' | 'url',
      string
    >,
    /** Whole address of the page that the feed follows. */
    page,
    /** The document itself and its neighbours, by the relations of RFC 5005; an archive names the current feed. */
    links: {
      self: files(archive),
      ...(archive && { current: files() }),
      ...(previous && { 'prev-archive': files(previous) }),
      ...(next && { 'next-archive': files(next) }),
    },
    // Of an empty feed, the newest day on which any text of the site was changed.
    changed:
      newestDay(entries.map(({ changed }) => changed)) ||
      newestDay(texts.map(({ data }) => lastChange(data))),
    items: entries.map((entry) => ({ ...entry, html: textOf(entry) })),
  };
}

/** The document as RSS 2.0. */
export function rss({ links, items, ...channel }: Channel): Promise<string> {
  const about = [
    `<language>${channel.language}</language>`,
    `<copyright>${escapeXml(channel.licence)}</copyright>`,
    `<lastBuildDate>${new Date(channel.changed).toUTCString()}</lastBuildDate>`,
    ...Object.entries(links).map(
      ([relation, files]) =>
        `<atom:link rel="${relation}" type="application/rss+xml" href="${escapeXml(files.rss)}"/>`,
    ),
    links.current ? '<fh:archive/>' : '',
  ];
  return getRssString({
    title: channel.title,
    description: channel.description,
    site: channel.page,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', fh: 'http://purl.org/syndication/history/1.0' },
    customData: about.join(''),
    items: items.map(({ title, url, id, summary, html, published, tags }) => ({
      title,
      link: url,
      ...(id !== url && { customData: `<guid isPermaLink="false">${escapeXml(id)}</guid>` }),
      description: summary,
      content: html,
      pubDate: new Date(published),
      categories: [...tags],
    })),
  });
}

/** The document as JSON Feed 1.1. */
export function jsonFeed({ links, items, ...channel }: Channel): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.page,
    feed_url: links.self.json,
    next_url: links['prev-archive']?.json,
    description: channel.description,
    language: channel.language,
    authors: [channel.author],
    items: items.map(({ title, url, id, summary, html, published, changed, tags }) => ({
      id,
      url,
      title,
      summary,
      content_html: html,
      date_published: new Date(published),
      date_modified: new Date(changed),
      tags,
    })),
  });
}
