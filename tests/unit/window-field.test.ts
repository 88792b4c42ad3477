import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldPaths, newestTotal, windowField, windowPaths } from '../../src/rules/window-field.ts';

const grid = { columns: 2, width: 10, height: 20, gap: 1 };

test('takes the highest running total as the newest, also where its source prints no date', () => {
  const undated = { stage: 'sent', value: 135_000, asOf: 'undated' };
  const totals = [
    { stage: 'sent', value: 130_000, asOf: '2022-11' },
    undated,
    { stage: 'aimed', value: 900_000 },
  ];

  assert.equal(newestTotal(totals), undated);
  assert.equal(windowField(totals).newest, 135);
});

test('lights windows up to the second highest of the dated totals, and hatches the rest of the newest', () => {
  const totals = [
    { stage: 'sent', value: 40_000, asOf: '2019' },
    { stage: 'sent', value: 70_000, asOf: '2021' },
    { stage: 'sent', value: 50_000, asOf: '2020' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { newest: 70, agreed: 50, disputed: 20, aimed: 0 });
});

test('hatches what only an undated account claims', () => {
  const totals = [
    { stage: 'sent', value: 40_000, asOf: '2020' },
    { stage: 'sent', value: 50_000, asOf: '2021' },
    { stage: 'sent', value: 130_000, asOf: 'undated' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { newest: 130, agreed: 40, disputed: 90, aimed: 0 });
});

test('lights nothing on the word of a single account', () => {
  const totals = [{ stage: 'sent', value: 50_000, asOf: '2020' }];

  const field = windowField(totals);

  assert.deepEqual(field, { newest: 50, agreed: 0, disputed: 50, aimed: 0 });
});

test('outlines the highest aim and counts no other stage', () => {
  const totals = [
    { stage: 'aimed', value: 100_000 },
    { stage: 'aimed', value: 20_000 },
    { stage: 'collected', value: 900_000, asOf: '2020' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { newest: 0, agreed: 0, disputed: 0, aimed: 100 });
});

test('draws no window for less than a thousand drives', () => {
  const totals = [
    { stage: 'sent', value: 1999, asOf: '2020' },
    { stage: 'sent', value: 999, asOf: '2021' },
  ];

  const field = windowField(totals);

  assert.deepEqual(field, { newest: 1, agreed: 0, disputed: 1, aimed: 0 });
});

test('has no window where nothing is known', () => {
  const field = windowField([]);

  assert.deepEqual(field, { newest: 0, agreed: 0, disputed: 0, aimed: 0 });
});

test('says at the end of each row how many windows stand there, 25 to a full row', () => {
  const { sent, aim } = fieldPaths({ newest: 135, agreed: 110, disputed: 25, aimed: 100 });

  assert.deepEqual(sent.rows, [25, 50, 75, 100, 125, 135]);
  assert.deepEqual(aim.rows, [25, 50, 75, 100]);
  assert.equal(sent.lit.match(/z/g)?.length, 110);
  assert.equal(sent.hatched.match(/z/g)?.length, 25);
});

test('draws the windows of an aim apart, and smaller than those of what was sent', () => {
  const { sent, aim } = fieldPaths({ newest: 25, agreed: 25, disputed: 0, aimed: 25 });

  assert.ok(aim.width <= sent.width / 2);
  assert.ok(aim.height < sent.height);
});

test('leaves a gap after ten windows, and after twenty, so that a row can be counted', () => {
  const { sent } = fieldPaths({ newest: 25, agreed: 25, disputed: 0, aimed: 0 });
  const steps = [...sent.lit.matchAll(/m([\d.]+) 0/g)].map(([, step]) => Number(step));
  const wider = steps.flatMap((step, index) => (step > Math.min(...steps) ? [index + 1] : []));

  assert.equal(steps.length, 24);
  assert.deepEqual(wider, [10, 20]);
  assert.ok(steps.reduce((sum, step) => sum + step) < sent.width);
});

test('draws one rectangle in each cell and begins a new row after the last column', () => {
  const path = windowPaths(0, 3, grid).panes;

  // From the corner of each to that of the next: right, then back and down.
  assert.equal(path, 'M1 1h8v18h-8zm10 0h8v18h-8zm-10 20h8v18h-8z');
});

test('draws a cross in each cell from the first to before the last', () => {
  const path = windowPaths(1, 3, grid).bars;

  // Down the middle of a window and across it, ending at its right edge; then to the top of the next.
  assert.equal(path, 'M15 1v18m-4 -9h8m-14 11v18m-4 -9h8');
});

test('draws nothing where there are no windows', () => {
  const paths = windowPaths(4, 4, grid);

  assert.deepEqual(paths, { panes: '', bars: '' });
});
