import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  assertFailed,
  assertWorked,
  build,
  copyProject,
  keepPictures,
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

test('a published text is changed by an entry in its changes alone; a figure that is revised changes none', async (t) => {
  const root = copyProject(t);
  keepPictures(root);
  const SENTENCE = /^[A-Z][^\n<[]{40,}\.$/m;
  // Of a page that was never changed, which is the first of its versions still.
  const [path, text] = globSync('content/en/pages/**/*.mdx', { cwd: root })
    .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const)
    .find(([, words]) => !/^changes:$/m.test(words) && SENTENCE.test(words)) ?? ['', ''];
  const address = path.replace(/^content\/en\/pages(.*)\.mdx$/, '$1/');
  const sentence = SENTENCE.exec(text)?.[0] ?? '';
  const changed = text.replace(sentence, `${sentence} So it is.`);
  const entry = `changes:\n  - date: 2026-11-28\n    kind: update\n    what: "A sentence was added."\n    was: ${JSON.stringify(sentence)}\n    now: ${JSON.stringify(`${sentence} So it is.`)}\n`;
  const before = listOf(root);
  const figures = 'content/data/statistics.json';
  const data = JSON.parse(readFileSync(join(root, figures), 'utf8')) as {
    figures: { id: string; qualifier: string; changes?: object[] }[];
  };
  const texts = globSync('content/en/**/*.mdx', { cwd: root }).map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  // A text that was changed on a later day would print what the figure then said.
  const { id = '' } =
    data.figures.find(
      ({ id, qualifier, changes }) =>
        qualifier === 'about' &&
        !changes &&
        !texts.some(
          (text) => text.includes(`"${id}"`) && /^changes:$|^(?:added|updated): 2026-11-28/m.test(text),
        ),
    ) ?? {};
  const revision = {
    date: '2026-11-28',
    kind: 'revision',
    what: 'A new total.',
    was: { qualifier: 'about' },
  };
  const revised = data.figures.map((figure) =>
    figure.id === id ? { ...figure, qualifier: 'nearly', changes: [revision] } : figure,
  );
  assert.ok(sentence !== '');

  await t.test('without an entry the site is not built, and the page is named', async () => {
    put(root, path, changed);
    const words = `^${RegExp.escape(path)}:\\d+:\\d+: This text was published, and says something else since`;
    assertFailed(await build(root), new RegExp(words, 'm'));
    assert.deepEqual(listOf(root), before);
  });

  await t.test('with one there is a second version, and the first is as it was', async () => {
    put(root, path, changed.replace(/^updated: .*$/m, `updated: 2026-11-28\n${entry.trimEnd()}`));
    put(root, figures, JSON.stringify({ ...data, figures: revised }));
    assertWorked(await build(root));
    const { [`${address}version-2.txt`]: added, ...others } = listOf(root);
    const { [`/statistics/${id}/version-2.txt`]: second, ...same } = others;
    assert.match(added ?? '', /^[0-9a-f]{64} 2026-11-28$/);
    assert.match(second ?? '', /^[0-9a-f]{64} 2026-11-28$/);
    // Neither the first of the figure nor any of the texts that print its number.
    assert.deepEqual(
      Object.keys(same).filter((address) => address.startsWith('/') && same[address] !== before[address]),
      [],
    );
    const first = readFileSync(join(root, 'dist', address, 'version-1.txt'), 'utf8');
    assert.ok(first.includes('Version 1 of') && !first.includes('So it is.'));
  });
});
