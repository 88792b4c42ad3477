import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import {
  assertSameBytes,
  assertWorked,
  build,
  bytesOf,
  copyProject,
  keepPictures,
  keptPictures,
  picturesOf,
  PROJECT,
  put,
} from './copy.ts';

/** It compares with dist/ of the project, so “npm run build” comes first. */
test('the site is built again from the same content', async (t) => {
  const site = bytesOf(join(PROJECT, 'dist')) ?? {};
  const root = copyProject(t, 'an other place/자리');
  keepPictures(root);
  const [blank = '', empty = '', ...whole] = Object.keys(keptPictures(root));
  const picture = sharp({ create: { width: 1200, height: 630, channels: 3, background: 'red' } });
  writeFileSync(join(root, '.build/pictures', blank), await picture.png().toBuffer());
  writeFileSync(join(root, '.build/pictures', empty), '');
  put(root, '.build/pictures/notes.txt', 'strange');
  const before = keptPictures(root);

  const locale = { LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' };
  assertWorked(await build(root, { CI: 'true', TZ: 'Asia/Seoul', ...locale }));

  const after = keptPictures(root);
  await t.test('at another place, in another zone, language and in CI it has the same bytes', () =>
    assertSameBytes(join(root, 'dist'), join(PROJECT, 'dist')),
  );
  await t.test('a kept picture is not drawn again', () => {
    assert.ok(whole.length > 150);
    for (const name of whole) assert.equal(after[name], before[name], name);
  });
  await t.test('a damaged picture is drawn again, and a strange one goes', () => {
    assert.deepEqual(Object.keys(after), [blank, empty, ...whole]);
    assert.equal(Object.keys(after).length, new Set(Object.values(picturesOf(site))).size);
    for (const name of [blank, empty]) assert.notEqual(after[name], before[name], name);
  });
});
