import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { parse } from 'csv-parse/sync';
import { csvOf } from '../../src/site/open-data/csv.ts';
import { modifiedDay, openData, versionOf } from '../../src/site/open-data/files.ts';
import { columnsOf, columnWords, type Table } from '../../src/schemas/open-data.ts';
import ko from '../../src/i18n/columns/ko.json' with { type: 'json' };
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { site } from '../../src/site.ts';
import { provideContent, type Content } from '../../src/site/reading.ts';
import { dataCatalogData } from '../../src/site/structured-data.ts';
import { content } from './open-data-content.ts';

const base = new URL('https://example.org/');
const standsAt = (site: string) => provideContent({ site } as Content);
standsAt(base.href);

/** A table of two columns, as far as these rules look at it. */
function table(columns: Record<string, string>): Table {
  const record = z.strictObject({
    text: z.string().optional().describe('Any text.'),
    amount: z.number().optional().describe('Any number.'),
    names: z.array(z.string()).default([]).describe('Some names.'),
    bare: z.string().optional(),
  });
  return { name: 'things', list: 'things', record, columns };
}

const setOf = (data: ReturnType<typeof openData>, name: string) => {
  const found = data.sets.find((set) => set.table.name === name);
  assert.ok(found, name);
  return found;
};

test('no text of a CSV file starts a formula, and an apostrophe is all that is added', () => {
  const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'];

  const csv = csvOf(
    table({ text: 'text' }),
    nasty.map((text) => ({ text })),
  );

  const cells = parse(csv, { record_delimiter: '\r\n' }).slice(1);
  assert.deepEqual(
    cells,
    nasty.map((text) => [`'${text}`]),
  );
});

test('a number below zero stays a number, and a formula in a list is disarmed too', () => {
  const csv = csvOf(table({ amount: 'amount', names: 'names' }), [{ amount: -5, names: ['=1', 'b'] }]);

  assert.equal(csv, "amount,names\r\n-5,'=1; b\r\n");
});

test('quotes, commas and line ends come back as they were; rows end with CRLF, and no mark comes first', () => {
  const text = 'He said: “a”, "b",\nand\r\nwent.';

  const csv = csvOf(table({ text: 'text', amount: 'amount' }), [{ text, amount: 1.5 }, {}]);

  assert.deepEqual(parse(csv, { columns: true, record_delimiter: '\r\n' }), [
    { text, amount: '1.5' },
    { text: '', amount: '' },
  ]);
  assert.ok(csv.startsWith('text,amount\r\n"He said'));
  assert.ok(csv.endsWith('\r\n,\r\n'));
});

test('a column is described by the schema of its records, or refused', () => {
  const columns = columnsOf(table({ words: 'text', names: 'names' }));

  assert.deepEqual(columns, [
    { name: 'words', kind: 'text', description: 'Any text.', required: false },
    { name: 'names', kind: 'list', description: 'Some names.', required: false },
  ]);
  assert.throws(() => columnsOf(table({ gone: 'nothing.here' })), /“gone” of “things”/);
  assert.throws(() => columnsOf(table({ bare: 'bare' })), /needs a field with a description/);
});

test('a version is a date with eight digits that any value changes and no order of fields', () => {
  const [version, turned, other] = [
    { a: 1, b: [2] },
    { b: [2], a: 1 },
    { a: 1, b: [3] },
  ].map((holds) => versionOf('2026-11-20', holds));

  assert.match(version ?? '', /^2026-11-20-[0-9a-f]{8}$/);
  assert.equal(turned, version);
  assert.notEqual(other, version);
});

test('the newest day is a whole one', () => {
  const day = modifiedDay([
    { read: '2027' },
    { added: '2026-01-15', changed: '2026-02-01' },
    { date: '2026-12-31' },
  ]);

  assert.equal(day, '2026-02-01');
});

test('a table is cited as a data set, with its version and the part of the page that tells of it', () => {
  const [statistics] = openData(content()).sets;

  assert.equal(
    statistics?.citation,
    `Lit Windows. (${statistics?.date.slice(0, 4)}). Open data: figures (Version ${statistics?.version}) [Data set]. ${base.href}data/#statistics`,
  );
});

test('every field of every file is described in words', () => {
  const described = (schema: object, path: string): string[] => {
    const {
      properties = {},
      items,
      description,
    } = schema as {
      properties?: Record<string, object>;
      items?: object;
      description?: string;
    };
    return [
      ...(description ? [] : [path]),
      ...Object.entries(properties).flatMap(([name, field]) => described(field, `${path}/${name}`)),
      ...Object.entries((items as { properties?: Record<string, object> })?.properties ?? {}).flatMap(
        ([name, field]) => described(field, `${path}/${name}`),
      ),
    ];
  };

  for (const { schema } of openData(content()).sets)
    assert.deepEqual(described(JSON.parse(schema.write()), schema.name), []);
});

test('the same content gives the same versions, whatever the address of the site', () => {
  const [there, here] = ['https://other.example/', base.href].map((site) => {
    standsAt(site);
    return openData(content());
  });

  assert.equal(here?.version, there?.version);
  assert.deepEqual(
    here?.sets.map(({ version }) => version),
    there?.sets.map(({ version }) => version),
  );
});

test('one changed value changes the version of its table and of the whole, and no other', () => {
  const before = openData(content());
  const changed = content();
  changed.events[0]!.title = 'A law is passed at night';

  const after = openData(changed);

  assert.notEqual(setOf(after, 'events').version, setOf(before, 'events').version);
  assert.notEqual(after.version, before.version);
  assert.equal(setOf(after, 'laws').version, setOf(before, 'laws').version);
});

test('a table is as new as the newest thing in it or in what it cites', () => {
  const days = openData(content()).sets.map(({ table: { name }, date }) => [name, date]);

  assert.deepEqual(Object.fromEntries(days), {
    // The figure was changed on this day; the law cites it.
    statistics: '2026-03-02',
    laws: '2026-03-02',
    // The report was added on this day; the event cites it.
    sources: '2026-01-15',
    news: '2026-01-15',
    events: '2026-01-15',
  });
});

test('a figure is flattened into one row, its version counted and its less certain date told', () => {
  const [row = {}] = parse(setOf(openData(content()), 'statistics').csv.write(), { columns: true });

  const { from, to, value, period_to, date_precision, topics, sources, source_urls, changed, version, page } =
    row as Record<string, string>;
  assert.deepEqual(
    { from, to, value, period_to, date_precision, topics, sources, source_urls, changed, version, page },
    {
      from: '1000',
      to: '2000',
      value: '',
      period_to: '2021-05',
      date_precision: 'year',
      topics: 'law; fdff',
      sources: '2024/a-law',
      source_urls: 'https://daily.example/law',
      changed: '2026-03-02',
      version: '2',
      page: 'https://example.org/statistics/sent-2021/',
    },
  );
});

test('what editors note for their work is in no file', () => {
  const { files } = openData(content());

  for (const { name, write } of files)
    assert.doesNotMatch(write(), /private word|second editor|"(?:draft|allowedWords|safetyReview)"/, name);
});

test('a record with a field that nobody has described is not published', () => {
  const smuggled = content();
  Object.assign(smuggled.laws[0]!, { reviewer: 'second editor' });

  assert.throws(() => openData(smuggled), /reviewer/);
});

test('search engines are told every table with its version, its licence and both its files', () => {
  const { sets } = openData(content());

  const catalog = JSON.parse(
    JSON.stringify(
      dataCatalogData(
        { name: 'Open data', description: 'All tables.', address: '/data/' },
        sets,
        dictionaryFor('en').data.of,
      ),
    ),
  );

  assert.equal(catalog['@type'], 'DataCatalog');
  assert.deepEqual(
    catalog.dataset.map(({ version }: { version: string }) => version),
    sets.map(({ version }) => version),
  );
  for (const { license, url, distribution } of catalog.dataset) {
    assert.match(license, /^https:\/\/creativecommons\.org\//);
    assert.match(url, /^https:\/\/example\.org\/data\/#[a-z]+$/);
    assert.deepEqual(
      distribution.map(({ encodingFormat }: { encodingFormat: string }) => encodingFormat),
      ['application/json', 'text/csv'],
    );
  }
});

test('what is said of a column is said in Korean too, on the page and in the data package', () => {
  assert.deepEqual([...columnWords()].sort(), Object.keys(ko).sort());

  interface Told {
    'title@ko'?: string;
    description: string;
    'description@ko'?: string;
  }
  const { languages, resources, ...whole } = JSON.parse(openData(content()).descriptor.write()) as Told & {
    languages: string[];
    resources: (Told & { schema: { fields: Told[] } })[];
  };
  assert.deepEqual(languages, site.languages);
  for (const told of [whole, ...resources, ...resources.flatMap(({ schema }) => schema.fields)]) {
    assert.match(told.description, /^[\x00-\x7f’“”]+$/);
    assert.match(told['description@ko'] ?? '', /[가-힣]/, told.description);
  }
  assert.deepEqual(
    resources.map((one) => one['title@ko']),
    Object.values(dictionaryFor('ko').data.of).map(({ title }) => title),
  );
});
