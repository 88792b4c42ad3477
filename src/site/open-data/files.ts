import { hash } from 'node:crypto';
import { z } from 'astro/zod';
import { columnsIn, dictionaryFor } from '../../i18n/dictionary.ts';
import { defaultLanguage, site, type Language } from '../../site.ts';
import { addressOf } from '../../rules/addresses.ts';
import { newestDay as newestOf } from '../../rules/changes.ts';
import { CITATION_STYLES, cslItem } from '../citations.ts';
import { columnsOf, fileHead, JOINED, TABLES, type Column } from '../../schemas/open-data.ts';
import { csvOf } from './csv.ts';
import { openRecords, type OpenContent, type OpenRecord, type TableRecords } from './records.ts';
import {
  getCharts,
  getEvents,
  getFigures,
  getLaws,
  getPosts,
  getSources,
  memoizeContent,
} from '../content.ts';
import { absoluteUrl } from '../reading.ts';

/** A table with its files. */
export type DataSet = ReturnType<typeof dataSet>;
type NamedTable = (typeof TABLES)[number];

const DATA_TITLE = 'Open data';
/** What each table is called and holds, as the files say it. */
const TOLD = dictionaryFor(defaultLanguage).data.of;

/** The open data of the site: its tables with their files. */
export const getOpenData = memoizeContent(() =>
  openData({
    figures: getFigures(defaultLanguage),
    charts: getCharts(defaultLanguage),
    sources: getSources(defaultLanguage),
    posts: getPosts(defaultLanguage),
    events: getEvents(defaultLanguage),
    laws: getLaws(defaultLanguage),
  }),
);

/** The day up to which laws are known: the newest on which one, or what it rests on, was checked or changed. */
export const lawsKnown = (): string =>
  getOpenData().sets.find(({ table }) => table.name === 'laws')?.date ?? getOpenData().date;

/**
 * The files of the open data, made from the content alone.
 * @throws if a record is not as its schema says; nothing undescribed is published
 */
export function openData(content: OpenContent) {
  const records = openRecords(content);
  const withCited = citedBy(records);
  const newest = modifiedDay(Object.values(records).flatMap((table) => table.records));
  const sets = TABLES.map((table) => {
    const of = records[table.name];
    // Events and laws keep no days of their own: they are as new as what they rest on.
    const date = modifiedDay(of.records.flatMap(withCited)) || newest;
    return dataSet(table, of, date);
  });
  const versions = sets.map((set) => set.version);
  const version = versionOf(newest, versions);
  // Description of the CSV files for machines, by Frictionless.
  const descriptor = jsonFile('datapackage.json', dataPackage(sets, newest, version));
  const files = [...sets.flatMap(({ json, csv, schema }) => [json, csv, schema]), descriptor];
  return { sets, descriptor, version, date: newest, files };
}

/** Gives a record with the sources and figures that it cites. */
function citedBy({ statistics, sources }: ReturnType<typeof openRecords>) {
  const known = new Map([...statistics.records, ...sources.records].map((record) => [record['id'], record]));
  return (record: OpenRecord): OpenRecord[] => {
    const ids = [record['sources'], record['figures']].flat();
    return [record, ...ids.map((id) => known.get(id)).filter((cited) => cited !== undefined)];
  };
}

function dataSet(table: NamedTable, { records, besides }: TableRecords, date: string) {
  const { name, list } = table;
  const { title, description } = TOLD[name];
  const holds = { [list]: records, ...besides };
  const version = versionOf(date, holds);
  // The part of the page that describes the table: who follows the citation finds every form of it.
  const page = absoluteUrl(`${addressOf('data')}#${name}`);
  const schemaAddress = absoluteUrl(addressOf('open data', `${name}.schema.json`));
  const citation = CITATION_STYLES.APA(
    cslItem({
      title: `${DATA_TITLE}: ${title.toLowerCase()}`,
      type: 'dataset',
      address: `${addressOf('data')}${name}`,
      url: page,
      issued: date,
      language: defaultLanguage,
      version,
    }),
  );
  const content = fileSchema(table).parse({
    $schema: schemaAddress,
    name: `${site.name}: ${title.toLowerCase()}`,
    title,
    description,
    licence: site.licence,
    version,
    date,
    citation,
    page,
    ...holds,
  });
  return {
    table,
    columns: columnsOf(table),
    records,
    date,
    version,
    citation,
    json: jsonFile(`${name}.json`, content),
    csv: file(`${name}.csv`, 'text/csv', () => csvOf(table, records)),
    schema: jsonFile(`${name}.schema.json`, jsonSchema(table, schemaAddress), 'application/schema+json'),
  };
}

/** The schema of a JSON file: what it says of itself, then its lists. */
const fileSchema = ({ name, list, record, besides = {} }: NamedTable) =>
  z.strictObject({ ...fileHead, [list]: z.array(record).describe(TOLD[name].description), ...besides });

function jsonSchema(table: NamedTable, address: string): object {
  return {
    $id: address,
    ...z.toJSONSchema(fileSchema(table), {
      // Lengths and limits are rules for editors; users of the data are promised none.
      override: ({ jsonSchema }) => {
        delete jsonSchema.minLength;
        delete jsonSchema.maxLength;
        if (jsonSchema.type === 'number') delete jsonSchema.maximum;
      },
    }),
    title: `${site.name}: ${TOLD[table.name].title}`,
    description: TOLD[table.name].description,
  };
}

/**
 * A property in the first language, and in each other one as `name@ko`: so the Data Package
 * has them (datapackage.org, recipe “Language support”).
 * @param say the words; nothing where a language has none
 */
const inLanguages = (name: string, say: (language: Language) => string | undefined): object =>
  Object.fromEntries(
    site.languages.flatMap((language) => {
      const said = say(language);
      return said === undefined ? [] : [[language === defaultLanguage ? name : `${name}@${language}`, said]];
    }),
  );

/** The Data Package: by its version 2, with the words of version 1 that older tools read. */
function dataPackage(sets: readonly DataSet[], date: string, version: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: 'lit-windows',
    id: absoluteUrl(addressOf('open data', 'datapackage.json')),
    languages: site.languages,
    ...inLanguages(
      'title',
      (language) => `${site.name}: ${dictionaryFor(language).data.title.toLowerCase()}`,
    ),
    ...inLanguages('description', (language) => dictionaryFor(language).data.summary),
    homepage: absoluteUrl(addressOf('data')),
    version,
    created: `${date}T00:00:00Z`,
    licenses: [
      { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0 International', path: site.licence },
    ],
    contributors: [
      {
        title: site.name,
        path: absoluteUrl('/'),
        role: 'publisher',
        roles: ['creator', 'publisher'],
      },
    ],
    resources: sets.map(({ table, columns, csv, version: ofTable, citation }) => ({
      name: table.name,
      type: 'table',
      profile: 'tabular-data-resource',
      path: csv.name,
      ...inLanguages('title', (language) => dictionaryFor(language).data.of[table.name].title),
      ...inLanguages('description', (language) => dictionaryFor(language).data.of[table.name].description),
      version: ofTable,
      citation,
      format: 'csv',
      mediatype: csv.mediaType,
      encoding: 'utf-8',
      bytes: csv.bytes,
      hash: `sha256:${csv.checksum}`,
      // All else is as the specifications presume.
      dialect: { lineTerminator: '\r\n', skipInitialSpace: false },
      schema: {
        fields: columns.map(tableField),
        primaryKey: ['id'],
        foreignKeys: table.refersTo && Object.entries(table.refersTo).map(foreignKey),
      },
    })),
  };
}

/** A column in the words of Table Schema; what is undefined is not written. */
function tableField({ name, kind, description, required, words, pattern, minimum }: Column): object {
  const type = kind === 'number' || kind === 'integer' ? kind : kind === 'day' ? 'date' : 'string';
  return {
    name,
    type,
    format: kind === 'address' ? 'uri' : undefined,
    ...inLanguages('description', (language) => {
      const told = columnsIn(language);
      const parts = [told(description), kind === 'list' ? told(JOINED) : ''];
      return parts.includes(undefined) ? undefined : parts.join(' ').trim();
    }),
    constraints: {
      required: required || undefined,
      unique: name === 'id' || undefined,
      enum: words,
      pattern,
      minimum,
    },
  };
}

const foreignKey = ([column, resource]: [string, string]) => ({
  fields: [column],
  reference: { resource, fields: ['id'] },
});

/**
 * A file of the open data by its name below /data/, with its length as it is, not compressed. Its
 * text is written again where it is asked for: of ten thousand posts it would take the memory of
 * the whole build.
 */
function file(name: string, mediaType: string, write: () => string) {
  const text = write();
  const of = { bytes: Buffer.byteLength(text), checksum: hash('sha256', text) };
  return { name, address: addressOf('open data', name), mediaType, write, ...of };
}

const jsonFile = (name: string, value: object, mediaType = 'application/json') =>
  file(name, mediaType, () => `${JSON.stringify(value, null, 2)}\n`);

/** Fields of a record that hold the day on which something was done to it. */
const DAYS = ['added', 'read', 'checked', 'changed'] as const;

/** The newest whole day on which one of the records was added, read, checked or changed; nothing if none says. */
export const modifiedDay = (records: readonly OpenRecord[]): string =>
  newestOf(records.flatMap((record) => DAYS.map((field) => String(record[field] ?? ''))).filter(isDay));
const isDay = (date: string) => date.length === 10;

/**
 * The version of a file: its date and the first eight digits of the SHA-256 of what it
 * holds. It does not depend on the order of fields or on the address of the site.
 */
export function versionOf(date: string, holds: unknown): string {
  return `${date}-${hash('sha256', canonical(holds)).slice(0, 8)}`;
}

/** JSON with sorted keys and without the addresses of pages. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([key]) => key !== 'page')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
