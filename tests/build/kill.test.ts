import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import {
  assertFailed,
  assertWorked,
  build,
  BUILD,
  bytesOf,
  CI,
  copyProject,
  preload,
  PASSING_POST,
  put,
  start,
  until,
} from './copy.ts';
import { replaceAstro, replaceAstroByOnePage, waitFor, writeOnePageSite } from './in-place-of-astro.ts';

/** What a build writes to outside its stage. */
const FOLDERS = ['dist', '.build', 'content/data'];

/**
 * Keeps, before each step of the build outside its stage, what a kill in that step would leave
 * of the folders: of one that is to be removed a part is gone, of a file that is to be written
 * a part stands. Each step is printed in a line.
 */
const KEEP_WHAT_A_KILL_LEAVES = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';
if (process.argv[1]?.endsWith('build.ts')) {
  const { rmSync, writeFileSync } = fs;
  let step = 0;
  const halves = {
    rmSync: (path) => {
      const [first] = fs.existsSync(path) && fs.statSync(path).isDirectory() ? fs.readdirSync(path) : [];
      if (first) rmSync(path + '/' + first, { recursive: true });
    },
    writeFileSync: (path, text) => writeFileSync(path, String(text).slice(0, String(text).length / 2)),
    renameSync: () => {},
    linkSync: () => {},
  };
  for (const [name, half] of Object.entries(halves)) {
    const whole = fs[name];
    fs[name] = (path, ...args) => {
      if (/stage-\\d+\\//.test(path)) return whole(path, ...args);
      const left = 'left/' + ++step + '/';
      for (const folder of ${JSON.stringify(FOLDERS)})
        if (fs.existsSync(folder)) fs.cpSync(folder, left + folder, { recursive: true });
      half(left + relative('', path), ...args);
      console.log('step:', name, path);
      return whole(path, ...args);
    };
  }
  syncBuiltinESMExports();
}
`;

test('a build that is killed at any of its own steps leaves the old site or the new one, and a whole list of addresses', async (t) => {
  const root = copyProject(t);
  const site = () => bytesOf(join(root, 'dist'));
  const list = 'content/data/published.json';
  const addresses = () => readFileSync(join(root, list), 'utf8');
  const [whole, files] = [addresses(), readdirSync(join(root, 'content/data'))];
  const old = whole.replace('  "/",\n', '');
  replaceAstroByOnePage(root, 'the old site');
  assertWorked(await build(root, CI));
  const before = site();
  writeOnePageSite(root, 'the new site');
  put(root, list, old);
  const traced = await build(root, preload(root, 'keep.ts', KEEP_WHAT_A_KILL_LEAVES));
  assertWorked(traced);
  const after = site();
  const found = { before: 0, after: 0, aside: 0, listed: 0 };

  const steps = traced.output.match(/(?<=^step: ).+$/gm) ?? [];
  for (const [index, step] of steps.entries())
    await t.test(step, async () => {
      for (const folder of FOLDERS) {
        const kept = join(root, `left/${index + 1}`, folder);
        rmSync(join(root, folder), { recursive: true, force: true });
        if (existsSync(kept)) cpSync(kept, join(root, folder), { recursive: true });
      }
      const [left, aside, listed] = [site(), bytesOf(join(root, '.build/old')), addresses()];
      assert.ok(listed === old || listed === whole, 'half a list');
      assert.deepEqual(readdirSync(join(root, 'content/data')), files);

      assertWorked(await build(root, { ...CI, NODE_COMPILE_CACHE: join(root, 'compiled') }));

      assert.deepEqual(site(), after);
      assert.deepEqual(bytesOf(join(root, '.build')), {});
      if (!left) assert.deepEqual(aside, before);
      else assert.ok(isDeepStrictEqual(left, before) || isDeepStrictEqual(left, after), 'half a site');
      found[!left ? 'aside' : isDeepStrictEqual(left, before) ? 'before' : 'after']++;
      if (listed === whole) found.listed++;
    });

  const { aside, listed } = found;
  assert.ok(found.before >= 3 && found.after > listed && listed >= 1 && aside === 1, JSON.stringify(found));
});

test('a site that a killed build had put aside is put back before anything else', async (t) => {
  const root = copyProject(t);
  put(root, '.build/old/index.html', 'the old site');
  put(root, PASSING_POST.path, PASSING_POST.text.replace('[law]', '[no-such-topic]'));
  const before = bytesOf(join(root, '.build/old'));

  assertFailed(await build(root), /no-such-topic/);

  assert.deepEqual(bytesOf(join(root, 'dist')), before);
});

test('an Astro that outlives its killed build adds nothing to the next one', async (t) => {
  const root = copyProject(t);
  writeOnePageSite(root, 'the new site');
  // The first waits until the second has begun, and writes a page before the second ends.
  replaceAstro(
    root,
    `mkdir -p "$out"
if [ ! -e waiting ]; then
  touch waiting
  ${waitFor('go')}
  mkdir -p "$out/retracted"
  cp made/index.html "$out/retracted/index.html"
  touch done
else
  touch go
  ${waitFor('done')}
  cp -R made/. "$out"
fi`,
  );
  const first = start(root, BUILD, CI);
  await until(() => existsSync(join(root, 'waiting')));
  first.child.kill('SIGKILL');
  await until(() => first.child.signalCode !== null);

  assertWorked(await build(root, CI));

  assert.ok(existsSync(join(root, 'done')));
  assert.match(readFileSync(join(root, 'dist/index.html'), 'utf8'), /the new site/);
  assert.ok(!existsSync(join(root, 'dist/retracted')));
});
