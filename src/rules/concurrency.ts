/**
 * Does some work for each item, on so many at the same time: where one is done, the next is begun.
 * Where work fails, no other is begun.
 * @throws what it threw, when nothing is under way any more
 */
export async function forEachConcurrently<Item>(
  count: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = Iterator.from(items);
  let hasFailed = false;
  const takeNext = async () => {
    for (const item of left) {
      if (hasFailed) return;
      await work(item).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: count }, takeNext));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
