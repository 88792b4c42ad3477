import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything below a folder but the folders, in the order of their letters' numbers, so the
 * same in every place and language. Hidden files are there too, and links, which are not followed.
 * Paths are those below the folder, with slashes.
 */
export const filesBelow = (folder: string) => found(folder).sort((a, b) => (a.path < b.path ? -1 : 1));

const found = (folder: string, above = ''): { path: string; isFile: boolean }[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = above + entry.name;
    return entry.isDirectory()
      ? found(join(folder, entry.name), `${path}/`)
      : [{ path, isFile: entry.isFile() }];
  });
