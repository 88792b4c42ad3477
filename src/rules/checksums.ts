/* The list by which anybody can tell whether a copy of the site is whole: SHA256SUMS, in the form of `sha256sum`. */

export const CHECKSUMS = 'SHA256SUMS';

/** A hash of SHA-256 in hexadecimal signs, by the path of its file, with slashes. */
export type Checksums = ReadonlyMap<string, string>;

/**
 * Whether readers get a file, so that the list has it: neither the list itself and its
 * signatures, nor what is for hosts alone, as their settings and the compressed forms.
 */
export const isListed = (path: string): boolean =>
  !/^(?:SHA256SUMS(?:\.\w+)?|_headers|_redirects|\.hosting\/.*|.*\.(?:br|gz))$/.test(path);

/** The text of a list, in the order of the paths. */
export const listOf = (sums: Checksums): string =>
  [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');

/**
 * The checksums of a list, also of one that a program marked as binary (`*`).
 * @throws with a sentence where it is no such list, or one of its paths leads out of the folder
 */
export function readList(text: string): Checksums {
  const lines = text.split('\n').filter((line) => line !== '');
  const sums = lines.map((line): [string, string] => {
    const [, hash, path] = /^([0-9a-f]{64}) [ *]([^\r\\]+)\r?$/.exec(line) ?? [];
    if (!hash || !path || path.split('/').some((part) => part === '..' || part === ''))
      throw new Error(`This is no list of checksums: ${JSON.stringify(line.slice(0, 100))}.`);
    return [path, hash];
  });
  if (sums.length === 0) throw new Error('The list of checksums is empty.');
  return new Map(sums);
}

/** How a copy differs from a list, by path. */
export interface Differences {
  differs: string[];
  missing: string[];
  /** What it has besides; of a copy at an address nobody can tell. */
  more: string[];
}

/** Compares the files that were found with a list. */
export function compared(list: Checksums, found: Checksums): Differences {
  const listed = [...list.keys()];
  return {
    differs: listed.filter((path) => found.has(path) && found.get(path) !== list.get(path)),
    missing: listed.filter((path) => !found.has(path)),
    more: [...found.keys()].filter((path) => !list.has(path)),
  };
}
