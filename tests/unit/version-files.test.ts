import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import type { FigureRecord, SourceRecord } from '../../src/site/content.ts';
import { frozenFigure, frozenText, hashOf, versionFile, type Named } from '../../src/site/version-files.ts';
import { figureVersions, textVersions, versionsOf } from '../../src/rules/versions.ts';

const en = dictionaryFor('en');

function source(id: string, more: Partial<SourceRecord> = {}): SourceRecord {
  const where = { address: `/sources/${id}/`, isPost: false, changes: [] };
  const report = { title: `On ${id}`, publisher: 'The Daily', url: `https://example.com/${id}` };
  return { id, ...report, language: 'en', date: '2024-03', ...where, ...more };
}

const sent: FigureRecord = {
  id: 'sent',
  label: 'Drives sent',
  value: 130_000,
  qualifier: 'about',
  unit: 'drives',
  stage: 'sent',
  counted: 'Drives handed to partner groups.',
  asOf: '2022-11',
  reportedBy: 'The senders',
  method: 'Not known to us.',
  notMeaning: 'Sent is not arrived.',
  certainty: 'reported',
  topics: ['law'],
  sources: ['report', 'copy'],
  parts: [],
  conflicts: [],
  crossChecks: [],
  checked: '2026-11-20',
  changes: [
    {
      date: '2027-02-01',
      kind: 'correction',
      what: 'The number was misread.',
      was: { value: 120_000, qualifier: 'exactly' },
    },
  ],
  address: '/statistics/sent/',
};
const readers: FigureRecord = {
  ...sent,
  id: 'readers',
  label: 'Readers of one drive',
  range: { from: 5, to: 10 },
  value: undefined,
  unit: 'people',
  stage: 'reached',
  formula: 'drives × readers',
  changes: [],
};
/** Finds what has an id. */
const among =
  <T extends { id: string }>(...all: T[]) =>
  (id: string): T =>
    all.find((one) => one.id === id) ?? assert.fail(`there is no ${id}`);
const named: Named = {
  figureOf: among(sent, readers),
  sourceOf: among(
    source('report'),
    source('copy', { via: 'A library', url: undefined, noUrl: 'Its address is not known.' }),
  ),
};

/** What the one version of a text says below its name. */
function written(body: string, day = '2027-03-01'): string {
  const [version] = textVersions(body, versionsOf([], day));
  assert.ok(version);
  const { text } = frozenText(version, named, en);
  return text.slice(text.indexOf('\n\n') + 2);
}

test('writes figures as value, date and the number of their source, and names the sources in that order', () => {
  const body = 'About <Figure id="sent" /> went. <Source id="copy" /> Then <Figure id="sent" unit="hide" />.';
  const [version] = textVersions(body, versionsOf([], '2027-03-01'));
  assert.ok(version);

  const { text, sources } = frozenText(version, named, en);

  assert.equal(
    text,
    'Version 1 of 1 Mar 2027\n\nAbout about 130,000 drives (Nov 2022) [1] went. [2] Then about 130,000 (Nov 2022) [1].',
  );
  assert.deepEqual(
    sources.map(({ id }) => id),
    ['report', 'copy'],
  );
});

test('writes the words of an editor with the figure that they stand for', () => {
  const text = written(
    'Sent were <Figure id="sent" as="a great many drives" />, for <Figure id="readers" as="a handful" />.',
  );

  assert.equal(
    text,
    'Sent were a great many drives (about 130,000 drives, Nov 2022) [1], for a handful (about 5 to 10 people (estimate), Nov 2022) [1].',
  );
});

test('keeps the shape of a text: headings, lists, tables, quotes, boxes, links and notes', () => {
  const text = written(
    [
      '<InShort>\n\nA law came <Source id="report" />.\n\n</InShort>',
      '## The *law*',
      '- one\n- two, **bold**',
      '1. first\n2. [second](/news/)\n3. [third](#law)',
      '| a | b |\n| - | - |\n| 1 | [2](https://example.com/) |',
      '<Callout title="Not proven">\n\nNobody has\nshown it.\n\n</Callout>',
      '<Quote source="report" by="A speaker">\n\nFew words.\n\n</Quote>',
      '{/* not to be read */}',
      '<Image src="a.jpg" alt="A drive" caption="Small." credit="Photo: A group" people="no" />',
    ].join('\n\n'),
  );

  assert.equal(
    text,
    [
      ...['In short:', 'A law came [1].', 'The law', '- one\n- two, bold'],
      ...['1. first\n2. second\n3. third', 'a | b\n1 | 2 <https://example.com/>', 'Not proven:'],
      ...['Nobody has shown it.', '> Few words.', '(A speaker, [1])', '[A drive] Small. Photo: A group'],
    ].join('\n\n'),
  );
});

test('says where the page shows what changes with the data, and calls an estimate one', () => {
  const text = written(
    '<Chart id="sent-by-year" />\n\n<Drawing id="evidence" />\n\n<Organisations />\n\nSo <Figure id="readers" />.',
  );

  assert.deepEqual(text.split('\n\n'), [
    '[Here the page shows the chart “sent-by-year”, from the data of the site.]',
    '[Here the page shows the drawing “evidence”, from the data of the site.]',
    '[Here the page shows the list of organisations, from the data of the site.]',
    'So about 5 to 10 people (estimate) (Nov 2022) [1].',
  ]);
});

test('says the same after a figure was revised, a source corrected, a page renamed and a chart redrawn', () => {
  const body =
    'Of <Figure id="sent" />, as [told](/news/). <Source id="copy" />\n\n<Chart id="sent-by-year" />';
  const [before] = textVersions(body, versionsOf([], '2027-02-14'));
  const [after] = textVersions(body.replace('/news/', '/reports/'), versionsOf([], '2027-02-14'));
  const revised: FigureRecord = {
    ...sent,
    value: 140_000,
    changes: [
      ...sent.changes,
      { date: '2027-03-01', kind: 'revision', what: 'A new total.', was: { value: 130_000 } },
    ],
  };
  const later: Named = {
    figureOf: among<FigureRecord>({ ...revised, id: 'sent' }),
    sourceOf: among(source('report', { publisher: 'Daily' }), source('copy')),
  };
  assert.ok(before && after);

  assert.equal(hashOf(frozenText(after, later, en)), hashOf(frozenText(before, named, en)));
});

test('gives a figure the value that it had on the day of the version', () => {
  const body = 'They sent <Figure id="sent" />.';

  assert.match(written(body, '2027-01-31'), /^They sent 120,000 drives \(Nov 2022\) \[1\]\.$/m);
  assert.match(written(body, '2027-02-01'), /^They sent about 130,000 drives \(Nov 2022\) \[1\]\.$/m);
});

test('of several figures that were changed on the day of a version, what was published tells what each then said', () => {
  const day = '2027-02-14';
  const revision = (value: number) => ({
    date: day,
    kind: 'revision' as const,
    what: 'New.',
    was: { value },
  });
  const figures = ['morning', 'evening'].map((id, index) => ({
    ...{ ...sent, id, value: 20 + index, qualifier: 'exactly' as const },
    changes: [revision(10 + index)],
  }));
  const named: Named = { figureOf: among<FigureRecord>(...figures), sourceOf: among(source('report')) };
  const [version] = textVersions('<Figure id="morning" />, <Figure id="evening" />', versionsOf([], day));
  assert.ok(version);
  const saidIn = (published?: string) =>
    frozenText(version, named, en, { published }).text.match(/\d+(?= drives)/g);
  const { text } = frozenText(version, named, en);
  const asPublished = hashOf({ text: text.replace('21 drives', '11 drives'), sources: [], isKept: true });

  assert.deepEqual(saidIn(), ['20', '21']);
  assert.deepEqual(saidIn(asPublished), ['20', '11']);
});

test('a change of a figure that waited in a branch leaves as they are the versions that were published meanwhile', () => {
  const change = { date: '2027-02-14', kind: 'revision' as const, what: 'New.', was: { value: 130 } };
  const [before, after] = [
    { ...sent, value: 130, changes: [] },
    { ...sent, value: 140, changes: [change] },
  ].map((figure): Named => ({ figureOf: among<FigureRecord>(figure), sourceOf: among(source('report')) }));
  const [version] = textVersions(`<Figure id="${sent.id}" />`, versionsOf([], '2027-03-01'));
  assert.ok(version && before && after);
  const published = hashOf(frozenText(version, before, en));

  assert.equal(hashOf(frozenText(version, after, en, { published })), published);
  assert.notEqual(hashOf(frozenText(version, after, en)), published);
});

test('says the same once a later version has come', () => {
  const change = {
    date: '2027-03-14',
    kind: 'update' as const,
    what: 'More.',
    was: 'As it was.',
    now: 'As it is.',
  };
  const [alone] = textVersions('As it was.', versionsOf([], '2026-11-20'));
  const first = textVersions('As it is.', versionsOf([change], '2026-11-20')).at(-1);
  assert.ok(alone && first);

  assert.deepEqual(frozenText(first, named, en), frozenText(alone, named, en));
});

test('says of a version that is not kept when the text was changed and what was changed', () => {
  const changes = [{ date: '2027-03-14', kind: 'correction' as const, what: 'A passage was withheld.' }];
  const first = textVersions('As it stands now.', versionsOf(changes, '2026-11-20')).at(-1);
  assert.ok(first);

  const { text, isKept } = frozenText(first, named, en);

  assert.equal(
    text,
    'Version 1 of 20 Nov 2026\n\nThis version is not kept. On 14 Mar 2027 the text was changed: A passage was withheld.',
  );
  assert.equal(isKept, false);
});

test('writes every field of a version of a figure in order, with its sources', () => {
  const [now, first] = figureVersions(sent).map((version) => frozenFigure(version, named.sourceOf, en));

  const fields = now?.text.split('\n').map((line) => line.split(':')[0]);
  assert.deepEqual(fields, [
    ...['Version 2 of 1 Feb 2027', '', 'Figure', 'Value', 'Kind of counting', 'What is counted', 'As of'],
    ...['Reported by', 'How it was counted', 'What it does not mean', 'Certainty'],
  ]);
  assert.deepEqual(
    now?.sources.map(({ id }) => id),
    ['report', 'copy'],
  );
  assert.match(now?.text ?? '', /^Value: about 130,000 drives$/m);
  assert.match(first?.text ?? '', /^Value: 120,000 drives$/m);
});

test('gives the checksum of what stands between the lines, and the sources as they are known today', () => {
  const [newest] = figureVersions(sent);
  assert.ok(newest);
  const frozen = { ...frozenFigure(newest, named.sourceOf, en), text: '자유' };

  const file = versionFile(['Drives sent', 'Address: x', 'A line.'], frozen, en);

  const [above = '', between = '', below] = file.split(/^-{72}\n/m);
  assert.equal(between, '자유\n');
  assert.ok(above.includes(` ${createHash('sha256').update(between).digest('hex')}\n`), above);
  assert.match(above, /^Drives sent\nLit Windows\n\nAddress: x\nA line\.\n/);
  assert.equal(
    below,
    [
      'Sources',
      '[1] The Daily: On report. Mar 2024. https://example.com/report',
      '[2] The Daily (copy at A library): On copy. Mar 2024. Its address is not known.',
      '',
    ].join('\n'),
  );
});
