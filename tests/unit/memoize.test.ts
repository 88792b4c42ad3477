import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoizeLru } from '../../src/rules/memoize.ts';

test('what was made of a thing lately is kept, and of one that was not asked for since many others is made anew', () => {
  let count = 0;
  const numberOf = memoizeLru(64, (_: object) => ++count);
  const [first, second, ...others] = Array.from({ length: 100 }, () => ({}));
  if (!first || !second) throw new Error('There are a hundred.');

  assert.deepEqual([numberOf(first), numberOf(second), numberOf(first)], [1, 2, 1]);
  for (const other of others) {
    numberOf(other);
    numberOf(first);
  }

  assert.equal(numberOf(first), 1);
  assert.equal(numberOf(second), 101);
});
