import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowField, windowPaths } from '../../src/rules/window-field.ts';

const grid = { columns: 2, width: 10, height: 20, gap: 1 };

test('lights windows up to the second highest of the dated totals', () => {
  const totals = [
    { stage: 'sent', value: 40_000, asOf: '2019' },
    { stage: 'sent', value: 70_000, asOf: '2021' },
    { stage: 'sent', value: 50_000, asOf: '2020' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { agreed: 50, disputed: 20, aimed: 0 });
});

test('hatches what only an undated account claims', () => {
  const totals = [
    { stage: 'sent', value: 40_000, asOf: '2020' },
    { stage: 'sent', value: 50_000, asOf: '2021' },
    { stage: 'sent', value: 130_000, asOf: 'undated' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { agreed: 40, disputed: 90, aimed: 0 });
});

test('lights nothing on the word of a single account', () => {
  const totals = [{ stage: 'sent', value: 50_000, asOf: '2020' }];

  const field = windowField(totals);

  assert.deepEqual(field, { agreed: 0, disputed: 50, aimed: 0 });
});

test('outlines the highest aim and counts no other stage', () => {
  const totals = [
    { stage: 'aimed', value: 100_000 },
    { stage: 'aimed', value: 20_000 },
    { stage: 'collected', value: 900_000, asOf: '2020' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { agreed: 0, disputed: 0, aimed: 100 });
});

test('draws no window for less than a thousand drives', () => {
  const totals = [
    { stage: 'sent', value: 1999, asOf: '2020' },
    { stage: 'sent', value: 999, asOf: '2021' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { agreed: 0, disputed: 1, aimed: 0 });
});

test('has no window where nothing is known', () => {
  const field = windowField([]);

  assert.deepEqual(field, { agreed: 0, disputed: 0, aimed: 0 });
});

test('draws one rectangle in each cell and begins a new row after the last column', () => {
  const path = windowPaths(0, 3, grid).panes;

  assert.equal(path, 'M1 1h8v18h-8zM11 1h8v18h-8zM1 21h8v18h-8z');
});

test('draws a cross in each cell from the first to before the last', () => {
  const path = windowPaths(1, 3, grid).bars;

  assert.deepEqual(path.match(/M\d+ \d+v\d+/g), ['M15 1v18', 'M5 21v18']);
  assert.deepEqual(path.match(/M\d+ (?=[\d.]+h)|h\d+/g), ['M11 ', 'h8', 'M1 ', 'h8']);
});

test('draws nothing where there are no windows', () => {
  const paths = windowPaths(4, 4, grid);

  assert.deepEqual(paths, { panes: '', bars: '' });
});
