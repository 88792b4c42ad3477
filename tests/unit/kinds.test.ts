import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as addresses from '../../src/rules/addresses.ts';
import {
  addressOfFile,
  entryAddress,
  FOLDERS,
  kindOf,
  lastingAddresses,
  routeAt,
} from '../../src/rules/kinds.ts';
import { EDITIONS, PLAN, type EditionId, type KindName } from '../../src/site-plan.ts';

const { addressOf, feedFile } = addresses;
const post = entryAddress('news', '2017/design-award');
const figure = entryAddress('figures', 'sent');
const source = entryAddress('sources', 'the-report');

/** What the builders of addresses make; of other kinds, the path in the plan. */
const MADE: Partial<Record<KindName, readonly string[]>> = {
  asset: ['/assets/search.B4-x_1.js', '/assets/noto-sans.woff2'],
  'search index': ['/pagefind/fragment/en_1.pf_fragment'],
  'time line of one kind': [addressOf('time line of one kind', 'law')],
  year: ['2017', 'undated'].map((year) => addressOf('year', year)),
  topic: [addressOf('topic', 'law')],
  'changes of one kind': [addressOf('changes of one kind', 'update')],
  chart: [addressOf('chart', 'stages')],
  source: [source],
  figure: [figure],
  category: [entryAddress('categories', 'books')],
  post: [post, entryAddress('news', 'undated/a-report')],
  'places of use': [figure, source, post].map((page) => addressOf('places of use', page)),
  'next page': ['/news/', addressOf('topic', 'law'), '/sources/', `${post}used/`].map((list) =>
    addresses.listPageAddress(list, 2),
  ),
  text: ['give', 'give/collection'].map(addresses.pageAddress),
  edition: (Object.keys(EDITIONS) as EditionId[]).map((id) =>
    addresses.editionAddress(id, '2026-11-28-1a2b3c4d'),
  ),
  feed: [addressOf('topic', 'law') + feedFile('rss.xml'), '/news/feed.json'],
  'archive of a feed': [`/news/${feedFile('rss.xml', 1)}`, `/statistics/${feedFile('feed.json', 12)}`],
  card: ['/', '/give/', figure].map((page) => addressOf('card', page)),
  'chart file': (['svg', 'png', 'csv'] as const).map((format) =>
    addresses.chartFileAddress(addressOf('chart', 'stages'), format),
  ),
  'open data': ['statistics.csv', 'news.schema.json', 'datapackage.json'].map((file) =>
    addressOf('open data', file),
  ),
  version: ['/', post].map((page) => addressOf('version', page, 12)),
  titles: ['', '2019'].map(addresses.titlesAddress),
  'part of the site map': ['/sitemap-2.xml'],
  'signature of the checksums': ['/SHA256SUMS.minisig', '/SHA256SUMS.sig'],
  'text of public/': ['/robots-policy.txt', '/.well-known/ai.txt'],
  'picture of public/': ['/maps/border.webp'],
};

suite('what the plan names is told from all else by its address', () => {
  for (const [kind, { path }] of Object.entries(PLAN))
    test(kind, () => {
      const made = MADE[kind as KindName] ?? [path.replace('<id>', 'one')];

      assert.deepEqual(
        made.map((address) => kindOf(address)),
        made.map(() => kind),
      );
    });
});

test('every address of a page begins and ends with a slash', () => {
  const pages = Object.values(MADE)
    .flat()
    .filter((address) => !/\.\w+$/.test(address));

  assert.deepEqual(
    pages.filter((address) => !/^\/(?:[a-z0-9-]+\/)*$/.test(address)),
    [],
  );
});

test('what the site does not publish is of no kind', () => {
  const strangers = [
    '',
    'news/',
    '/news',
    '/News/',
    '/news//',
    '/charts/stages.gif',
    '/charts.svg',
    '/data/private.csv',
    '/data/news.xml',
    '/assets/picture.png',
    '/feeds/rss.xml',
    `${post}rss.xml`,
    '/cite.ris',
    '/charts/stages/version-1.txt',
    '/news/version-1.txt',
    '/give/404.html',
    '/give/index.html',
    '/a.exe',
  ];

  assert.deepEqual(
    strangers.filter((address) => kindOf(address) !== undefined),
    [],
  );
});

test('what stands below or beside a page names that page', () => {
  const pages = [`${post}used/page/2/`, '/news/feed.json', '/charts/stages.svg', '/version-1.txt', post].map(
    (address) => routeAt(address)?.page,
  );

  assert.deepEqual(pages, [`${post}used/`, '/news/', '/charts/stages/', '/', undefined]);
});

test('a list may lose a page that it once had; a page of its own may not', () => {
  const passing = ['/news/2019/', '/news/page/9/', '/news/topic/law/', `${post}used/`, '/sources/page/3/'];
  const lasting = [
    '/',
    '/news/',
    post,
    '/news/somewhere/',
    '/give/',
    '/charts/stages/',
    '/timeline/law/',
    '/corrections/page/2/',
  ];

  const isPassing = (address: string) => routeAt(address)?.passing ?? false;
  assert.deepEqual(passing.filter(isPassing), passing);
  assert.deepEqual(lasting.filter(isPassing), []);
});

test('each entry of a list has its page, and so has each kind of event', () => {
  const made = lastingAddresses((list) => (list === 'pages' ? ['index', 'give'] : [`of-${list}`]));

  for (const address of ['/', '/give/', '/search/', '/charts/of-charts/', '/news/of-news/', '/timeline/law/'])
    assert.equal(made.includes(address), true, address);
  assert.deepEqual(
    made.filter((address) => /index|undefined|[<>]|\.html|topic|page/.test(address)),
    [],
  );
});

test('a text has no place in a folder of the site', () => {
  const taken = ['news', 'timeline', 'data', 'assets', 'pagefind', '404', 'give', 'robots', 'version'];

  assert.deepEqual(
    taken.filter((name) => FOLDERS.has(name)),
    ['news', 'timeline', 'data', 'assets', 'pagefind', '404'],
  );
});

test('the file of a page is served at the address of its folder, any other at its own', () => {
  const files = ['index.html', 'news/index.html', '404.html', 'news/rss.xml', 'my-index.html'];

  assert.deepEqual(files.map(addressOfFile), ['/', '/news/', '/404.html', '/news/rss.xml', '/my-index.html']);
});
