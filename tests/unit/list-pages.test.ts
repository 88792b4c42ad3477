import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPages } from '../../src/rules/list-pages.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const pagesOf = (count: number) => listPages('/news/2024/', numbers(count));

test('has one page even where nothing stands in the list, and a new one after every fiftieth entry', () => {
  const sizes = [0, 1, 50, 51, 100, 101].map((count) => pagesOf(count).map(({ items }) => items.length));

  assert.deepEqual(sizes, [[0], [1], [50], [50, 1], [50, 50], [50, 50, 1]]);
});

test('puts every entry on one page, in the order given', () => {
  const items = pagesOf(101).flatMap((page) => page.items);

  assert.deepEqual(items, numbers(101));
});

test('puts the first page at the address of the list, and numbers the others', () => {
  const pages = pagesOf(101).map(({ list, address, number, last }) => ({ list, address, number, last }));

  const list = '/news/2024/';
  assert.deepEqual(pages, [
    { list, address: '/news/2024/', number: 1, last: 3 },
    { list, address: '/news/2024/page/2/', number: 2, last: 3 },
    { list, address: '/news/2024/page/3/', number: 3, last: 3 },
  ]);
});
