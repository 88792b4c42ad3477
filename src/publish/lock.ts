import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another build holds the lock. */
export class LockedError extends Error {}

/**
 * Takes a lock for this process and gives the function that lets it go. A lock whose
 * process is gone, as after `kill -9`, is taken over.
 * @param draft path for a file of this process alone, in the folder of the lock
 * @throws LockedError while another process holds it
 */
export function takeLock(path: string, draft: string): () => void {
  // The way with `recursive` names a wrong cause where the disk cannot be written to.
  unlessRaced(() => mkdirSync(dirname(path)));
  const aside = `${draft}.dead`;
  writeFileSync(draft, String(process.pid));
  try {
    // A link makes the lock in one step, so that nobody reads it empty.
    while (!unlessRaced(() => (linkSync(draft, path), true), ['EEXIST'])) {
      const holder = unlessRaced(() => readFileSync(path, 'utf8'));
      if (isAlive(Number(holder)))
        throw new LockedError(
          `Another build is running (process ${holder}). Wait until it ends, then start again. If none runs, remove ${path}.`,
        );
      if (!unlessRaced(() => (renameSync(path, aside), true))) continue;
      // The other of two builds was quicker, and its lock stood there already: give it back.
      if (readFileSync(aside, 'utf8') !== holder) unlessRaced(() => linkSync(aside, path));
      rmSync(aside);
    }
    return () => rmSync(path, { force: true });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What a step gives; nothing where another process came first, as codes of errors tell. */
function unlessRaced<T>(step: () => T, codes = ['EEXIST', 'ENOENT']): T | undefined {
  try {
    return step();
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  // In a container the dead build may have had the number that this one has.
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
