import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`;
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      return () => {
        if (read(path) === mine) rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = read(path);
    // Let go between the two calls: try again.
    if (holder === undefined) continue;
    const [pid = 0, start = ''] = holder
      .split(' ')
      .map((part, index) => (index === 0 ? Number(part) : part)) as [number, string];
    if (isAlive(pid, start)) throw new LockedError(pid);
    // Only one of several takers succeeds in moving the dead lock away.
    try {
      const dead = `${path}.${process.pid}`;
      renameSync(path, dead);
      // Another taker was faster, and this was its fresh lock: give it back.
      if (read(dead) !== holder) renameSync(dead, path);
      else rmSync(dead, { force: true });
    } catch {
      continue;
    }
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
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
  const now = startOf(pid);
  return now === undefined || start === '' || now === start;
}

/** When a process began, in clock ticks since the machine started; known on Linux only. */
function startOf(pid: number): string | undefined {
  return read(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ')[19];
}
