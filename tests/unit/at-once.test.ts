import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { atOnce, inTurns } from '../../src/rules/at-once.ts';

test('where work on an item fails, no other is begun, and it is told when nothing is under way any more', async () => {
  const done: number[] = [];

  const work = atOnce(2, [1, 2, 3], async (item) => {
    if (item === 1) throw new Error('the first');
    await turn();
    done.push(item);
  });

  await assert.rejects(work, /the first/);
  assert.deepEqual(done, [2]);
});

test('items come in parts of so many, and after a stop no more of them', async () => {
  const stop = new AbortController();
  const parts: number[][] = [];

  for await (const part of inTurns(2, [1, 2, 3, 4, 5, 6], stop.signal)) {
    parts.push(part);
    if (part.includes(4)) stop.abort();
  }

  assert.deepEqual(parts, [
    [1, 2],
    [3, 4],
  ]);
});
