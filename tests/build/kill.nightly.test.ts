import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { randomNumbers } from '../random.ts';
import {
  assertWorked,
  build,
  BUILD,
  bytesOf,
  CI,
  copyProject,
  keepPictures,
  killGroup,
  PASSING_POST,
  put,
  start,
  until,
} from './copy.ts';

/*
 * The tests of kill.test.ts end the build at each of its own steps, with another program in
 * Astro's place. Here Astro itself works, and the build is ended at moments of its time.
 */

/** A moment of a build. */
interface Moment {
  name: string;
  /** @param buildMs how long a whole build takes */
  come(root: string, buildMs: number): Promise<void>;
}

const afterPart = (part: number): Moment => ({
  name: `after ${Math.round(part * 100)} % of its time`,
  come: (_, buildMs) => wait(part * buildMs),
});

const stageAppears: Moment = {
  name: 'when the stage appears',
  come: (root) =>
    until(() => existsSync(join(root, '.build')) && readdirSync(join(root, '.build')).some(isStage), 0),
};
const isStage = (name: string) => name.startsWith('stage');

const oldSiteIsPutAside: Moment = {
  name: 'when the old site is put aside',
  come: (root) => until(() => existsSync(join(root, '.build/old')), 0),
};

test(
  'a build with Astro that is killed leaves the old site or the new one',
  { concurrency: 2 },
  async (t) => {
    const root = copyProject(t);
    keepPictures(root);
    const { sites, buildMs } = await twoSites(root);
    const random = randomNumbers(20_261_120);
    const count = 8;
    const moments = Array.from({ length: count }, (_, index) => afterPart((index + random()) / count));
    const other = `${root}-too`;
    cpSync(root, other, { recursive: true, verbatimSymlinks: true });

    await Promise.all(
      Object.entries({
        [root]: [...moments.slice(0, count / 2), oldSiteIsPutAside],
        [other]: [stageAppears, ...moments.slice(count / 2)],
      }).map(([root, some]) =>
        t.test(`${some.length} moments`, (t) => killAndBuild(t, root, some, sites, buildMs)),
      ),
    );
  },
);

type Bytes = ReturnType<typeof bytesOf>;

/** Puts one of two sites into the content. */
function choose(root: string, site: number): void {
  if (site === 0) rmSync(join(root, PASSING_POST.path), { force: true });
  else put(root, PASSING_POST.path, PASSING_POST.text);
}

/** The bytes of the two sites, of which the second stands in the end, and how long a build takes. */
async function twoSites(root: string): Promise<{ sites: Bytes[]; buildMs: number }> {
  const sites: Bytes[] = [];
  let buildMs = 0;
  for (const site of [0, 1]) {
    choose(root, site);
    const begin = performance.now();
    assertWorked(await build(root, CI));
    buildMs = performance.now() - begin;
    sites.push(bytesOf(join(root, 'dist')));
  }
  assert.notDeepEqual(sites[0], sites[1]);
  return { sites, buildMs };
}

/** Kills one build at each moment, each time of another site than stands there, and builds on. */
async function killAndBuild(
  t: TestContext,
  root: string,
  moments: readonly Moment[],
  sites: readonly Bytes[],
  buildMs: number,
): Promise<void> {
  const bytes = () => bytesOf(join(root, 'dist'));
  for (const [index, { name, come }] of moments.entries()) {
    await t.test(name, async () => {
      const [before, after] = index % 2 === 0 ? [sites[1], sites[0]] : [sites[0], sites[1]];
      choose(root, index % 2);
      const running = start(root, BUILD, CI);
      await Promise.race([come(root, buildMs), running.end]);

      killGroup(running.pid);
      await running.end;

      const left = bytes();
      if (left) assert.ok(isDeepStrictEqual(left, before) || isDeepStrictEqual(left, after), 'half a site');
      else assert.deepEqual(bytesOf(join(root, '.build/old')), before);
      assertWorked(await build(root, CI));
      assert.deepEqual(bytes(), after);
      assert.deepEqual(readdirSync(join(root, '.build')), ['pictures']);
    });
  }
}
