import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  assertFailed,
  assertWorked,
  build,
  copyProject,
  put,
  replaceAstro,
  writeOnePageSite,
} from './copy.ts';

const LIST = 'content/data/versions.json';
const FIRST = '/give/version-1.txt';
const SECOND = '/give/version-2.txt';
const OLD = `${'a'.repeat(64)} 2026-11-20`;
const NEW = `${'b'.repeat(64)} 2026-11-21`;
const WITHDRAWN = 'withdrawn 2026-11-20';

/** What stands in Astro's place: it copies a site, and tells of its versions. */
const SENDS_VERSIONS = `
import { cpSync, readFileSync } from 'node:fs';
cpSync('made', process.argv[4], { recursive: true });
process.send({ versions: JSON.parse(readFileSync('versions.json', 'utf8')) }, () => process.disconnect());
`;

type Versions = Record<string, string>;

/** A copy in which some versions were published, and which builds a site with others. */
function siteWith(t: TestContext, published: Versions, built: Versions): string {
  const root = copyProject(t);
  writeOnePageSite(root, 'the site');
  replaceAstro(root, '');
  put(root, 'node_modules/astro/bin/astro.mjs', SENDS_VERSIONS);
  put(root, LIST, `${JSON.stringify(published, null, 2)}\n`);
  put(root, 'versions.json', JSON.stringify(built));
  return root;
}

const listOf = (root: string) => JSON.parse(readFileSync(join(root, LIST), 'utf8')) as Versions;

test('a build adds new versions to the list, each on its line, in order, and keeps the others', async (t) => {
  const gone = { '/news/2020/gone/version-1.txt': OLD };
  const root = siteWith(t, { ...gone, [FIRST]: OLD }, { [SECOND]: NEW, [FIRST]: OLD });

  assertWorked(await build(root));

  assert.equal(
    readFileSync(join(root, LIST), 'utf8'),
    `{\n  "${FIRST}": "${OLD}",\n  "${SECOND}": "${NEW}",\n  "/news/2020/gone/version-1.txt": "${OLD}"\n}\n`,
  );
});

test('a build in CI names the versions that the list lacks, with lines that complete it', async (t) => {
  const root = siteWith(t, { [FIRST]: OLD }, { [FIRST]: OLD, [SECOND]: NEW });

  const end = await build(root, { CI: 'true' });

  assertWorked(end);
  assert.deepEqual(listOf(root), { [FIRST]: OLD });
  const [, lines = ''] =
    /^content\/data\/versions\.json:1:1: 1 version of this site is not on the list\. .*:\n((?: {2}".*",\n)+)/m.exec(
      end.output,
    ) ?? [];
  const completed = readFileSync(join(root, LIST), 'utf8').replace('{\n', `{\n${lines}`);
  assert.deepEqual(JSON.parse(completed), { [FIRST]: OLD, [SECOND]: NEW });
});

const refused: Record<string, [published: Versions, built: Versions, words: RegExp]> = {
  'says something else': [
    { [FIRST]: OLD },
    { [FIRST]: NEW },
    /^\/give\/: version 1 was published and would now say something else\. Add what you changed to “changes”/m,
  ],
  'is gone while its page stands': [
    { [FIRST]: OLD, [SECOND]: NEW },
    { [FIRST]: OLD },
    /^\/give\/: version 2 was published and would be gone\. Put its change back into “changes”\./m,
  ],
  'was withdrawn and comes back': [
    { [FIRST]: WITHDRAWN },
    { [FIRST]: OLD },
    /^\/give\/: version 1 was published and withdrawn, and would be there again\. Take “was” and “now” out/m,
  ],
};

for (const [what, [published, built, words]] of Object.entries(refused)) {
  test(`a site in which a published version ${what} is not built`, async (t) => {
    const root = siteWith(t, published, built);
    put(root, 'dist/index.html', 'the old site');

    for (const env of [{}, { CI: 'true' }]) assertFailed(await build(root, env), words);

    assert.deepEqual(listOf(root), published);
    assert.equal(readFileSync(join(root, 'dist/index.html'), 'utf8'), 'the old site');
  });
}

test('a version that is withdrawn leaves no hash in the list, by which its words could be guessed', async (t) => {
  const root = siteWith(t, { [FIRST]: OLD }, { [FIRST]: WITHDRAWN, [SECOND]: NEW });

  assertWorked(await build(root));

  assert.deepEqual(listOf(root), { [FIRST]: WITHDRAWN, [SECOND]: NEW });
});
