import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRIVE_STEP, packages, people, windows, type Shape } from '../../src/rules/drawing-shapes.ts';

const ofLook = (shapes: readonly Shape[], look: Shape['look']) =>
  shapes.flatMap((shape) => (shape.look === look ? [shape.d] : [])).join('');
/** Rectangles that are closed. */
const closed = (d: string) => d.match(/z/g)?.length ?? 0;
/** Dashes of one step on the lines of a path. */
const dashes = (d: string, step: number) =>
  [...d.matchAll(/h(\d+(?:\.\d+)?)/g)].reduce((sum, [, length]) => sum + Math.ceil(Number(length) / step), 0);

test('draws a window for each look, over several rows', () => {
  const { shapes } = windows([...Array<'lit'>(8).fill('lit'), 'hatched', 'hatched', 'dotted']);

  assert.equal(closed(ofLook(shapes, 'lit')), 8);
  assert.equal(closed(ofLook(shapes, 'plain')), 2);
  assert.notEqual(ofLook(shapes, 'hatching'), '');
  assert.equal(closed(ofLook(shapes, 'dotted')), 1);
});

test('draws a dot for each person, lit for those who said so, over several rows', () => {
  const { shapes } = people(50, 49);

  assert.equal(dashes(ofLook(shapes, 'heads'), 9), 50);
  assert.equal(dashes(ofLook(shapes, 'lit heads'), 9), 49);
  assert.equal(dashes(ofLook(shapes, 'empty heads'), 9), 1);
});

test('draws every package with its drives, as many in a row as it is told', () => {
  for (const columns of [6, 10]) {
    const { shapes } = packages(60, 10, columns);

    assert.equal(closed(ofLook(shapes, 'plain')), 60);
    assert.equal(dashes(ofLook(shapes, 'row'), DRIVE_STEP), 600);
  }
  assert.ok(packages(60, 10, 6).width < packages(60, 10, 10).width);
  assert.ok(packages(60, 10, 6).height > packages(60, 10, 10).height);
});

test('draws the drives of a package of which the last row is not full', () => {
  assert.equal(dashes(ofLook(packages(1, 7, 6).shapes, 'row'), DRIVE_STEP), 7);
});

test('draws assumed people as outlines, none of them lit', () => {
  const { shapes } = people(10, 0);

  assert.equal(dashes(ofLook(shapes, 'empty heads'), 9), 10);
  assert.equal(ofLook(shapes, 'lit heads'), '');
});

test('keeps what is drawn within the sign', () => {
  for (const { width, height, shapes } of [
    windows(Array<'lit'>(13).fill('lit')),
    people(200, 143),
    packages(60, 10, 6),
  ])
    for (const [, x, y] of shapes
      .map(({ d }) => d)
      .join('')
      .matchAll(/M([\d.]+) ([\d.]+)/g)) {
      assert.ok(Number(x) >= 0 && Number(x) < width, `${x} of ${width}`);
      assert.ok(Number(y) >= 0 && Number(y) < height, `${y} of ${height}`);
    }
});
