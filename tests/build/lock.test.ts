import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  assertFailed,
  assertWorked,
  build,
  BUILD,
  copyProject,
  put,
  start,
  temporaryFolder,
  until,
} from './copy.ts';
import { replaceAstro, replaceAstroByOnePage, waitFor, writeOnePageSite } from './in-place-of-astro.ts';

const LOCK = join(import.meta.dirname, '../../src/publish/lock.ts');

test('of two builds one works, and the other names it and asks for patience', async (t) => {
  const root = copyProject(t);
  writeOnePageSite(root, 'built by the first');
  replaceAstro(root, `touch waiting\n${waitFor('go')}\nmkdir -p "$out"\ncp -R made/. "$out"`);
  const first = start(root, BUILD);
  await until(() => existsSync(join(root, 'waiting')));

  const second = await build(root);
  writeFileSync(join(root, 'go'), '');

  assertFailed(second, new RegExp(`^Another build is running \\(process ${first.pid}\\)\\. Wait `), 75);
  assertWorked(await first.end);
  assert.match(readFileSync(join(root, 'dist/index.html'), 'utf8'), /built by the first/);
  assert.ok(!existsSync(join(root, '.build/lock')));
});

/** Takes the lock again and again; each call of the file system is followed by a pause, so that others come between. */
const hasty = (dead: string) => `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const pause = () => wait(Math.random() * 3);
const { openSync, writeSync, closeSync } = fs;
fs.writeFileSync = (path, text, { flag = 'w' } = {}) => {
  const file = openSync(path, flag);
  pause();
  writeSync(file, text);
  closeSync(file);
};
for (const name of ['readFileSync', 'renameSync', 'rmSync', 'linkSync']) {
  const call = fs[name];
  fs[name] = (...args) => {
    try {
      return call(...args);
    } finally {
      pause();
    }
  };
}
syncBuiltinESMExports();
const { takeLock } = await import(${JSON.stringify(LOCK)});
for (let turn = 0; turn < 60; turn++) {
  let release;
  try {
    release = takeLock('lock', 'draft-' + process.pid);
  } catch {
    pause();
    continue;
  }
  fs.writeFileSync('held', '', { flag: 'wx' });
  wait(15);
  fs.rmSync('held');
  console.log('held');
  if (turn % 3 > 0) release();
  else {
    fs.writeFileSync('dead', '${dead}');
    fs.renameSync('dead', 'lock');
  }
}
`;

test('of two builds started at the same moment over a dead lock, never both work at once', async (t) => {
  const root = temporaryFolder(t);
  const ended = spawn('true');
  await once(ended, 'close');
  const dead = String(ended.pid);
  put(root, 'lock', dead);
  put(root, 'hasty.ts', hasty(dead));

  const ends = await Promise.all(Array.from({ length: 2 }, () => start(root, ['node', 'hasty.ts']).end));

  for (const end of ends) assertWorked(end);
  assert.match(ends.map(({ output }) => output).join(''), /held/);
});

test('a lock that nobody holds any more is taken over', async (t) => {
  const ended = spawn('true');
  await once(ended, 'close');
  const dead = {
    'of a process that has ended': String(ended.pid),
    'that is empty': '',
    'that is something else': 'nonsense',
  };
  const root = copyProject(t);
  replaceAstroByOnePage(root, 'built over a dead lock');

  for (const [whose, lock] of Object.entries(dead)) {
    await t.test(whose, async () => {
      put(root, '.build/lock', lock);

      assertWorked(await build(root, { CI: 'true' }));
      assert.ok(!existsSync(join(root, '.build/lock')));
    });
  }
});

test('a lock of a living process stands', async (t) => {
  const root = copyProject(t);
  const lock = String(process.pid);
  put(root, '.build/lock', lock);

  assertFailed(
    await build(root),
    new RegExp(`process ${process.pid}\\).* If none runs, remove \\.build/lock\\.`),
    75,
  );
  assert.equal(readFileSync(join(root, '.build/lock'), 'utf8'), lock);
});

test('a lock that cannot be read ends the build, which does not wait for it for ever', async (t) => {
  const root = copyProject(t);
  put(root, '.build/lock/something', '');

  assertFailed(await build(root), /^The build failed: EISDIR.* dist\/ was left as it was\.$/m);
});
