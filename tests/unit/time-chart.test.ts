import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mark } from '../../src/site/charts/marks.ts';
import { dayOf, extentOf } from '../../src/site/charts/measured.ts';
import { timeChart, type TimeFigure } from '../../src/site/charts/time.ts';

const day = (text: string) => new Date(`${text}T00:00Z`);
const words = {
  undated: 'undated',
  differs: (numbers: string) => `differs from ${numbers}`,
  number: String,
  value: ({ value = 0 }: TimeFigure) => String(value),
};

function figure(id: string, value: number, asOf: string, more: Partial<TimeFigure> = {}): TimeFigure {
  return { id, value, asOf, stage: 'sent', qualifier: 'exactly', conflicts: [], ...more };
}

const textsOf = (marks: readonly Mark[]) => marks.flatMap((mark) => ('text' in mark ? [mark.text] : []));
const linesOf = (marks: readonly Mark[], role: string) =>
  marks.flatMap((mark) => ('line' in mark && mark.role === role ? [mark.line] : []));
const signsAt = (marks: readonly Mark[], point: number) =>
  marks.flatMap((mark) => ('sign' in mark && mark.point === point ? mark.sign : []));

/** Enough figures close together that their values would run into each other. */
const crowd = [
  figure('a', 90, '2020-01'),
  figure('b', 92, '2020-02'),
  figure('c', 94, '2020-03'),
  figure('d', 96, '2020-04'),
];

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

test('begins the values at zero', () => {
  const { points, marks } = timeChart([figure('a', 50, '2020'), figure('b', 100, '2021')], words);

  const base = linesOf(marks, 'axis')[0]?.[1] ?? 0;
  const [half, whole] = points.map(({ y }) => base - y);
  assert.ok(half !== undefined && half > 0);
  assert.equal(whole, half * 2);
});

test('marks every year, from the first to the end of the last', () => {
  const { marks } = timeChart([figure('a', 1, '2018-03'), figure('b', 2, '2020')], words);

  assert.deepEqual(
    textsOf(marks).filter((text) => text.startsWith('20')),
    ['2018', '2019', '2020', '2021'],
  );
});

test('joins no points but those that disagree', () => {
  const { marks } = timeChart([figure('a', 50, '2020'), figure('b', 100, '2021')], words);

  const slanting = marks.filter(
    (mark) => 'line' in mark && mark.line[0] !== mark.line[2] && mark.line[1] !== mark.line[3],
  );

  assert.deepEqual(slanting, []);
});

test('joins figures that disagree by a dashed line with a sign in its middle', () => {
  const { marks, points } = timeChart(
    [
      figure('a', 90, '2020-06', { conflicts: ['b'] }),
      figure('b', 30, '2020-09', { conflicts: ['a'] }),
      figure('c', 60, '2024'),
    ],
    words,
  );

  const [a, b] = points;
  assert.deepEqual(linesOf(marks, 'differ'), [[a?.x, a?.y, b?.x, b?.y]]);
  const sign = marks.find((mark) => 'sign' in mark && mark.point === undefined);
  assert.ok(sign && 'sign' in sign && a && b);
  assert.ok(Math.abs(sign.x - (a.x + b.x) / 2) <= 0.1 && Math.abs(sign.y - (a.y + b.y) / 2) <= 0.1);
});

test('keeps the numbers of the points clear of the sign of a disagreement', () => {
  const figures = [
    figure('a', 90, '2020-06', { conflicts: ['b'] }),
    figure('b', 90, '2021-06', { conflicts: ['a'] }),
    figure('just left of the sign, below the line', 86.4, '2020-11'),
  ];

  const { marks } = timeChart(figures, words);

  const sign = marks.find((mark) => 'sign' in mark && mark.point === undefined);
  const number = marks.find((mark) => 'text' in mark && mark.text === '3');
  assert.ok(sign && 'sign' in sign && number && 'text' in number);
  // In pixels of a phone on which the drawing is 325 wide.
  const across = Math.abs(((number.x - sign.x) / 100) * 325 + (number.dx ?? 0));
  assert.ok(across > 12, `${across} pixels from the sign`);
});

test('joins distant figures that disagree over the heads of those between', () => {
  const { marks, points } = timeChart(
    [
      figure('a', 90, '2016', { conflicts: ['c'] }),
      figure('b', 100, '2018'),
      figure('c', 90, '2020', { conflicts: ['a'] }),
      ...crowd,
    ],
    words,
  );

  const [over] = linesOf(marks, 'differ');
  assert.ok(over && over[1] === over[3]);
  assert.ok(over[1] < Math.min(...points.map(({ y }) => y)));
});

test('sets undated figures side by side at the right edge, behind all dated ones', () => {
  const { points, marks } = timeChart(
    [figure('a', 50, '2020'), figure('b', 70, 'undated'), figure('c', 70, 'undated')],
    words,
  );

  const [dated, first, second] = points.map(({ x }) => x);
  assert.ok(dated !== undefined && first !== undefined && second !== undefined);
  assert.ok(dated < 80 && first > 84 && second > first && second < 100);
  assert.ok(textsOf(marks).includes('undated'));
});

test('marks a figure above the scale at the upper edge, with its value and those that disagree', () => {
  const { points, marks } = timeChart(
    [
      figure('a', 50, '2020', { conflicts: ['b'] }),
      figure('b', 9000, '2021', { conflicts: ['a'] }),
      figure('c', 100, '2022'),
    ],
    words,
    ['b'],
  );

  const [a, off, c] = points;
  assert.ok(a && off && c && off.isOff);
  assert.ok(0 < off.y && off.y < c.y && c.y < a.y);
  assert.ok(textsOf(marks).includes('2: 9000'));
  assert.ok(textsOf(marks).includes('differs from 1'));
  assert.deepEqual(linesOf(marks, 'differ'), []);
});

test('lets a figure above the scale flatten none of the others', () => {
  const figures = [figure('a', 50, '2020'), figure('b', 9000, '2021'), figure('c', 100, '2022')];

  const { points } = timeChart(figures, words, ['b']);

  const [a, , c] = points;
  assert.ok(a && c && a.y - c.y > 80);
});

test('gives each kind of counting a sign of its own', () => {
  const { marks } = timeChart(
    [
      figure('a', 50, '2020', { stage: 'collected' }),
      figure('b', 60, '2021'),
      figure('c', 70, '2022', { stage: 'aimed' }),
    ],
    words,
  );

  const shapes = [0, 1, 2].map((point) => signsAt(marks, point).at(-1));
  assert.equal(new Set(shapes.map((shape) => shape?.d)).size, 3);
  assert.equal(new Set(shapes.map((shape) => shape?.role)).size, 3);
});

test('shows how the source limits a number', () => {
  const limits = ['exactly', 'about', 'more-than', 'at-least', 'up-to', 'nearly'] as const;
  const figures = limits.map((qualifier, index) =>
    figure(qualifier, 50, String(2010 + 3 * index), { qualifier }),
  );

  const { marks } = timeChart(figures, words);

  const roles = limits.map((_, point) =>
    signsAt(marks, point)
      .map(({ role }) => role)
      .slice(0, -1),
  );
  assert.deepEqual(roles, [[], ['soft'], ['reach'], ['reach'], ['reach'], ['reach']]);
  assert.deepEqual(signsAt(marks, 2)[0], signsAt(marks, 3)[0]);
  assert.deepEqual(signsAt(marks, 4)[0], signsAt(marks, 5)[0]);
  assert.notDeepEqual(signsAt(marks, 2)[0], signsAt(marks, 4)[0]);
  assert.equal(linesOf(marks, 'reach').length, 2);
});

test('numbers the points as the rows of the table', () => {
  const { marks } = timeChart(crowd, words);

  assert.deepEqual(textsOf(marks).slice(-4), ['1', '2', '3', '4']);
});

test('puts no two numbers in one place', () => {
  const figures = [...crowd, figure('e', 90, '2020-01'), figure('f', 2, '2020-02')];

  const { marks } = timeChart(figures, words);

  const points = marks.flatMap((mark) =>
    'text' in mark && /^[1-6]$/.test(mark.text) ? [`${mark.x} ${mark.y} ${mark.dx}`] : [],
  );
  assert.equal(points.length, 6);
  assert.equal(new Set(points).size, 6);
});

test('draws the time over which a numbered figure was counted', () => {
  const year = { ...figure('e', 50, ''), asOf: undefined, period: { from: '2020-02', to: '2020-11' } };

  const { marks, points } = timeChart([...crowd, year], words);

  const [span] = linesOf(marks, 'thin');
  const at = points.at(-1);
  assert.ok(span && at);
  assert.ok(span[0] < span[2] && span[2] === at.x && span[1] === at.y && span[3] === at.y);
});
