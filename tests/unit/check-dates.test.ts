import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestDay, localDay } from '../../src/checks/check-dates.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { edited, inTree, POST } from './content-tree.ts';

/** Days that are said to be still to come, for a post that is added on a day. */
async function toCome(added: string, now: string): Promise<number> {
  const content = edited(POST, 'added: 2024-04-01', `added: ${added}`);
  const problems = await inTree(content, (root) => checkContent(root, { today: latestDay(new Date(now)) }));
  return problems.filter(({ message }) => message.includes('still to come')).length;
}

test('an editor in Seoul may write the new day while it is still the old one in Greenwich', async () => {
  const found = await toCome('2024-06-02', '2024-06-01T15:00:00Z');

  assert.equal(found, 0);
});

test('a day that has begun nowhere on Earth is still to come', async () => {
  const found = [
    await toCome('2024-06-02', '2024-06-01T09:59:59Z'),
    await toCome('2024-06-02', '2024-06-01T10:00:00Z'),
    await toCome('2024-06-03', '2024-06-02T09:59:59Z'),
  ];

  assert.deepEqual(found, [1, 0, 1]);
});

test('the day of a computer is that of its zone', (t) => {
  const { TZ } = process.env;
  t.after(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });
  const dayIn = (zone: string) => {
    process.env['TZ'] = zone;
    return localDay(new Date('2024-05-31T15:30:00Z'));
  };

  const days = ['Asia/Seoul', 'UTC', 'America/New_York'].map(dayIn);

  assert.deepEqual(days, ['2024-06-01', '2024-05-31', '2024-05-31']);
});
