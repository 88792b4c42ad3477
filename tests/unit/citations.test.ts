import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import {
  CITATION_FORMATS,
  citationMeta,
  CITATION_STYLES,
  cslItem,
  type CitedPage,
  type CitedReport,
} from '../../src/site/citations.ts';

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

function formsOf(change: Partial<CitedPage>) {
  const item = cslItem(page(change));
  return {
    apa: CITATION_STYLES.APA(item),
    chicago: CITATION_STYLES.Chicago(item),
    bibtex: CITATION_FORMATS.bib.write(item),
    ris: CITATION_FORMATS.ris.write(item),
    json: CITATION_FORMATS.json.write(item),
  };
}

const text = (title: string): Partial<CitedPage> => ({ type: 'webpage', title, abstract: undefined });

/** A page that sums up a report. */
const reported = (change: Partial<CitedReport> = {}): Partial<CitedPage> => ({
  ...text('A ban is struck down'),
  report: {
    publisher: 'The Daily',
    issued: '2023-09',
    language: 'ko',
    url: 'https://daily.example/ban',
    ...change,
  },
});

test('gives the day of a page in CSL-JSON as far as it is known, and none where nothing is', () => {
  const dates = ['2026-11-20', '2026-11', '2026', 'undated'].map(
    (issued) => cslItem(page({ issued })).issued?.['date-parts'],
  );

  assert.deepEqual(dates, [[[2026, 11, 20]], [[2026, 11]], [[2026]], undefined]);
});

test('writes the site as author and leaves out the day of reading, which no page knows', () => {
  const item = JSON.parse(formsOf({}).json)[0];

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
  const page = formsOf(text('Giving a drive')).apa;

  assert.equal(
    figure,
    `Lit Windows. (2026). Drives sent: about 130,000 drives (Nov 2022) (Version 2) [Data set]. ${URL}`,
  );
  assert.equal(page, `Lit Windows. (2026, November 20). Giving a drive. ${URL}`);
});

test('prints a date as far as it is known', () => {
  const known = ['2026-11-20', '2026-11', '2026', 'undated'].map((issued) =>
    formsOf({ ...text('Giving a drive'), issued }),
  );

  assert.deepEqual(
    known.map(({ apa }) => apa),
    ['2026, November 20', '2026, November', '2026', 'n.d.'].map(
      (date) => `Lit Windows. (${date}). Giving a drive. ${URL}`,
    ),
  );
  assert.deepEqual(
    known.map(({ chicago }) => chicago),
    ['November 20, 2026.', 'November 2026.', '2026.', 'n.d.'].map(
      (date) => `Lit Windows. “Giving a drive.” Lit Windows, ${date} ${URL}.`,
    ),
  );
});

test('leaves the capitals of a title as the editor wrote them', () => {
  const { apa, chicago } = formsOf(text('Watching under Kim Jong-un is riskier'));

  for (const printed of [apa, chicago]) assert.match(printed, /Watching under Kim Jong-un is riskier\./);
});

test('ends a title once, and sets its quotes within the quotes of Chicago', () => {
  const printed = ['Who listens?', 'They “listen”', 'They ask “Who?”', '소식은 “자유”인가', 'So it is.'].map(
    (title) => formsOf(text(title)),
  );

  assert.deepEqual(
    printed.map(({ apa }) => apa.slice('Lit Windows. (2026, November 20). '.length, -URL.length - 1)),
    ['Who listens?', 'They “listen.”', 'They ask “Who?”', '소식은 “자유”인가.', 'So it is.'],
  );
  assert.deepEqual(
    printed.map(({ chicago }) => chicago.slice('Lit Windows. '.length).replace(/ Lit Windows, .*/, '')),
    ['“Who listens?”', '“They ‘listen.’”', '“They ask ‘Who?’”', '“소식은 ‘자유’인가.”', '“So it is.”'],
  );
});

test('cites a report as what it is: its publisher, date and address, the title in brackets as our own words', () => {
  const { apa, chicago, ris } = formsOf(reported());

  assert.equal(apa, 'The Daily. (2023, September). [A ban is struck down]. https://daily.example/ban');
  assert.equal(
    chicago,
    'The Daily. “[A ban is struck down].” The Daily, September 2023. https://daily.example/ban.',
  );
  const record = `As recorded by Lit Windows, ${URL}, November 20, 2026.`;
  assert.ok(ris.includes(`\nN1  - ${record}\n`), ris);
  assert.doesNotMatch(ris.replace(record, ''), /Lit Windows|lit-windows\.example/);
});

test('names the authors of a report where they are known, and no address where there is none', () => {
  const by = (...author: string[]) => formsOf(reported({ author, url: undefined, issued: 'undated' }));

  assert.equal(by('Jane Doe').apa, 'Jane Doe. (n.d.). [A ban is struck down]. The Daily.');
  assert.equal(by('Jane Doe', '김철수').apa, 'Jane Doe & 김철수. (n.d.). [A ban is struck down]. The Daily.');
  assert.equal(
    by('Jane Doe', '김철수', 'J. Roe Jr.').chicago,
    'Jane Doe, 김철수, and J. Roe Jr. “[A ban is struck down].” The Daily, n.d.',
  );
});

test('tells reference managers in the head of a page the same as in its files', () => {
  const report = cslItem(page(reported({ author: ['Jane Doe', '김철수'] })));
  const undated = cslItem(page(reported({ url: undefined, issued: 'undated' })));

  assert.deepEqual(citationMeta(report), {
    citation_title: '[A ban is struck down]',
    citation_author: ['Jane Doe,', '김철수,'],
    citation_publication_date: '2023/09',
    citation_publisher: 'The Daily',
    citation_language: 'ko',
    citation_public_url: 'https://daily.example/ban',
  });
  const { citation_publication_date: date, citation_public_url: url } = citationMeta(undated);
  assert.deepEqual([date, url], [undefined, undefined]);
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

test('reads a report back from its files with its authors and publisher, whatever signs they hold', () => {
  const author = ['Jane Doe', 'R&D Desk', '김철수'];
  const { bibtex, ris } = formsOf(reported({ author, publisher: 'Q&A #1_Daily' }));

  for (const form of [bibtex, ris]) {
    const [read] = new Cite(form).data;
    const names = read?.author.map((name: object) => Object.values(name).join(''));
    assert.deepEqual([names, read?.publisher], [author, 'Q&A #1_Daily']);
  }
});

test('writes each field of RIS on one line, so that no address is torn', () => {
  const lines = formsOf({ title: ODD }).ris.split('\n');

  for (const line of lines) assert.match(line, /^[A-Z][A-Z0-9] {2}- /);
  assert.ok(lines.includes(`UR  - ${URL}`));
  assert.equal(lines.at(-1), 'ER  - ');
});

test('keeps in BibTeX the capitals of names, at the beginning of a title too', () => {
  const titleOf = (title: string) => /title = \{(.*)\}/.exec(formsOf({ title }).bibtex)?.[1];

  assert.equal(titleOf('HRF’s total grew in Seoul'), '{HRF}’s total grew in {Seoul}');
  assert.equal(titleOf('A few drives'), 'A few drives');
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
  for (const form of Object.values(formsOf({ title: ODD }))) assert.doesNotMatch(form, /^$|<\/?\w|&#|&amp;/);
});
