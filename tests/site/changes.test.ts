import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { LISTED_CHANGE_KINDS } from '../../src/rules/vocabulary.ts';
import { LISTS } from '../../src/rules/lists.ts';
import { TOLD_LISTS } from '../../src/schemas/lists.ts';
import { contentData, pagesByAddress } from '../pages.ts';

interface Changed {
  id: string;
  changes?: { kind: string; what: string }[];
}

const en = dictionaryFor('en');

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

test('every change of substance to a record of a list is told, whatever the list', () => {
  const told = [...pages]
    .filter(([address]) => address.startsWith('/corrections/'))
    .map(([, html]) => html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
    .join('\n');
  const changes = TOLD_LISTS.flatMap((list) => {
    const file = contentData<Changed[] | Record<string, Changed[]>>(LISTS[list].file);
    return (Array.isArray(file) ? file : (file[list] ?? [])).flatMap(({ id, changes = [] }) =>
      changes.flatMap(({ kind, what }) => (kind === 'rewording' ? [] : { name: `${list}/${id}`, what })),
    );
  });

  assert.ok(new Set(changes.map(({ name }) => name.split('/')[0])).size > 3);
  assert.deepEqual(
    changes.filter(({ what }) => !told.includes(what)),
    [],
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
