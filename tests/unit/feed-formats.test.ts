import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonFeed, rss, type Channel } from '../../src/site/feeds.ts';
import { readJsonFeed, readRss } from '../feeds.ts';

type Item = Channel['items'][number];

const post: Item = {
  title: 'R&D at “<3”: a & b',
  url: 'https://example.org/news/2024/law/?a=b&c=d',
  id: 'https://example.org/news/2024/law/?a=b&c=d',
  summary: 'Words with & and < and "quotes" and ]]> in them.',
  html: '<p>A &amp; B, 자리, <a href="https://example.org/?a=b&amp;c=d">c</a></p>',
  published: '2024-03-01',
  changed: '2024-05-02',
  tags: ['Law & order', 'Radio'],
};

const files = (archive = '') => ({
  rss: `https://example.org/news/rss${archive}.xml`,
  json: `https://example.org/news/feed${archive}.json`,
});

function channel(...items: Item[]): Channel {
  return {
    title: 'News & more',
    description: 'What is new <here> & there.',
    language: 'en',
    licence: 'CC BY 4.0',
    author: { name: 'The site', url: 'https://example.org/' },
    page: 'https://example.org/news/',
    links: { self: files() },
    changed: '2024-05-02',
    items,
  };
}

test('both formats are valid and give back every sign that was put in', async () => {
  const given = channel(post, { ...post, id: 'https://example.org/other/?a&b' });
  const { title, url, summary, html, tags } = post;
  const item = { id: url, url, title, summary, html, tags, published: '2024-03-01T00:00:00.000Z' };

  const [fromRss, fromJson] = [readRss(await rss(given)), readJsonFeed(jsonFeed(given))];

  assert.deepEqual([...fromRss.faults, ...fromJson.faults], []);
  assert.deepEqual(fromRss.items[0], item);
  assert.deepEqual(fromJson.items[0], { ...item, changed: '2024-05-02T00:00:00.000Z' });
  // What leads to the same address is told apart.
  for (const { items } of [fromRss, fromJson])
    assert.deepEqual([items[1]?.id, items[1]?.url], ['https://example.org/other/?a&b', url]);
  for (const { title, description, page } of [fromRss, fromJson])
    assert.deepEqual({ title, description, page }, pick(given));
  assert.deepEqual([fromRss.self, fromJson.self], Object.values(given.links.self));
});

const pick = ({ title, description, page }: Channel) => ({ title, description, page });

test('a feed in which nothing stands is valid, and knows no clock', async () => {
  const [asRss, asJson] = [await rss(channel()), jsonFeed(channel())];

  const read = [readRss(asRss), readJsonFeed(asJson)];

  assert.deepEqual(
    read.map(({ items, faults }) => ({ items, faults })),
    Array(2).fill({ items: [], faults: [] }),
  );
  assert.ok(asRss.includes('<lastBuildDate>Thu, 02 May 2024 00:00:00 GMT</lastBuildDate>'));
});

test('a feed leads to its archives, and an archive to its neighbours and to the feed', async () => {
  const feed: Channel = { ...channel(post), links: { self: files(), 'prev-archive': files('-2') } };
  const archive: Channel = {
    ...channel(post),
    links: {
      self: files('-2'),
      current: files(),
      'prev-archive': files('-1'),
      'next-archive': files('-3'),
    },
  };

  const [first, second] = [readRss(await rss(feed)), readRss(await rss(archive))];
  const [firstJson, secondJson] = [readJsonFeed(jsonFeed(feed)), readJsonFeed(jsonFeed(archive))];

  const relations = ({ links }: Channel) =>
    Object.fromEntries(Object.entries(links).map(([relation, { rss: href }]) => [relation, href]));
  for (const read of [first, second, firstJson, secondJson]) assert.deepEqual(read.faults, []);
  assert.deepEqual([first.links, first.isArchive], [relations(feed), false]);
  assert.deepEqual([second.links, second.isArchive], [relations(archive), true]);
  assert.deepEqual(
    [firstJson, secondJson].map(({ links }) => links['prev-archive']),
    [files('-2').json, files('-1').json],
  );
});

test('JSON Feed names version 1.1, the language and the author', () => {
  const { version, language, authors } = JSON.parse(jsonFeed(channel(post))) as Record<string, unknown>;

  assert.deepEqual(
    { version, language, authors },
    {
      version: 'https://jsonfeed.org/version/1.1',
      language: 'en',
      authors: [{ name: 'The site', url: 'https://example.org/' }],
    },
  );
});

test('the checks of the tests see what is wrong with a feed', async () => {
  const faulty: Partial<Item>[] = [
    { html: '<p>a <a href="/b/">b</a></p>' },
    { html: '<p class="a">a</p>' },
    { html: '<p>a <data value="1">b</data></p>' },
    { html: '<p>a <b>b</p>' },
    { html: '<p>a &nosuch; b</p>' },
    { title: 'A <b>title</b>' },
    { summary: '' },
    { url: '/b/' },
  ];

  for (const fault of faulty.slice(0, 7))
    assert.notDeepEqual(readRss(await rss(channel({ ...post, ...fault }))).faults, [], JSON.stringify(fault));
  assert.throws(() => readJsonFeed(jsonFeed(channel({ ...post, url: '/b/' }))));
  assert.notDeepEqual(readRss(await rss(channel(post, post))).faults, []);
  assert.throws(() => readJsonFeed(jsonFeed(channel({ ...post, html: '' }))));
  assert.throws(() => readRss('<rss version="2.0"><channel>&nosuch;</rss>'));
});
