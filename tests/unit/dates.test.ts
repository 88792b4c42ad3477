import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPartialDate, newestFirst, precisionOf, sortKey, yearOf } from '../../src/rules/dates.ts';

test('takes a day, a month or a year as a date', () => {
  const dates = ['2017-12-14', '2017-12', '2017', '2024-02-29', '1900', '2100'];

  const refused = dates.filter((date) => !isPartialDate(date));

  assert.deepEqual(refused, []);
});

test('refuses days that the calendar does not have', () => {
  const dates = '2024-02-31 2023-02-29 2024-04-31 2024-13 2024-00 2024-01-00 1899 2101'.split(' ');

  const taken = dates.filter(isPartialDate);

  assert.deepEqual(taken, []);
});

test('refuses dates in any other form', () => {
  const dates = ['31/12/2024', '2024-1', '2024-1-5', '24', '2024-01-05T00:00', ' 2024', '', 'undated'];

  const taken = dates.filter(isPartialDate);

  assert.deepEqual(taken, []);
});

test('orders the newest first, what is less well known after the known days, undated last', () => {
  const dates = ['undated', '2017', '2017-12', '2016-05', '2017-12-01', '2017-03-09', '2017-12-14'];

  const ordered = dates.toSorted(newestFirst);

  assert.deepEqual(ordered, '2017-12-14 2017-12-01 2017-12 2017-03-09 2017 2016-05 undated'.split(' '));
});

test('sees no difference between equal dates', () => {
  const order = newestFirst('2017-12', '2017-12');

  assert.equal(order, 0);
});

for (const [name, tell, told] of [
  ['tells how much of a date is known', precisionOf, ['day', 'month', 'year', 'none']],
  ['names the folder of a date by its year, or undated', yearOf, ['2017', '2017', '2017', 'undated']],
  [
    'gives every date a key of one length, so that keys sort as text',
    sortKey,
    ['2017-12-14', '2017-12-00', '2017-00-00', '0000-00-00'],
  ],
] as const)
  test(name, () => assert.deepEqual(['2017-12-14', '2017-12', '2017', 'undated'].map(tell), told));
