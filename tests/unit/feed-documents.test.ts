import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedDocuments } from '../../src/rules/feed-documents.ts';

/** Entries named by the order in which they came, the newest first. */
const entries = (count: number) => Array.from({ length: count }, (_, index) => count - index);
const SIZE = 3;
const documents = (count: number) => feedDocuments(entries(count), SIZE);

test('is one document as long as all entries fit into it', () => {
  for (const count of [0, 1, 3]) assert.deepEqual(documents(count), [{ entries: entries(count) }]);
});

test('holds the newest entries and leads to archives that are numbered from the oldest', () => {
  assert.deepEqual(documents(8), [
    { previous: 2, entries: [8, 7, 6] },
    { archive: 1, next: 2, entries: [3, 2, 1] },
    { archive: 2, previous: 1, entries: [6, 5, 4] },
  ]);
});

test('loses no entry, however many there are', () => {
  for (let count = 0; count < 20; count++) {
    const held = new Set(documents(count).flatMap(({ entries }) => entries));

    assert.deepEqual(
      [...held].sort((a, b) => b - a),
      entries(count),
    );
  }
});

test('an archive keeps its entries and what came before it when newer entries come', () => {
  const archives = (count: number) =>
    documents(count)
      .slice(1)
      .map(({ next: _, ...archive }) => archive);

  for (let count = 0; count < 20; count++) {
    const before = archives(count);

    assert.deepEqual(archives(count + 1).slice(0, before.length), before, `${count} entries and one more`);
  }
});

test('every archive is full', () => {
  const sizes = documents(20)
    .slice(1)
    .map(({ entries: { length } }) => length);

  assert.deepEqual(new Set(sizes), new Set([SIZE]));
});
