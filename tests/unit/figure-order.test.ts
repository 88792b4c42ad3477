import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestOfEachFirst } from '../../src/rules/figure-order.ts';

test('sets figures of one thing together, the newest with a date first, one without a date last', () => {
  const figures = [
    { id: 'total 2020', measure: 'total', asOf: '2020' },
    { id: 'alone', asOf: '2024' },
    { id: 'total undated', measure: 'total', asOf: 'undated' },
    { id: 'total 2022', measure: 'total', period: { from: '2022-01', to: '2022-11' } },
  ];

  const ordered = newestOfEachFirst(figures).map(({ id }) => id);

  assert.deepEqual(ordered, ['total 2022', 'total 2020', 'total undated', 'alone']);
});

test('sets the kind of a figure that leads before all others', () => {
  const [first, leading, last] = [
    { id: 'first', asOf: '2024' },
    { id: 'leading', measure: 'total', asOf: '2020' },
    { id: 'last', asOf: '2023' },
  ];

  const ordered = newestOfEachFirst([first, leading, last], leading);

  assert.deepEqual(ordered, [leading, first, last]);
});
