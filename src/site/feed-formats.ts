import { Feed } from 'feed';

/** Something new, with its full text. Days are written YYYY-MM-DD. */
export interface FeedItem {
  title: string;
  /** Whole address; it is also the item’s id, and so never changes. */
  url: string;
  summary: string;
  /** HTML with whole addresses only. */
  html: string;
  published: string;
  changed: string;
  tags: readonly string[];
}

/** What a feed says of itself. */
export interface Channel {
  title: string;
  description: string;
  language: string;
  licence: string;
  author: { name: string; url: string };
  /** Whole address of the page that the feed follows. */
  page: string;
  /** Whole addresses of the two files. */
  files: { rss: string; json: string };
  /** The day of the newest thing in the feed; of an empty one, that of the site. */
  changed: string;
  items: readonly FeedItem[];
}

/** The feed as RSS 2.0. */
export function rss(channel: Channel): string {
  return libraryFeed(channel).rss2();
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed(channel: Channel): string {
  // The library writes version 1, which knows no language and a single author.
  const { items, ...head }: { items: { url: string }[] } = JSON.parse(libraryFeed(channel).json1());
  return JSON.stringify({
    ...head,
    version: 'https://jsonfeed.org/version/1.1',
    language: channel.language,
    authors: [channel.author],
    items: items.map((item) => ({ id: item.url, ...item })),
  });
}

function libraryFeed(channel: Channel): Feed {
  const feed = new Feed({
    title: channel.title,
    description: channel.description,
    link: channel.page,
    language: channel.language,
    copyright: channel.licence,
    feedLinks: channel.files,
    // Left out, it would be the time of the build.
    updated: new Date(channel.changed),
    generator: false,
  });
  for (const { title, url, summary, html, published, changed, tags } of channel.items) {
    feed.addItem({
      title,
      // Of an item that has a link but no id, RSS is told that the link is its id.
      link: url,
      description: summary,
      content: html,
      published: new Date(published),
      date: new Date(changed),
      category: tags.map((name) => ({ name })),
    });
  }
  return feed;
}
