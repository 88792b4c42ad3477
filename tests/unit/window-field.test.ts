import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldPaths, highest, windowField, windowPaths } from '../../src/rules/window-field.ts';

const grid = { columns: 2, width: 10, height: 20, gap: 1 };

test('takes the highest running total as the newest, also where its source prints no date', () => {
  const undated = { stage: 'sent', value: 135_000, asOf: 'undated' };
  const totals = [
    { stage: 'sent', value: 130_000, asOf: '2022-11' },
    undated,
    { stage: 'aimed', value: 900_000 },
  ];

  assert.equal(highest(totals, 'sent'), undated);
  assert.equal(windowField(totals).newest, 135);
});

const sent = (value: number, asOf: string) => ({ stage: 'sent', value, asOf });

/** Totals, and what they light, in thousands. */
const FIELDS: Record<string, [totals: Parameters<typeof windowField>[0], field: number[]]> = {
  'lights windows up to the second highest of the dated totals, and hatches the rest of the newest': [
    [sent(40_000, '2019'), sent(70_000, '2021'), sent(50_000, '2020')],
    [70, 50, 20, 0],
  ],
  'hatches what only an undated account claims': [
    [sent(40_000, '2020'), sent(50_000, '2021'), sent(130_000, 'undated')],
    [130, 40, 90, 0],
  ],
  'lights nothing on the word of a single account': [[sent(50_000, '2020')], [50, 0, 50, 0]],
  'outlines the highest aim and counts no other stage': [
    [
      { stage: 'aimed', value: 100_000 },
      { stage: 'aimed', value: 20_000 },
      { stage: 'collected', value: 900_000, asOf: '2020' },
    ],
    [0, 0, 0, 100],
  ],
  'draws no window for less than a thousand drives': [
    [sent(1999, '2020'), sent(999, '2021')],
    [1, 0, 1, 0],
  ],
  'has no window where nothing is known': [[], [0, 0, 0, 0]],
};

for (const [name, [totals, [newest, agreed, disputed, aimed]]] of Object.entries(FIELDS))
  test(name, () => assert.deepEqual(windowField(totals), { newest, agreed, disputed, aimed }));

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
