import assert from 'node:assert/strict';
import { test } from 'node:test';
import { history } from '../../src/lib/history.ts';

test('puts the accounts of one thing in order and leaves a gap where years are missing', () => {
  const rows = history([
    { id: 'late', asOf: '2022-11' },
    { id: 'undated', asOf: 'undated' },
    { id: 'early', asOf: '2017' },
    { id: 'year', period: { from: '2021-01', to: '2021-11' } },
  ]);

  assert.deepEqual(
    rows.map((row) => ('gap' in row ? [row.gap.from, row.gap.to] : row.figure.id)),
    ['early', [2018, 2020], 'year', 'late', 'undated'],
  );
});

test('sees no gap within a period that spans years, or between one year and the next', () => {
  const rows = history([
    { id: 'one', asOf: '2016' },
    { id: 'span', period: { from: '2017', to: '2020' } },
    { id: 'next', asOf: '2021' },
  ]);

  assert.equal(rows.length, 3);
  assert.ok(rows.every((row) => 'figure' in row));
});
