import { newestFirst } from './dates.ts';

/** The kinds of changes; where a day has several, a correction comes first. */
export const CHANGE_KINDS = ['correction', 'revision', 'update'] as const;

/** A change of substance to a published text. */
export interface Change {
  /** YYYY-MM-DD */
  date: string;
  kind: (typeof CHANGE_KINDS)[number];
  /** What was changed, in a sentence. */
  what: string;
}

/** The part of a text that these rules look at; a test can pass a plain object. */
export interface ChangedText {
  address: string;
  data: { title: string; changes: readonly Change[] };
}

/** A change with the text that it was made to. */
export interface ListedChange extends Change {
  title: string;
  address: string;
}

const byDayAndKind = (a: Change, b: Change) =>
  newestFirst(a.date, b.date) || CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind);

/** The changes of one text, newest first. */
export function inChangeOrder<T extends Change>(changes: readonly T[]): T[] {
  return changes.toSorted(byDayAndKind);
}

/** The changes of all texts, newest first; those of one day and kind by address. */
export function changesOf(texts: readonly ChangedText[]): ListedChange[] {
  return texts
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .flatMap(({ address, data: { title, changes } }) =>
      changes.map((change) => ({ ...change, title, address })),
    )
    .toSorted(byDayAndKind);
}

/** The newest day on which a text was added, rewritten or changed. */
export function lastChange(data: {
  added?: string;
  updated?: string;
  changes: readonly { date: string }[];
}): string {
  const days = [data.added, data.updated, ...data.changes.map(({ date }) => date)];
  return days.reduce<string>((newest, day = '') => (day > newest ? day : newest), '');
}
