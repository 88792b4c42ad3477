import { hash } from 'node:crypto';
import { newestDay as newest } from '../../rules/changes.ts';
import type { OpenRecord } from './records.ts';

/** Fields of a record that hold the day on which something was done to it. */
const DAYS = ['added', 'read', 'checked', 'changed'] as const;

/** The newest whole day on which one of the records was added, read, checked or changed; nothing if none says. */
export const newestDay = (records: readonly OpenRecord[]): string =>
  newest(records.flatMap((record) => DAYS.map((field) => String(record[field] ?? ''))).filter(isDay));
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
