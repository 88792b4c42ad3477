import assert from 'node:assert/strict';
import { test } from 'node:test';
import { history } from '../../src/rules/figure-order.ts';

test('puts the accounts of one thing in order and leaves a gap where years are missing', () => {
  const rows = history([
    { id: 'late', checked: '2024-02-01', asOf: '2022-11' },
    { id: 'undated', checked: '2024-02-01', asOf: 'undated' },
    { id: 'early', checked: '2024-02-01', asOf: '2017' },
    { id: 'year', checked: '2024-02-01', period: { from: '2021-01', to: '2021-11' } },
  ]);

  assert.deepEqual(
    rows.map((row) => ('gap' in row ? [row.gap.from, row.gap.to] : row.figure.id)),
    ['early', [2018, 2020], 'year', 'late', [2023, 2024], 'undated'],
  );
});

test('sees no gap within a period that spans years, or between one year and the next', () => {
  const rows = history([
    { id: 'one', checked: '2024-02-01', asOf: '2016' },
    { id: 'span', checked: '2024-02-01', period: { from: '2017', to: '2020' } },
    { id: 'next', checked: '2024-02-01', asOf: '2021' },
  ]);

  assert.deepEqual(
    rows.map((row) => ('gap' in row ? [row.gap.from, row.gap.to] : row.figure.id)),
    ['one', 'span', 'next', [2022, 2024]],
  );
});

test('tells of no years to come where all accounts are of one year', () => {
  const rows = history([
    { id: 'one', checked: '2024-02-01', asOf: '2016-02' },
    { id: 'other', checked: '2024-02-01', asOf: '2016-03' },
  ]);

  assert.equal(rows.length, 2);
});
