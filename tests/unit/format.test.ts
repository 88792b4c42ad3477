import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import {
  formatAmount,
  formatDate,
  formatNumber,
  formatValue,
  formatWhen,
  formatInterval,
} from '../../src/rules/format.ts';

const en = dictionaryFor('en');

test('writes numbers out in full, with commas and two decimals at most', () => {
  const written = [9668, 1_350_000, 0.456, 0].map((value) => formatNumber(value, en));

  assert.deepEqual(written, ['9,668', '1,350,000', '0.46', '0']);
});

test('keeps the limit that the source sets on a number', () => {
  const qualifiers = ['exactly', 'about', 'nearly', 'more-than', 'at-least', 'up-to', 'fewer-than'] as const;

  const written = qualifiers.map((qualifier) =>
    formatValue({ value: 130_000, qualifier, unit: 'drives' }, en),
  );

  assert.deepEqual(written, [
    '130,000',
    'about 130,000',
    'nearly 130,000',
    'more than 130,000',
    'at least 130,000',
    'up to 130,000',
    'fewer than 130,000',
  ]);
});

test('writes both ends of a range', () => {
  const range = { from: 10_000, to: 20_000 };

  const written = formatValue({ range, qualifier: 'about', unit: 'drives' }, en);

  assert.equal(written, 'about 10,000 to 20,000');
});

test('puts the unit where it belongs', () => {
  const amounts = [
    formatAmount({ value: 130_000, qualifier: 'about', unit: 'drives' }, en),
    formatAmount({ value: 28_000, qualifier: 'more-than', unit: 'usd' }, en),
    formatAmount({ range: { from: 80, to: 90 }, qualifier: 'exactly', unit: 'percent' }, en),
  ];

  assert.deepEqual(amounts, ['about 130,000 drives', 'more than US$28,000', '80 to 90%']);
});

test('writes the unit of one thing in the singular', () => {
  const written = formatAmount({ value: 1, qualifier: 'at-least', unit: 'drives' }, en);

  assert.equal(written, 'at least 1 drive');
});

test('writes a date as far as it is known and no further', () => {
  const dates = ['2017-10-14', '2017-12', '2017', 'undated'];

  const written = dates.map((date) => formatDate(date, en));

  assert.deepEqual(written, ['14 Oct 2017', 'Dec 2017', '2017', 'undated']);
});

test('writes the year of a period once where both ends share it', () => {
  const period = { from: '2022-01', to: '2022-11' };

  const written = formatWhen({ period }, en);

  assert.equal(written, 'Jan–Nov 2022');
});

test('writes both ends of a period in full where they share nothing', () => {
  const periods = [
    { from: '2017-12', to: '2018-02' },
    { from: '2016', to: '2018' },
    { from: '2016', to: '2018-03' },
  ];

  const written = periods.map((period) => formatWhen({ period }, en));

  assert.deepEqual(written, ['Dec 2017–Feb 2018', '2016–2018', '2016–Mar 2018']);
});

test('writes a running total with its day, and undated where there is none', () => {
  const written = [formatWhen({ asOf: '2022-11' }, en), formatWhen({}, en)];

  assert.deepEqual(written, ['Nov 2022', 'undated']);
});

test('writes a worked-out number as far as it is open', () => {
  const written = [
    { low: 5, high: 5, rough: false },
    { low: 18_000, high: 18_000, rough: true },
    { low: 770_000, high: Infinity, rough: true },
    { low: 90_000, high: Infinity, rough: false },
    { low: 0, high: 100_000, rough: false },
    { low: 2, high: 5, rough: true },
  ].map((interval) => formatInterval(interval, 'drives', en));

  assert.deepEqual(written, [
    '5 drives',
    'about 18,000 drives',
    'at least about 770,000 drives',
    'at least 90,000 drives',
    'up to 100,000 drives',
    'about 2 to 5 drives',
  ]);
});

test('Korean writes dates with year, month and day as far as they are known', () => {
  const ko = dictionaryFor('ko');

  assert.deepEqual(
    ['2024-03-05', '2024-03', '2024', 'undated'].map((date) => formatDate(date, ko)),
    ['2024년 3월 5일', '2024년 3월', '2024년', ko.undated],
  );
  assert.equal(formatWhen({ period: { from: '2022-01', to: '2022-11' } }, ko), '2022년 1월~11월');
});

test('Korean writes large numbers in steps of ten thousand, with the unit apart from a step', () => {
  const ko = dictionaryFor('ko');
  const amount = (value: number) => formatAmount({ value, qualifier: 'exactly', unit: 'drives' }, ko);

  assert.deepEqual([9668, 130_000, 135_000].map(amount), ['9,668개', '13만 개', '13만 5,000개']);
});
