import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertOneProblem, edited, problemsIn, STATISTICS, withFigure } from './content-tree.ts';

/** Where a figure begins: faults of a missing field are shown there. */
const FIRST_FIGURE = '{\n      "id": "sent-2021"';

test('wants a conflict named on both sides', async () => {
  const conflictNote = 'One of the two counts cards as well.';
  const content = withFigure({ conflicts: ['sent-2022'], conflictNote });

  await assertOneProblem(
    content,
    STATISTICS,
    '"sent-2022"',
    /“sent-2022” does not name “sent-2021”.*on both sides/,
  );
});

test('accepts a conflict that both sides name', async () => {
  const conflictNote = 'One of the two counts cards as well.';
  const content = withFigure({ conflicts: ['sent-2022'], conflictNote });
  const answer = `"asOf": "2022",\n"conflicts": ["sent-2021"], "conflictNote": "${conflictNote}"`;
  const both = { ...content, [STATISTICS]: (content[STATISTICS] ?? '').replace('"asOf": "2022"', answer) };

  const problems = await problemsIn(both);

  assert.deepEqual(problems, []);
});

test('asks where two figures differ', async () => {
  const content = withFigure({ conflicts: ['sent-2022'] });
  const answer = '"asOf": "2022",\n"conflicts": ["sent-2021"], "conflictNote": "One counts cards as well."';
  const both = { ...content, [STATISTICS]: (content[STATISTICS] ?? '').replace('"asOf": "2022"', answer) };

  await assertOneProblem(both, STATISTICS, FIRST_FIGURE, /Say in conflictNote where the two figures differ/);
});

test('refuses a figure that conflicts with itself', async () => {
  const content = withFigure({ conflicts: ['sent-2021'], conflictNote: 'One counts cards as well.' });

  await assertOneProblem(content, STATISTICS, '"sent-2021"\n      ],', /does not conflict with itself/);
});

test('names a conflict with a figure that does not exist', async () => {
  const content = withFigure({ conflicts: ['sent-2020'], conflictNote: 'The other is far higher.' });

  await assertOneProblem(content, STATISTICS, '"sent-2020"', /there is no figure “sent-2020”/);
});

test('wants at least one source for a figure, and one that exists', async () => {
  const none = withFigure({ sources: [] });
  const unknown = withFigure({ sources: ['the-reprot'] });

  await assertOneProblem(none, STATISTICS, '"sources"', /Name at least one source for the figure/);
  await assertOneProblem(
    unknown,
    STATISTICS,
    '"the-reprot"',
    /no source “the-reprot”\. Did you mean “the-report”\?/,
  );
});

test('wants a date for a figure, one of the two kinds', async () => {
  const neither = withFigure({ asOf: undefined });
  const both = withFigure({ period: { from: '2020', to: '2021' } });

  await assertOneProblem(
    neither,
    STATISTICS,
    FIRST_FIGURE,
    /A figure needs a date: either asOf .* or period/,
  );
  await assertOneProblem(both, STATISTICS, '"asOf"', /here stand two: asOf and period\. Keep the one/);
});

test('asks for a note on an undated figure', async () => {
  const last = '"asOf": "2022"\n    }\n  ]';
  const undated = last.replace('2022', 'undated');
  const note = '"dateNote": "No date is printed.",\n      ';
  const without = edited(STATISTICS, last, undated);
  const noted = edited(STATISTICS, last, note + undated);

  await assertOneProblem(
    without,
    STATISTICS,
    '{\n      "id": "fdff-readers-per-device"',
    /An undated item needs dateNote/,
  );
  assert.deepEqual(await problemsIn(noted), []);
});

test('refuses a period or a range that ends before it begins', async () => {
  const period = withFigure({ asOf: undefined, period: { from: '2021', to: '2020' } });
  const range = withFigure({ value: undefined, range: { from: 20, to: 10 } });

  await assertOneProblem(period, STATISTICS, '"period"', /The period ends before it begins/);
  await assertOneProblem(range, STATISTICS, '"range"', /from the smaller to the larger number/);
});

test('wants a value or a range, not both', async () => {
  const both = withFigure({ range: { from: 10, to: 20 } });
  const neither = withFigure({ value: undefined });

  await assertOneProblem(both, STATISTICS, '"value"', /Give either a value or a range/);
  await assertOneProblem(neither, STATISTICS, FIRST_FIGURE, /Give either a value or a range/);
});

test('wants a number without quotes and not below zero', async () => {
  const quoted = withFigure({ value: '9,668' });
  const negative = withFigure({ value: -1 });

  await assertOneProblem(quoted, STATISTICS, '"value"', /^value: Write a number without quotes or commas/);
  await assertOneProblem(negative, STATISTICS, '"value"', /^value: A figure is not below zero/);
});

test('wants the formula of an estimate of reach', async () => {
  const without = edited(STATISTICS, '"stage": "context"', '"stage": "reached"');
  const given = edited(
    STATISTICS,
    '"stage": "context"',
    '"stage": "reached", "formula": "drives × 10 readers"',
  );

  await assertOneProblem(
    without,
    STATISTICS,
    '{\n      "id": "fdff-readers-per-device"',
    /Reach is an estimate: give its formula/,
  );
  assert.deepEqual(await problemsIn(given), []);
});

test('wants the unit in which a kind of counting is given', async () => {
  const votes = edited(STATISTICS, '"stage": "context"', '"stage": "votes"');

  await assertOneProblem(
    votes,
    STATISTICS,
    '"unit": "people"',
    /This unit does not fit the stage “votes”, which is counted in votes/,
  );
});

test('refuses a chart of two units, and a window of anything but drives and devices', async () => {
  const discs = withFigure({ unit: 'discs' });
  const devices = withFigure({ unit: 'devices' });

  const problems = await problemsIn(discs);

  assert.equal(problems.length, 2);
  assert.match(problems[0]?.message ?? '', /these have drives and discs/);
  assert.match(problems[1]?.message ?? '', /A window stands for a thousand drives or devices/);
  assert.deepEqual(await problemsIn(devices), []);
});

test('names a figure of a chart that does not exist', async () => {
  const content = edited(STATISTICS, '"sent-2022"\n      ]', '"sent-2022",\n        "sent-2032"\n      ]');

  await assertOneProblem(
    content,
    STATISTICS,
    '"sent-2032"',
    /there is no figure “sent-2032”\. Did you mean “sent-2022”\?/,
  );
});

test('wants at least three figures in a chart of bars, for two make a sentence', async () => {
  const content = edited(
    STATISTICS,
    '"sent-2021",\n        "sent-2022",\n        "sent-1999"',
    '"sent-2022",\n        "sent-1999"',
  );

  await assertOneProblem(
    content,
    STATISTICS,
    '"figures": [\n        "sent-2022"',
    /A chart of bars needs at least three figures/,
  );
});
