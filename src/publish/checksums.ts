import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { liesLeftBehind } from '../checks/file-names.ts';
import { CHECKSUMS, isListed, listOf, type Checksums } from '../rules/checksums.ts';
import { slashed } from '../rules/paths.ts';

/** The SHA-256 of a stream of bytes, in hexadecimal signs. */
export async function hashOf(bytes: NodeJS.ReadableStream): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(bytes, hash);
  return hash.digest('hex');
}

/** The checksums of what readers get from a folder, without what systems leave behind there. */
export async function checksumsOf(folder: string): Promise<Checksums> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => slashed(join(parentPath, name).slice(join(folder, sep).length), sep))
    .filter((path) => isListed(path) && !liesLeftBehind(path));
  const sums = new Map<string, string>();
  for (const path of paths) sums.set(path, await hashOf(createReadStream(join(folder, path))));
  return sums;
}

/** Writes the list of a folder into it, with whatever is there by then: the site, its editions. */
export async function writeChecksums(folder: string): Promise<void> {
  writeFileSync(join(folder, CHECKSUMS), listOf(await checksumsOf(folder)));
}
