import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentPolicy, headersFile, securityHeaders, styleHash } from '../../src/build/policy.ts';

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

test('tells no other site where a reader came from', () => {
  const headers = securityHeaders(contentPolicy(HASH));

  assert.equal(headers['Referrer-Policy'], 'no-referrer');
});

test('writes the headers below the addresses they belong to', () => {
  const file = headersFile({ 'X-One': 'first', 'X-Two': 'second; third' });

  assert.equal(
    file,
    [
      '/*',
      '  X-One: first',
      '  X-Two: second; third',
      '/assets/*',
      '  Cache-Control: public, max-age=31536000, immutable',
      '/*.txt',
      '  Content-Type: text/plain; charset=utf-8',
      '/*.bib',
      '  Content-Type: application/x-bibtex; charset=utf-8',
      '/*.ris',
      '  Content-Type: application/x-research-info-systems; charset=utf-8',
      '',
    ].join('\n'),
  );
});
