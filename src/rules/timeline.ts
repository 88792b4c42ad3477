import { sortKey } from './dates.ts';
import type { LawStatus } from './vocabulary.ts';

/** Oldest first; what is known less precisely comes before the days of its month or year, and equal dates go by id. */
export function inTimeOrder<T extends { id: string; date: string }>(events: readonly T[]): T[] {
  const key = ({ id, date }: T) => `${sortKey(date)} ${id}`;
  return events.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The part of a law that says since or until when it counts. */
export interface LawDates {
  status: LawStatus;
  passed?: string | undefined;
  from?: string | undefined;
  described?: string | undefined;
  until?: string | undefined;
}

/** The date that goes with the state of a law: when it was struck down or ordered; of the other states none is told. */
export function stateDate({ status, passed, from, until }: LawDates): string | undefined {
  if (status === 'struck-down') return until;
  return status === 'order' ? (passed ?? from) : undefined;
}

/** The first date that a law names: its vote, or from when it held, or when a source describes it. */
export const firstDate = ({ passed, from, described }: Omit<LawDates, 'status'>): string =>
  passed ?? from ?? described ?? '';

/** Laws by the first date that they name; the oldest first. */
export function inLawOrder<T extends LawDates & { id: string }>(laws: readonly T[]): T[] {
  return inTimeOrder(laws.map((law) => ({ law, id: law.id, date: firstDate(law) }))).map(({ law }) => law);
}
