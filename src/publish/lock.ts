import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Somebody else holds the lock. */
export class LockedError extends Error {
  /** Id of the process that holds it. */
  readonly pid: number;

  constructor(pid: number) {
    super(`Another build is running (process ${pid}). Wait until it ends, then start again.`);
    this.pid = pid;
  }
}

/**
 * Takes a lock for this process and gives the function that lets it go. A lock whose
 * process is gone, as after `kill -9`, is taken over.
 * @throws LockedError while another process holds it
 */
export function takeLock(path: string): () => void {
  makeFolder(dirname(path));
  const mine = `${process.pid} ${processState(process.pid)?.start ?? ''}`;
  for (;;) {
    if (create(path, mine)) {
      removeDrafts(path);
      return () => {
        if (read(path) === mine) rmSync(path, { force: true });
      };
    }
    const holder = read(path);
    // Let go between the two calls: try again.
    if (holder === undefined) continue;
    const [pid = '', start = ''] = holder.split(' ');
    if (isAlive(Number(pid), start)) throw new LockedError(Number(pid));
    // A lock of its own stands before the removal, so that nobody removes a fresh lock for the dead one.
    const release = takeLock(`${path}.dead`);
    try {
      if (read(path) === holder) rmSync(path, { force: true });
    } finally {
      release();
    }
  }
}

/** Makes a folder. The way with `recursive` names a wrong cause where the disk cannot be written to. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Makes the file with its whole text in one step, so that nobody reads it empty; false where it exists. */
function create(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // The draft is gone where the holder has just removed all drafts.
    if (['EEXIST', 'ENOENT'].includes(code)) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes what takers left that were killed between two steps. */
function removeDrafts(path: string): void {
  const [folder, start] = [dirname(path), `${basename(path)}.`];
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start) && /\.\d+$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** The text of a file; nothing where it, or the process that it tells of, is gone. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Whether the process that wrote the lock still runs; a number can be given to another process later. */
function isAlive(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = processState(pid);
  return now === undefined || (now.state !== 'Z' && (start === '' || now.start === start));
}

/**
 * What a process does (`Z` has ended, but nobody has asked for its end yet) and when it
 * began, in clock ticks since the machine started; known on Linux only.
 */
function processState(pid: number): { state: string; start: string } | undefined {
  const fields = read(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ');
  return fields && { state: fields[0] ?? '', start: fields[19] ?? '' };
}
