import { newestFirst, yearOf } from './dates.ts';

/** The part of a post that these rules look at; a test can pass a plain object. */
export interface DatedPost {
  id: string;
  data: { date: string; topics: readonly string[] };
}

/** Newest first; posts of one date are ordered by id, so that two builds give the same page. */
export function inArchiveOrder<T extends DatedPost>(posts: readonly T[]): T[] {
  return posts.toSorted((a, b) => newestFirst(a.data.date, b.data.date) || (a.id < b.id ? -1 : 1));
}

/** Posts by year, in the order in which they come. Undated ones stand under `undated`. */
export function byYear<T extends DatedPost>(posts: readonly T[]): Map<string, T[]> {
  return Map.groupBy(posts, ({ data }) => yearOf(data.date));
}

/** Up to `count` other posts that share most topics, in archive order where they share as many. */
export function relatedPosts<T extends DatedPost>(post: T, posts: readonly T[], count: number): T[] {
  const shared = (other: T) => other.data.topics.filter((topic) => post.data.topics.includes(topic)).length;
  return posts
    .filter((other) => other.id !== post.id && shared(other) > 0)
    .toSorted((a, b) => shared(b) - shared(a))
    .slice(0, count);
}

/** Posts on one page of the archive. */
export const PAGE_SIZE = 20;

/** Number of pages that the archive has; an empty one has one page. */
export function pageCount(posts: number): number {
  return Math.max(1, Math.ceil(posts / PAGE_SIZE));
}

/** The posts of a page, counted from 1. */
export function postsOnPage<T>(posts: readonly T[], page: number): T[] {
  return posts.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}
