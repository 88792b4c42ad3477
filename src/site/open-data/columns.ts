import { stringify } from 'csv-stringify/sync';
import type { z } from 'astro/zod';
import { KNOWN_DATE, PARTIAL_DATE } from '../../schemas/fields.ts';
import { fieldsOf, type Table } from '../../schemas/tables.ts';
import type { ColumnKind } from '../../rules/vocabulary.ts';
import type { OpenRecord } from './records.ts';

/** A column of a table, as the schema of its records describes it. */
export type Column = ReturnType<typeof columnsOf>[number];
type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What joins the values of a list in one cell; no id and no address holds a space. */
const LIST_JOIN = '; ';

/** The columns of a table. @throws if one leads to no field, or to a field without a description */
export function columnsOf(table: Table) {
  return fieldsOf(table).map(({ name, path, field, required }) => {
    const kind = field && kindOf(field);
    if (!field?.description || !kind)
      throw new Error(
        `The column “${name}” of “${table.name}” needs a field with a description at “${path}”.`,
      );
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

function kindOf({ type, format, pattern, enum: words }: JsonSchema): ColumnKind | undefined {
  if (type === 'array') return 'list';
  if (type === 'number' || type === 'integer') return type;
  if (type !== 'string') return undefined;
  if (words) return 'word';
  if (format === 'uri') return 'address';
  if (format === 'date') return 'day';
  return pattern === KNOWN_DATE || pattern === PARTIAL_DATE ? 'date' : 'text';
}

/** The value at a path of a record, lists joined. */
function cellAt(record: OpenRecord, path: string): unknown {
  const value = path
    .split('.')
    .reduce<unknown>((part, key) => (part as OpenRecord | undefined)?.[key], record);
  return Array.isArray(value) ? value.join(LIST_JOIN) : value;
}

/**
 * CSV by RFC 4180: a row of names, CRLF at the end of each row, quotes where they are needed, UTF-8 without
 * a byte order mark. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export const CSV = { header: true, record_delimiter: 'windows', escape_formulas: true } as const;

/** The table as CSV. @param names the columns to give; without it all */
export function csvOf(
  { columns }: Table,
  records: readonly OpenRecord[],
  names: readonly string[] = Object.keys(columns),
): string {
  const rows = records.map((record) => names.map((name) => cellAt(record, columns[name] ?? name)));
  return stringify(rows, { ...CSV, columns: [...names] });
}
