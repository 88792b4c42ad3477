import { stringify } from 'csv-stringify/sync';
import type { Table } from '../../schemas/open-data.ts';
import type { OpenRecord } from './records.ts';

/** What joins the values of a list in one cell; no id and no address holds a space. */
const LIST_JOIN = '; ';

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
