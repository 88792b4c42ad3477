import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contentPolicy,
  headerRules,
  headersFile,
  headersFor,
  redirectsFile,
  redirectsOf,
  securityHeaders,
  styleHash,
} from '../../src/publish/headers.ts';
import { HOSTS } from '../../src/publish/hosts.ts';
import { site } from '../../src/site.ts';

const SECURITY = securityHeaders(contentPolicy(styleHash('body{color:#111}')));
const FILE = headersFile(SECURITY);
const REDIRECTS = [{ from: '/content/old/', to: '/content/new/' }];
const HOSTING = { root: '/srv/a site/current', rules: headerRules(FILE), redirects: REDIRECTS };

/** Of each kind of path one or more, and strangers beside them. */
const PATHS = [
  ...['/', '/data/', '/ko/news/', '/404.html', '/no-such/', '/card.png', '/pagefind/pagefind.js'],
  ...['/assets/a.b1.js', '/assets/a.b1.webp', '/pagefind/fragment/en_1.pf_fragment', '/pagefind/a.pf_meta'],
  ...['/news/rss.xml', '/ko/news/topic/law/feed.json', '/ko/corrections/rss-2.xml', '/news/feed-1.json'],
  ...['/data/news.csv', '/data/laws.schema.json', '/data/datapackage.json'],
  ...['/charts/stages.png', '/ko/charts/stages.csv', '/drawings/a.svg', '/ko/drawings/a.svg'],
  ...['/version-1.txt', '/ko/give/version-2.txt', '/sitemap.xml'],
];

/**
 * What Cloudflare Pages makes of the file by its documentation: a rule adds to those before
 * it, values of one name are joined with a comma, and `!` takes a name back.
 */
function onCloudflare(path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  let applies = false;
  for (const line of FILE.split('\n').map((text) => text.trim())) {
    const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/'))
      applies = RegExp(`^${line.split('*').map(RegExp.escape).join('.*')}$`).test(path);
    else if (applies && line.startsWith('! ')) delete headers[line.slice(2)];
    else if (applies && name) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

test('the header file keeps to what Cloudflare Pages allows: 100 rules, 2,000 signs a line, one * a path', () => {
  const rules = headerRules(FILE);

  assert.ok(rules.length <= 100, `${rules.length} rules`);
  assert.ok(rules.every(({ pattern }) => pattern.split('*').length <= 2));
  assert.ok(FILE.split('\n').every((line) => line.length <= 2000));
});

test('no path is given a header twice on Cloudflare Pages, which would join both', () => {
  for (const path of PATHS)
    assert.deepEqual(onCloudflare(path), Object.fromEntries(headersFor(path, FILE)), path);
});

test('other sites may read feeds with their archives and open data in every language, and show pictures', () => {
  const free = PATHS.filter((path) => headersFor(path, FILE).get('Access-Control-Allow-Origin') === '*');
  const shown = PATHS.filter(
    (path) => headersFor(path, FILE).get('Cross-Origin-Resource-Policy') === 'cross-origin',
  ).filter((path) => !free.includes(path));

  assert.deepEqual(free, [
    ...['/news/rss.xml', '/ko/news/topic/law/feed.json', '/ko/corrections/rss-2.xml', '/news/feed-1.json'],
    ...['/data/news.csv', '/data/laws.schema.json', '/data/datapackage.json'],
  ]);
  assert.deepEqual(shown, [
    '/assets/a.b1.webp',
    '/charts/stages.png',
    '/drawings/a.svg',
    '/ko/drawings/a.svg',
  ]);
});

test('what has its bytes in its name is kept for ever, and nothing else', () => {
  const kept = PATHS.filter((path) => headersFor(path, FILE).has('Cache-Control'));

  assert.deepEqual(kept, [
    ...['/assets/a.b1.js', '/assets/a.b1.webp', '/pagefind/fragment/en_1.pf_fragment', '/pagefind/a.pf_meta'],
  ]);
});

test('a renamed page is a redirect for Netlify, which wants it forced, and for Cloudflare, which knows no force', () => {
  const file = redirectsFile(REDIRECTS);

  assert.equal(
    file,
    [
      '/content/old/ /content/new/ 301!',
      '/content/old/ /content/new/ 301',
      ...site.languages.slice(1).map((language) => `/${language}/* /${language}/404.html 404`),
      '/* /404.html 404',
      '',
    ].join('\n'),
  );
  assert.deepEqual(redirectsOf(file), REDIRECTS);
});

test('each server is told the folder, every header, the redirects and the pages for wrong addresses', () => {
  for (const { file, write } of Object.values(HOSTS)) {
    const text = write(HOSTING);

    assert.ok(text.includes('"/srv/a site/current"'), file);
    for (const [name, value] of Object.entries(SECURITY)) {
      assert.ok(text.includes(name), `${file}: ${name}`);
      assert.ok(text.includes(`"${value}"`), `${file}: ${value}`);
    }
    for (const words of ['/content/old/', '/content/new/', '/404.html', '/ko/404.html', 'immutable'])
      assert.ok(text.includes(words), `${file}: ${words}`);
    assert.doesNotMatch(text, /undefined|\[object/, file);
  }
});
