import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { en } from '../../src/i18n/en.ts';
import { builtPages } from '../pages.ts';

const pages = new Map(builtPages().map(({ address, html }) => [address, html]));
const corrections = pages.get('/corrections/') ?? '';

test('the page of corrections names every text that shows changes at its foot, and no other', () => {
  const changed = [...pages].filter(([, html]) => html.includes(`<h2>${en.changes.foot}</h2>`));

  const named = corrections.matchAll(/<h3><a href="([^"]+)">/g);

  assert.deepEqual(
    [...new Set([...named].map(([, address]) => address))].sort(),
    changed.map(([address]) => address).sort(),
  );
});

test('the page of corrections explains its words, and says so where nothing was changed', () => {
  const told = [...Object.values(en.changes.kinds).map(({ note }) => note)];
  const empty = !corrections.includes('<time ');

  for (const note of told) assert.ok(corrections.includes(note), note);
  assert.equal(corrections.includes(en.changes.none), empty);
});

test('every old address leads to the page that took its place, and is itself unlisted', () => {
  const redirects = JSON.parse(readFileSync('content/data/redirects.json', 'utf8')) as {
    from: string;
    to: string;
  }[];

  for (const { from, to } of redirects) {
    const html = pages.get(from) ?? '';
    assert.ok(html.includes(`<meta http-equiv="refresh" content="0; url=${to}">`), from);
    assert.match(html, new RegExp(`<link rel="canonical" href="https?://[^/"]+${to}">`), from);
    assert.ok(html.includes('<meta name="robots" content="noindex">'), from);
    assert.ok(html.includes(`<a href="${to}">`), from);
    assert.ok(!html.includes('data-pagefind-body'), from);
  }
});
