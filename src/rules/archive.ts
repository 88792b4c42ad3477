import { newestFirst } from './dates.ts';
import { keptFor } from './lazy.ts';

/** What puts a post in its place in the archive: its date and its topics. */
interface DatedPost {
  id: string;
  data: { date: string; topics: readonly string[] };
}

/** Newest first; posts of one date are ordered by id, so that two builds give the same page. */
export function inArchiveOrder<T extends DatedPost>(posts: readonly T[]): T[] {
  return posts.toSorted((a, b) => newestFirst(a.data.date, b.data.date) || (a.id < b.id ? -1 : 1));
}

/** Posts by each of their topics, in the order in which they come. */
export function byTopic<T extends DatedPost>(posts: readonly T[]): Map<string, T[]> {
  const pairs = posts.flatMap((post) => post.data.topics.map((topic) => ({ topic, post })));
  const groups = [...Map.groupBy(pairs, ({ topic }) => topic)];
  return new Map(groups.map(([topic, group]) => [topic, group.map(({ post }) => post)]));
}

/**
 * Gives the up to `count` other posts that share most topics with a post, in archive order
 * where they share as many. Posts of the same topics are compared once for all of them, so
 * the cost does not grow with the square of the posts.
 * @param posts in archive order
 */
export function relatedPosts<T extends DatedPost>(posts: readonly T[], count: number): (post: T) => T[] {
  const keyOf = ({ data }: T) => data.topics.toSorted().join(' ');
  const places = new Map(posts.map((post, place) => [post, place]));
  const place = (post: T) => places.get(post) ?? posts.length;
  const groups = [...Map.groupBy(posts, keyOf)].map(([key, alike]) => ({ topics: key.split(' '), alike }));
  // One more than asked for, since the post itself is among them.
  const nearest = (own: ReadonlySet<string>): T[] => {
    const byShared = Map.groupBy(groups, ({ topics }) => topics.filter((topic) => own.has(topic)).length);
    const found: T[] = [];
    for (let shared = own.size; shared > 0 && found.length <= count; shared--) {
      const sharing = (byShared.get(shared) ?? []).flatMap(({ alike }) => alike.slice(0, count + 1));
      found.push(...sharing.sort((a, b) => place(a) - place(b)).slice(0, count + 1));
    }
    return found.slice(0, count + 1);
  };
  const nearestTo = keptFor((key: string) => nearest(new Set(key.split(' '))));
  return (post) =>
    nearestTo(keyOf(post))
      .filter(({ id }) => id !== post.id)
      .slice(0, count);
}
