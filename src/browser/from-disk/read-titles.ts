import type { QuickIndex } from '../../rules/search/quick-search.ts';
import { loadData, root } from './data.ts';

/** Loads a file of the first layer of the search from the disk; see `../read-titles.ts`, whose place it takes. */
export async function readTitles(address: string): Promise<QuickIndex> {
  const { entries, ...rest } = await loadData<QuickIndex>(address.replace(/^\/|\.json$/g, ''));
  return {
    ...rest,
    entries: entries.map((entry) => ({ ...entry, address: new URL(entry.address, root).href })),
  };
}
