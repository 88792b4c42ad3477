import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertWorked, build, bytesOf, copyProject, keepPictures } from './copy.ts';

test('the same content gives the same bytes', { concurrency: 2 }, async (t) => {
  const here = copyProject(t);
  const elsewhere = copyProject(t, 'an other place/자리');
  keepPictures(elsewhere);
  const built = async (root: string, env?: Record<string, string>) => {
    assertWorked(await build(root, env));
    return bytesOf(join(root, 'dist'));
  };

  const [first, other] = await Promise.all([
    built(here),
    built(elsewhere, { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' }),
  ]);
  const [again, inCi] = await Promise.all([
    built(here, { TZ: 'America/St_Johns' }),
    built(elsewhere, { CI: 'true', GITHUB_ACTIONS: 'true' }),
  ]);

  await t.test('at another place and in another zone', () => assert.deepEqual(other, first));
  await t.test('built again', () => assert.deepEqual(again, first));
  await t.test('in CI', () => assert.deepEqual(inCi, first));
});
