import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateReaders, parseDrives } from '../../src/rules/calculator.ts';

test('multiplies drives by the assumed readers of one', () => {
  const readers = estimateReaders(25, 10);

  assert.equal(readers, 250);
});

test('takes whole numbers from one to a million', () => {
  const typed = ['1', '25', ' 100 ', '007', '1000000'];

  const drives = typed.map(parseDrives);

  assert.deepEqual(drives, [1, 25, 100, 7, 1_000_000]);
});

test('leaves out numbers below one and above a million', () => {
  const typed = ['0', '-3', '1000001', '99999999'];

  const drives = typed.map(parseDrives);

  assert.deepEqual(drives, [undefined, undefined, undefined, undefined]);
});

test('leaves out whatever is no whole number', () => {
  const typed = [null, '', ' ', '1.5', '1,000', '1e3', '0x10', '12 drives', 'many', '<b>1</b>'];

  const drives = typed.map(parseDrives);

  assert.deepEqual(new Set(drives), new Set([undefined]));
});
