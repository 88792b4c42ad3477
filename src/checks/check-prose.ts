import { asRecord, reportAt, type Entry } from './read-entries.ts';
import { typedNumber } from './typed-numbers.ts';

/** Reports numbers that are typed in fields of an entry; `path` leads to what holds the fields. */
export function checkProse(
  entry: Entry,
  fields: readonly string[],
  instead: string,
  { counts, path = [] }: { counts?: RegExp; path?: readonly PropertyKey[] } = {},
): void {
  const holder = path.reduce<unknown>((value, part) => asRecord(value)[String(part)], entry.data);
  for (const field of fields) {
    const text = asRecord(holder)[field];
    const typed = typeof text === 'string' ? typedNumber(text, instead, counts) : undefined;
    if (typed) reportAt(entry, [...path, field], `${field}: ${typed.message}`);
  }
}

/** What to do about a typed number in an entry that names its figures by id. */
export const sayInWords = (where: string) =>
  `Say it in words without the number; figures are named by id, ${where}.`;
