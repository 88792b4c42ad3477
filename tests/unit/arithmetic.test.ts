import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, intervalOf, productOf, sumOf } from '../../src/rules/arithmetic.ts';

const exactly = (value: number) => intervalOf({ value, qualifier: 'exactly' });
const about = (value: number) => intervalOf({ value, qualifier: 'about' });
const moreThan = (value: number) => intervalOf({ value, qualifier: 'more-than' });
const upTo = (value: number) => intervalOf({ value, qualifier: 'up-to' });

test('reads the words of a source as the values that they allow', () => {
  const allowed = [
    exactly(5),
    moreThan(5),
    upTo(5),
    about(5),
    intervalOf({ range: { from: 2, to: 5 }, qualifier: 'about' }),
    intervalOf({ value: 5, qualifier: 'fewer-than' }),
    intervalOf({ value: 5, qualifier: 'at-least' }),
    intervalOf({ value: 5, qualifier: 'nearly' }),
  ];

  assert.deepEqual(
    allowed.map(({ low, high, rough }) => [low, high, rough]),
    [
      [5, 5, false],
      [5, Infinity, false],
      [0, 5, false],
      [5, 5, true],
      [2, 5, true],
      [0, 5, false],
      [5, Infinity, false],
      [5, 5, true],
    ],
  );
});

test('adds and multiplies what is left open', () => {
  const sum = sumOf([about(110_000), exactly(2_000)]);
  const product = productOf(upTo(10_000), about(10));
  const open = productOf(moreThan(135_000), about(10));
  const nothing = productOf(exactly(0), moreThan(3));

  assert.deepEqual(sum, { low: 112_000, high: 112_000, rough: true });
  assert.deepEqual(product, { low: 0, high: 100_000, rough: true });
  assert.deepEqual(open, { low: 1_350_000, high: Infinity, rough: true });
  assert.deepEqual(nothing, { low: 0, high: 0, rough: false });
});

test('subtracts the smaller from the larger of two figures that cannot both be right', () => {
  const numbers = compare(about(130_000), sumOf([about(110_000), about(2_000)]));
  const limits = compare(upTo(10_000), moreThan(100_000));
  const mixed = compare(moreThan(900_000), about(130_000));

  assert.deepEqual(numbers, {
    kind: 'apart',
    larger: 'first',
    by: { low: 18_000, high: 18_000, rough: true },
  });
  assert.deepEqual(limits, {
    kind: 'apart',
    larger: 'second',
    by: { low: 90_000, high: Infinity, rough: false },
  });
  assert.deepEqual(mixed, {
    kind: 'apart',
    larger: 'first',
    by: { low: 770_000, high: Infinity, rough: true },
  });
});

test('says where two figures are the same, or could both be right as they are worded', () => {
  const same = compare(about(1_300_000), about(1_300_000));
  const both = compare(moreThan(100), exactly(250));

  assert.deepEqual(same, { kind: 'equal', rough: true });
  assert.deepEqual(both, { kind: 'overlap' });
});
