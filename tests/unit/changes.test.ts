import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, inChangeOrder, lastChange, type Change } from '../../src/lib/changes.ts';

function change(date: string, kind: Change['kind'], what = 'The name of the court.'): Change {
  return { date, kind, what };
}

function text(address: string, ...changes: Change[]) {
  return { address, data: { title: `Text at ${address}`, changes } };
}

const told = (changes: readonly Change[]) => changes.map(({ date, kind }) => `${date} ${kind}`);

test('gathers the changes of all texts, newest first, each with its text', () => {
  const texts = [
    text('/give/', change('2026-01-02', 'update'), change('2026-03-01', 'correction')),
    text('/news/2024/law/', change('2026-02-01', 'revision')),
    text('/about/'),
  ];

  const changes = changesOf(texts);

  assert.deepEqual(told(changes), ['2026-03-01 correction', '2026-02-01 revision', '2026-01-02 update']);
  assert.deepEqual(changes[1], {
    ...change('2026-02-01', 'revision'),
    address: '/news/2024/law/',
    title: 'Text at /news/2024/law/',
  });
});

test('puts a correction before other changes of its day, then orders by address, however they come', () => {
  const day = '2026-01-01';
  const texts = [
    text('/b/', change(day, 'update'), change(day, 'correction')),
    text('/a/', change(day, 'revision'), change(day, 'correction')),
  ];

  const orders = [texts, texts.toReversed()].map((given) =>
    changesOf(given).map(({ kind, address }) => `${kind} ${address}`),
  );

  const wanted = ['correction /a/', 'correction /b/', 'revision /a/', 'update /b/'];
  assert.deepEqual(orders, [wanted, wanted]);
});

test('has nothing to tell of texts that were never changed', () => {
  assert.deepEqual([...changesOf([]), ...changesOf([text('/a/')])], []);
});

test('orders the changes of one text and leaves its list as it was', () => {
  const changes = [
    change('2026-01-01', 'update'),
    change('2026-01-01', 'correction'),
    change('2026-02-01', 'update'),
  ];

  const ordered = inChangeOrder(changes);

  assert.deepEqual(told(ordered), ['2026-02-01 update', '2026-01-01 correction', '2026-01-01 update']);
  assert.deepEqual(told(changes), ['2026-01-01 update', '2026-01-01 correction', '2026-02-01 update']);
});

test('takes the newest of the day of a text and the days of its changes', () => {
  const changes = [change('2026-03-01', 'update'), change('2026-01-01', 'revision')];

  const days = [
    { added: '2026-02-01', changes },
    { updated: '2026-04-01', changes },
    { updated: '2026-04-01', changes: [] },
  ].map(lastChange);

  assert.deepEqual(days, ['2026-03-01', '2026-04-01', '2026-04-01']);
});
