import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import { citation, CITATION_FORMS, cslItem, type CitedPage } from '../../src/site/citations.ts';

const URL = 'https://lit-windows.example/statistics/drives-sent-in-all-since-2016/version-2.txt';
const ODD = 'Drives & cards, 100% “sent_by” 자유: about US$28,000 #1 {rough} (Nov 2022)';

function page(change: Partial<CitedPage> = {}): CitedPage {
  return {
    title: 'Drives sent: about 130,000 drives (Nov 2022)',
    type: 'dataset',
    address: '/statistics/drives-sent-in-all-since-2016/',
    url: URL,
    issued: '2026-11-20',
    language: 'en-GB',
    version: 2,
    abstract: 'About 130,000 drives. Drives handed to partner groups.',
    ...change,
  };
}

const formsOf = (change: Partial<CitedPage>) => citation(cslItem(page(change)));

test('gives the day of a page in CSL-JSON as far as it is known, and none where nothing is', () => {
  const dates = ['2026-11-20', '2026-11', '2026', 'undated'].map(
    (issued) => cslItem(page({ issued })).issued?.['date-parts'],
  );

  assert.deepEqual(dates, [[[2026, 11, 20]], [[2026, 11]], [[2026]], undefined]);
});

test('writes the site as author and leaves out the day of reading, which no page knows', () => {
  const item = JSON.parse(formsOf({})['csl-json'])[0];

  assert.deepEqual(item, {
    id: 'lit-windows-statistics-drives-sent-in-all-since-2016-v2',
    type: 'dataset',
    title: 'Drives sent: about 130,000 drives (Nov 2022)',
    author: [{ literal: 'Lit Windows' }],
    'container-title': 'Lit Windows',
    publisher: 'Lit Windows',
    issued: { 'date-parts': [[2026, 11, 20]] },
    URL,
    language: 'en-GB',
    version: '2',
    abstract: 'About 130,000 drives. Drives handed to partner groups.',
  });
});

test('names the site once in APA, and the version of a figure', () => {
  const figure = formsOf({}).apa;
  const text = formsOf({ type: 'webpage', title: 'Giving a drive', abstract: undefined }).apa;

  assert.equal(
    figure,
    `Lit Windows. (2026). Drives sent: about 130,000 drives (Nov 2022) (Version 2) [Data set]. ${URL}`,
  );
  assert.equal(text, `Lit Windows. (2026, November 20). Giving a drive. ${URL}`);
});

test('writes Chicago with the title in its capitals, and a date as far as it is known', () => {
  const known = ['2026-11-20', '2026-11', '2026', 'undated'].map(
    (issued) => formsOf({ type: 'webpage', title: 'Giving a drive', issued }).chicago,
  );

  assert.deepEqual(
    known,
    ['November 20, 2026', 'November 2026', '2026', 'n.d'].map(
      (date) => `Lit Windows. “Giving a Drive.” Lit Windows, ${date}. ${URL}.`,
    ),
  );
});

for (const form of ['bibtex', 'ris'] as const) {
  test(`reads title, address and date back from ${form}, whatever signs they hold`, () => {
    for (const issued of ['2026-11-20', '2026-11', '2026', 'undated'])
      for (const type of ['webpage', 'dataset'] as const)
        for (const title of [ODD, 'x'.repeat(70), `${'Word '.repeat(13)}words`]) {
          const text = formsOf({ title, type, issued })[form];
          const [read] = new Cite(text).data;

          assert.equal(read?.title, title);
          assert.equal(read.URL, URL);
          assert.deepEqual(read.issued, cslItem(page({ issued })).issued);
        }
  });
}

test('escapes in BibTeX what LaTeX would take for a command, and keeps Hangul', () => {
  const { bibtex } = formsOf({ title: ODD });
  const rare = formsOf({ title: 'A \\ b ~ c ^ d' }).bibtex;

  assert.ok(rare.includes('{A \\textbackslash{} b \\textasciitilde{} c \\textasciicircum{} d}'), rare);
  assert.match(bibtex, /Drives \\& cards, 100\\% “sent\\_by” 자유/);
  assert.match(bibtex, /\\\$28,000 \\#1 \\\{rough\\\}/);
  assert.ok(bibtex.includes(`url = {${URL}}`));
});

test('writes each field of RIS on one line, so that no address is torn', () => {
  const lines = formsOf({ title: ODD }).ris.split('\n');

  for (const line of lines) assert.match(line, /^[A-Z][A-Z0-9] {2}- /);
  assert.ok(lines.includes(`UR  - ${URL}`));
  assert.equal(lines.at(-1), 'ER  - ');
});

test('gives the day in BibTeX in fields that BibTeX and biblatex know, and the version', () => {
  const fields = (issued: string) =>
    formsOf({ issued }).bibtex.match(/(?<=\t)(?:year|month|day|date|version) = .*(?=,$)/gm);

  assert.deepEqual(fields('2026-03-01'), [
    'year = {2026}',
    'month = mar',
    'day = {1}',
    'date = {2026-03-01}',
    'version = {2}',
  ]);
  assert.deepEqual(fields('2026-11'), ['year = {2026}', 'month = nov', 'date = {2026-11}', 'version = {2}']);
  assert.deepEqual(fields('undated'), ['version = {2}']);
});

test('names the institution in RIS so that no program reads a first name, and the whole name of the entry', () => {
  const lines = formsOf({ issued: '2026-03-01' }).ris.split('\n');

  assert.ok(lines.includes('AU  - Lit Windows,'));
  assert.ok(lines.includes('ID  - lit-windows-statistics-drives-sent-in-all-since-2016-v2'));
  assert.ok(lines.includes('DA  - 2026/03/01/'));
});

test('calls no two versions by the same name', () => {
  const ids = [page(), page({ version: 3 }), page({ version: undefined }), page({ address: '/give/' })];

  assert.equal(new Set(ids.map((one) => cslItem(one).id)).size, ids.length);
});

test('writes no form that is empty or gives markup', () => {
  for (const form of CITATION_FORMS) assert.doesNotMatch(formsOf({ title: ODD })[form], /^$|<\/?\w|&#|&amp;/);
});
