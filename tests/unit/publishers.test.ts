import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import names from '../../src/i18n/publishers/ko.json' with { type: 'json' };
import { publisherIn } from '../../src/i18n/dictionary.ts';

test('a publisher has its Korean name on Korean pages, and its own where none is sure', () => {
  assert.equal(publisherIn('ko', 'Asia Economy'), '아시아경제');
  assert.equal(publisherIn('en', 'Asia Economy'), 'Asia Economy');
  assert.equal(publisherIn('ko', 'A paper that nobody knows'), 'A paper that nobody knows');
});

test('every Korean name is that of a publisher of some source', () => {
  const posts = globSync('content/en/news/**/*.mdx').map((path) => readFileSync(path, 'utf8'));
  const told = posts.flatMap((text) => /^publisher: "?([^"\n]+)"?$/m.exec(text)?.[1] ?? []);
  const sources = JSON.parse(readFileSync('content/data/sources.json', 'utf8')) as { publisher: string }[];
  const known = new Set([...told, ...sources.map(({ publisher }) => publisher)]);

  assert.deepEqual(
    Object.keys(names).filter((name) => !known.has(name)),
    [],
  );
});
