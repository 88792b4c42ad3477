import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { assertWorked, build, copyProject, put } from './copy.ts';
import { replaceAstroByOnePage } from './in-place-of-astro.ts';

const LIST = 'content/data/published.json';

/** A copy that builds one page, the home page, which the list lacks. */
function copyWithoutHome(t: TestContext): { root: string; whole: string } {
  const root = copyProject(t);
  const whole = readFileSync(join(root, LIST), 'utf8');
  replaceAstroByOnePage(root, 'the site');
  put(root, LIST, whole.replace('  "/",\n', ''));
  return { root, whole };
}

test('a build in CI names the addresses that the list lacks, with lines that complete it', async (t) => {
  const { root, whole } = copyWithoutHome(t);
  const before = readFileSync(join(root, LIST), 'utf8');

  const end = await build(root, { CI: 'true' });

  assertWorked(end);
  assert.equal(readFileSync(join(root, LIST), 'utf8'), before);
  const [, lines = ''] =
    /^content\/data\/published\.json:1:1: 1 address of this site is not on the list\. .*:\n((?: {2}".*",\n)+)/m.exec(
      end.output,
    ) ?? [];
  const mended = JSON.parse(before.replace('[\n', `[\n${lines}`)) as unknown;
  assert.deepEqual(mended, JSON.parse(whole));
  assert.doesNotMatch(end.output, /::warning/);
});

test('in GitHub Actions it is also a note on the pull request', async (t) => {
  const { root } = copyWithoutHome(t);

  const end = await build(root, { CI: 'true', GITHUB_ACTIONS: 'true' });

  assertWorked(end);
  assert.match(
    end.output,
    /^::warning file=content\/data\/published\.json,line=1,col=1::1 address .*%0A {2}"\/",$/m,
  );
});

test('a build in CI says nothing of a list that is whole', async (t) => {
  const { root, whole } = copyWithoutHome(t);
  put(root, LIST, whole);

  const end = await build(root, { CI: 'true' });

  assertWorked(end);
  assert.equal(end.output, 'Built into dist/.\n');
});
