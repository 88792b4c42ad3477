import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import { THOROUGH } from '../thorough.ts';

/*
 * Copies of the project below the system's temporary folder, in which a test may build,
 * break and kill, and what is looked at afterwards.
 */

/** The folder of the project itself. */
export const PROJECT = resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'content', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'];

/** A copy of the project that is removed after the test. */
export function copyProject(t: TestContext, name = 'project'): string {
  const root = join(temporaryFolder(t), name);
  copyInto(root);
  return root;
}

/** Copies the project into a folder that is not there yet. Its installed packages are links, its caches its own. */
export function copyInto(root: string): void {
  // A project may have nothing to serve as it stands.
  for (const part of PARTS.filter((name) => existsSync(join(PROJECT, name))))
    cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  const modules = join(root, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(PROJECT, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(PROJECT, 'node_modules', name), join(modules, name));
  }
}

/** Takes the changes that the project has made out of a copy, so that those of a test stand alone. */
export function leaveOutChanges(root: string): void {
  for (const path of globSync('content/*/**/*.mdx', { cwd: root })) {
    const text = readFileSync(join(root, path), 'utf8');
    const first = text
      .replace(/^(?:changes|edits):\n(?:(?: .*)?\n)*/gm, '')
      .replace(/^follows: \d+$/m, 'follows: 1');
    put(root, path, first);
  }
  const without = (key: string, value: unknown) => (/^(?:changes|edits)$/.test(key) ? undefined : value);
  for (const path of globSync('content/{data,*/data}/*.json', { cwd: root }))
    put(root, path, JSON.stringify(JSON.parse(readFileSync(join(root, path), 'utf8'), without)));
}

/** Gives a copy the cards that the project has drawn: without them, drawing takes most of a build. */
export function keepPictures(root: string): void {
  const cards = join(PROJECT, '.build/pictures');
  if (existsSync(cards)) cpSync(cards, join(root, '.build/pictures'), { recursive: true });
}

/** The kept pictures of a copy, as `stampsIn` has them. */
export const keptPictures = (root: string) => stampsIn(join(root, '.build/pictures'));

/** The files of a folder by name, each with what changes when it is written again. */
export function stampsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const { ino, mtimeNs } = statSync(join(folder, name), { bigint: true });
      return [name, `${ino} ${mtimeNs}`];
    }),
  );
}

/** Those of some files that are drawn by the build and kept: cards and charts. */
export function picturesOf(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => /(?:^|\/)(?:card|charts\/[a-z0-9-]+)\.png$/.test(path)),
  );
}

/** An empty folder that is removed after the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

/** As in CI, the lists of what is published stay as they are, so that a page may come and go. */
export const CI = { CI: 'true' };

/** A topic that only the posts of a test name: the feed of another may be full. */
export const OWN_TOPIC = 'tried';

/** Adds that topic to a copy. */
export function addOwnTopic(root: string): void {
  const own = { id: OWN_TOPIC, label: 'Tried', description: 'What is tried, and nothing else.' };
  editData(root, 'data/topics', (topics: object[]) => [...topics, own]);
}

/** An update that the check accepts, unless its text is at fault, as the text of its file. */
export const madeUpdate = (title: string, summary: string, text = 'It says nothing more.') => `---
kind: update
title: "${title}"
summary: "${summary}"
date: 2024-02-03
added: 2026-01-01
topics: [law]
certainty: official
---

${text}
`;

/** An update that holds code. */
export const updateWithCode = (code: string) =>
  madeUpdate('A text with code in it', 'It would run code while the site is built, if anybody let it.', code);

/** A post that stands in one of two sites, so that the two have different pages. */
export const PASSING_POST = {
  path: 'content/en/news/2024/comes-and-goes.mdx',
  text: madeUpdate(
    'A post that comes and goes',
    'It stands in one of two sites, so that the two have different pages.',
  ),
};

/** Writes a file below a folder, with the folders on its way. */
export function put(root: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A file of data in a copy, by its path below `content/`: `data/topics`. */
export const dataIn = <Data>(root: string, name: string) =>
  JSON.parse(readFileSync(join(root, `content/${name}.json`), 'utf8')) as Data;

/** Changes a file of data in a copy. */
export const editData = <Data>(root: string, name: string, change: (data: Data) => unknown): void =>
  put(root, `content/${name}.json`, `${JSON.stringify(change(dataIn(root, name)), null, 2)}\n`);

/** Every path below a folder with the hash of its bytes; nothing where there is no such folder. */
export function bytesOf(folder: string): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), entry.isDirectory() ? 'folder' : bytesAt(path, entry.isSymbolicLink())];
    }),
  );
}

const bytesAt = (path: string, isLink: boolean) =>
  isLink ? `link to ${readlinkSync(path)}` : hash('sha256', readFileSync(path));

/** Checks that two folders hold the same bytes, and names the paths at which they differ. */
export function assertSameBytes(actual: string, expected: string): void {
  const [found, wanted] = [bytesOf(actual) ?? {}, bytesOf(expected) ?? {}];
  const paths = Object.keys({ ...found, ...wanted }).filter((path) => found[path] !== wanted[path]);
  assert.deepEqual(paths.slice(0, 20), [], `${paths.length} paths of ${actual} are not as in ${expected}`);
}

/** What a command printed and how it ended. */
export interface End {
  code: number | null;
  signal: string | null;
  output: string;
}

export interface Running {
  child: ChildProcess;
  pid: number;
  /** What it has printed so far. */
  output(): string;
  end: Promise<End>;
}

export type Environment = Record<string, string | undefined>;

/** Longer than any command of these tests takes, also on a busy machine. */
const LIMIT_MS = THOROUGH ? 900_000 : 180_000;

/**
 * Starts a command in a folder, in a process group of its own. What the tests themselves
 * were started with does not reach it, apart from the way to Node; `bin/` of the folder
 * comes first on that way.
 */
export function start(root: string, command: readonly string[], env: Environment = {}): Running {
  const [name = '', ...args] = command;
  const child = spawn(name, args, {
    cwd: root,
    detached: true,
    env: {
      PATH: `${join(root, 'bin')}:${join(PROJECT, 'node_modules/.bin')}:${process.env['PATH']}`,
      HOME: process.env['HOME'],
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const pid = child.pid ?? 0;
  const limit = setTimeout(() => killGroup(pid), LIMIT_MS);
  const end = new Promise<End>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      done({ code, signal, output });
    });
  });
  return { child, pid, output: () => output, end };
}

/** Ends a process and all that it started, at once and without a word to them. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export const BUILD = ['node', 'src/commands/build.ts'];
export const CHECK = ['node', 'src/commands/check.ts', 'content'];

/** Runs the build of a copy to its end. */
export function build(root: string, env?: Environment): Promise<End> {
  return start(root, BUILD, env).end;
}

/** Checks that a command went well. */
export function assertWorked({ code, output }: End): void {
  assert.equal(code, 0, output);
}

/** Checks that a command failed as it should: with this code, these words, and no stack trace. */
export function assertFailed({ code, output }: End, words: RegExp, wanted = 1): void {
  assert.match(output, words);
  assert.doesNotMatch(output, /\n\s+at .*:\d+:\d+/);
  assert.equal(code, wanted, output);
}

/** Waits until something holds; it is looked at without a pause where every moment counts. */
export async function until(holds: () => boolean, pauseMs = 10): Promise<void> {
  const limit = performance.now() + LIMIT_MS;
  while (!holds()) {
    assert.ok(performance.now() < limit, 'waited in vain');
    await wait(pauseMs);
  }
}

/** Has a script run first in every Node process of a command. */
export function preload(root: string, name: string, script: string): Environment {
  put(root, name, script);
  return { NODE_OPTIONS: `--import=${join(root, name)}` };
}
