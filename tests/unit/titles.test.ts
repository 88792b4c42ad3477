import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAllTitles, loadTitles } from '../../src/browser/titles.ts';

/* The lists of titles as the search loads them, from a host that answers when it is let. */

const FILES = ['news', '2012', '2011', '2010'];

/** A host that has the first file and those behind it. */
const host = (url: string) => ({
  ok: true,
  json: async () => ({
    entries: [{ title: `Words of ${url}`, address: url, summary: '', kind: 'page' }],
    ...(url.endsWith('titles.json') && { more: FILES }),
  }),
});

test('every file is loaded once, however many searches ask at the same time', async (t) => {
  const asked: string[] = [];
  t.mock.method(globalThis, 'fetch', async (url: string) => {
    asked.push(url);
    await new Promise(setImmediate);
    return host(url);
  });

  await Promise.all(Array.from({ length: 5 }, () => loadAllTitles('/titles.json')));

  const { files, left } = await loadTitles('/titles.json');
  assert.deepEqual(left, []);
  assert.equal(files.length, 1 + FILES.length);
  assert.deepEqual(
    asked.toSorted(),
    ['/titles.json', ...FILES.map((name) => `/titles-${name}.json`)].toSorted(),
  );
});
