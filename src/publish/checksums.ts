import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { liesLeftBehind } from '../checks/file-names.ts';
import { CHECKSUMS, isListed, listOf, type Checksums } from '../rules/checksums.ts';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';
import { filesBelow } from './files-below.ts';
import { removeSignatures } from './signature.ts';

/**
 * The checksums of what readers get from a folder, without what systems leave behind there.
 * @param known those of files that need not be read
 */
export function checksumsOf(folder: string, known: Checksums = new Map()): Checksums {
  const paths = filesBelow(folder)
    .map(({ path }) => path)
    .filter((path) => isListed(path) && !liesLeftBehind(path));
  // Each file whole: a stream for each would take ten times as long.
  const sumOf = (path: string) => known.get(path) ?? hash('sha256', readFileSync(join(folder, path)));
  return new Map(paths.map((path) => [path, sumOf(path)]));
}

/**
 * Writes the list of a folder into it, with whatever is there by then: the site, its editions.
 * A signature of another list goes, for to readers it would make a true copy a false one.
 * @returns whether one was there
 */
export function writeChecksums(folder: string, known?: Checksums): boolean {
  const file = join(folder, CHECKSUMS);
  const list = listOf(checksumsOf(folder, known));
  const isSame = tryOrUndefined(() => readFileSync(file, 'utf8')) === list;
  writeFileSync(file, list);
  return !isSame && removeSignatures(file);
}
