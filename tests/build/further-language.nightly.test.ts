import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertWorked, build, copyProject, keepPictures, put } from './copy.ts';

/** Puts something into a file of a copy of the project. */
function change(root: string, path: string, from: RegExp, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  assert.match(text, from);
  put(root, path, text.replace(from, to));
}

test('a further language is a file of words and its name in one line, and its pages show the other words until it has texts', async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  const english = readFileSync(join(root, 'src/i18n/en.json'), 'utf8');
  const german: unknown = JSON.parse(english, (key, value: unknown) =>
    key === 'locale' ? 'de-DE' : typeof value === 'string' && /[a-z]/i.test(value) ? `${value} ß` : value,
  );
  put(root, 'src/i18n/de.json', JSON.stringify(german));
  change(root, 'src/site.ts', /'en', 'ko'/, "$&, 'de'");

  assertWorked(await build(root));

  const page = (address: string) => readFileSync(join(root, 'dist', address, 'index.html'), 'utf8');
  const alternates = (address: string) =>
    [...page(address).matchAll(/<link rel="alternate" hreflang="([^"]+)"/g)].map(([, language]) => language);
  assert.match(page('de/give'), /<html lang="de">/);
  assert.match(page('de/give'), /rel="canonical" href="https:\/\/[^/]+\/give\/"/);
  assert.match(page('de/give'), /role="note"[^>]*>[^<]*Englisch/);
  assert.match(
    page('de/sources/ap-radio-2025'),
    /rel="canonical" href="https:\/\/[^/]+\/sources\/ap-radio-2025\/"/,
  );
  assert.match(page('de/statistics'), /135\.000/);
  assert.deepEqual(alternates('de/give'), []);
  // The others still know of each other.
  assert.deepEqual(alternates('give'), ['en', 'ko', 'x-default']);
  assert.deepEqual(alternates('news'), ['en', 'ko', 'de', 'x-default']);
});
