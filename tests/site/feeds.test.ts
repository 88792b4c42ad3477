import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { readJsonFeed, readRss, type ReadFeed } from '../feeds.ts';
import { inLanguages, languageOf, localAddress } from '../../src/rules/addresses.ts';
import { pagesByAddress, readSite } from '../pages.ts';

const folders = globSync('**/rss.xml', { cwd: 'dist' })
  .map((path) => path.slice(0, -'rss.xml'.length))
  .sort();
/** Every feed and each of its archives, in both formats; the feed itself comes first. */
const feeds = folders.flatMap((folder) =>
  globSync('rss*.xml', { cwd: `dist/${folder}` })
    .sort((a, b) => a.length - b.length)
    .map((rss) => {
      const json = rss.replace('rss', 'feed').replace('.xml', '.json');
      return {
        folder,
        formats: [
          { file: rss, feed: readRss(readSite(folder + rss)) },
          { file: json, feed: readJsonFeed(readSite(folder + json)) },
        ],
      };
    }),
);
const pages = pagesByAddress();

/** Checks both formats of every feed. */
function each(check: (feed: ReadFeed, folder: string, file: string) => void): void {
  for (const { folder, formats } of feeds) for (const { feed, file } of formats) check(feed, folder, file);
}

const pathOf = (address: string) => new URL(address).pathname;

test('all news, each topic, corrections and figures have a feed', () => {
  const topics = globSync('news/topic/*', { cwd: 'dist' }).map((path) => `${path}/`);
  const own = [...topics, 'corrections/', 'news/', 'statistics/'];

  assert.deepEqual(
    folders,
    own.flatMap((folder) => inLanguages(`/${folder}`).map(({ address }) => address.slice(1))).sort(),
  );
  assert.ok(topics.length > 10);
});

test('every feed is valid, and knows its own address and that of its page', () => {
  each((feed, folder, file) => {
    assert.deepEqual(feed.faults, [], folder + file);
    assert.equal(pathOf(feed.self), `/${folder}${file}`);
    assert.equal(pathOf(feed.page), `/${folder}`);
    assert.ok(pages.has(pathOf(feed.page)), feed.page);
  });
});

test('both formats hold the same', () => {
  for (const { folder, formats } of feeds) {
    const [rss, json] = formats.map(({ feed }) => ({
      ...feed,
      self: '',
      links: {},
      isArchive: false,
      items: feed.items.map(({ changed: _, ...item }) => item),
    }));

    assert.deepEqual(rss, json, folder);
  }
});

test('every item leads to a page, and to a place that it has, and has an id of its own', () => {
  each(({ items }) => {
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    for (const { url } of items) {
      const { pathname, hash } = new URL(url);
      const html = pages.get(pathname) ?? '';
      assert.ok(html !== '' && (hash === '' || html.includes(` id="${hash.slice(1)}"`)), url);
    }
  });
});

test('links within the site lead somewhere', () => {
  const broken = new Set<string>();
  each(({ items, self }) => {
    const { origin } = new URL(self);
    for (const { html } of items)
      for (const [, href = ''] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
        const { origin: other, pathname, hash } = new URL(href.replaceAll('&amp;', '&'));
        const page = pages.get(pathname);
        const leads = page && (hash === '' || page.includes(` id="${decodeURIComponent(hash.slice(1))}"`));
        if (other === origin && !leads) broken.add(href);
      }
  });

  assert.deepEqual([...broken], []);
});

test('a text in a feed is of plain elements, and can be read away from the site', () => {
  const plain = new Set(
    'a b blockquote br code del div em h2 h3 h4 hr img li ol p pre strong sub sup table tbody td th thead tr ul'.split(
      ' ',
    ),
  );
  const attributes = new Set(['alt', 'height', 'href', 'rel', 'src', 'start', 'title', 'width']);
  const odd = new Set<string>();
  each(({ items, self }) => {
    const { origin } = new URL(self);
    for (const { html } of items)
      for (const [tag, name = '', rest = ''] of html.matchAll(/<\/?(\w+)([^>]*)>/g)) {
        const held = new Map(
          [...rest.matchAll(/ (\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
        );
        const address = held.get('href') ?? held.get('src') ?? origin;
        const isOut = /^https?:/.test(address) && new URL(address).origin !== origin;
        if (!plain.has(name) || [...held.keys()].some((key) => !attributes.has(key))) odd.add(tag);
        if (!URL.canParse(address) || isOut !== (held.get('rel') === 'noopener noreferrer')) odd.add(tag);
      }
  });

  assert.deepEqual([...odd], []);
});

test('a post stands in a feed with all its paragraphs and its sources', () => {
  each(({ items }, folder) => {
    for (const { url, html } of items.filter(() => folder.startsWith('news/'))) {
      const page = pages.get(pathOf(url)) ?? '';
      const prose = /<div class="prose">(.*?)<\/div><\/?(?:section|article|details)/s.exec(page)?.[1] ?? '';
      const last = prose.match(/<p>[^<]{20,}/g)?.at(-1) ?? 'no paragraph';
      assert.ok(html.includes(last), `${url}: ${last}`);
      assert.equal(html.includes('<h2>Sources</h2>'), prose.includes('role="doc-noteref"'), url);
      assert.equal(
        (html.match(/ \[<a /g) ?? []).length,
        (prose.match(/role="doc-noteref"/g) ?? []).length,
        `${url}: numbers in brackets`,
      );
    }
  });
});

test('the feed of all news holds the posts that came last, and says where the others are', () => {
  const [rss] = feeds.find(({ folder }) => folder === 'news/')?.formats ?? [];
  const items = rss?.feed.items ?? [];
  const days = items.map(({ published }) => published);

  assert.ok(items.length === 50, `${items.length} items`);
  assert.deepEqual(days, days.toSorted().reverse());
  assert.match(rss?.feed.description ?? '', /newest 50 .*https:\/\/[^/]+\/news\/$/);
});

test('a feed and the archives to which it leads hold every post', () => {
  const documents = new Map(feeds.flatMap(({ formats }) => formats.map(({ feed }) => [feed.self, feed])));
  const posts = [...pages.keys()].filter((address) =>
    /^\/news\/(?:\d{4}|undated)\/(?!page\/)[^/]+\/$/.test(address),
  );

  for (const { feed } of feeds.find(({ folder }) => folder === 'news/')?.formats ?? []) {
    const held = new Set<string>();
    for (let at: ReadFeed | undefined = feed; at; at = documents.get(at.links['prev-archive'] ?? ''))
      for (const { url } of at.items) held.add(pathOf(url));
    assert.deepEqual([...held].sort(), posts.sort());
  }
});

test('the page of feeds links every feed in both formats', () => {
  const linked = inLanguages('/feeds/').flatMap(({ address }) => [
    ...(pages.get(address) ?? '').matchAll(/<a (?:lang="en" )?href="\/([^"]*(?:rss\.xml|feed\.json))"/g),
  ]);

  assert.deepEqual(
    linked.map(([, path]) => path).sort(),
    folders.flatMap((folder) => [`${folder}feed.json`, `${folder}rss.xml`]).sort(),
  );
});

test('every page names the feed of all news in its head, and its own where it has one', () => {
  for (const [address, html] of pages) {
    const news = localAddress(languageOf(address), '/news/');
    const own = folders.includes(address.slice(1)) && address !== news ? [address] : [];
    const named = [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">/g)];

    assert.deepEqual(
      named.map(([, type, href]) => `${type} ${href}`),
      [news, ...own].flatMap((of) => [
        `application/rss+xml ${of}rss.xml`,
        `application/feed+json ${of}feed.json`,
      ]),
      address,
    );
  }
});
