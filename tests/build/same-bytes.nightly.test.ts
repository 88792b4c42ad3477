import { join } from 'node:path';
import { suite, test } from 'node:test';
import { assertSameBytes, assertWorked, build, copyProject, keepPictures, PROJECT, put } from './copy.ts';

/** How a copy differs from the project, where nobody could see it in the site. */
const DIFFERENCES: Record<string, { prepare(root: string): void; env?: Record<string, string> }> = {
  'no picture is kept, and the zone is another': { prepare() {}, env: { TZ: 'America/St_Johns' } },
  'no picture can be kept': { prepare: (root) => put(root, '.build/pictures', 'no folder') },
  'GitHub builds': { prepare: keepPictures, env: { CI: 'true', GITHUB_ACTIONS: 'true' } },
};

/* They compare with dist/ of the project, so “npm run build” comes first. */
suite('the site has the same bytes where', { concurrency: 2 }, () => {
  for (const [what, { prepare, env }] of Object.entries(DIFFERENCES)) {
    test(what, async (t) => {
      const root = copyProject(t);
      prepare(root);

      assertWorked(await build(root, env));

      assertSameBytes(join(root, 'dist'), join(PROJECT, 'dist'));
    });
  }
});
