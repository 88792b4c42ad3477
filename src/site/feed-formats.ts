import { getRssString } from '@astrojs/rss';
import { escapeXml } from '../rules/xml.ts';

/** Something new, with its full text. Days are written YYYY-MM-DD. */
export interface FeedItem {
  title: string;
  /** Whole address, which never changes. */
  url: string;
  /** Never changes either, and no other item has it: the address, unless several items lead there. */
  id: string;
  summary: string;
  /** HTML with whole addresses only. */
  html: string;
  published: string;
  changed: string;
  tags: readonly string[];
}

/** Whole addresses of a document in both formats. */
export interface FeedFiles {
  rss: string;
  json: string;
}

/** What a document of a feed says of itself. */
export interface Channel {
  title: string;
  description: string;
  language: string;
  licence: string;
  author: { name: string; url: string };
  /** Whole address of the page that the feed follows. */
  page: string;
  /** The document itself and its neighbours, by the relations of RFC 5005; an archive names the current feed. */
  links: { self: FeedFiles } & Partial<Record<'current' | 'prev-archive' | 'next-archive', FeedFiles>>;
  /** The day of the newest thing in the feed; of an empty one, that of the site. */
  changed: string;
  items: readonly FeedItem[];
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
