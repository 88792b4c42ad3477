import { newestFirst } from './dates.ts';

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

/** Every set of some of the topics, each in one order. */
const setsOf = (topics: readonly string[]): string[][] =>
  topics
    .toSorted()
    .reduce<string[][]>((sets, topic) => [...sets, ...sets.map((set) => [...set, topic])], [[]])
    .slice(1);

/**
 * Gives the up to `count` other posts that share most topics with a post, in archive order
 * where they share as many. Of each set of topics the first posts that have all of them are
 * kept, so the cost does not grow with the square of the posts.
 * @param posts in archive order, each with a handful of topics
 */
export function relatedPosts<T extends DatedPost>(posts: readonly T[], count: number): (post: T) => T[] {
  const places = new Map(posts.map((post, place) => [post, place]));
  const place = (post: T) => places.get(post) ?? posts.length;
  const having = new Map<string, T[]>();
  for (const post of posts)
    for (const set of setsOf(post.data.topics)) {
      const first = having.get(set.join(' ')) ?? [];
      // One more than asked for, since the post itself is among them.
      if (first.length <= count) having.set(set.join(' '), [...first, post]);
    }
  return (post) => {
    const found = new Set([post]);
    const bySize = Map.groupBy(setsOf(post.data.topics), ({ length }) => length);
    for (let size = post.data.topics.length; size > 0 && found.size <= count; size--) {
      const sharing = (bySize.get(size) ?? []).flatMap((set) => having.get(set.join(' ')) ?? []);
      for (const other of sharing.sort((a, b) => place(a) - place(b))) found.add(other);
    }
    return [...found].slice(1, count + 1);
  };
}
