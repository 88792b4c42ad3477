import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mark } from '../../src/site/charts/marks.ts';
import { bars, ON, ranges, shares, STOP, lawTimes } from '../../src/site/charts/rows.ts';

const boxes = (marks: readonly Mark[] = []) =>
  marks.flatMap((mark) =>
    'box' in mark ? [{ role: mark.role, from: mark.box[0], width: mark.box[2] }] : [],
  );
const lines = (marks: readonly Mark[] = [], ...roles: string[]) =>
  marks.flatMap((mark) =>
    'line' in mark && roles.includes(mark.role) ? [[mark.line[0], mark.line[2]]] : [],
  );
const signs = (marks: readonly Mark[] = []) => marks.flatMap((mark) => ('sign' in mark ? [mark] : []));
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => ('text' in mark ? [mark.text] : []));

test('measures bars in percent of the longest, and goes on to the end of a range', () => {
  const { strips } = bars([{ value: 50 }, { range: { from: 25, to: 200 } }, {}]);

  assert.deepEqual(strips.map(boxes), [
    [{ role: 'fill', from: 0, width: 25 }],
    [
      { role: 'fill', from: 0, width: 12.5 },
      { role: 'thin', from: 12.5, width: 87.5 },
    ],
    [{ role: 'fill', from: 0, width: 0 }],
  ]);
});

test('measures shares in percent of all who were asked', () => {
  const { strips } = shares([{ value: 50 }, { value: 98 }]);

  assert.deepEqual(strips.map(boxes), [
    [
      { role: 'grid', from: 0, width: 100 },
      { role: 'fill', from: 0, width: 50 },
    ],
    [
      { role: 'grid', from: 0, width: 100 },
      { role: 'fill', from: 0, width: 98 },
    ],
  ]);
});

test('draws an exact number as a point, “about” with soft ends, “more than” with an arrow', () => {
  const { strips } = ranges(
    (['exactly', 'about', 'more-than'] as const).map((qualifier) => ({ value: 50, qualifier })),
    String,
  );

  const roles = strips.map((strip) => signs(strip).map(({ sign }) => sign.map(({ role }) => role)));
  assert.deepEqual(roles, [[['solid']], [['soft', 'solid']], [['reach', 'solid']]]);
});

test('draws “up to” as a line from zero to the point, with a stop', () => {
  const { strips } = ranges(
    [
      { value: 50, qualifier: 'up-to' },
      { value: 100, qualifier: 'exactly' },
    ],
    String,
  );

  const [zero = 0, end] = lines(strips[0], 'reach')[0] ?? [];
  assert.equal(end, signs(strips[0])[0]?.x);
  assert.ok(zero < (end ?? 0));
  assert.deepEqual(lines(strips[1], 'reach'), []);
});

test('draws a range as a bar from its lowest to its highest number', () => {
  const { strips } = ranges([{ range: { from: 50, to: 100 }, qualifier: 'exactly' }], String);

  const [bar] = boxes(strips[0]);
  assert.equal(bar?.from, 47);
  assert.equal(bar?.width, 45);
});

test('prints the numbers of the scale from zero on', () => {
  const { axis } = ranges([{ value: 100, qualifier: 'exactly' }], String);

  assert.deepEqual(texts(axis), ['0', '50', '100']);
});

test('draws a law from the day on which it took effect to the day on which it fell', () => {
  const { strips } = lawTimes([{ passed: '2020-12-14', from: '2021-03', until: '2023-09-26' }]);

  const [bar = []] = lines(strips[0], 'bar');
  const [end, passed] = signs(strips[0]);
  assert.ok((passed?.x ?? 0) < (bar[0] ?? 0) && (bar[0] ?? 0) < (bar[1] ?? 0));
  assert.deepEqual(end?.sign, [STOP]);
  assert.equal(end?.x, bar[1]);
});

test('leaves the end of a law open that still holds, at the edge of the years, whatever day it is', () => {
  const laws = [{ from: '2020' }, { from: '2024-08' }];

  const { strips } = lawTimes(laws);

  const ends = strips.map((strip) => [
    lines(strip, 'bar')[0]?.[1],
    signs(strip)[0]?.x,
    signs(strip)[0]?.sign,
  ]);
  assert.deepEqual(ends, [
    [96, 96, [ON]],
    [96, 96, [ON]],
  ]);
});

test('ends the years with the one after the last that a law names', () => {
  const { axis } = lawTimes([{ from: '2022' }, { passed: '2025-12-02' }]);

  assert.deepEqual(texts(axis), ['2022', '2023', '2024', '2025', '2026']);
});

test('breaks the bar of a law whose start is not known, and begins it with the vote', () => {
  const { strips } = lawTimes([{ passed: '2025-12-02' }, { from: '2024' }]);

  const [broken = []] = lines(strips[0], 'broken');
  assert.equal(broken[0], signs(strips[0])[1]?.x);
  assert.deepEqual(lines(strips[0], 'bar'), []);
  assert.deepEqual(lines(strips[1], 'broken'), []);
});
