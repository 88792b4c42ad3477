import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { en } from '../../src/i18n/en.ts';
import type { FigureRecord, SeriesRecord, SourceRecord } from '../../src/site/content.ts';
import { bodyText, figureText, versionFile, type Named } from '../../src/site/version-files.ts';
import { figureVersions, textVersions } from '../../src/rules/versions.ts';

const base = new URL('https://example.org');
const page = new URL('/give/', base);

function source(id: string, more: Partial<SourceRecord> = {}): SourceRecord {
  const where = { address: `/sources/${id}/`, isPost: false };
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
const chart: SeriesRecord = {
  id: 'chart',
  title: 'Drives and their readers',
  description: 'What is told of both.',
  form: 'bars',
  figures: ['sent', 'readers'],
  offScale: [],
};

const named: Named = {
  figures: new Map([sent, readers].map((figure) => [figure.id, figure])),
  sources: new Map(
    [
      source('report'),
      source('copy', { via: 'A library', url: undefined, noUrl: 'Its address is not known.' }),
    ].map((one) => [one.id, one]),
  ),
  series: new Map([[chart.id, chart]]),
};

/** The newest version of a text, written out as it stood until a day. */
function written(body: string, until?: string, large: string[] = []): string {
  const [newest] = textVersions(body, [], '2026-11-20');
  assert.ok(newest);
  return bodyText({ ...newest, until }, large, named, page, en);
}

test('writes figures as value, date and the number of their source, and sources as notes at the end', () => {
  const text = written(
    'About <Figure id="sent" /> went. <Source id="copy" /> Then <Figure id="sent" unit="hide" />.',
  );

  assert.equal(
    text,
    [
      'About about 130,000 drives (Nov 2022) [1] went. [2] Then about 130,000 (Nov 2022) [1].',
      '',
      'Sources',
      '[1] The Daily: On report. Mar 2024. https://example.com/report',
      '[2] The Daily (copy at A library): On copy. Mar 2024. Its address is not known.',
    ].join('\n'),
  );
});

test('keeps the shape of a text: headings, lists, tables, quotes, boxes, links and notes', () => {
  const text = written(
    [
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
      'The law',
      '- one\n- two, bold',
      '1. first\n2. second <https://example.org/news/>\n3. third <https://example.org/give/#law>',
      'a | b\n1 | 2 <https://example.com/>',
      'Not proven:',
      'Nobody has shown it.',
      '> Few words.',
      '(A speaker, [1])',
      '[A drive] Small. Photo: A group',
      'Sources\n[1] The Daily: On report. Mar 2024. https://example.com/report',
    ].join('\n\n'),
  );
});

test('writes out the figures of a chart and those set large, and calls an estimate one', () => {
  const text = written('<Chart id="chart" />\n\n<Organisations />', undefined, ['sent']);

  const [large, drawn, list] = text.split('\n\n');
  assert.equal(large, '- Drives sent: about 130,000 drives (Nov 2022) [1]');
  assert.equal(
    drawn,
    [
      'Chart: Drives and their readers',
      '- Drives sent: about 130,000 drives (Nov 2022) [1]',
      '- Readers of one drive: about 5 to 10 people (estimate) (Nov 2022) [1]',
    ].join('\n'),
  );
  assert.equal(list, '[Here the page shows the list of organisations, from the data of the site.]');
});

test('gives a figure in an earlier version of a text the value that it had', () => {
  const body = 'They sent <Figure id="sent" />.';

  const before = written(body, '2027-02-01');
  const after = written(body, '2027-02-02');

  assert.match(before, /^They sent 120,000 drives \(Nov 2022\) \[1\]\.$/m);
  assert.match(after, /^They sent about 130,000 drives \(Nov 2022\) \[1\]\.$/m);
});

test('says of a version that is not kept when the text was changed and what was changed', () => {
  const changes = [{ date: '2027-03-14', kind: 'correction' as const, what: 'A passage was withheld.' }];
  const first = textVersions('As it stands now.', changes, '2026-11-20').at(-1);
  assert.ok(first);

  const text = bodyText(first, [], named, page, en);

  assert.equal(
    text,
    'This version is not kept. On 14 Mar 2027 the text was changed: A passage was withheld.',
  );
});

test('writes every field of a version of a figure in order, with its sources', () => {
  const [now, first] = figureVersions(sent).map(({ figure }) => figureText(figure, [source('report')], en));

  const fields = now?.split('\n').map((line) => line.split(':')[0]);
  assert.deepEqual(fields, [
    ...['Figure', 'Value', 'Kind of counting', 'What is counted', 'As of', 'Reported by'],
    ...['How it was counted', 'What it does not mean', 'Certainty', '', 'Sources', '[1] The Daily'],
  ]);
  assert.match(now ?? '', /^Value: about 130,000 drives$/m);
  assert.match(first ?? '', /^Value: 120,000 drives$/m);
});

test('gives the checksum of what stands below the line, and the way to the newest version', () => {
  const [newest, first] = figureVersions(sent);
  assert.ok(newest && first);
  const head = { title: 'Drives sent', address: '/statistics/sent/', newest, lines: ['A line.'] };

  const files = [newest, first].map((version) => versionFile({ ...head, version }, '자유', base, en));

  for (const file of files) {
    const [above = '', below = ''] = file.split(/^-{72}\n/m);
    assert.equal(below, '자유\n');
    assert.ok(above.includes(` ${createHash('sha256').update(below).digest('hex')}\n`), above);
    assert.match(above, /^Drives sent\nLit Windows\n\nVersion \d/);
  }
  assert.match(files[0] ?? '', /^Version 2 of 1 Feb 2027\nThis is the newest version\.$/m);
  assert.match(
    files[1] ?? '',
    /^Version 1, until 1 Feb 2027\nNewest version: Version 2 of 1 Feb 2027, https:\/\/example\.org\/statistics\/sent\/version-2\.txt$/m,
  );
});
