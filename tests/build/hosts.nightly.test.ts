import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  ask,
  assertHeaders,
  FILES,
  OF_ALL_PATHS,
  onEach,
  PICTURE,
  root,
  SECURITY,
  STRICT,
} from './small-site.ts';

/*
 * The same site on nginx, Apache, Caddy and `npm run serve`, with the same answers.
 */

onEach('pages carry the headers of the site, the page of the data too', async (server) => {
  for (const path of '/ /news/ /data/ /ko/ /new/?a=b /search/titles.json'.split(' ')) {
    const answer = await ask(server, path);

    assert.equal(answer.status, 200, path);
    assertHeaders(answer, STRICT, path);
  }
});

onEach('errors carry them too, and nothing tells the version of the server', async (server) => {
  const wrong = [
    ['/no-such-page/', 'GET', 404],
    ['/assets/gone.js', 'GET', 404],
    ['/data/statistics.xls', 'GET', 404],
    ['/news/rss.xml/', 'GET', 404],
    ['/_headers', 'GET', 404],
    ['/_redirects', 'GET', 404],
    ['/.git/config', 'GET', 404],
    ['/assets/', 'GET', 404],
    ['/../../etc/passwd', 'GET', 404],
    ['/', 'POST', 405],
    ['/version-1.txt', 'PUT', 405],
    ['/news/', 'DELETE', 405],
    ['/', 'TRACE', 405],
    ['/%zz', 'GET', 400],
  ] as const;
  for (const [path, method, status] of wrong) {
    const words = `${method} ${path}`;
    const answer = await ask(server, path, {}, method);

    assert.ok([status, status === 404 ? 400 : 0].includes(answer.status), `${words}: ${answer.status}`);
    // Some is refused by nginx before it looks at the path, and by the library of Caddy before Caddy sees it.
    const isUnread = answer.status === 400 || method === 'TRACE';
    if (answer.status === 400 && server.name === 'caddy') continue;
    assertHeaders(answer, isUnread && server.name === 'nginx' ? OF_ALL_PATHS : STRICT, words);
    // Apache adds that it allows nothing itself.
    if (status === 405 && !(isUnread && server.name === 'nginx'))
      assert.match(answer.headers.allow ?? '', /^GET, HEAD(?:, )?$/, words);
    assert.doesNotMatch(`${answer.headers.server}`, /\d/, words);
    assert.doesNotMatch(answer.body.toString(), /(?:nginx|Apache|Caddy)\/\d/i, words);
  }
});

onEach('a wrong address is answered in the language of the page', async (server) => {
  const wanted = { '/wrong/': 'Wrong address', '/ko/wrong/': '없는 주소', '/ko/wrong.csv': '없는 주소' };
  for (const [path, words] of Object.entries(wanted)) {
    const answer = await ask(server, path);

    assert.equal(answer.status, 404, path);
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8', path);
    assert.ok(answer.body.toString().includes(`<title>${words}<`), path);
  }
});

onEach('other sites may read feeds and open data, show their pictures, and nothing else', async (server) => {
  const shown = { ...STRICT, 'Cross-Origin-Resource-Policy': 'cross-origin' };
  const free = { ...shown, 'Access-Control-Allow-Origin': '*' };
  const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  const wanted: Record<string, Record<string, string | undefined>> = {
    '/news/rss.xml': free,
    '/news/feed.json': free,
    '/news/rss-1.xml': free,
    '/ko/news/feed-1.json': free,
    '/data/statistics.csv': free,
    '/data/statistics.json': free,
    '/data/statistics.schema.json': free,
    '/data/datapackage.json': free,
    '/charts/stages.png': shown,
    '/charts/stages.svg': shown,
    '/ko/charts/stages.png': shown,
    '/drawings/route.svg': shown,
    '/assets/photo.a1b2c3.webp': { ...shown, ...immutable },
    '/assets/site.a1b2c3.js': { ...STRICT, ...immutable },
    '/assets/font.a1b2c3.woff2': { ...STRICT, ...immutable },
    '/pagefind/fragment/en_a1b2c3.pf_fragment': { ...STRICT, ...immutable },
    '/pagefind/pagefind.js': STRICT,
    '/charts/stages.csv': STRICT,
    '/card.png': STRICT,
    '/version-1.txt': STRICT,
    '/.well-known/security.txt': STRICT,
  };
  for (const [path, headers] of Object.entries(wanted))
    for (const coding of ['identity', 'br', 'gzip']) {
      const answer = await ask(server, path, { 'Accept-Encoding': coding });

      assert.equal(answer.status, 200, path);
      assertHeaders(answer, headers, `${path} as ${coding}`);
    }
});

onEach('every file has its type, compressed or not', async (server) => {
  const wanted = {
    '/': 'text/html; charset=utf-8',
    '/news/rss.xml': 'application/xml; charset=utf-8',
    '/news/feed.json': 'application/json',
    '/assets/site.a1b2c3.js': 'text/javascript; charset=utf-8',
    '/assets/font.a1b2c3.woff2': 'font/woff2',
    '/assets/photo.a1b2c3.webp': 'image/webp',
    '/charts/stages.png': 'image/png',
    '/charts/stages.svg': 'image/svg+xml; charset=utf-8',
    '/charts/stages.csv': 'text/csv; charset=utf-8',
    '/data/statistics.csv': 'text/csv; charset=utf-8',
    '/data/statistics.schema.json': 'application/schema+json',
    '/version-1.txt': 'text/plain; charset=utf-8',
  };
  for (const [path, type] of Object.entries(wanted))
    for (const coding of ['identity', 'br', 'gzip']) {
      const { headers } = await ask(server, path, { 'Accept-Encoding': coding });
      // JSON needs no letters named, and XML names its own.
      const withoutLetters = (text = '') => text.toLowerCase().replace(/(?<=json|xml); charset=utf-8/, '');

      assert.equal(withoutLetters(headers['content-type']), withoutLetters(type), `${path} as ${coding}`);
    }
});

onEach('a renamed page leads on for good, and a folder to its page', async (server) => {
  for (const [from, to] of [
    ['/old/', '/new/'],
    ['/news', '/news/'],
  ] as const) {
    const { status, headers } = await ask(server, from);

    assert.ok(status === 301 || (status === 308 && from === '/news'), `${from} ${status}`);
    assert.equal(URL.parse(headers.location ?? '', 'http://127.0.0.1')?.pathname, to);
  }
  const { headers } = await ask(server, '//news');

  assert.equal(URL.parse(headers.location ?? '/', 'http://127.0.0.1')?.hostname, '127.0.0.1');
});

onEach('text comes compressed as the reader can read it', async (server) => {
  const readers = {
    'gzip, deflate, br, zstd': 'br',
    br: 'br',
    gzip: 'gzip',
    identity: undefined,
    'br;q=0, gzip': 'gzip',
  };
  for (const path of ['/', '/data/statistics.csv', '/assets/site.a1b2c3.js', '/charts/stages.svg'])
    for (const [accepted, coding] of Object.entries(readers)) {
      const { status, headers, body } = await ask(server, path, { 'Accept-Encoding': accepted });
      const words = `${path} for ${accepted}`;
      const text = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;

      assert.equal(status, 200, words);
      assert.equal(headers['content-encoding'], coding, words);
      assert.match(headers.vary ?? '', /\bAccept-Encoding\b/i, words);
      assert.equal(text.toString(), FILES[path === '/' ? 'index.html' : path.slice(1)], words);
    }
  const picture = await ask(server, '/card.png', { 'Accept-Encoding': 'br, gzip' });

  assert.equal(picture.headers['content-encoding'], undefined);
  assert.deepEqual(picture.body, PICTURE);
});

onEach('HEAD gives the headers of GET and no more', async (server) => {
  for (const path of ['/', '/data/statistics.csv', '/card.png', '/wrong/']) {
    const [get, head] = [await ask(server, path), await ask(server, path, {}, 'HEAD')];
    const without = ({ date: _, connection: _c, 'transfer-encoding': _t, ...others }: IncomingHttpHeaders) =>
      others;

    assert.equal(head.status, get.status, path);
    assert.deepEqual(without(head.headers), without(get.headers), path);
    assert.equal(head.body.length, 0, path);
  }
});

onEach('a part of a file is given as asked for', async (server) => {
  const whole = readFileSync(join(root, 'dist/data/statistics.csv'));
  for (const [range, part] of [
    ['bytes=0-9', whole.subarray(0, 10)],
    ['bytes=-5', whole.subarray(-5)],
    [`bytes=${whole.length - 3}-`, whole.subarray(-3)],
  ] as const) {
    const answer = await ask(server, '/data/statistics.csv', { Range: range });

    assert.equal(answer.status, 206, range);
    assert.deepEqual(answer.body, part, range);
    assert.match(answer.headers['content-range'] ?? '', RegExp(`^bytes \\d+-\\d+/${whole.length}$`));
    assertHeaders(answer, { ...SECURITY, 'Cross-Origin-Resource-Policy': 'cross-origin' }, range);
  }
  const beyond = await ask(server, '/data/statistics.csv', { Range: 'bytes=999999-' });

  assert.equal(beyond.status, 416);
  // nginx says each twice here.
  assert.match(`${beyond.headers['x-content-type-options']}`, /^nosniff(?:, nosniff)?$/);
});

onEach('what a reader has already is not sent again', async (server) => {
  for (const path of ['/', '/assets/site.a1b2c3.js', '/data/statistics.csv'])
    for (const coding of ['identity', 'br', 'gzip']) {
      const words = `${path} as ${coding}`;
      const first = await ask(server, path, { 'Accept-Encoding': coding });
      const tag = first.headers.etag ?? '';
      const day = first.headers['last-modified'] ?? '';
      assert.match(tag, /^(?:W\/)?"[^"]+"$/, words);
      assert.ok(Date.parse(day) > 0, words);
      for (const condition of [{ 'If-None-Match': tag }, { 'If-Modified-Since': day }]) {
        const again = await ask(server, path, { 'Accept-Encoding': coding, ...condition });

        assert.equal(again.status, 304, `${words}, ${Object.keys(condition)[0]}`);
        assert.equal(again.body.length, 0, words);
        assert.equal(again.headers['cache-control'], first.headers['cache-control'], words);
      }
      const other = await ask(server, path, { 'Accept-Encoding': coding, 'If-None-Match': '"other"' });

      assert.equal(other.status, 200, words);
    }
});
