import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeSite } from '../generate.ts';
import { assertWorked, build, copyProject, keepPictures } from './copy.ts';

const POSTS = 1000;

test(`a site with ${POSTS} made-up posts is built, and each has its page and a picture with which it is shared`, async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  await writeSite(root, POSTS, 1);

  assertWorked(await build(root));

  const dist = join(root, 'dist');
  const pages = globSync('news/*/made-*/index.html', { cwd: dist });
  assert.equal(pages.length, POSTS);
  for (const path of pages) {
    const html = readFileSync(join(dist, path), 'utf8');
    const picture = /<meta property="og:image" content="https:\/\/[^/]+(\/[^"]+)"/.exec(html)?.[1];
    assert.ok(picture, path);
    assert.ok(statSync(join(dist, picture)).size > 1000, picture);
  }
});
