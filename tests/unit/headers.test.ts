import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  contentPolicy,
  headersFile,
  headersFor,
  securityHeaders,
  styleHash,
} from '../../src/publish/headers.ts';
import { site } from '../../src/site.ts';

// Worked out with: printf 'body{color:#111}' | openssl dgst -sha256 -binary | base64
const SHEET = 'body{color:#111}';
const HASH = "'sha256-zFZMo79PSr4SwN3ueoZ7/hmNQQ+kvT+BwDZTEZCR7Lg='";

/** The sources that a policy allows, by directive. */
function directives(policy: string): Record<string, string> {
  return Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/, 2)));
}

test('hashes the sheet as a browser does', () => {
  const hash = styleHash(SHEET);

  assert.equal(hash, HASH);
});

test('hashes the bytes of the text, other letters included', () => {
  const hash = styleHash('body{content:"é"}');

  assert.equal(hash, "'sha256-P0iMwAPR7Dv0eSq/AN7KvkraNl84wlAb5IDRh6P2Gpc='");
});

test('allows the one sheet of the page and no other style', () => {
  const policy = contentPolicy(HASH);

  assert.equal(directives(policy)['style-src'], HASH);
});

test('allows no inline code, no code made from text and no other origin', () => {
  const policy = contentPolicy(HASH);

  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:|data:|blob:/);
});

test('forbids whatever it does not name, and the search may read its index', () => {
  const {
    'default-src': other,
    'script-src': script,
    'connect-src': connect,
  } = directives(contentPolicy(HASH));

  assert.equal(other, "'none'");
  assert.equal(script, "'self' 'wasm-unsafe-eval'");
  assert.equal(connect, "'self'");
});

test('forbids other sites to frame a page, by header only', () => {
  const policy = contentPolicy(HASH);

  const headers = securityHeaders(policy);

  assert.doesNotMatch(policy, /frame-ancestors/);
  assert.equal(headers['Content-Security-Policy'], `${policy}; frame-ancestors 'none'`);
});

test('offers the onion service to Tor Browser, and says nothing of one that is not named', () => {
  const onion = { address: `http://${'a'.repeat(56)}.onion/`, checked: '2026-01-02' };

  assert.equal(securityHeaders('', onion)['Onion-Location'], onion.address);
  assert.equal(securityHeaders('')['Onion-Location'], site.onion?.address);
});

test('tells no other site where a reader came from', () => {
  const headers = securityHeaders(contentPolicy(HASH));

  assert.equal(headers['Referrer-Policy'], 'no-referrer');
});

test('writes the headers below the addresses they belong to', () => {
  const file = headersFile({ 'X-One': 'first', 'X-Two': 'second; third' });

  assert.ok(
    file.startsWith(
      [
        '/*',
        '  X-One: first',
        '  X-Two: second; third',
        '/assets/*',
        '  Cache-Control: public, max-age=31536000, immutable',
        '/assets/*.webp',
        '',
      ].join('\n'),
    ),
    file,
  );
});

test('programs of other sites may fetch the open data, and nothing else', () => {
  const file = headersFile(securityHeaders(contentPolicy(HASH)));

  const [data, page] = [headersFor('/data/news.json', file), headersFor('/data/', file)];

  assert.equal(data.get('Access-Control-Allow-Origin'), '*');
  assert.equal(data.get('Cross-Origin-Resource-Policy'), 'cross-origin');
  assert.equal(data.get('X-Content-Type-Options'), 'nosniff');
  assert.equal(page.get('Access-Control-Allow-Origin'), undefined);
  assert.equal(page.get('Cross-Origin-Resource-Policy'), 'same-origin');
});

test('the open data comes with the types of its files', () => {
  const file = headersFile({});

  const types = ['/data/news.csv', '/data/news.schema.json', '/data/news.json'].map((path) =>
    headersFor(path, file).get('Content-Type'),
  );

  // The host knows the type of a .json by itself.
  assert.deepEqual(types, ['text/csv; charset=utf-8', 'application/schema+json', undefined]);
});

test('versions come as text in UTF-8, wherever they lie', () => {
  const file = headersFile({});

  for (const path of ['/version-1.txt', '/news/2017/design-award/version-2.txt'])
    assert.match(headersFor(path, file).get('Content-Type') ?? 'none', /charset=utf-8$/, path);
});

test('reads each block of a header file for its own paths, the last of one name last', () => {
  const file = '/*\n  X-All: yes\n  X-Who: all\n/a/*.csv\n  X-Who: tables\n/b.c\n  X-Who: one\n';

  const who = ['/a/x.csv', '/a/x.json', '/ba/x.csv', '/b.c', '/bxc'].map((path) => [
    ...headersFor(path, file).values(),
  ]);

  assert.deepEqual(who, [
    ['yes', 'tables'],
    ['yes', 'all'],
    ['yes', 'all'],
    ['yes', 'one'],
    ['yes', 'all'],
  ]);
});
