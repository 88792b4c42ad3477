import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Package } from 'datapackage';
import { contentData } from '../pages.ts';

const TABLES = { statistics: 'figures', sources: 'sources', news: 'news', events: 'events', laws: 'laws' };
const NAMES = Object.keys(TABLES) as (keyof typeof TABLES)[];

type Row = Record<string, unknown>;
type JsonFile = Row & { $schema: string; version: string; date: string; citation: string; page: string };

const bytes = (name: string) => readFileSync(`dist/data/${name}`);
const text = (name: string) => bytes(name).toString('utf8');
const json = (name: string) => JSON.parse(text(`${name}.json`)) as JsonFile;
const records = (name: keyof typeof TABLES) => json(name)[TABLES[name]] as Row[];
const rows = (name: string): Record<string, string>[] =>
  parse(text(`${name}.csv`), { columns: true, record_delimiter: '\r\n', relax_column_count: false });

const ajv = formats.default(new Ajv2020({ strict: true, allErrors: true }));
const validators = new Map(
  NAMES.map((name) => [name, ajv.compile(JSON.parse(text(`${name}.schema.json`)) as object)]),
);
const errorsOf = (name: keyof typeof TABLES, file: unknown) => {
  const validate: ValidateFunction | undefined = validators.get(name);
  return validate?.(file) ? [] : (validate?.errors ?? ['no schema']);
};

const copy = mkdtempSync(join(tmpdir(), 'data-'));
after(() => rmSync(copy, { recursive: true }));

/** Reads the data package with one of its tables changed. */
async function readChanged(
  name: keyof typeof TABLES,
  change: (table: Record<string, string>[]) => Record<string, string>[],
): Promise<Map<string, Row[]>> {
  cpSync('dist/data', copy, { recursive: true });
  writeFileSync(join(copy, `${name}.csv`), stringify(change(rows(name)), { header: true }));
  return readAll(await Package.load(join(copy, 'datapackage.json')));
}

async function readAll({ resources }: Package): Promise<Map<string, Row[]>> {
  const tables = new Map<string, Row[]>();
  for (const resource of resources)
    tables.set(resource.name, await resource.read({ keyed: true, relations: true }));
  return tables;
}

test('every file stands at the address that was promised', () => {
  const files = readdirSync('dist/data').sort();

  // Others read the data by these names. One may be added here; none is ever taken out.
  const promised = NAMES.flatMap((name) => [`${name}.csv`, `${name}.json`, `${name}.schema.json`]);
  assert.deepEqual(files, [...promised, 'datapackage.json', 'index.html'].sort());
});

test('every column that was promised is there', () => {
  // Taking a name out of this list breaks the programs of others.
  const promised = {
    statistics:
      'id label value from to qualifier unit stage counted as_of period_from period_to date_precision date_note reported_by method not_meaning formula certainty topics sources source_urls parts conflicts_with conflict_note checked changed version page',
    sources:
      'id title publisher url no_url via language date date_precision date_note read archived added changed page',
    news: 'id date date_precision date_note title summary publisher url no_url via language kind certainty topics added changed page',
    events: 'id date date_precision date_note kind title text law figures sources source_urls certainty',
    laws: 'id name country text passed from until status date_note figures sources source_urls',
  };

  for (const name of NAMES) {
    const columns = new Set(text(`${name}.csv`).split('\r\n')[0]?.split(','));
    assert.deepEqual(
      promised[name].split(' ').filter((column) => !columns.has(column)),
      [],
      name,
    );
  }
});

test('each JSON file is as its published schema says, and names schema, licence, version and citation', () => {
  for (const name of NAMES) {
    const file = json(name);
    const schema = JSON.parse(text(`${name}.schema.json`)) as Row;

    assert.deepEqual(errorsOf(name, file), [], name);
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema['$id'], file.$schema);
    assert.equal(new URL(file.$schema).pathname, `/data/${name}.schema.json`);
    assert.equal(file['licence'], 'https://creativecommons.org/licenses/by/4.0/');
    assert.ok(file.version.startsWith(`${file.date}-`), file.version);
    assert.ok(file.citation.endsWith(`(Version ${file.version}) [Data set]. ${file.page}`), file.citation);
    assert.equal(new URL(file.page).pathname + new URL(file.page).hash, `/data/#${name}`);
  }
});

test('the published schemas refuse what is wrong', () => {
  const spoil = (name: keyof typeof TABLES, change: (record: Row) => void) => {
    const file = json(name);
    const list = file[TABLES[name]] as Row[];
    change(list[0]!);
    return errorsOf(name, file).length;
  };

  assert.ok(spoil('statistics', (figure) => delete figure['checked']) > 0, 'a figure that nobody checked');
  assert.ok(spoil('statistics', (figure) => (figure['unit'] = 'parsecs')) > 0, 'a unit that is not known');
  assert.ok(spoil('statistics', (figure) => (figure['range'] = { from: 1, to: 2 })) > 0, 'value and range');
  assert.ok(spoil('statistics', (figure) => (figure['draft'] = true)) > 0, 'a field that is not described');
  assert.ok(spoil('sources', (source) => (source['date'] = 'May 2017')) > 0, 'a date in words');
  assert.ok(spoil('news', (post) => (post['page'] = 'not an address')) > 0, 'a page without an address');
});

test('statistics.json has all that it had before there were other files', () => {
  const file = json('statistics');
  const written = contentData<Record<string, Row[]>>('statistics');
  const published = new Map((file['figures'] as Row[]).map((figure) => [figure['id'], figure]));

  assert.equal(file['name'], 'Lit Windows: figures');
  for (const figure of written['figures'] ?? []) {
    const one = published.get(figure['id']);
    for (const [field, value] of Object.entries(figure)) assert.deepEqual(one?.[field], value, field);
  }
  assert.equal(published.size, written['figures']?.length);
  assert.deepEqual(
    (file['series'] as Row[]).map(({ id }) => id).sort(),
    written['charts']?.map(({ id }) => id).sort(),
  );
  for (const { title, publisher, date, page } of file['sources'] as Row[])
    assert.ok(title && publisher && date && page, String(title));
});

test('each CSV file has the records of its JSON file, cell for cell', () => {
  const renamed: Record<string, string> = {
    'range.from': 'from',
    'range.to': 'to',
    'period.from': 'period_from',
    'period.to': 'period_to',
    conflicts: 'conflicts_with',
  };
  const cells = (record: Row, above = ''): [string, string][] =>
    Object.entries(record).flatMap(([key, value]): [string, string][] => {
      const path = above + key;
      if (value !== null && typeof value === 'object' && !Array.isArray(value))
        return cells(value as Row, `${path}.`);
      const column = renamed[path] ?? path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [[column, Array.isArray(value) ? value.join('; ') : String(value)]];
    });

  for (const name of NAMES) {
    const expected = records(name).map(({ changes: _, crossChecks: __, ...record }) =>
      Object.fromEntries(cells(record).filter(([, cell]) => cell !== '')),
    );
    const found = rows(name).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
    );
    assert.deepEqual(found, expected, name);
  }
});

test('each CSV file is UTF-8 without a mark, with CRLF, and starts no formula', () => {
  for (const name of NAMES) {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes(`${name}.csv`));
    const cells = rows(name).flatMap((row) => Object.values(row));

    assert.ok(content.startsWith('id,'), name);
    assert.ok(content.endsWith('\r\n'), name);
    assert.doesNotMatch(content.replaceAll(/"(?:[^"]|"")*"/g, ''), /(?<!\r)\n|\r(?!\n)|"/, name);
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)),
      [],
    );
  }
});

test('every id that a record names is that of a record', () => {
  const ids = Object.fromEntries(NAMES.map((name) => [name, new Set(records(name).map(({ id }) => id))]));
  const named = (field: string) =>
    NAMES.flatMap((name) => records(name)).flatMap((record) => (record[field] ?? []) as string[]);

  for (const [field, table] of [
    ['sources', 'sources'],
    ['figures', 'statistics'],
    ['parts', 'statistics'],
    ['conflicts', 'statistics'],
  ] as const)
    assert.deepEqual(
      named(field).filter((id) => !ids[table]?.has(id)),
      [],
      field,
    );
});

test('the data package is valid by the tool of its makers, and so is every row', async () => {
  const data = await Package.load('dist/data/datapackage.json');

  assert.deepEqual(data.errors, []);
  assert.ok(data.valid);
  // Profiles with an address would be asked for over the network.
  assert.equal(data.descriptor.profile, 'tabular-data-package');
  assert.deepEqual(
    data.resources.map(({ name }) => name),
    NAMES,
  );
  assert.ok(data.resources.every(({ valid, local }) => valid && local));
  const tables = await readAll(data);
  for (const name of NAMES) assert.equal(tables.get(name)?.length, records(name).length, name);
});

test('the data package tells length, checksum and version of each file', async () => {
  const { resources, descriptor } = await Package.load('dist/data/datapackage.json');

  for (const { name, descriptor: one } of resources) {
    const content = bytes(one.path);
    assert.equal(one.bytes, content.length, name);
    assert.equal(one.hash, `sha256:${createHash('sha256').update(content).digest('hex')}`, name);
    assert.equal(one.version, json(name).version, name);
  }
  assert.ok(descriptor.version.startsWith(descriptor.created.slice(0, 10)));
});

test('the tool refuses a row that repeats an id, names no law, or has a word for a number', async () => {
  const first = (change: Record<string, string>) => (table: Record<string, string>[]) =>
    table.map((row, index) => (index === 0 ? { ...row, ...change } : row));

  await readChanged('statistics', (table) => table);
  await assert.rejects(
    readChanged('statistics', (table) => [...table, ...table.slice(0, 1)]),
    /unique/i,
  );
  await assert.rejects(readChanged('events', first({ law: 'no-such-law' })), /foreign key/i);
  await assert.rejects(readChanged('statistics', first({ value: 'many' })), /type and format/i);
});

test('the page shows every file with its version, its licence and how to cite it', () => {
  const html = text('index.html');

  for (const name of NAMES) {
    const { version, citation } = json(name);
    for (const file of [`${name}.csv`, `${name}.json`, `${name}.schema.json`])
      assert.match(html, new RegExp(`<a href="/data/${file}">${file}, [\\d,]+ kB</a>`));
    assert.ok(html.includes(`<dd>${version}, <time`), name);
    assert.ok(html.includes(`<dd>${citation}</dd>`), name);
    for (const column of Object.keys(rows(name)[0] ?? {})) assert.ok(html.includes(`<code>${column}</code>`));
  }
  assert.equal(html.split('>CC BY 4.0</a>').length - 1, NAMES.length);
});
