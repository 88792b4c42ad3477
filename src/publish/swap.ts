import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tryOrUndefined } from '../rules/try-or-undefined.ts';

export const DIST = 'dist';
export const WORK = '.build';
/** Of this process alone: an Astro that outlived a killed build may still write into its own. */
export const STAGE = join(WORK, `stage-${process.pid}`);
const CACHE = join(WORK, 'cache');
const OLD = join(WORK, 'old');

/** @param file one that every built site has @throws where it is not there */
export function requireSite(file = join(DIST, '_headers')): void {
  if (!existsSync(file)) throw new Error('There is no built site yet. Run “npm run build” first.');
}

/** Removes what builds leave behind, but for the kept pictures, of cards and charts: each of them carries its own checksum. */
export function clear(): void {
  const stages = globSync('stage-*', { cwd: WORK }).map((name) => join(WORK, name));
  for (const folder of [...stages, CACHE])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Puts back what a killed build left between the two renames of the swap. */
export function restore(): void {
  if (!existsSync(OLD)) return;
  if (existsSync(DIST)) rmSync(OLD, { recursive: true });
  else renameFolder(OLD, DIST);
}

/** What Windows answers for a moment while a virus scanner or an editor looks into a folder. */
const IN_USE = new Set(['EPERM', 'EACCES', 'EBUSY']);
const ATTEMPTS = 10;
const PAUSE_MS = 100;

/** Renames a folder; on Windows also one that somebody looks into for a moment. */
export function renameFolder(from: string, to: string): void {
  for (let attempt = 1; ; attempt++)
    try {
      return renameSync(from, to);
    } catch (error) {
      const isPassing =
        process.platform === 'win32' && IN_USE.has((error as NodeJS.ErrnoException).code ?? '');
      if (!isPassing || attempt === ATTEMPTS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
}

/** Exchanges the old site for the new one by two renames on one file system. */
export function swap(): void {
  if (existsSync(DIST)) renameFolder(DIST, OLD);
  try {
    renameFolder(STAGE, DIST);
  } catch (error) {
    if (existsSync(OLD)) renameFolder(OLD, DIST);
    throw error;
  }
  // What cannot be removed now is removed by the next build.
  tryOrUndefined(() => rmSync(OLD, { recursive: true, force: true }));
}
