import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tryOrUndefined } from '../../src/rules/try-or-undefined.ts';
import { killGroup } from '../build/copy.ts';

/** What a command and all processes that it started took. */
export interface Cost {
  seconds: number;
  /** User and system time of all of them. */
  cpuSeconds: number;
  /** Resident memory of all of them at the same moment, the most that was seen. */
  peakMb: number;
  /** The most that one of them held. */
  largestMb: number;
}

/** A command that ended, and what it printed. */
export interface Measured extends Cost {
  code: number | null;
  output: string;
}

const SAMPLE_MS = 100;
/** Of /proc; the same on every Linux. */
const TICKS_A_SECOND = 100;

/**
 * Runs a command to its end and looks ten times a second at the memory of it and its
 * descendants. Only Linux tells that, in /proc. One command runs at a time.
 */
export async function measured(command: readonly string[], cwd: string): Promise<Measured> {
  const begin = performance.now();
  const { child, printed, end } = begun(command, cwd);
  const before = childTicks();
  let [peak, largest] = [0, 0];
  const sample = () => {
    let sum = 0;
    for (const pid of treeOf(child.pid ?? 0)) {
      const { now, most } = memoryOf(pid);
      sum += now;
      largest = Math.max(largest, most);
    }
    peak = Math.max(peak, sum);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  }).finally(() => {
    clearInterval(timer);
    end();
  });
  const seconds = (performance.now() - begin) / 1000;
  return {
    code,
    output: printed(),
    seconds,
    cpuSeconds: (childTicks() - before) / TICKS_A_SECOND,
    peakMb: peak / 1024,
    largestMb: largest / 1024,
  };
}

/**
 * Starts a command in a process group of its own, which also ends where this process does.
 * Commands of packages are found, and a terminal is not imitated.
 */
export function begun(command: readonly string[], root: string) {
  const [name = '', ...args] = command;
  const child = spawn(name, args, {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      PATH: `${root}/node_modules/.bin:${process.env['PATH']}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const kill = () => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  // Before the folder that it writes into is removed.
  process.prependOnceListener('exit', kill);
  const end = () => {
    process.off('exit', kill);
    kill();
  };
  return { child, printed: () => output, end };
}

/** A process and its descendants; those that ended while this looked are left out. */
function treeOf(pid: number): number[] {
  const children = tryOrUndefined(() => readdirSync(`/proc/${pid}/task`))?.flatMap((thread) =>
    (tryOrUndefined(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return [pid, ...(children ?? []).flatMap(treeOf)];
}

/** Resident memory of a process in kilobytes: now, and the most so far; zero where it has ended. */
function memoryOf(pid: number): { now: number; most: number } {
  const status = tryOrUndefined(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { now: kilobytes('VmRSS'), most: kilobytes('VmHWM') };
}

/** User and system time of all processes that this one started and that have ended, with their descendants. */
function childTicks(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program, which may hold spaces, stands in brackets before the other fields.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[13]) + Number(fields[14]);
}
