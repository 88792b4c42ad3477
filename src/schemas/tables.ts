import { z } from 'astro/zod';
import { event, figure, law, newsItem, source, withoutChanges } from './exports.ts';
import { charts } from './figures.ts';

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

/** What is written down of a table: its records have its own name where `list` gives no other. */
type GivenTable = Omit<Table, 'name' | 'list'> & { list?: string };

const columnOf = (path: string) =>
  path.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Columns that are named as their fields: `date_note` for `dateNote`, `period_from` for `period.from`. */
const named = (paths: string): Record<string, string> =>
  Object.fromEntries(paths.split(' ').map((path) => [columnOf(path), path]));

/**
 * The tables in the order of the page, by their names. A column is never renamed or taken
 * out: others read it by its name. A new one may be added anywhere.
 */
const tables = {
  statistics: {
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
  sources: {
    record: source,
    columns: named(
      'id title author publisher url noUrl via language date datePrecision dateNote read archived added changed page',
    ),
  },
  news: {
    record: newsItem,
    columns: named(
      'id date datePrecision dateNote title summary author publisher url noUrl via language kind certainty topics added changed page',
    ),
  },
  events: {
    record: event,
    columns: named(
      'id date datePrecision dateNote kind title text law figures sources sourceUrls certainty page',
    ),
    refersTo: { law: 'laws' },
  },
  laws: {
    record: law,
    columns: named(
      'id name country text passed from described until status dateNote figures sources sourceUrls page',
    ),
  },
} satisfies Record<string, GivenTable>;

export type TableName = keyof typeof tables;

export const TABLES = Object.fromEntries(
  Object.entries<GivenTable>(tables).map(([name, table]) => [name, { name, list: name, ...table }]),
) as Record<TableName, Table & { name: TableName }>;

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The field of each column, and whether every record has it; a column may lead to no field. */
export function fieldsOf({ record, columns }: Pick<Table, 'record' | 'columns'>) {
  const schema = z.toJSONSchema(record);
  return Object.entries(columns).map(([name, path]) => ({ name, path, ...fieldAt(schema, path) }));
}

function fieldAt(schema: JsonSchema, path: string) {
  let [field, required]: [JsonSchema | undefined, boolean] = [schema, true];
  for (const key of path.split('.')) {
    required &&= field?.required?.includes(key) === true;
    const inner: JsonSchema | boolean | undefined = field?.properties?.[key];
    field = typeof inner === 'object' ? inner : undefined;
  }
  return { field, required };
}

/** What the description of a column says besides, where its cells hold lists. */
export const JOINED = 'Several are joined by a semicolon and a space.';

/** All that is said of columns, in English. */
export const columnWords = (): Set<string> =>
  new Set([
    ...Object.values(TABLES).flatMap((table) =>
      fieldsOf(table).flatMap(({ field }) => field?.description ?? []),
    ),
    JOINED,
  ]);
