import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { assertFailed, assertWorked, build, bytesOf, copyProject, put } from './copy.ts';
import { replaceAstroByOnePage } from './in-place-of-astro.ts';
import { buildWithMounts, whyNoMounts } from './mounts.ts';

suite('disks that refuse', { skip: whyNoMounts() }, () => {
  const inMemory = (size: string) => `mount -t tmpfs -o size=${size} tmpfs .build`;
  const unwritable = (path: string) => `mount --bind ${path} ${path}\nmount -o remount,bind,ro ${path}`;

  const full: Record<string, { mounts: string; withAstro: boolean }> = {
    'before the lock is written': {
      mounts: `${inMemory('4k')}\nhead -c 4096 /dev/zero > .build/full || true`,
      withAstro: false,
    },
    'while Astro stores the content': { mounts: inMemory('16k'), withAstro: true },
    'while Astro bundles': { mounts: inMemory('200k'), withAstro: true },
    'while Astro writes pages': { mounts: inMemory('2m'), withAstro: true },
    'while the search index is written': { mounts: inMemory('64k'), withAstro: false },
  };
  for (const [when, { mounts, withAstro }] of Object.entries(full)) {
    test(`a disk that is full ${when}`, async (t) => {
      const root = copyProject(t);
      if (!withAstro) replaceAstroByOnePage(root, 'a new site');
      mkdirSync(join(root, '.build'));
      put(root, 'dist/index.html', 'the old site');
      const before = bytesOf(join(root, 'dist'));

      const end = await buildWithMounts(root, mounts);

      assertFailed(end, /^The disk is full\. Make room and build again\. dist\/ was left as it was\.$/m);
      assert.doesNotMatch(end.output, /stack|panicked|ENOSPC/i);
      assert.deepEqual(bytesOf(join(root, 'dist')), before);
    });
  }

  test('the folder of work on another disk', async (t) => {
    const root = copyProject(t);
    replaceAstroByOnePage(root, 'a new site');
    mkdirSync(join(root, '.build'));
    put(root, 'dist/index.html', 'the old site');
    const before = bytesOf(join(root, 'dist'));

    const end = await buildWithMounts(root, inMemory('64m'));

    assertFailed(end, /^\.build\/ and dist\/ lie on different disks, .*dist\/ was left as it was\.$/m);
    assert.deepEqual(bytesOf(join(root, 'dist')), before);
  });

  test('a disk mounted in place of the site', async (t) => {
    const root = copyProject(t);
    replaceAstroByOnePage(root, 'a new site');
    put(root, 'dist/index.html', 'the old site');
    const before = bytesOf(join(root, 'dist'));

    const end = await buildWithMounts(root, 'mount --bind dist dist');

    assertFailed(end, /^dist\/ is in use, or a disk is mounted there, .*dist\/ was left as it was\.$/m);
    assert.deepEqual(bytesOf(join(root, 'dist')), before);
  });

  for (const there of [true, false]) {
    test(`a tree that is only to be read, ${there ? 'built before' : 'never built before'}`, async (t) => {
      const root = copyProject(t);
      replaceAstroByOnePage(root, 'a new site');
      if (there) assertWorked(await build(root));
      const before = bytesOf(root);

      const end = await buildWithMounts(root, unwritable('.').replaceAll(' .', ' "$PWD"'));

      assertFailed(end, /^The folder cannot be written to\. .* dist\/ was left as it was\.$/m);
      assert.deepEqual(bytesOf(root), before);
    });
  }

  test('a list of addresses that is only to be read: the site is new, and the build says so', async (t) => {
    const root = copyProject(t);
    replaceAstroByOnePage(root, 'a new site');
    put(root, 'content/data/published.json', '[]\n');
    put(root, 'dist/index.html', 'the old site');

    const end = await buildWithMounts(root, unwritable('content/data/published.json'));

    assertFailed(end, /^dist\/ is the new site, but .*published\.json\. .*cannot be written to/m);
    assert.match(readFileSync(join(root, 'dist/index.html'), 'utf8'), /a new site/);
  });

  test('a list of addresses that is a mount of its own, as in some containers, is written', async (t) => {
    const root = copyProject(t);
    const list = 'content/data/published.json';
    const whole = readFileSync(join(root, list), 'utf8');
    replaceAstroByOnePage(root, 'a new site');
    put(root, list, whole.replace('  "/",\n', ''));

    assertWorked(await buildWithMounts(root, `mount --bind ${list} ${list}`));

    assert.equal(readFileSync(join(root, list), 'utf8'), whole);
  });
});
