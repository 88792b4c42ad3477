import { spawn } from 'node:child_process';
import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forgetPictures } from '../site/pictures.ts';
import { finish } from '../publish/after-astro.ts';
import { LockedError, takeLock } from '../publish/lock.ts';
import { postflight } from '../publish/postflight.ts';
import { printedWarning, printProblems } from '../checks/print-problems.ts';
import type { Problem } from '../checks/problems.ts';
import {
  builtAddresses,
  recordAddresses,
  unrecordedAddresses,
  unrecordedWarning,
} from '../checks/published-addresses.ts';

/*
 * Four stages, so that `dist/` is replaced only when everything holds: lock, Astro, which
 * reads and checks the content first, into a stage, postflight on the staged bytes, swap.
 */

const WORK = '.build';
/** Of this process alone: an Astro that outlived a killed build may still write into its own. */
const STAGE = join(WORK, `stage-${process.pid}`);
const CACHE = join(WORK, 'cache');
const OLD = join(WORK, 'old');
const DIST = 'dist';
const MINUTES = 15;

/** The lock is held by another build (EX_TEMPFAIL of sysexits.h: try again later). */
const EXIT_LOCKED = 75;

/** A folder or list may be empty; the preflight has read it and found it so. */
const EMPTY_COLLECTION =
  /\[(?:file|glob)-loader\] No (?:items|files) found|The collection "\w+" does not exist or is empty/;

const DISK_FULL = 'The disk is full. Make room and build again.';
const UNTOUCHED = 'dist/ was left as it was.';

/** Causes that Astro and its parts name in many words, none of them for an editor. */
const CAUSES: [RegExp, string][] = [
  [/ENOSPC|No space left on device/, DISK_FULL],
  [
    /heap out of memory|Allocation failed/,
    'Astro ran out of memory. Give it more: NODE_OPTIONS=--max-old-space-size=4096.',
  ],
];

/** A build that ended with something to tell; it needs no stack. */
class BuildError extends Error {}

process.exitCode = await build().catch((error: unknown) => {
  console.error(sentenceFor(error));
  return error instanceof LockedError ? EXIT_LOCKED : 1;
});

async function build(): Promise<number> {
  const inCi = Boolean(process.env['CI']);
  const actions = process.env['GITHUB_ACTIONS'] === 'true';
  checkAddress(process.env['SITE_URL']);
  const release = takeLock(join(WORK, 'lock'));
  try {
    restore();
    // A warm cache could bring back what the content no longer says.
    clear();
    // For Astro, for Pagefind, and for whatever else starts a process from here on.
    process.env = childEnvironment();
    if (!(await runAstro(actions))) return 1;
    await finish(STAGE);
    const faults = await postflight(STAGE);
    if (faults.length > 0) {
      for (const fault of faults) console.error(fault);
      throw new BuildError(
        `\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the built pages. ${UNTOUCHED}`,
      );
    }
    swap();
    quietly(() => forgetPictures(DIST));
    // In CI the list is as the commit has it; what it lacks is only told.
    if (inCi) tellUnrecorded(actions);
    else record();
    console.log('Built into dist/.');
    return 0;
  } finally {
    quietly(clear);
    release();
  }
}

/** Links, feeds and citations begin at the root of a host, so the site cannot stand below a path of one. */
function checkAddress(address: string | undefined): void {
  if (address === undefined) return;
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new BuildError(
      `SITE_URL is “${address}”. It is the address of a host and nothing more, as in https://your.domain. ${UNTOUCHED}`,
    );
}

/** Removes what builds leave behind, but for the kept cards: each of them answers for its own bytes. */
function clear(): void {
  const stages = globSync('stage-*', { cwd: WORK }).map((name) => join(WORK, name));
  for (const folder of [...stages, CACHE])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
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
  quietly(() => rmSync(OLD, { recursive: true, force: true }));
}

/** Tidies up; what cannot be removed now is removed by the next build. */
function quietly(tidy: () => void): void {
  try {
    tidy();
  } catch {}
}

/** Adds the addresses of the new site to the list; the site stands by then, so a fault has words of its own. */
function record(): void {
  try {
    recordAddresses(process.cwd(), builtAddresses(DIST), `${STAGE}.json`);
  } catch (error) {
    throw new BuildError(
      `dist/ is the new site, but its addresses could not be added to content/data/published.json. ${causeOf(error)} Then build again.`,
    );
  }
}

/** Names the addresses that the list lacks, with the lines to add. */
function tellUnrecorded(actions: boolean): void {
  const missing = unrecordedAddresses(process.cwd(), builtAddresses(DIST));
  if (missing.length === 0) return;
  console.log(printedWarning(unrecordedWarning(missing), { actions }));
}

/** Environment of the child: what it needs, and none of the secrets that may lie around. */
function childEnvironment(): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'SITE_URL',
    'NODE_OPTIONS',
    'PRIVATE_WORDS',
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
 * @returns false where the content has problems, which are printed
 */
async function runAstro(actions: boolean): Promise<boolean> {
  const child = spawn('astro', ['build', '--outDir', STAGE], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  let problems: Problem[] | undefined;
  child.on('message', (told: { problems: Problem[] }) => (problems = told.problems));
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, MINUTES * 60_000);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...end) => resolve(end));
  }).finally(() => clearTimeout(limit));
  if (problems) {
    printProblems(problems, process.cwd(), { actions });
    return false;
  }
  const lines = output.replace(/\u001B\[[\d;]*m/g, '').split('\n');
  const warned = lines.some((line) => /\[(?:WARN|ERROR)\]/.test(line) && !EMPTY_COLLECTION.test(line));
  if (code === 0 && !warned) return true;
  const known = CAUSES.find(([words]) => words.test(output))?.[1];
  if (known !== undefined) throw new BuildError(`${known} ${UNTOUCHED}`);
  console.error(lines.filter(tells).slice(-40).join('\n'));
  if (code === 0)
    throw new BuildError(
      `Astro warned of something (above). A warning may hide a lost page, so nothing was published. ${UNTOUCHED}`,
    );
  const end = late
    ? `was stopped after ${MINUTES} minutes`
    : signal
      ? `ended by ${signal}`
      : `ended with code ${code}`;
  throw new BuildError(`Astro ${end} (above). ${UNTOUCHED}`);
}

/** Whether a line of Astro's tells an editor something: no page that went well, and no stack. */
function tells(line: string): boolean {
  return !/^\d\d:\d\d:\d\d\s+(?:├─|└─)|^\s+at .*:\d+:\d+\)?$|^\s+at (?:async )?<anonymous>|^\s*Stack trace:/.test(
    line,
  );
}

/** What to say of an error; an unknown one keeps its own message, without a stack. */
function sentenceFor(error: unknown): string {
  if (error instanceof LockedError || error instanceof BuildError) return error.message;
  return `${causeOf(error)} ${UNTOUCHED}`;
}

function causeOf(error: unknown): string {
  const { code = '', message = String(error), path = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (syscall === 'spawn astro') return 'Astro cannot be started. Type npm ci, then npm run build.';
  const sentences: Record<string, string> = {
    ENOSPC: DISK_FULL,
    EDQUOT: DISK_FULL,
    EROFS: 'The folder cannot be written to. Build on a disk that can.',
    EACCES: `No leave to write ${path || 'here'}. Change the owner or the rights of the folder.`,
    EBUSY: `${DIST}/ is in use, or a disk is mounted there, so it cannot be exchanged. Free it.`,
    EXDEV: `${WORK}/ and ${DIST}/ lie on different disks, so they cannot be exchanged. Put them on one.`,
  };
  return sentences[code] ?? `The build failed: ${message.replace(/\.?$/, '.')}`;
}
