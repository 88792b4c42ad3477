import { listPageAddress } from './addresses.ts';

/** Entries on one page of a list. */
export const PAGE_SIZE = 50;

/** Entries that a page on something else shows, before it leads to a list of all. */
export const EXCERPT_SIZE = 20;

/** A page of a list. */
export interface ListPage<T> {
  /** Address of the list, which is that of its first page. */
  list: string;
  address: string;
  /** Counted from 1. */
  number: number;
  last: number;
  items: readonly T[];
}

/** A list cut into pages; an empty one has one page. */
export function listPages<T>(list: string, items: readonly T[]): ListPage<T>[] {
  const last = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  return Array.from({ length: last }, (_, index) => ({
    list,
    address: listPageAddress(list, index + 1),
    number: index + 1,
    last,
    items: items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  }));
}
