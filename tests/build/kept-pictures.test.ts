import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { assertWorked, build, bytesOf, copyProject, put } from './copy.ts';

/** As in CI, the list of addresses stays as it is. */
const CI = { CI: 'true' };

/** The kept pictures, each with what changes when it is written again. */
function keptIn(root: string): Record<string, string> {
  const folder = join(root, '.build/pictures');
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const { ino, mtimeNs } = statSync(join(folder, name), { bigint: true });
      return [name, `${ino} ${mtimeNs}`];
    }),
  );
}

test('cards and charts are kept between builds', async (t) => {
  const root = copyProject(t);
  const site = () => bytesOf(join(root, 'dist')) ?? {};
  const picturesOf = (files: Record<string, string>) =>
    Object.entries(files).filter(([path]) => /(?:^|\/)(?:card|charts\/[a-z0-9-]+)\.png$/.test(path));
  assertWorked(await build(root, CI));
  const [first, kept] = [site(), keptIn(root)];

  await t.test('a second build draws none and gives the same bytes', async () => {
    assertWorked(await build(root, CI));

    assert.ok(picturesOf(first).length > 150);
    assert.equal(Object.keys(kept).length, picturesOf(first).length);
    assert.deepEqual(keptIn(root), kept);
    assert.deepEqual(site(), first);
  });

  await t.test('a damaged one is drawn again, and a strange one goes', async () => {
    const [one = '', two = ''] = Object.keys(kept);
    const blank = sharp({ create: { width: 1200, height: 630, channels: 3, background: 'red' } });
    writeFileSync(join(root, '.build/pictures', one), await blank.png().toBuffer());
    writeFileSync(join(root, '.build/pictures', two), '');
    put(root, '.build/pictures/notes.txt', 'strange');

    assertWorked(await build(root, CI));

    assert.deepEqual(site(), first);
    assert.deepEqual(Object.keys(keptIn(root)), Object.keys(kept));
  });

  await t.test('a figure that changes gets a new card, and its old one goes', async () => {
    const path = join(root, 'content/data/statistics.json');
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(
      '"reportedBy": "drlima.net, a German blog"',
      '"reportedBy": "drlima.net, a blog"',
    );
    assert.notEqual(changed, text);
    writeFileSync(path, changed);
    const before = keptIn(root);

    assertWorked(await build(root, CI));

    const now = keptIn(root);
    const fresh = Object.keys(now).filter((name) => now[name] !== before[name]);
    assert.equal(fresh.length, 1);
    assert.equal(Object.keys(now).length, Object.keys(before).length);
    assert.deepEqual(
      picturesOf(site())
        .filter(([path, bytes]) => first[path] !== bytes)
        .map(([path]) => path),
      ['statistics/fdff-sent-total-2020/card.png'],
    );
    writeFileSync(path, text);
  });

  await t.test('where nothing can be kept, the site is the same', async () => {
    rmSync(join(root, '.build/pictures'), { recursive: true });
    put(root, '.build/pictures', 'no folder');

    assertWorked(await build(root, CI));

    assert.deepEqual(site(), first);
  });
});
