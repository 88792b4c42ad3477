import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { forEachConcurrently } from '../../src/rules/concurrency.ts';

test('where work on an item fails, no other is begun, and it is told when nothing is under way any more', async () => {
  const done: number[] = [];

  const work = forEachConcurrently(2, [1, 2, 3], async (item) => {
    if (item === 1) throw new Error('the first');
    await turn();
    done.push(item);
  });

  await assert.rejects(work, /the first/);
  assert.deepEqual(done, [2]);
});
