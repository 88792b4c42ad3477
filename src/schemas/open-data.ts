import { z } from 'astro/zod';
import type { ColumnKind } from '../rules/vocabulary.ts';
import { day, KNOWN_DATE, knownDate, PARTIAL_DATE, partialDate, sourceId } from './fields.ts';
import { charts, figures } from './figures.ts';
import { events, laws, sources } from './records.ts';
import { news } from './texts.ts';

/*
 * The tables of the open data and their records as they are published. Their fields are those
 * of the content; a description is given again where that of the content speaks to editors. The
 * published JSON Schemas, the columns of the tables and their documentation are all made
 * from here.
 */

/** Changes of records other than figures stand on the page of corrections. */
const withoutChanges = <Shape extends { changes: unknown }>({ changes: _, ...shape }: Shape) => shape;

const whole = z.url();
const precision = (date: string) =>
  z
    .enum(['day', 'month', 'year', 'none'])
    .describe(`How much of ${date} is known; none where it is undated.`);
const sourceUrls = z
  .array(whole)
  .describe('Addresses of these sources, in the same order; a source without one is passed over.');
const changed = day.optional().describe('Day of the last change of substance; empty where there was none.');
const onTimeline = whole.describe('Where the time line tells of it.');

const has = (field: string) => ({ properties: { [field]: {} }, required: [field] });

const figure = z
  .strictObject({
    ...figures.shape,
    datePrecision: precision('the date, or of the less certain end of the period,'),
    sourceUrls,
    changes: figures.shape.changes.unwrap(),
    changed,
    version: z.int().min(1).describe('1 for the figure as first published, and 1 more for each change.'),
    page: whole.describe('Page of the figure on this site.'),
  })
  // What the check of the content asks of each figure, in the words of JSON Schema.
  .meta({ allOf: [{ oneOf: [has('value'), has('range')] }, { oneOf: [has('asOf'), has('period')] }] });

const report = sources.shape;
const source = z.strictObject({
  ...withoutChanges(report),
  author: report.author.describe('Who wrote it, as the source itself names them.'),
  publisher: report.publisher.describe('Who published it.'),
  url: report.url.describe('Address at which we read it.'),
  noUrl: report.noUrl.describe('Why no address is given.'),
  id: sourceId.describe('Name of the source. It never changes; that of a report in our archive has a slash.'),
  datePrecision: precision('that date'),
  read: knownDate.optional().describe('When we read it, as precisely as noted.'),
  added: day.optional().describe('Day on which the report was added to our archive.'),
  changed,
  page: whole.describe('Where this site describes it. A place in the list may move as the list grows.'),
});

const post = news.options[0].shape;
const newsItem = z.strictObject({
  id: sourceId.describe('Year and short name of the post. It never changes.'),
  kind: z
    .enum(['coverage', 'update'])
    .describe('coverage: a report of somebody else, summed up in our own words; update: our own.'),
  date: partialDate.describe('When it was published, as precisely as known; or undated.'),
  datePrecision: precision('that date'),
  dateNote: post.dateNote,
  title: post.title.describe('Title of the post, in our own words.'),
  summary: post.summary.describe('What the report says, in one or two sentences of our own.'),
  author: post.author.describe('Who wrote it, as the report itself names them.'),
  publisher: post.publisher.describe('Who published it; this site, where the post is our own.'),
  url: post.url.describe('Address of the report; empty for our own.'),
  noUrl: source.shape.noUrl,
  via: post.via,
  language: post.language.describe('Language of the report.'),
  certainty: post.certainty,
  topics: post.topics,
  added: post.added.describe('Day on which the post was added to this site.'),
  changes: post.changes.describe('Changes of substance since the post was published.'),
  changed,
  page: whole.describe('Page of the post on this site.'),
});

const event = z.strictObject({
  ...withoutChanges(events.shape),
  id: events.shape.id.describe('Name of the event. It never changes.'),
  text: events.shape.text.describe('What happened and who says so.'),
  law: events.shape.law.describe('The law that it changed, by its id in the table of laws.'),
  datePrecision: precision('that date'),
  sourceUrls,
  page: onTimeline,
});

const law = z.strictObject({
  ...withoutChanges(laws.shape),
  id: laws.shape.id.describe('Name of the law on this site. It never changes.'),
  from: laws.shape.from.describe('From when it was in force; empty where that is not known.'),
  until: laws.shape.until.describe('Until when it was in force; empty where it still is.'),
  sourceUrls,
  page: onTimeline,
});

/** What each JSON file says of itself, before its records. */
export const fileHead = {
  $schema: whole.describe('Address of the JSON Schema of this file.'),
  name: z.string().describe('Name of the site and title of the file.'),
  title: z.string().describe('Title of the file.'),
  description: z.string().describe('What the file holds.'),
  licence: whole.describe('Licence under which the file may be used.'),
  version: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/)
    .describe('The date of the file and the first eight digits of the SHA-256 of its records.'),
  date: day.describe(
    'Newest day on which anything in the file, or a source of it, was added, checked or changed.',
  ),
  citation: z.string().describe('How to name the file where it is used.'),
  page: whole.describe('Page that describes the file.'),
};

/** A table of the open data. Its files are `/data/<name>.json`, `.csv` and `.schema.json`. */
export interface Table {
  name: string;
  /** Key of the records in the JSON file. */
  list: string;
  record: z.ZodObject;
  /** Columns of the CSV file by name, each with the path of its cell in a record. */
  columns: Readonly<Record<string, string>>;
  /** Columns that hold one id of another table. */
  refersTo?: Readonly<Record<string, string>>;
  /** Lists that the JSON file has besides, which no table of rows can hold. */
  besides?: Readonly<Record<string, z.ZodArray<z.ZodObject>>>;
}

const columnOf = (path: string) =>
  path.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Columns that are named as their fields: `date_note` for `dateNote`, `period_from` for `period.from`. */
const named = (paths: string): Record<string, string> =>
  Object.fromEntries(paths.split(' ').map((path) => [columnOf(path), path]));

/**
 * The tables in the order of the page. A column is never renamed or taken out: others read it
 * by its name. A new one may be added anywhere.
 */
const tables = [
  {
    name: 'statistics',
    list: 'figures',
    record: figure,
    columns: {
      ...named('id label value'),
      from: 'range.from',
      to: 'range.to',
      ...named(
        'qualifier unit stage counted asOf period.from period.to datePrecision dateNote reportedBy method notMeaning formula certainty topics sources sourceUrls measure parts',
      ),
      conflicts_with: 'conflicts',
      ...named('conflictNote checked changed version page'),
    },
    besides: {
      series: z
        .array(z.strictObject(withoutChanges(charts.shape)))
        .describe('The charts of this site, each with the figures that it draws.'),
      sources: z.array(source).describe('The sources that the figures cite.'),
    },
  },
  {
    name: 'sources',
    list: 'sources',
    record: source,
    columns: named(
      'id title author publisher url noUrl via language date datePrecision dateNote read archived added changed page',
    ),
  },
  {
    name: 'news',
    list: 'news',
    record: newsItem,
    columns: named(
      'id date datePrecision dateNote title summary author publisher url noUrl via language kind certainty topics added changed page',
    ),
  },
  {
    name: 'events',
    list: 'events',
    record: event,
    columns: named(
      'id date datePrecision dateNote kind title text law figures sources sourceUrls certainty page',
    ),
    refersTo: { law: 'laws' },
  },
  {
    name: 'laws',
    list: 'laws',
    record: law,
    columns: named(
      'id name country text passed from described until status dateNote figures sources sourceUrls page',
    ),
  },
] as const satisfies Table[];

export type TableName = (typeof tables)[number]['name'];
export const TABLES: readonly (Table & { name: TableName })[] = tables;
/** A record of a table as it is published. */
export type RecordOf<Name extends TableName> = z.output<
  Extract<(typeof tables)[number], { name: Name }>['record']
>;

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A column of a table, as the schema of its records describes it. */
export type Column = ReturnType<typeof columnsOf>[number];

/** The columns of a table. @throws if one leads to no field, or to a field without a description */
export function columnsOf({ name: table, record, columns }: Table) {
  const schema = z.toJSONSchema(record);
  return Object.entries(columns).map(([name, path]) => {
    const { field, required } = fieldAt(schema, path);
    const kind = field && kindOf(field);
    if (!field?.description || !kind)
      throw new Error(`The column “${name}” of “${table}” needs a field with a description at “${path}”.`);
    return {
      name,
      kind,
      description: field.description,
      /** No cell is empty. */
      required: required && (kind !== 'list' || (field.minItems ?? 0) > 0),
      /** The words that may stand in it. */
      ...(field.enum && { words: field.enum.map(String) }),
      ...(kind !== 'list' && field.pattern !== undefined && { pattern: field.pattern }),
      ...(field.minimum !== undefined && { minimum: field.minimum }),
    };
  });
}

/** The field at a path, and whether every record has it; a path may lead to no field. */
function fieldAt(schema: JsonSchema, path: string) {
  let [field, required]: [JsonSchema | undefined, boolean] = [schema, true];
  for (const key of path.split('.')) {
    required &&= field?.required?.includes(key) === true;
    const inner: JsonSchema | boolean | undefined = field?.properties?.[key];
    field = typeof inner === 'object' ? inner : undefined;
  }
  return { field, required };
}

function kindOf({ type, format, pattern, enum: words }: JsonSchema): ColumnKind | undefined {
  if (type === 'array') return 'list';
  if (type === 'number' || type === 'integer') return type;
  if (type !== 'string') return undefined;
  if (words) return 'word';
  if (format === 'uri') return 'address';
  if (format === 'date') return 'day';
  return pattern === KNOWN_DATE || pattern === PARTIAL_DATE ? 'date' : 'text';
}

/** What the description of a column says besides, where its cells hold lists. */
export const JOINED = 'Several are joined by a semicolon and a space.';

/** All that is said of columns, in English. */
export const columnWords = (): Set<string> =>
  new Set([...TABLES.flatMap(columnsOf).map(({ description }) => description), JOINED]);
