import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { onOneLine } from '../checks/problems.ts';
import type { Content } from '../site/reading.ts';
import type { SharedPart } from '../site/shared-part.ts';
import type { ToldPicture } from '../site/told-pictures.ts';
import { BuildError, causeIn, UNTOUCHED } from './build-error.ts';

/** Astro while it makes a site. */
export type AstroProcess = ReturnType<typeof startAstro>;

/** A large site takes long, but its Astro tells of each page that it begins. */
const SILENCE_MINUTES = 5;

/** Warnings that say nothing against a site: a folder or list may be empty. Every other one fails the build. */
const HARMLESS =
  /\[(?:file|glob)-loader\] No (?:items|files) found|The collection "\w+" does not exist or is empty/;

/**
 * Has V8 clear away what is no longer needed before it is half of what is: else the feeds of ten
 * thousand posts would leave 700 MB.
 */
export const CLEAR_EARLY = '--heap-growing-percent=50';
/** Most of what a page needs while it is drawn is not kept: with more room for it, a few per cent of the time are saved. */
const YOUNG_SPACE = '--max-semi-space-size=32';

/** Set in the process of an Astro that gets its content from the build. */
const GIVEN = 'CONTENT_FROM_BUILD';

/** Whether this process is an Astro that gets its content from the build. */
export const isGivenContent = (): boolean => process.env[GIVEN] !== undefined;

/** A script, not the program `astro`: on Windows that is a command file, through which nothing can be told. */
const ASTRO = 'node_modules/astro/bin/astro.mjs';

/** A page that Astro has drawn. */
export interface DrawnPage {
  address: string;
  html: string;
}

/** What Astro hands over while it draws: each page, in the order of Astro, what pages share, and pictures of texts. */
interface Takers {
  drawn: (page: DrawnPage) => void;
  shared: (part: SharedPart) => void;
  picture: (picture: ToldPicture) => void;
}

/**
 * Starts Astro in a process of its own, which bundles the pages while this one reads the
 * content. A warning is a failure: Astro prints some faults that cost a page or a picture
 * as no more than that.
 * @throws BuildError where there is no Astro
 */
export function startAstro(outDir: string, take: Takers) {
  if (!existsSync(ASTRO))
    throw new BuildError(`Astro cannot be started. Type npm ci, then npm run build. ${UNTOUCHED}`);
  const child = spawn(process.execPath, [CLEAR_EARLY, YOUNG_SPACE, ASTRO, 'build', '--outDir', outDir], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Texts of pages as they are, not as JSON.
    serialization: 'advanced',
    env: {
      ...process.env,
      [GIVEN]: '1',
      // In huge pages the memory of the bundler is a third more, and stays so while pages are drawn.
      MIMALLOC_ALLOW_THP: '0',
    },
  });
  child.on('message', (told: DrawnPage | SharedPart | ToldPicture) => {
    if ('address' in told) take.drawn(told);
    else if ('name' in told) take.shared(told);
    else take.picture(told);
  });
  const ended = endOf(child);
  // An error is thrown where it is waited for.
  ended.catch(() => {});
  return {
    /** Gives it the content, which it takes when it is ready for it. @throws where the content cannot be written down */
    draw: (content: Content) => {
      // A file, for through a pipe it would pass in small pieces while the check leaves time for them.
      const file = `${outDir}.content`;
      writeFileSync(file, serialize(content));
      // Of a process that ends meanwhile, its end tells more.
      child.send(file, () => {});
    },
    /**
     * When it has made the site.
     * @throws BuildError where it fails, warns, or says nothing for minutes
     */
    ended,
    /** Ends it, if it still runs, and whatever it says of that. */
    stop: () => {
      child.kill('SIGKILL');
      return ended.catch(() => {});
    },
  };
}

/** In the process of Astro: ends it with the build, for which alone it draws. */
export function endWithBuild(): void {
  if (!process.connected) process.exit(1);
  process.once('disconnect', () => process.exit(1));
}

/** In the process of Astro: waits for the content. */
export async function contentFromBuild(): Promise<Content> {
  const [file] = await once(process, 'message');
  return deserialize(readFileSync(String(file))) as Content;
}

/** While the build is busy with the check, so many pages may wait for it. */
export const AHEAD = 2_000;
const sent: Promise<unknown>[] = [];

/** In the process of Astro: ends when the build has every page. */
export const allSent = async (): Promise<unknown> => sent.at(-1);

/** Ends when all that was begun before is handed over. */
let before: Promise<unknown> = Promise.resolve();

/**
 * In the process of Astro: hands a page over to the build when all that were begun before
 * are handed over, so that Astro need not write it, nor the build read it.
 * @param finished gives what is handed over of a drawn page
 * @returns an answer without a body, for which Astro writes no file
 */
export function handOver(
  address: string,
  answer: Promise<Response>,
  finished: (html: string) => string,
): Promise<Response> {
  const earlier = before;
  const handed = answer.then(async (given) => {
    const html = finished(await given.text());
    await earlier;
    sent.push(new Promise((done) => process.send?.({ address, html } satisfies DrawnPage, done)));
    // Without a turn of its own, nothing would go out before all pages are drawn.
    await setImmediate();
    await sent.at(-AHEAD);
    return new Response(null, given);
  });
  // Who waits for what failed says so; whatever comes behind did not fail.
  before = handed.catch(() => {});
  return handed;
}

async function endOf(child: ChildProcess): Promise<void> {
  let output = '';
  let isSilent = false;
  const limit = setTimeout(() => {
    isSilent = true;
    child.kill('SIGKILL');
  }, SILENCE_MINUTES * 60_000);
  child.on('message', () => limit.refresh());
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      limit.refresh();
      output += text;
    });
  const [code, signal] = await once(child, 'close').finally(() => clearTimeout(limit));

  // It was stopped.
  if (child.killed && !isSilent) return;
  const lines = stripVTControlCharacters(output).split('\n');
  const isFault = (line: string) => /\[(?:WARN|ERROR)\]/.test(line) && !HARMLESS.test(line);
  if (code === 0 && !lines.some(isFault)) return;
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

/** Lines of Astro’s that tell an editor nothing: a stack. */
const UNTELLING = /^\s+at .*:\d+:\d+\)?$|^\s+at (?:async )?<anonymous>|^\s*Stack trace:/;
