import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  choices,
  figureStatesIn,
  figureVersions,
  textVersions,
  versionsOf,
  type VersionedFigure,
} from '../../src/rules/versions.ts';

const stated = {
  qualifier: 'about',
  unit: 'drives',
  stage: 'sent',
  counted: 'Drives handed to partner groups.',
  reportedBy: 'The senders',
  method: 'Not known to us.',
  notMeaning: 'Sent is not arrived.',
  certainty: 'reported',
} as const;
const correction = { kind: 'correction', what: 'The number was misread.' } as const;

const twice: VersionedFigure = {
  ...stated,
  value: 130,
  period: { from: '2016', to: '2022' },
  label: 'Drives sent',
  checked: '2027-05-01',
  changes: [
    { ...correction, date: '2027-02-01', was: { range: { from: 80, to: 90 } } },
    { ...correction, date: '2027-03-01', was: { value: 120, asOf: '2021', label: 'Drives' } },
  ],
};

test('undoes the changes of a figure, the newest first', () => {
  const versions = figureVersions(twice);

  assert.deepEqual(
    versions.map(({ number, day, until, figure: { value, range, asOf, period, label } }) => ({
      ...{ number, day, until },
      states: [value ?? range, asOf ?? period, label],
    })),
    [
      { number: 3, day: '2027-03-01', until: undefined, states: [130, twice.period, 'Drives sent'] },
      { number: 2, day: '2027-02-01', until: '2027-03-01', states: [120, '2021', 'Drives'] },
      { number: 1, day: undefined, until: '2027-02-01', states: [{ from: 80, to: 90 }, '2021', 'Drives'] },
    ],
  );
  assert.deepEqual(
    versions.map(({ change }) => change?.date),
    ['2027-03-01', '2027-02-01', undefined],
  );
});

test('never lets a value stand beside a range, or a day beside a period', () => {
  for (const { figure } of figureVersions(twice)) {
    assert.equal((figure.value === undefined) !== (figure.range === undefined), true);
    assert.equal((figure.asOf === undefined) !== (figure.period === undefined), true);
  }
});

test('takes a field out of what stood before a change, where the figure did not have it then', () => {
  const figure: VersionedFigure = {
    ...twice,
    dateNote: 'The day of the copy.',
    changes: [
      { ...correction, date: '2027-02-01', was: { dateNote: null } },
      { ...correction, date: '2027-03-01', was: { value: null, range: { from: 80, to: 90 } } },
    ],
  };

  assert.deepEqual(
    figureVersions(figure).map(({ figure: { value, range, dateNote } }) => [value, range?.from, dateNote]),
    [
      [130, undefined, figure.dateNote],
      [undefined, 80, figure.dateNote],
      [undefined, 80, undefined],
    ],
  );
});

test('has one version of a figure that was never changed, of the day of its check', () => {
  const figure: VersionedFigure = { ...twice, checked: '2026-11-20', changes: [] };

  const versions = figureVersions(figure);

  assert.deepEqual(versions, [{ number: 1, day: '2026-11-20', until: undefined, change: undefined, figure }]);
});

test('finds how a figure stood on the day of a version, also where two versions share it', () => {
  const versions: [day: string | undefined, until?: string][] = [
    ...([['2027-03-02'], ['2027-03-01'], ['2027-02-28'], ['2027-01-31', '2027-06-01']] as [string][]),
    ...([['2027-03-01', '2027-03-01'], [undefined, '2027-03-01'], [undefined]] as [undefined][]),
  ];

  const values = versions.map(([day, until]) => {
    const [stood] = figureStatesIn({ day, until }, twice);
    return stood?.value ?? stood?.range;
  });

  assert.deepEqual(values, [130, 130, 120, { from: 80, to: 90 }, 120, 120, 130]);
});

test('takes either side of a change of the same day into account, for changes tell no hour', () => {
  const day = '2027-03-01';
  const valuesIn = (version: { day: string | undefined; until: string | undefined }) =>
    figureStatesIn(version, twice).map(({ value }) => value);

  assert.deepEqual(valuesIn({ day, until: undefined }), [130, 120]);
  assert.deepEqual(valuesIn({ day, until: '2027-06-01' }), [130, 120]);
  // The next version of the same day may be there because of a figure, or not.
  assert.deepEqual(valuesIn({ day, until: day }), [120, 130]);
  assert.deepEqual(valuesIn({ day: undefined, until: day }), [120, 130]);
  assert.deepEqual(valuesIn({ day: '2027-03-02', until: undefined }), [130]);
  assert.deepEqual(valuesIn({ day: undefined, until: undefined }), [130]);
});

test('of several figures that were changed on one day each may have stood in any of its states', () => {
  assert.deepEqual(
    [...choices([['a', 'b'], ['c'], ['d', 'e']])].map((way) => way.join('')),
    ['acd', 'ace', 'bcd', 'bce'],
  );
  assert.deepEqual([...choices([])], [[]]);
});

test('takes the day of the first version from the record, whatever has been checked since', () => {
  const unchanged = { ...twice, changes: [] };

  const days = [
    figureVersions(twice, '2026-11-20'),
    figureVersions(unchanged, '2026-11-20'),
    figureVersions(unchanged),
  ];

  assert.deepEqual(
    days.map((versions) => versions.at(-1)?.day),
    ['2026-11-20', '2026-11-20', '2027-05-01'],
  );
});

const change = (date: string, was?: string, now?: string) => ({
  date,
  kind: 'correction' as const,
  what: 'The name of the court.',
  ...(was !== undefined && { was }),
  ...(now !== undefined && { now }),
});

test('puts the passages of a text back, the newest first', () => {
  const changes = [
    change('2027-01-01', 'A judge', 'A court'),
    change('2027-02-01', 'A court spoke.', 'The high court spoke.'),
  ];
  const older = [
    change('2027-01-01', 'A judge', 'A court'),
    change('2027-02-01', 'A court', 'The high court'),
  ];

  const bodies = [changes, older].map((given) =>
    textVersions('The high court spoke.\n', versionsOf(given, '2026-12-01')).map(({ body }) => body),
  );

  const wanted = ['The high court spoke.\n', 'A court spoke.\n', 'A judge spoke.\n'];
  assert.deepEqual(bodies, [wanted, wanted]);
});

test('puts a passage back as it stands, with its signs and without the line breaks around it', () => {
  const versions = textVersions(
    'One $& two.\n',
    versionsOf([change('2027-01-01', "A $1 $' b\n", 'One $& two\n')], undefined),
  );

  assert.deepEqual(
    versions.map(({ body }) => body),
    ['One $& two.\n', "A $1 $' b.\n"],
  );
});

test('keeps a version that said the same, of which a change without a passage changed the title alone', () => {
  const versions = textVersions(
    'The court spoke.',
    versionsOf([change('2027-01-01', 'A judge', 'The court'), change('2027-02-01')], '2026-12-01'),
    ({ number, body }) => number === 2 && body === 'The court spoke.',
  );

  assert.deepEqual(
    versions.map(({ body }) => body),
    ['The court spoke.', 'The court spoke.', 'A judge spoke.'],
  );
});

test('keeps no version that is older than a change without a passage, and says which change it was', () => {
  const changes = [
    change('2027-01-01', 'A judge', 'A court'),
    change('2027-02-01'),
    change('2027-03-01', 'A court', 'The court'),
  ];

  const versions = textVersions('The court spoke.', versionsOf(changes, '2026-12-01'));

  assert.deepEqual(
    versions.map(({ number, day, body, lostBy }) => [number, day, body, lostBy?.date]),
    [
      [4, '2027-03-01', 'The court spoke.', undefined],
      [3, '2027-02-01', 'A court spoke.', undefined],
      [2, '2027-01-01', undefined, '2027-02-01'],
      [1, '2026-12-01', undefined, '2027-02-01'],
    ],
  );
});
