/** Entries of one document of a feed: with their full text some 150 kB, which a reader fetches again at each change. */
export const FEED_SIZE = 50;

/** A document of a feed: the newest entries, or an archive of older ones. */
export interface FeedDocument<T> {
  /** Number of the archive, counted from the oldest; none for the document to which readers subscribe. */
  archive?: number;
  /** Number of the archive with what came before. */
  previous?: number;
  /** Number of the archive with what came next; the newest one names none. */
  next?: number;
  /** Newest first. */
  entries: readonly T[];
}

/**
 * A feed as documents, in the manner of RFC 5005: the newest entries, and whole archives
 * behind them. These are cut from the oldest entry on, so that one which exists keeps its
 * entries when newer ones come; the newest archive may repeat entries of the feed itself.
 * @param entries newest first
 * @param size entries of a document
 */
export function feedDocuments<T>(entries: readonly T[], size = FEED_SIZE): FeedDocument<T>[] {
  const count = Math.ceil(Math.max(0, entries.length - size) / size);
  const archives = Array.from({ length: count }, (_, index): FeedDocument<T> => {
    const end = entries.length - index * size;
    return {
      archive: index + 1,
      ...(index > 0 && { previous: index }),
      ...(index + 1 < count && { next: index + 2 }),
      entries: entries.slice(end - size, end),
    };
  });
  return [{ ...(count > 0 && { previous: count }), entries: entries.slice(0, size) }, ...archives];
}
