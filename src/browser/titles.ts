import { QuickSearch } from '../rules/search/quick-search.ts';
import { readTitles } from './read-titles.ts';

/** The first layer of the search, as far as it is loaded. */
interface Titles {
  titles: QuickSearch;
  /** Settles when the file behind the first is there, or is known not to come; tells whether it came. */
  second: Promise<boolean>;
  /** Names of files that are asked for only where little was found. */
  left: string[];
}

/** By the address of its first file: those of another language are loaded apart. */
const loading = new Map<string, Promise<Titles>>();

/**
 * The first layer of the search, which is loaded once for all visits to a page. It is
 * there with its first file; the second is on its way.
 * @param address of its first file; the others stand beside it
 * @throws where it cannot be loaded; the next call tries again
 */
export function loadTitles(address: string): Promise<Titles> {
  const load = async (): Promise<Titles> => {
    const first = await readTitles(address);
    const titles = new QuickSearch(first);
    const left = [...(first.more ?? [])];
    const second = next(address, titles, left).catch(() => false);
    return { titles, second, left };
  };
  const known =
    loading.get(address) ??
    load().catch((error: unknown) => {
      loading.delete(address);
      throw error;
    });
  loading.set(address, known);
  return known;
}

/** Loads the next file that is left; false where there is none. */
export async function loadMoreTitles(address: string): Promise<boolean> {
  const { titles, second, left } = await loadTitles(address);
  await second;
  return next(address, titles, left);
}

/** Loads every file that is left. */
export async function loadAllTitles(address: string): Promise<void> {
  while (await loadMoreTitles(address));
}

async function next(address: string, titles: QuickSearch, left: string[]): Promise<boolean> {
  const [name] = left;
  if (name === undefined) return false;
  titles.add(await readTitles(address.replace('.json', `-${name}.json`)));
  left.shift();
  return true;
}
