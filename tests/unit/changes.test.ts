import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { changesOf, differences, inChangeOrder, lastChange, withAnchors } from '../../src/rules/changes.ts';
import type { Change, ChangedFigure } from '../../src/rules/statement.ts';

const en = dictionaryFor('en');

function change(date: string, kind: Change['kind'], what = 'The name of the court.'): Change {
  return { date, kind, what };
}

function text(address: string, ...changes: Change[]) {
  return { address, data: { title: `Text at ${address}`, changes } };
}

const told = (changes: readonly Change[]) => changes.map(({ date, kind }) => `${date} ${kind}`);

test('gathers the changes of all texts, newest first, each with its text', () => {
  const texts = [
    text('/give/', change('2026-01-02', 'update'), change('2026-03-01', 'correction')),
    text('/news/2024/law/', change('2026-02-01', 'revision')),
    text('/about/'),
  ];

  const changes = changesOf(texts, []);

  assert.deepEqual(told(changes), ['2026-03-01 correction', '2026-02-01 revision', '2026-01-02 update']);
  assert.deepEqual(changes[1], {
    ...change('2026-02-01', 'revision'),
    address: '/news/2024/law/#change-2026-02-01-1',
    title: 'Text at /news/2024/law/',
  });
});

test('tells changes of records apart that stand at one place', () => {
  const day = '2026-01-01';
  const record = {
    ...text('/statistics/#share', change(day, 'update'), change(day, 'update')),
    id: 'surveys/a',
  };
  const other = { ...text('/statistics/#share', change(day, 'update')), id: 'surveys/b' };

  const changes = changesOf([], [], [record, other]);

  assert.deepEqual(new Set(changes.map(({ address }) => address)), new Set(['/statistics/#share']));
  assert.equal(new Set(changes.map(({ id }) => id)).size, 3);
});

test('puts a correction before other changes of its day, then orders by address, however they come', () => {
  const day = '2026-01-01';
  const texts = [
    text('/b/', change(day, 'update'), change(day, 'correction')),
    text('/a/', change(day, 'revision'), change(day, 'correction')),
  ];

  const orders = [texts, texts.toReversed()].map((given) =>
    changesOf(given, []).map(({ kind, address }) => `${kind} ${address.replace(`change-${day}-`, '')}`),
  );

  const wanted = ['correction /a/#2', 'correction /b/#2', 'revision /a/#1', 'update /b/#1'];
  assert.deepEqual(orders, [wanted, wanted]);
});

test('leaves out what was only reworded', () => {
  const texts = [text('/a/', change('2026-01-01', 'rewording'), change('2026-01-02', 'update'))];

  assert.deepEqual(told(changesOf(texts, [])), ['2026-01-02 update']);
});

test('has nothing to tell of texts that were never changed', () => {
  assert.deepEqual([...changesOf([], []), ...changesOf([text('/a/')], [])], []);
});

test('orders the changes of one text and leaves its list as it was', () => {
  const changes = [
    change('2026-01-01', 'update'),
    change('2026-01-01', 'correction'),
    change('2026-02-01', 'update'),
  ];

  const ordered = inChangeOrder(changes);

  assert.deepEqual(told(ordered), ['2026-02-01 update', '2026-01-01 correction', '2026-01-01 update']);
  assert.deepEqual(told(changes), ['2026-01-01 update', '2026-01-01 correction', '2026-02-01 update']);
});

test('takes the newest of the days that a text or figure carries', () => {
  const changes = [change('2026-03-01', 'update'), change('2026-01-01', 'revision')];

  const days = [
    { added: '2026-02-01', changes },
    { updated: '2026-04-01', changes },
    { updated: '2026-04-01', changes: [] },
    { checked: '2026-02-01', changes },
    { checked: '2026-05-01', changes },
  ].map(lastChange);

  assert.deepEqual(days, ['2026-03-01', '2026-04-01', '2026-04-01', '2026-03-01', '2026-05-01']);
});

test('counts the changes of a day, so that a later one leaves the anchors of the others', () => {
  const changes = [
    change('2026-02-01', 'update'),
    change('2026-01-01', 'revision'),
    change('2026-02-01', 'correction'),
  ];
  const more = [...changes, change('2026-02-01', 'update'), change('2026-03-01', 'update')];

  const anchors = withAnchors(changes).map(({ anchor }) => anchor);
  const later = withAnchors(more).map(({ anchor }) => anchor);

  assert.deepEqual(anchors, ['change-2026-02-01-1', 'change-2026-01-01-1', 'change-2026-02-01-2']);
  assert.deepEqual(later.slice(0, 3), anchors);
  assert.equal(new Set(later).size, later.length);
});

const figure = {
  address: '/statistics/sent/',
  label: 'Drives sent',
  value: 9668,
  qualifier: 'exactly',
  unit: 'drives',
  stage: 'sent',
  counted: 'Drives handed over.',
  asOf: '2021-12',
  reportedBy: 'The senders',
  method: 'By hand.',
  notMeaning: 'Not those that arrived.',
  certainty: 'official',
} as const satisfies Omit<ChangedFigure, 'changes'>;

/** What is told of each change of the figure, newest first. */
function toldOf(...changes: ChangedFigure['changes']): string[][] {
  return changesOf([], [{ ...figure, changes }]).map(({ figure: states }) =>
    states
      ? differences(states.before, states.after, en).map(({ name, was, now }) => `${name}: ${was} > ${now}`)
      : ['no figure'],
  );
}

test('tells a figure before and after each of its changes, also where later ones followed', () => {
  const told = toldOf(
    { ...change('2026-01-01', 'correction'), was: { value: 9000, qualifier: 'about' } },
    { ...change('2026-03-01', 'revision'), was: { value: 9500 } },
    { ...change('2026-03-01', 'revision'), was: { value: 9600 } },
  );

  assert.deepEqual(told, [
    ['Value: 9,600 drives > 9,668 drives'],
    ['Value: 9,500 drives > 9,600 drives'],
    ['Value: about 9,000 drives > 9,500 drives'],
  ]);
});

test('puts a range in place of a value and a period in place of a day, and back', () => {
  const told = toldOf(
    { ...change('2026-02-01', 'revision'), was: { value: 9500, asOf: '2021-10' } },
    {
      ...change('2026-03-01', 'revision'),
      was: { range: { from: 9000, to: 10000 }, period: { from: '2021-01', to: '2021-11' } },
    },
  );

  assert.deepEqual(told, [
    ['Value: 9,000 to 10,000 drives > 9,668 drives', 'As of: Jan–Nov 2021 > Dec 2021'],
    ['Value: 9,500 drives > 9,000 to 10,000 drives', 'As of: Oct 2021 > Jan–Nov 2021'],
  ]);
});

test('calls the readers of an estimate an estimate, quotes sentences, and says what was not given', () => {
  const told = toldOf({
    ...change('2026-03-01', 'correction'),
    was: { unit: 'people', stage: 'reached', formula: 'drives × 10', method: 'By guess.' },
  });

  assert.deepEqual(told, [
    [
      'Value: 9,668 people (estimate) > 9,668 drives',
      `Kind of counting: ${en.stages.reached.title} > ${en.stages.sent.title}`,
      'How it was counted: “By guess.” > “By hand.”',
      'Formula: “drives × 10” > not given',
    ],
  ]);
});

test('tells nothing of a figure to which something was only added, and leads to its change', () => {
  const [listed] = changesOf([], [{ ...figure, changes: [change('2026-03-01', 'update')] }]);

  assert.deepEqual(toldOf(change('2026-03-01', 'update')), [[]]);
  assert.equal(listed?.address, '/statistics/sent/#change-2026-03-01-1');
  assert.equal(listed.title, 'Drives sent');
});
