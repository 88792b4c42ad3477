import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barLengths, dayOf, extentOf, signPath, timeChart } from '../../src/lib/charts.ts';

const day = (text: string) => new Date(`${text}T00:00Z`);

test('takes a value as both ends of its extent, and a range as it is', () => {
  const extents = [extentOf({ value: 5 }), extentOf({ range: { from: 2, to: 9 } }), extentOf({})];

  assert.deepEqual(extents, [
    [5, 5],
    [2, 9],
    [0, 0],
  ]);
});

test('draws a figure in the middle of a month or year where no day is known', () => {
  const days = ['2020-03-09', '2020-03', '2020'].map((asOf) => dayOf({ asOf }));

  assert.deepEqual(days, [day('2020-03-09'), day('2020-03-15'), day('2020-07-01')]);
});

test('draws the figure of a period at its end', () => {
  const drawn = dayOf({ period: { from: '2022-01', to: '2022-11' } });

  assert.deepEqual(drawn, day('2022-11-15'));
});

test('has no day for an undated figure', () => {
  const days = [dayOf({ asOf: 'undated' }), dayOf({})];

  assert.deepEqual(days, [undefined, undefined]);
});

test('leaves undated figures out of a time chart', () => {
  const figures = [
    { value: 50, asOf: '2020' },
    { value: 900, asOf: 'undated' },
    { value: 100, asOf: '2021' },
  ];

  const { points } = timeChart(figures, 200);

  assert.equal(points.length, 2);
  assert.equal(points[1]?.y, 26);
});

test('begins the value axis at zero', () => {
  const figures = [
    { value: 50, asOf: '2020' },
    { value: 100, asOf: '2021' },
  ];

  const { points, base } = timeChart(figures, 200);

  const [half, whole] = points.map(({ y }) => base - y);
  assert.equal(base, 172);
  assert.equal(whole, 146);
  assert.equal(half, 73);
});

test('marks every year of a time chart, from the first to the end of the last', () => {
  const figures = [
    { value: 1, asOf: '2018-03' },
    { value: 2, asOf: '2020' },
  ];

  const { ticks } = timeChart(figures, 200);

  assert.deepEqual(
    ticks.map(({ year }) => year),
    [2018, 2019, 2020, 2021],
  );
  assert.deepEqual([ticks[0]?.x, ticks[3]?.x], [4, 96]);
});

test('sets a point in the middle of a range and gives both ends', () => {
  const figures = [{ range: { from: 50, to: 100 }, asOf: '2020' }];

  const { points } = timeChart(figures, 200);

  assert.equal(points[0]?.y, 62.5);
  assert.deepEqual(points[0]?.spread, [99, 26]);
});

test('gives no spread for a single value', () => {
  const { points } = timeChart([{ value: 50, asOf: '2020' }], 200);

  assert.deepEqual(Object.keys(points[0] ?? {}), ['x', 'y']);
});

test('measures bars in percent of the longest', () => {
  const figures = [{ value: 50 }, { range: { from: 25, to: 200 } }, {}];

  const lengths = barLengths(figures);

  assert.deepEqual(lengths, [
    [25, 25],
    [12.5, 100],
    [0, 0],
  ]);
});

test('draws a conflicting figure with another sign, one that is not round', () => {
  const [conflicting, agreeing] = [signPath(true), signPath(false)];

  assert.match(agreeing, /A/);
  assert.doesNotMatch(conflicting, /A/);
  assert.match(conflicting, /^M.*Z$/);
});
