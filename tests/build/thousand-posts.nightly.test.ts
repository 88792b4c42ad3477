import assert from 'node:assert/strict';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeSite } from '../generate.ts';
import { assertWorked, build, copyProject, keepPictures } from './copy.ts';

const POSTS = 1000;

test(`a site with ${POSTS} made-up posts is built, and each has its page and its card`, async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  await writeSite(root, POSTS, 1);

  assertWorked(await build(root));

  for (const file of ['index.html', 'card.png']) {
    const found = globSync(`news/*/made-*/${file}`, { cwd: join(root, 'dist') });
    assert.equal(found.length, POSTS, file);
    for (const path of found) assert.ok(statSync(join(root, 'dist', path)).size > 1000, path);
  }
});
