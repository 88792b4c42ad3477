import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterWords, isShown, yearsOf } from '../../src/rules/figure-filter.ts';

test('knows each year of a figure, and that one has none', () => {
  const years = [
    { asOf: '2022-11' },
    { asOf: 'undated' },
    { period: { from: '2015', to: '2017-05' } },
    { period: { from: '2021-01', to: '2021-11' } },
  ].map(yearsOf);

  assert.deepEqual(years, [['2022'], ['undated'], ['2015', '2016', '2017'], ['2021']]);
});

test('says by what a figure can be found', () => {
  const words = [
    filterWords({ topics: ['fdff', 'law'], asOf: '2022', certainty: 'claimed', conflicts: ['other'] }),
    filterWords({ topics: ['law'], asOf: '2022', certainty: 'official', conflicts: [] }),
  ];

  assert.deepEqual(words, ['fdff law 2022 claimed differ', 'law 2022 official']);
});

test('shows a row that has every choice and every word, in either case and any order', () => {
  const row = ['fdff 2022 reported', 'About 130,000 devices Radio Free Asia'] as const;

  const shown = [
    isShown(...row, [], ''),
    isShown(...row, ['fdff', '2022'], 'asia devices'),
    isShown(...row, ['fdff', '2021'], ''),
    isShown(...row, ['fd'], ''),
    isShown(...row, ['fdff'], 'balloons'),
  ];

  assert.deepEqual(shown, [true, true, false, false, false]);
});
