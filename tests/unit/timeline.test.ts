import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byYear } from '../../src/rules/dates.ts';
import { inLawOrder, inTimeOrder, stateDate, type LawDates } from '../../src/rules/timeline.ts';

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('the oldest event comes first, and what is known less precisely before the days of its month or year', () => {
  const events = [
    { id: 'day', date: '2024-03-14' },
    { id: 'later', date: '2025' },
    { id: 'month', date: '2024-03' },
    { id: 'year', date: '2024' },
    { id: 'earlier', date: '2023-12-31' },
  ];

  const ordered = inTimeOrder(events);

  assert.deepEqual(ids(ordered), ['earlier', 'year', 'month', 'day', 'later']);
});

test('events of one date stand in the order of their ids, so that two builds give the same page', () => {
  const events = [
    { id: 'b', date: '2024' },
    { id: 'a', date: '2024' },
  ];

  const [one, other] = [inTimeOrder(events), inTimeOrder(events.toReversed())];

  assert.deepEqual(ids(one), ['a', 'b']);
  assert.deepEqual(one, other);
});

test('years come in the order of their first event, and a year without events is left out', () => {
  const events = [{ date: '2007' }, { date: '2008-05' }, { date: '2012-05-11' }, { date: '2012-06' }];

  const years = byYear(events, ({ date }) => date);

  assert.deepEqual(
    [...years].map(([year, ofYear]) => [year, ofYear.length]),
    [
      ['2007', 1],
      ['2008', 1],
      ['2012', 2],
    ],
  );
});

test('a law stands by the date on which it was passed, or from which it held', () => {
  const laws: (LawDates & { id: string })[] = [
    { id: 'passed-late', status: 'start-not-known', passed: '2025-12' },
    { id: 'held-early', status: 'in-force', from: '2024-08' },
    { id: 'passed-first', status: 'struck-down', passed: '2020-12-14', from: '2026', until: '2026-02' },
  ];

  const ordered = inLawOrder(laws);

  assert.deepEqual(ids(ordered), ['passed-first', 'held-early', 'passed-late']);
});

test('a law that was struck down is dated by its end, an order by its day, and no other state by any', () => {
  const dates = { passed: '2020-12-14', from: '2021-03', until: '2023-09-26' };

  const told = (['struck-down', 'order', 'in-force', 'start-not-known'] as const).map((status) =>
    stateDate({ status, ...dates }),
  );

  assert.deepEqual(told, ['2023-09-26', '2020-12-14', undefined, undefined]);
  assert.equal(stateDate({ status: 'order', from: '2024-10' }), '2024-10');
});
