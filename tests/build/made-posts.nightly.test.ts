import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { madePost, realNames, writeSite } from '../generate.ts';
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

test('made-up posts can be built, and one with a picture is shared with that picture', async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  await writeSite(root, 25, 7);
  // Only an example of a tag; the picture below it is the first.
  const { path } = madePost(0, 7, realNames());
  const text = readFileSync(join(root, path), 'utf8');
  writeFileSync(
    join(root, path),
    text.replace(/(?<=\n---\n)/, '\n`<Image src="none.jpg" alt="none" />` is a tag.\n'),
  );

  assertWorked(await build(root, { CI: 'true' }));

  const page = (post: string) =>
    readFileSync(join(root, 'dist', post.replace(/^content\/en\/(.*)\.mdx$/, '$1/index.html')), 'utf8');
  const pictureOf = (html: string) => /"og:image" content="https?:\/\/[^/]+([^"]+)"/.exec(html)?.[1] ?? '';
  const picture = pictureOf(page(path));
  assert.match(picture, /^\/assets\/.*\.jpeg$/);
  assert.match(page(path), /"og:image:alt" content="A made-up picture"/);
  const { format, width, height } = await sharp(join(root, 'dist', picture)).metadata();
  assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 1200, height: 630 });
  const shown = globSync('news/feed*.json', { cwd: join(root, 'dist') }).flatMap((file) => {
    const { items } = JSON.parse(readFileSync(join(root, 'dist', file), 'utf8')) as {
      items: { url: string; content_html: string }[];
    };
    return items.flatMap(({ url, content_html: html }) =>
      [...html.matchAll(/<img src="[^"]*(\/assets\/[^"]+\.webp)" width=/g)].map(([, src = '']) => ({
        url,
        src,
      })),
    );
  });
  assert.ok(shown.length > 0);
  for (const { url, src } of shown) {
    const html = readFileSync(join(root, 'dist', new URL(url).pathname, 'index.html'), 'utf8');
    assert.ok(html.includes(src), 'a feed shows the picture of the page');
  }
  assert.match(pictureOf(page(madePost(1, 7, realNames()).path)), /^\/news\/topic\/[a-z]+\/card\.png$/);
});
