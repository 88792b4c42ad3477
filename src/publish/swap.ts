import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const DIST = 'dist';
export const WORK = '.build';
/** Of this process alone: an Astro that outlived a killed build may still write into its own. */
export const STAGE = join(WORK, `stage-${process.pid}`);
const CACHE = join(WORK, 'cache');
const OLD = join(WORK, 'old');

/** Removes what builds leave behind, but for the kept cards: each of them carries its own checksum. */
export function clear(): void {
  const stages = globSync('stage-*', { cwd: WORK }).map((name) => join(WORK, name));
  for (const folder of [...stages, CACHE])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Puts back what a killed build left between the two renames of the swap. */
export function restore(): void {
  if (!existsSync(OLD)) return;
  if (existsSync(DIST)) rmSync(OLD, { recursive: true });
  else renameSync(OLD, DIST);
}

/** Exchanges the old site for the new one by two renames on one file system. */
export function swap(): void {
  if (existsSync(DIST)) renameSync(DIST, OLD);
  try {
    renameSync(STAGE, DIST);
  } catch (error) {
    if (existsSync(OLD)) renameSync(OLD, DIST);
    throw error;
  }
  quietly(() => rmSync(OLD, { recursive: true, force: true }));
}

/** Tidies up; what cannot be removed now is removed by the next build. */
export function quietly(tidy: () => void): void {
  try {
    tidy();
  } catch {}
}
