import { isKorean } from '../rules/search/words.ts';
import { QuickSearch, type QuickIndex } from '../rules/search/quick-search.ts';
import { readTitles } from './read-titles.ts';

/** The first layer of the search, as far as it is loaded. */
interface Titles {
  titles: QuickSearch;
  /** What was read of it. */
  files: QuickIndex[];
  /** Whether it knows the rules of Korean words, which come only where Korean is read or typed. */
  hasKorean: boolean;
  /** Settles when the file behind the first is there, or is known not to come; tells whether it came. */
  second: Promise<boolean>;
  /** Names of files that are asked for only where little was found. */
  left: string[];
  /** The file that is on its way: whoever asks for one meanwhile waits for it. */
  coming?: Promise<boolean> | undefined;
}

/** By the address of its first file: those of another language are loaded apart. */
const loading = new Map<string, Promise<Titles>>();

/**
 * The first layer of the search, which is loaded once for all visits to a page. It is
 * there with its first file; the second is on its way.
 * @param address of its first file; the others stand beside it
 * @param words what is looked for
 * @throws where it cannot be loaded; the next call tries again
 */
export async function loadTitles(address: string, words = ''): Promise<Titles> {
  const isOfKorean = address.startsWith('/ko/');
  const load = async (): Promise<Titles> => {
    const [first, korean] = await Promise.all([readTitles(address), isOfKorean ? loadKorean() : undefined]);
    const loaded: Titles = {
      titles: new QuickSearch([first], korean),
      files: [first],
      hasKorean: isOfKorean,
      second: Promise.resolve(false),
      left: [...(first.more ?? [])],
    };
    loaded.second = next(address, loaded).catch(() => false);
    return loaded;
  };
  const known =
    loading.get(address) ??
    load().catch((error: unknown) => {
      loading.delete(address);
      throw error;
    });
  loading.set(address, known);
  const loaded = await known;
  if (!loaded.hasKorean && words.split(/\s/).some(isKorean)) {
    loaded.titles = new QuickSearch(loaded.files, await loadKorean());
    loaded.hasKorean = true;
  }
  return loaded;
}

const loadKorean = () => import('../rules/search/korean-words.ts');

/** Loads the next file that is left; false where there is none. */
export async function loadMoreTitles(address: string): Promise<boolean> {
  const loaded = await loadTitles(address);
  await loaded.second;
  return next(address, loaded);
}

/** Loads every file that is left. */
export async function loadAllTitles(address: string): Promise<void> {
  while (await loadMoreTitles(address));
}

function next(address: string, loaded: Titles): Promise<boolean> {
  loaded.coming ??= loadNext(address, loaded).finally(() => (loaded.coming = undefined));
  return loaded.coming;
}

async function loadNext(address: string, loaded: Titles): Promise<boolean> {
  const [name] = loaded.left;
  if (name === undefined) return false;
  const file = await readTitles(address.replace('.json', `-${name}.json`));
  loaded.titles.add(file);
  loaded.files.push(file);
  loaded.left.shift();
  return true;
}
