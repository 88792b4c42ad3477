import type { QuickIndex } from '../rules/search/quick-search.ts';

/**
 * Asks the host for a file of the first layer of the search.
 * @throws where it does not come
 */
export async function readTitles(address: string): Promise<QuickIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as QuickIndex;
}
