import { QuickSearch, type QuickIndex } from '../rules/search/quick-search.ts';

/** Files that are asked for without need: the first, and the one behind it. */
const AT_ONCE = 2;

let loading: Promise<{ titles: QuickSearch; left: string[] }> | undefined;

/**
 * The first layer of the search, which is loaded once for all visits to a page.
 * @param address of its first file; the others stand beside it
 * @param asking words of questions, with a space between two
 * @throws where it cannot be loaded; the next call tries again
 */
export function loadTitles(
  address: string,
  asking: string,
): Promise<{ titles: QuickSearch; left: string[] }> {
  const load = async () => {
    const first = await read(address);
    const titles = new QuickSearch(asking, first);
    const left = [...(first.more ?? [])];
    for (const name of left.splice(0, AT_ONCE - 1)) titles.add(await read(beside(address, name)));
    return { titles, left };
  };
  return (loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

/** Loads the next file that is left; false where there is none. */
export async function loadMoreTitles(address: string, asking: string): Promise<boolean> {
  const { titles, left } = await loadTitles(address, asking);
  const [name] = left;
  if (name === undefined) return false;
  titles.add(await read(beside(address, name)));
  left.shift();
  return true;
}

const beside = (address: string, name: string) => address.replace('.json', `-${name}.json`);

async function read(address: string): Promise<QuickIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as QuickIndex;
}
