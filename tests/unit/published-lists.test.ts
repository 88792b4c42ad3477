import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  comparedLists,
  listWarnings,
  updateLists,
  versionFaults,
} from '../../src/publish/published-lists.ts';
import { temporaryFolder } from '../build/copy.ts';

const FIRST = '/give/version-1.txt';
const SECOND = '/give/version-2.txt';
const OLD = `${'a'.repeat(64)} 2026-11-20`;
const NEW = `${'b'.repeat(64)} 2026-11-21`;
const WITHDRAWN = 'withdrawn 2026-11-20';

type Versions = Record<string, string>;

/** A project in which some versions were published. */
function projectWith(t: TestContext, published: Versions): { root: string; list: () => string } {
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'content/data'), { recursive: true });
  const file = join(root, 'content/data/versions.json');
  writeFileSync(file, `${JSON.stringify(published, null, 2)}\n`);
  return { root, list: () => readFileSync(file, 'utf8') };
}

const compared = (root: string, built: Versions) => comparedLists(root, [], built);
const update = (root: string, built: Versions) =>
  updateLists(root, compared(root, built), join(root, 'stage.json'));

test('a build adds new versions to the list, each on its line, in order, and keeps the others', (t) => {
  const { root, list } = projectWith(t, { '/news/2020/gone/version-1.txt': OLD, [FIRST]: OLD });

  update(root, { [SECOND]: NEW, [FIRST]: OLD });

  assert.equal(
    list(),
    `{\n  "${FIRST}": "${OLD}",\n  "${SECOND}": "${NEW}",\n  "/news/2020/gone/version-1.txt": "${OLD}"\n}\n`,
  );
});

test('versions that the list lacks are named, with lines that complete it', (t) => {
  const { root, list } = projectWith(t, { [FIRST]: OLD });

  const [warning, ...others] = listWarnings(compared(root, { [FIRST]: OLD, [SECOND]: NEW }));

  assert.deepEqual(others, []);
  assert.equal(warning?.path, 'content/data/versions.json');
  assert.match(warning?.message ?? '', /^1 version of this site is not on the list\. /);
  const completed = list().replace('{\n', `{\n${warning?.block?.join('\n')}\n`);
  assert.deepEqual(JSON.parse(completed), { [FIRST]: OLD, [SECOND]: NEW });
});

const refused: Record<string, [published: Versions, built: Versions, words: RegExp]> = {
  'says something else': [
    { [FIRST]: OLD },
    { [FIRST]: NEW },
    /^\/give\/: version 1 was published and would now say something else\. Add what you changed to “changes”.* two branches .* stand first/,
  ],
  'is gone while its page stands': [
    { [FIRST]: OLD, [SECOND]: NEW },
    { [FIRST]: OLD },
    /^\/give\/: version 2 was published and would be gone\. Put its change back into “changes”\./,
  ],
  'was withdrawn and comes back': [
    { [FIRST]: WITHDRAWN },
    { [FIRST]: OLD },
    /^\/give\/: version 1 was published and withdrawn, and would be there again\. Take “was” and “now” out/,
  ],
};

for (const [what, [published, built, words]] of Object.entries(refused)) {
  test(`a site in which a published version ${what} has a fault`, (t) => {
    const { root } = projectWith(t, published);

    const [fault, ...others] = versionFaults(root, built);

    assert.match(fault ?? '', words);
    assert.deepEqual(others, []);
  });
}

test('a site that keeps, adds or withdraws versions, or gives up a page, has no fault', (t) => {
  const { root } = projectWith(t, { [FIRST]: OLD, '/gone/version-1.txt': OLD });

  assert.deepEqual(versionFaults(root, { [FIRST]: OLD, [SECOND]: NEW }), []);
  assert.deepEqual(versionFaults(root, { [FIRST]: WITHDRAWN }), []);
});

test('a version that is withdrawn leaves no hash in the list, by which its words could be guessed', (t) => {
  const { root, list } = projectWith(t, { [FIRST]: OLD });

  update(root, { [FIRST]: WITHDRAWN, [SECOND]: NEW });

  assert.deepEqual(JSON.parse(list()), { [FIRST]: WITHDRAWN, [SECOND]: NEW });
});
