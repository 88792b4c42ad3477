import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LISTS_OF_FILE } from '../../src/rules/lists.ts';
import {
  assertFailed,
  assertWorked,
  build,
  bytesOf,
  CHECK,
  copyProject,
  madeUpdate,
  put,
  start,
} from './copy.ts';
import { replaceAstro, replaceAstroByOnePage } from './in-place-of-astro.ts';

const BAD_POST = madeUpdate(
  'A post with a mistake',
  'It names a figure that does not exist, and so must not be published.',
  'Some <Figure id="no-such-figure" /> were sent.',
).replace('date: 2024-02-03', 'date: 2024-02-30');

const BAD_PATH = 'content/en/news/2024/a-mistake.mdx';

test('a list that cannot be read is not told as translated', async (t) => {
  const root = copyProject(t);
  put(root, 'content/data/topics.json', '{');

  const end = await start(root, ['node', 'src/commands/translations.ts']).end;

  assertFailed(end, /^The content has problems, and more may be left\. Run “npm run check”/m);
});

test('bad content ends the build with its places, and the site stays as it was', async (t) => {
  const root = copyProject(t);
  put(root, 'dist/index.html', 'the old site');
  put(root, BAD_PATH, BAD_POST);
  const before = bytesOf(join(root, 'dist'));

  const end = await build(root);

  assertFailed(end, /^content\/en\/news\/2024\/a-mistake\.mdx:5:7: /m);
  assert.match(end.output, /^content\/en\/news\/2024\/a-mistake\.mdx:11:6: .*no-such-figure/m);
  assert.match(end.output, /2 problems in the content\. Nothing was built\.\n$/);
  assert.doesNotMatch(end.output, /::error/);
  assert.deepEqual(bytesOf(join(root, 'dist')), before);
  assert.deepEqual(bytesOf(join(root, '.build')), {});
});

test('data that cannot be read ends the build with its place, whichever the file', async (t) => {
  const root = copyProject(t);
  for (const name of LISTS_OF_FILE.keys()) put(root, `content/data/${name}.json`, '[');

  const end = await build(root);

  for (const name of LISTS_OF_FILE.keys())
    assertFailed(end, new RegExp(`^content/data/${name}\\.json:1:\\d+: This is not valid JSON`, 'm'));
});

test('what is wrong between texts is told, though Astro draws them by then and fails too', async (t) => {
  const root = copyProject(t);
  replaceAstro(root, 'echo drawn > drawn\nexit 1', { readsContent: true });
  put(root, BAD_PATH, BAD_POST.replace(/^date: .*$/m, 'date: 2024-03-05'));

  const end = await build(root, { GITHUB_ACTIONS: 'true' });

  assertFailed(end, /^content\/en\/news\/2024\/a-mistake\.mdx:11:6: .*no-such-figure/m);
  // There, each problem is also a note on the pull request.
  assert.match(end.output, /^::error file=content\/en\/news\/2024\/a-mistake\.mdx,line=11,col=6::/m);
  assert.match(end.output, /1 problem in the content\. Nothing was built\.\n$/);
  assert.doesNotMatch(end.output, /Astro/);
  assert.ok(existsSync(join(root, 'drawn')));
});

test('a site in which a published version says something else is not built', async (t) => {
  const root = copyProject(t);
  replaceAstroByOnePage(root, 'the site', { readsContent: true });
  put(root, 'dist/index.html', 'the old site');
  const list = 'content/data/versions.json';
  const published = readFileSync(join(root, list), 'utf8');
  const other = published.replace(/("\/about\/version-\d+\.txt": ")[\da-f]{64}/, `$1${'a'.repeat(64)}`);
  assert.notEqual(other, published);
  put(root, list, other);

  assertFailed(
    await build(root),
    /^\/about\/: version \d+ was published and would now say something else\. Add what you changed/m,
  );

  assert.equal(readFileSync(join(root, list), 'utf8'), other);
  assert.equal(readFileSync(join(root, 'dist/index.html'), 'utf8'), 'the old site');
});

test('an address at which the site cannot stand ends the build', async (t) => {
  const root = copyProject(t);
  put(root, 'dist/index.html', 'the old site');
  const before = bytesOf(join(root, 'dist'));

  for (const address of ['https://site.example/below/', 'site.example', 'ftp://site.example', '']) {
    const end = await build(root, { SITE_URL: address });

    assertFailed(end, /^SITE_URL is “.*”\. It is the address of a host and nothing more/);
  }
  assert.deepEqual(bytesOf(join(root, 'dist')), before);
});

test('a check that finds nothing says how much it has read, and gets by with a small heap', async (t) => {
  const root = copyProject(t);
  const texts = globSync('content/*/{pages,categories,news}/**/*.mdx', { cwd: root }).length;
  const data = readFileSync(join(root, 'content/data/statistics.json'), 'utf8');
  const { figures } = JSON.parse(data) as { figures: unknown[] };

  const end = await start(root, CHECK, { NODE_OPTIONS: '--max-old-space-size=256' }).end;

  assertWorked(end);
  assert.ok(
    end.output.endsWith(
      `No problems in the content: ${texts} texts, ${figures.length} figures, no list of private words.\n`,
    ),
    end.output,
  );
});
