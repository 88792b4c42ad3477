import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { words } from '../../src/i18n/dictionary.ts';
import { LISTED_CHANGE_KINDS } from '../../src/rules/vocabulary.ts';
import { contentData, pagesByAddress } from '../pages.ts';

const en = words('en');

const pages = pagesByAddress('en');
const corrections = pages.get('/corrections/') ?? '';

test('the pages of corrections name every text and figure that shows changes, and no other', () => {
  const isListed = (label = '') => label !== en.changes.kinds.rewording.label;
  const changed = [...pages].filter(([, html]) =>
    [...html.matchAll(/<div id="change-.*?<b>(.*?):<\/b>/gs)].some(([, label]) => isListed(label)),
  );

  // The first page shows the newest of each kind, the pages below it all.
  const named = [...pages]
    .filter(([address]) => address.startsWith('/corrections/'))
    .flatMap(([, html]) => [...html.matchAll(/<h[23]><a href="([^"#]+)#change-/g)]);

  assert.deepEqual(
    [...new Set(named.map(([, address]) => address))].sort(),
    changed.map(([address]) => address).sort(),
  );
});

test('corrections, revisions and updates stand apart, each explained, and an empty part says so', () => {
  const parts = corrections.match(/<section><h2>.*?<\/section>/gs) ?? [];

  for (const [index, kind] of LISTED_CHANGE_KINDS.entries()) {
    const { title, note, none } = en.changes.kinds[kind];
    const part: string = parts[index] ?? '';
    assert.ok(part.includes(`<h2>${title}</h2>`) && part.includes(note), title);
    assert.equal(part.includes(none), !part.includes('<time '), title);
  }
});

test('every old address leads to the page that took its place, and is itself unlisted', () => {
  const redirects = contentData<{ from: string; to: string }[]>('redirects');
  const forHosts = readFileSync('dist/_redirects', 'utf8').split('\n');

  for (const { from, to } of redirects) {
    const html = pages.get(from) ?? '';
    assert.ok(html.includes(`<meta http-equiv="refresh" content="0; url=${to}">`), from);
    assert.match(html, new RegExp(`<link rel="canonical" href="https?://[^/"]+${to}">`), from);
    assert.ok(html.includes('<meta name="robots" content="noindex">'), from);
    assert.ok(html.includes(`<a href="${to}">`), from);
    assert.ok(!html.includes('data-pagefind-body'), from);
    // Hosts that read the file answer before the page does.
    assert.ok(forHosts.includes(`${from} ${to} 301`), from);
  }
});
