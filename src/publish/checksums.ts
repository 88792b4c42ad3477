import { createHash, hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { liesLeftBehind } from '../checks/file-names.ts';
import { inTurns } from '../rules/at-once.ts';
import { CHECKSUMS, isListed, listOf, type Checksums } from '../rules/checksums.ts';
import { filesBelow } from './files-below.ts';

/** The SHA-256 of a stream of bytes, in hexadecimal signs. */
export async function streamHash(bytes: NodeJS.ReadableStream): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(bytes, sum);
  return sum.digest('hex');
}

/** After so many files, others get their turn: a build writes the search index meanwhile. */
const FILES_AT_ONCE = 50;

/**
 * The checksums of what readers get from a folder, without what systems leave behind there.
 * @param known those of files that need not be read
 * @param isWhole whether a file, by its path, is written to its end already
 */
export async function checksumsOf(
  folder: string,
  known: Checksums = new Map(),
  isWhole: (path: string) => boolean = () => true,
): Promise<Checksums> {
  const paths = filesBelow(folder)
    .map(({ path }) => path)
    .filter((path) => isListed(path) && !liesLeftBehind(path) && isWhole(path));
  const sums = new Map<string, string>();
  for await (const part of inTurns(FILES_AT_ONCE, paths))
    // One file after the other, whole: a stream for each would take ten times as long.
    for (const path of part)
      sums.set(path, known.get(path) ?? hash('sha256', readFileSync(join(folder, path))));
  return sums;
}

/** Writes the list of a folder into it, with whatever is there by then: the site, its editions. */
export async function writeChecksums(folder: string, known?: Checksums): Promise<void> {
  writeFileSync(join(folder, CHECKSUMS), listOf(await checksumsOf(folder, known)));
}
