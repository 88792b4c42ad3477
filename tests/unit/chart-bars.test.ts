import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accountBars,
  barsOf,
  extentOf,
  lawBars,
  partsOf,
  scaleFor,
  shareOf,
  type Measured,
  type Piece,
} from '../../src/site/charts/bars.ts';
import { drawBar, pagePen, thumbnail } from '../../src/site/charts/draw.ts';

const figure = (id: string, value: number, more: Partial<Measured> = {}): Measured => ({
  id,
  value,
  stage: 'sent',
  ...more,
});
const inWords = (bar: readonly Piece[] = []) => bar.map(({ look, from, to }) => `${look} ${from}–${to}`);

test('takes a value as both ends of its extent, and a range as it is', () => {
  const extents = [extentOf({ value: 5 }), extentOf({ range: { from: 2, to: 9 } }), extentOf({})];

  assert.deepEqual(extents, [
    [5, 5],
    [2, 9],
    [0, 0],
  ]);
});

test('begins the scale at zero and ends it with a round number, at equal distances', () => {
  assert.deepEqual(scaleFor(135000).ticks, [0, 50000, 100000, 150000]);
  assert.deepEqual(scaleFor(100).ticks, [0, 50, 100]);
  assert.equal(scaleFor(100).at(50), 50);
});

test('draws bars from zero, each as long as its value', () => {
  const { bars } = barsOf([figure('a', 50), figure('b', 100), figure('none', 0)]);

  assert.deepEqual(bars.map(inWords), [['lit 0–50'], ['lit 0–100'], []]);
});

test('draws aims and estimates as outlines: nobody counted them', () => {
  const stages = ['aimed', 'reached', 'hours'] as const;

  const { bars } = barsOf(stages.map((stage) => figure(stage, 100, { stage })));

  assert.deepEqual(bars.map(inWords), [['outline 0–100'], ['outline 0–100'], ['outline 0–100']]);
});

test('goes on to the end of a range as an outline', () => {
  const { bars } = barsOf([figure('a', 0, { value: undefined, range: { from: 50, to: 100 } })]);

  assert.deepEqual(bars.map(inWords), [['lit 0–50', 'outline 50–100']]);
});

test('hatches a contested total beyond the highest account of the same thing that is not contested', () => {
  const measure = 'total';
  const figures = [
    figure('first', 60, { measure }),
    figure('contested', 80, { measure }),
    figure('of another thing', 100),
  ];

  const { bars } = barsOf(figures, { contested: ['contested'] });

  assert.deepEqual(inWords(bars[1]), ['lit 0–60', 'hatched 60–80']);
});

test('lets no later account bear out a contested total, but any one that has no date', () => {
  const measure = 'total';
  const figures = [
    figure('contested', 80, { measure, asOf: '2017-05-22' }),
    figure('before', 60, { measure, asOf: '2017-05' }),
    figure('later', 100, { measure, asOf: '2021' }),
    figure('undated', 90, { measure, asOf: 'undated' }),
    figure('contested and undated', 120, { measure }),
  ];

  const { bars } = barsOf(figures, { contested: ['contested', 'contested and undated'] });

  assert.deepEqual(inWords(bars[0]), ['lit 0–40', 'hatched 40–53.3']);
  assert.deepEqual(inWords(bars[4]), ['lit 0–66.7', 'hatched 66.7–80']);
});

test('hatches all of a contested figure that has no other account', () => {
  const { bars } = barsOf([figure('alone', 100)], { contested: ['alone'] });

  assert.deepEqual(bars.map(inWords), [['hatched 0–100']]);
});

test('shows what a contested total should be by others, step by step, and hatches what they leave', () => {
  const figures = [
    figure('last year', 60, { measure: 'total' }),
    figure('this year', 10),
    figure('total', 100, { measure: 'total', crossChecks: [{ sum: ['last year', 'this year'] }] }),
  ];

  const { bars } = barsOf(figures, { contested: ['total'] });

  assert.deepEqual(inWords(bars[2]), ['lit 0–60', 'lit 60–70', 'hatched 70–100']);
});

test('names as parts only figures that the chart shows, and no products', () => {
  const checked = figure('total', 100, { crossChecks: [{ sum: ['a', 'b'] }] });
  const product = figure('product', 100, { crossChecks: [{ sum: ['a'], times: 'b' }] });
  const [a, b] = [figure('a', 1), figure('b', 2)];

  assert.deepEqual(partsOf(checked, [a, b]), [a, b]);
  assert.deepEqual(partsOf(checked, [a]), []);
  assert.deepEqual(partsOf(product, [a, b]), []);
});

test('cuts the bar of a figure above the scale, and lets it flatten none of the others', () => {
  const { bars } = barsOf([figure('a', 100), figure('far', 9000)], { offScale: ['far'] });

  assert.deepEqual(bars.map(inWords), [['lit 0–100'], ['lit 0–92', 'lit 94–100']]);
});

test('lights the own account among all of one thing, and cuts one that stands far above the rest', () => {
  const { bars } = accountBars([figure('a', 50), figure('own', 100), figure('far', 900)], 'own');

  assert.deepEqual(bars.map(inWords), [['plain 0–50'], ['lit 0–100'], ['plain 0–92', 'plain 94–100']]);
});

test('keeps the open end of a range as an outline among other accounts', () => {
  const { bars } = accountBars([figure('own', 0, { value: undefined, range: { from: 50, to: 100 } })], 'own');

  assert.deepEqual(bars.map(inWords), [['lit 0–50', 'outline 50–100']]);
});

test('draws shares within the outline of all who were asked', () => {
  assert.deepEqual(inWords(shareOf({ value: 98 })), ['lit 0–98', 'outline 98–100']);
  assert.deepEqual(inWords(shareOf({ value: 100 })), ['lit 0–100']);
  assert.deepEqual(inWords(shareOf({ range: { from: 80, to: 90 } })), [
    'lit 0–80',
    'hatched 80–90',
    'outline 90–100',
  ]);
});

test('draws a law from the day on which it took effect to the day on which it fell', () => {
  const { bars, ticks } = lawBars(
    [{ passed: '2020-12-14', from: '2021-03', until: '2023-09-26' }],
    '2026-11-20',
  );

  const [bar] = bars[0] ?? [];
  const yearAt = (percent = 0) => (ticks[0] ?? 0) + (percent / 100) * ((ticks.at(-1) ?? 0) - (ticks[0] ?? 0));
  assert.equal(bar?.look, 'lit');
  assert.ok(Math.abs(yearAt(bar?.from) - 2021.2) < 0.05 && Math.abs(yearAt(bar?.to) - 2023.74) < 0.05);
});

test('draws a law that still holds up to the day up to which laws are known, and no further', () => {
  const { bars, ticks } = lawBars([{ from: '2022' }, { from: '2025-12-02' }], '2026-07-02');

  assert.deepEqual(
    bars.map((bar) => bar.at(-1)?.to),
    [90, 90],
  );
  assert.ok((bars[1]?.[0]?.from ?? 0) < 90);
  assert.deepEqual(ticks, [2022, 2023, 2024, 2025, 2026, 2027]);
});

test('sets the years of laws at equal distances, so few that they have room on a phone', () => {
  const { ticks } = lawBars([{ from: '2001' }, { passed: '2025-12-02' }], '2025-12-31');

  const steps = ticks.slice(1).map((year, index) => year - (ticks[index] ?? 0));
  assert.ok(ticks.length <= 7 && (ticks.at(-1) ?? 0) > 2025);
  assert.equal(new Set(steps).size, 1);
});

test('dots the bar of a law whose start is not known, and begins it with the vote', () => {
  const { bars } = lawBars([{ passed: '2025-12-02' }, { from: '2024' }], '2026-11-20');

  assert.deepEqual(
    bars.map(([bar]) => bar?.look),
    ['dotted', 'lit'],
  );
});

test('fills the bar of a law from when a source describes it as in force', () => {
  const { bars } = lawBars([{ described: '2025-08' }], '2026-11-20');

  assert.equal(bars[0]?.[0]?.look, 'lit');
});

test('tells the looks apart by more than their colour', () => {
  const pen = pagePen('lines');
  const looks = (['lit', 'hatched', 'outline', 'dotted', 'plain'] as const).map((look) =>
    drawBar([{ look, from: 0, to: 50 }], 0, 10, pen),
  );

  assert.equal(new Set(looks).size, looks.length);
  assert.match(looks[1] ?? '', /fill="url\(#lines\)"/);
  assert.match(looks[3] ?? '', /stroke-dasharray/);
  for (const look of looks) assert.match(look, /x="0%".*width="50%"/);
});

test('keeps a small picture within its height, however many bars it has', () => {
  const many = Array.from({ length: 40 }, (): Piece[] => [{ look: 'lit', from: 0, to: 50 }]);

  const ends = [...thumbnail(many, pagePen('lines')).matchAll(/y="(\d+)" width="50%" height="(\d+)"/g)].map(
    ([, y, height]) => Number(y) + Number(height),
  );

  assert.equal(ends.length, 40);
  assert.ok(Math.max(...ends) <= 165);
});
