import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { HtmlValidate } from 'html-validate';

/*
 * What makes a feed valid: the specifications of RSS 2.0 and of JSON Feed 1.1, and what the
 * W3C Feed Validation Service warns of in the text of items.
 */

/** An item as a feed reader sees it. */
export interface ReadItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  published: string;
  tags: string[];
  /** Known of JSON Feed only. */
  changed?: string;
}

/** A feed as a reader sees it, with what is wrong in it. */
export interface ReadFeed {
  title: string;
  description: string;
  page: string;
  self: string;
  /** Addresses of the document and its neighbours by their relation (RFC 5005); JSON Feed knows the one before. */
  links: Record<string, string>;
  /** Whether it says that it is an archive; known of RSS only. */
  isArchive?: boolean;
  items: ReadItem[];
  faults: string[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['item', 'category', 'atom:link'].includes(name),
  parseTagValue: false,
  parseAttributeValue: false,
});

interface RssItem {
  title?: string;
  link?: string;
  guid?: { '#text': string; '@isPermaLink': string };
  pubDate?: string;
  description?: string;
  'content:encoded'?: string;
  category?: string[];
}

interface RssDocument {
  rss: {
    '@version': string;
    channel: {
      title: string;
      link: string;
      description: string;
      language: string;
      lastBuildDate: string;
      'fh:archive'?: string;
      'atom:link': { '@rel': string; '@type': string; '@href': string }[];
      item?: RssItem[];
    };
  };
}

const isRfc822 = (text: string) => /GMT$/.test(text) && new Date(text).toUTCString() === text;
// XML allows none of these, in whatever way they are written.
const FORBIDDEN_SIGNS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Reads RSS 2.0. */
export function readRss(xml: string): ReadFeed {
  const malformed = XMLValidator.validate(xml);
  if (malformed !== true) throw new Error(malformed.err.msg);
  const { rss }: RssDocument = parser.parse(xml);
  const { channel } = rss;
  const self = channel['atom:link'].filter((link) => link['@rel'] === 'self');
  const items = channel.item ?? [];
  const faults = [
    ...(FORBIDDEN_SIGNS.test(xml) ? ['a sign that XML forbids'] : []),
    ...(rss['@version'] === '2.0' ? [] : ['no version']),
    ...(['title', 'link', 'description', 'language'] as const).filter((name) => !channel[name]),
    ...(isRfc822(channel.lastBuildDate) ? [] : [`date: ${channel.lastBuildDate}`]),
    ...(new Set(channel['atom:link'].map((link) => link['@rel'])).size === channel['atom:link'].length
      ? []
      : ['two links of one relation']),
    ...('fh:archive' in channel === channel['atom:link'].some((link) => link['@rel'] === 'current')
      ? []
      : ['an archive that does not lead to the feed']),
    ...(self.length === 1 && self[0]?.['@type'] === 'application/rss+xml' ? [] : ['no atom:link to itself']),
    ...(xml.match(/<content:encoded>(?:(?!<\/item>).)*<description>/s) ? ['description after content'] : []),
    ...items.flatMap(({ title = '', link = '', guid, pubDate = '' }) => [
      ...((guid?.['@isPermaLink'] === 'true') === (guid?.['#text'] === link)
        ? []
        : [`${link}: its guid is another`]),
      ...(isRfc822(pubDate) ? [] : [`${link}: date: ${pubDate}`]),
      ...(/<\/?[a-z]|&#?\w+;/i.test(title) ? [`${link}: HTML in its title`] : []),
    ]),
  ];
  return checked({
    title: channel.title,
    description: channel.description,
    page: channel.link,
    self: self[0]?.['@href'] ?? '',
    links: Object.fromEntries(channel['atom:link'].map((link) => [link['@rel'], link['@href']])),
    isArchive: 'fh:archive' in channel,
    items: items.map((item) => ({
      id: item.guid?.['#text'] ?? '',
      url: item.link ?? '',
      title: item.title ?? '',
      summary: item.description ?? '',
      html: item['content:encoded'] ?? '',
      published: isRfc822(item.pubDate ?? '') ? new Date(item.pubDate ?? '').toISOString() : '',
      tags: item.category ?? [],
    })),
    faults,
  });
}

interface JsonFeed {
  title: string;
  description: string;
  home_page_url: string;
  feed_url: string;
  next_url?: string;
  items: {
    id: string;
    url: string;
    title: string;
    summary: string;
    content_html: string;
    date_published: string;
    date_modified: string;
    tags: string[];
  }[];
}

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const isJsonFeed = ajv.compile<JsonFeed>(
  JSON.parse(readFileSync(new URL('site/json-feed-1.1.schema.json', import.meta.url), 'utf8')),
);

/** Reads JSON Feed 1.1. */
export function readJsonFeed(text: string): ReadFeed {
  const feed: unknown = JSON.parse(text);
  if (!isJsonFeed(feed)) throw new Error(ajv.errorsText(isJsonFeed.errors));
  return checked({
    title: feed.title,
    description: feed.description,
    page: feed.home_page_url,
    self: feed.feed_url,
    links: { self: feed.feed_url, ...(feed.next_url && { 'prev-archive': feed.next_url }) },
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      html: item.content_html,
      published: item.date_published,
      changed: item.date_modified,
      tags: item.tags,
    })),
    faults: [],
  });
}

/** Adds what is wrong with a feed in either format. */
function checked(feed: ReadFeed): ReadFeed {
  const ids = feed.items.map(({ id }) => id);
  const faults = [
    ...feed.faults,
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
    ...[feed.page, ...Object.values(feed.links), ...ids, ...feed.items.map(({ url }) => url)]
      .filter((address) => !isWhole(address))
      .map((address) => `no whole address: ${address}`),
    ...feed.items.flatMap((item) => [
      ...(['title', 'summary', 'html', 'published'] as const)
        .filter((field) => !item[field])
        .map((field) => `${item.id}: ${field} is missing`),
      ...item.tags.filter((tag) => !tag).map(() => `${item.id}: an empty tag`),
      ...htmlFaults(item.html).map((fault) => `${item.id}: ${fault}`),
    ]),
  ];
  return { ...feed, faults };
}

const isWhole = (address: string) => /^https?:\/\/[^/]/.test(address) && URL.canParse(address);

/** Elements and attributes that feed readers keep: fewer than the W3C service lets pass without a warning. */
const ELEMENTS =
  /^(?:a|b|blockquote|br|caption|code|dd|del|div|dl|dt|em|figcaption|figure|h[234]|hr|i|img|li|ol|p|pre|small|strong|su[bp]|table|tbody|t[dhr]|thead|time|ul)$/;
const ATTRIBUTES = /^(?:alt|colspan|datetime|height|href|lang|rel|rowspan|scope|src|start|title|width)$/;

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'prefer-tbody': 'off' },
});

/** A post stands in several feeds, and is looked at once. */
const known = new Map<string, string[]>();

function htmlFaults(html: string): string[] {
  const faults = known.get(html) ?? findHtmlFaults(html);
  known.set(html, faults);
  return faults;
}

/** What feed readers would strip, misread or not find in the HTML of an item. */
function findHtmlFaults(html: string): string[] {
  const faults = [...html.matchAll(/<\/?([^\s<>/]+)((?:[^"<>]|"[^"]*")*)>/g)].flatMap(
    ([tag, name = '', rest]) => [
      ...(ELEMENTS.test(name) ? [] : [`element ${tag}`]),
      ...[...(rest ?? '').matchAll(/([^\s"=<>/]+)(?:="([^"]*)")?/g)].flatMap(
        ([, attribute = '', value = '']) => [
          ...(ATTRIBUTES.test(attribute) ? [] : [`attribute ${attribute} in ${tag}`]),
          ...(!/^(?:href|src)$/.test(attribute) || isWhole(value) || value.startsWith('mailto:')
            ? []
            : [`address ${value}`]),
        ],
      ),
    ],
  );
  const { results } = validator.validateStringSync(html);
  return [
    ...faults,
    ...results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ];
}
