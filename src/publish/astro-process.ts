import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Problem } from '../checks/problems.ts';
import type { Versions } from '../checks/published.ts';
import { onOneLine } from '../checks/problems.ts';
import { BuildError, causeIn, UNTOUCHED } from './build-error.ts';

/** What Astro tells of the content: its problems, for which it makes no site, and the versions of its pages. */
export interface Told {
  problems: readonly Problem[];
  versions: Versions;
}

/** A large site takes long, but its Astro names each page that it begins. */
const SILENCE_MINUTES = 5;

/** Warnings that say nothing against a site: a folder or list may be empty. Every other one fails the build. */
const HARMLESS =
  /\[(?:file|glob)-loader\] No (?:items|files) found|The collection "\w+" does not exist or is empty/;

/** Most of what a page needs while it is drawn is not kept: with more room for it, 5 % of the time is saved. */
const YOUNG_SPACE = '--max-semi-space-size=64';

/** A script, not the program `astro`: on Windows that is a command file, through which nothing can be told. */
const ASTRO = 'node_modules/astro/bin/astro.mjs';

/** More signs than the path of a file has. */
const LONGEST_NAME = 500;
/** How Astro names a file that it begins to make. */
const BEGUN = /├─ \/(\S+?\.(?:html|png))/g;

/**
 * Runs Astro in a process of its own. A warning is a failure: Astro prints some faults
 * that cost a page or a picture as no more than that.
 * @param begun gets the path of each page and picture that Astro begins to make, in the order of Astro
 * @throws BuildError where Astro fails, warns, or says nothing for minutes
 */
export async function runAstro(outDir: string, begun: (path: string) => void): Promise<Told> {
  if (!existsSync(ASTRO))
    throw new BuildError(`Astro cannot be started. Type npm ci, then npm run build. ${UNTOUCHED}`);
  const child = spawn(process.execPath, [ASTRO, 'build', '--outDir', outDir], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: [process.env['NODE_OPTIONS'], YOUNG_SPACE].filter(Boolean).join(' '),
    },
  });
  let output = '';
  let told: Told = { problems: [], versions: {} };
  child.on('message', (message: Partial<Told>) => (told = { ...told, ...message }));
  let isSilent = false;
  const limit = setTimeout(() => {
    isSilent = true;
    child.kill('SIGKILL');
  }, SILENCE_MINUTES * 60_000);
  for (const stream of [child.stdout, child.stderr]) {
    let unread = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      limit.refresh();
      output += text;
      unread += withoutColours(text);
      let end = 0;
      for (const { 0: words, 1: path = '', index } of unread.matchAll(BEGUN)) {
        begun(path);
        end = index + words.length;
      }
      // The end of a name may still be on its way.
      unread = unread.slice(Math.max(end, unread.length - LONGEST_NAME));
    });
  }
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...end) => resolve(end));
  }).finally(() => clearTimeout(limit));

  if (told.problems.length > 0) return told;
  const lines = withoutColours(output).split('\n');
  const isFault = (line: string) => /\[(?:WARN|ERROR)\]/.test(line) && !HARMLESS.test(line);
  if (code === 0 && !lines.some(isFault)) return told;
  const cause = causeIn(output);
  if (cause !== undefined) throw new BuildError(`${cause} ${UNTOUCHED}`);
  console.error(
    lines
      .filter((line) => isFault(line) || !UNTELLING.test(line))
      .slice(-40)
      .map(onOneLine)
      .join('\n'),
  );
  if (code === 0)
    throw new BuildError(
      `Astro warned of something (above). A warning may hide a lost page, so nothing was published. ${UNTOUCHED}`,
    );
  const silence = `said nothing for ${SILENCE_MINUTES} minutes and was stopped`;
  const end = signal ? `ended by ${signal}` : `ended with code ${code}`;
  throw new BuildError(`Astro ${isSilent ? silence : end} (above). ${UNTOUCHED}`);
}

const withoutColours = (text: string) => text.replace(/\u001B\[[\d;]*m/g, '');

/** Lines of Astro’s that tell an editor nothing: a page that went well, a stack. */
const UNTELLING =
  /^\d\d:\d\d:\d\d\s+(?:├─|└─)|^\s+at .*:\d+:\d+\)?$|^\s+at (?:async )?<anonymous>|^\s*Stack trace:/;
