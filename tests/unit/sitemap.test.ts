import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { sitemapFiles } from '../../src/rules/sitemap.ts';

const base = new URL('https://example.org');
const pages: [string, string][] = [
  ['/', '2026-01-02'],
  ['/news/', '2026-03-01'],
  ['/give/', '2026-01-01'],
];

interface Entry {
  loc: string;
  lastmod: string;
}
interface Read {
  urlset?: { url: Entry[] };
  sitemapindex?: { sitemap: Entry[] };
}
const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' });
const read = (xml = ''): Read => parser.parse(xml);

test('one file names every page with its day, as long as it has room', () => {
  const files = sitemapFiles(pages, base, 3);

  assert.deepEqual([...files.keys()], ['sitemap.xml']);
  assert.deepEqual(
    read(files.get('sitemap.xml')).urlset?.url,
    pages.map(([address, lastmod]) => ({ loc: `https://example.org${address}`, lastmod })),
  );
});

test('one page more makes the file an index of two, each as new as the newest page in it', () => {
  const files = sitemapFiles(pages, base, 2);

  assert.deepEqual(read(files.get('sitemap.xml')).sitemapindex?.sitemap, [
    { loc: 'https://example.org/sitemap-1.xml', lastmod: '2026-03-01' },
    { loc: 'https://example.org/sitemap-2.xml', lastmod: '2026-01-01' },
  ]);
  const named = ['sitemap-1.xml', 'sitemap-2.xml'].map((name) =>
    read(files.get(name)).urlset?.url.map(({ loc }) => new URL(loc).pathname),
  );
  assert.deepEqual(named, [['/', '/news/'], ['/give/']]);
});

test('signs that XML keeps for itself are escaped', () => {
  const [xml = ''] = sitemapFiles([['/?a&b', '2026-01-01']], base).values();

  assert.ok(xml.includes('<loc>https://example.org/?a&amp;b</loc>'));
});
