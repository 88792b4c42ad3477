import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  assertFailed,
  assertWorked,
  build,
  copyProject,
  dataIn,
  editData,
  keepPictures,
  put,
} from './copy.ts';

const listOf = (root: string) => dataIn<Record<string, string>>(root, 'data/versions');

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
  const texts = globSync('content/en/**/*.mdx', { cwd: root }).map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  // A text that was changed on a later day would print what the figure then said.
  const day = texts
    .flatMap((words) =>
      [...words.matchAll(/^(?:added|updated| +- date): (.+)$/gm)].map(([, date = '']) => date),
    )
    .toSorted()
    .at(-1);
  const entry = `changes:\n  - date: ${day}\n    kind: update\n    what: "A sentence was added."\n    was: ${JSON.stringify(sentence)}\n    now: ${JSON.stringify(`${sentence} So it is.`)}\n`;
  const before = listOf(root);
  const data = dataIn<{ figures: { id: string; qualifier: string; changes?: object[] }[] }>(
    root,
    'data/statistics',
  );
  const { id } =
    data.figures.find(
      ({ id, qualifier, changes }) =>
        qualifier === 'about' && !changes && texts.some((words) => words.includes(`"${id}"`)),
    ) ?? {};
  const revision = {
    date: day,
    kind: 'revision',
    what: 'A new total.',
    was: { qualifier: 'about' },
  };
  const revised = data.figures.map((figure) =>
    figure.id === id ? { ...figure, qualifier: 'nearly', changes: [revision] } : figure,
  );
  assert.ok(sentence !== '' && id !== undefined);

  await t.test('without an entry the site is not built, and the page is named', async () => {
    put(root, path, changed);
    const words = `^${RegExp.escape(path)}:\\d+:\\d+: This text was published, and says something else since`;
    assertFailed(await build(root), new RegExp(words, 'm'));
    assert.deepEqual(listOf(root), before);
  });

  await t.test('with one there is a second version, and the first is as it was', async () => {
    put(root, path, changed.replace(/^updated: .*$/m, `updated: ${day}\n${entry.trimEnd()}`));
    editData(root, 'data/statistics', () => ({ ...data, figures: revised }));
    assertWorked(await build(root));
    const { [`${address}version-2.txt`]: added, ...others } = listOf(root);
    const { [`/statistics/${id}/version-2.txt`]: second, ...same } = others;
    for (const version of [added, second]) assert.match(version ?? '', new RegExp(`^[0-9a-f]{64} ${day}$`));
    // Neither the first of the figure nor any of the texts that print its number.
    assert.deepEqual(
      Object.keys(same).filter((address) => address.startsWith('/') && same[address] !== before[address]),
      [],
    );
    const first = readFileSync(join(root, 'dist', address, 'version-1.txt'), 'utf8');
    assert.ok(first.includes('Version 1 of') && !first.includes('So it is.'));
  });
});
