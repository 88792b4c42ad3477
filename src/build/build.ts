import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from './check.ts';
import { finish } from './finish.ts';
import { LockedError, takeLock } from './lock.ts';
import { postflight } from './postflight.ts';
import { builtAddresses, recordAddresses } from './published.ts';

/*
 * Five stages, so that `dist/` is replaced only when everything holds: lock, preflight,
 * Astro into a stage, postflight on the staged bytes, swap.
 */

const WORK = '.build';
const STAGE = join(WORK, 'stage');
const CACHE = join(WORK, 'cache');
const OLD = join(WORK, 'old');
const DIST = 'dist';
const MINUTES = 15;

/** The lock is held by another build (EX_TEMPFAIL of sysexits.h: try again later). */
const EXIT_LOCKED = 75;

/** A folder or list may be empty; the preflight has read it and found it so. */
const EMPTY_COLLECTION = /\[(?:file|glob)-loader\] No (?:items|files) found/;

/** A build that ended with something to tell; it needs no stack. */
class BuildError extends Error {}

process.exitCode = await build().catch((error: unknown) => {
  console.error(sentenceFor(error));
  return error instanceof LockedError ? EXIT_LOCKED : 1;
});

async function build(): Promise<number> {
  const release = takeLock(join(WORK, 'lock'));
  try {
    restore();
    if (!(await checkContent(process.cwd()))) return 1;
    // A warm cache could bring back what the content no longer says.
    for (const folder of [STAGE, CACHE]) rmSync(folder, { recursive: true, force: true });
    await runAstro();
    await finish(STAGE);
    const faults = await postflight(STAGE);
    if (faults.length > 0) {
      for (const fault of faults) console.error(fault);
      throw new BuildError(
        `\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the built pages. dist/ was left as it was.`,
      );
    }
    swap();
    // In CI the list is as the commit has it.
    if (!process.env['CI']) recordAddresses(process.cwd(), builtAddresses(DIST));
    console.log('Built into dist/.');
    return 0;
  } finally {
    for (const folder of [STAGE, CACHE]) rmSync(folder, { recursive: true, force: true });
    release();
  }
}

/** Puts back what a killed build left between the two renames of the swap. */
function restore(): void {
  if (!existsSync(OLD)) return;
  if (existsSync(DIST)) rmSync(OLD, { recursive: true });
  else renameSync(OLD, DIST);
}

/** Exchanges the old site for the new one by two renames on one file system. */
function swap(): void {
  if (existsSync(DIST)) renameSync(DIST, OLD);
  try {
    renameSync(STAGE, DIST);
  } catch (error) {
    if (existsSync(OLD)) renameSync(OLD, DIST);
    throw error;
  }
  rmSync(OLD, { recursive: true, force: true });
}

/** Environment of the child: what it needs, and none of the secrets that may lie around. */
function childEnvironment(): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'SITE_URL',
    'NODE_OPTIONS',
    'TMPDIR',
    'SystemRoot',
    'FORCE_COLOR',
    'NO_COLOR',
  ];
  const passed = names.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return {
    ...Object.fromEntries(passed),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
}

/**
 * Runs Astro in a process of its own, with a limit of time. A warning is a failure:
 * Astro prints some faults that cost a page or a picture as no more than that.
 */
async function runAstro(): Promise<void> {
  const child = spawn('astro', ['build', '--outDir', STAGE], {
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const late = setTimeout(() => child.kill('SIGKILL'), MINUTES * 60_000);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...end) => resolve(end));
  }).finally(() => clearTimeout(late));
  const plain = output.replace(/\u001B\[[\d;]*m/g, '');
  const warned = plain
    .split('\n')
    .find((line) => /\[(?:WARN|ERROR)\]/.test(line) && !EMPTY_COLLECTION.test(line));
  if (code === 0 && warned === undefined) return;
  console.error(
    plain
      .split('\n')
      .filter((line) => !/^\d\d:\d\d:\d\d\s+(?:├─|└─)/.test(line))
      .slice(-40)
      .join('\n'),
  );
  if (/heap out of memory|Allocation failed/.test(plain))
    throw new BuildError(
      'Astro ran out of memory. Give it more: NODE_OPTIONS=--max-old-space-size=4096. dist/ was left as it was.',
    );
  if (code === 0)
    throw new BuildError(
      'Astro warned of something (above). A warning may hide a lost page, so nothing was published. dist/ was left as it was.',
    );
  throw new BuildError(
    `Astro ended ${signal ? `by ${signal}` : `with code ${code}`} (above). dist/ was left as it was.`,
  );
}

/** What to say of an error; an unknown one keeps its own message, without a stack. */
function sentenceFor(error: unknown): string {
  if (error instanceof LockedError || error instanceof BuildError) return error.message;
  const { code = '', message = String(error), path = '' } = error as NodeJS.ErrnoException;
  const sentences: Record<string, string> = {
    ENOSPC: 'The disk is full. Make room and build again.',
    EROFS: 'The folder cannot be written to. Build on a disk that can.',
    EACCES: `No leave to write ${path || 'here'}. Change the owner or the rights of the folder.`,
    EXDEV: `${WORK}/ and ${DIST}/ lie on different disks, so they cannot be exchanged. Put them on one.`,
  };
  return `${sentences[code] ?? `The build failed: ${message}`} dist/ was left as it was.`;
}
