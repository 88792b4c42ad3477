import { newestFirst, yearOf } from './dates.ts';

/** The part of a post that these rules look at; a test can pass a plain object. */
interface DatedPost {
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

/** Posts by each of their topics, in the order in which they come. */
export function byTopic<T extends DatedPost>(posts: readonly T[]): Map<string, T[]> {
  const topics = new Map<string, T[]>();
  for (const post of posts) {
    for (const topic of post.data.topics) {
      const known = topics.get(topic);
      if (known) known.push(post);
      else topics.set(topic, [post]);
    }
  }
  return topics;
}

/** Up to `count` other posts that share most topics, in archive order where they share as many. */
export function relatedPosts<T extends DatedPost>(post: T, posts: readonly T[], count: number): T[] {
  const own = new Set(post.data.topics);
  const best: { other: T; shared: number }[] = [];
  for (const other of posts) {
    const shared = other.data.topics.filter((topic) => own.has(topic)).length;
    if (shared === 0 || other.id === post.id) continue;
    const place = best.findIndex((one) => one.shared < shared);
    best.splice(place < 0 ? best.length : place, 0, { other, shared });
    if (best.length > count) best.pop();
    // No other post can share more.
    if (best.length === count && best.at(-1)?.shared === own.size) break;
  }
  return best.map(({ other }) => other);
}
