import { listPageAddress } from './addresses.ts';

/** Entries on one page of a list; of a list with an address of its own, other pages show as many. */
export const PAGE_SIZE = 20;

/** Entries on one page of the list of sources, which are shorter. */
export const SOURCES_ON_PAGE = 38;

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

/** A list cut into pages; an empty one has one page. @param size entries on a page */
export function listPages<T>(list: string, items: readonly T[], size = PAGE_SIZE): ListPage<T>[] {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    list,
    address: listPageAddress(list, index + 1),
    number: index + 1,
    last,
    items: items.slice(index * size, (index + 1) * size),
  }));
}
