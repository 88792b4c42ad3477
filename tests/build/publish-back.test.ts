import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assertFailed, assertWorked, bytesOf, put } from './copy.ts';
import { setUp } from '../programs.ts';
import { emptyPlace, publish, putProgram } from './release-sites.ts';

/* What is left of a release after `--back` and `--forget`. */

setUp('rsync');

/** The files below a folder that hold a word or have it in their names, compressed ones too. */
function holding(folder: string, word: string): string[] {
  const unpackedBy: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gz: gunzipSync };
  const textIn = (file: string) => {
    const unpacked = unpackedBy[basename(file).split('.').at(-1) ?? ''] ?? ((bytes) => bytes);
    return unpacked(readFileSync(file)).toString();
  };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => file.includes(word) || textIn(file).includes(word))
    .map((file) => relative(folder, file));
}

test('“--back” shows the release before again, where readers find the files of the newer one too', async (t) => {
  const { root, target, read, shown, releases, bring } = emptyPlace(t);
  await bring('one');
  await bring('two');
  await bring('three');

  assertWorked(await publish(root, [target, '--back']));
  assert.match(read('index.html'), /site\.two\.js/);
  assert.ok(existsSync(shown('assets/site.three.js')));
  assertWorked(await publish(root, ['--back']));
  assert.match(read('index.html'), /site\.one\.js/);

  assertFailed(await publish(root, [target, '--back']), /no earlier release/);
  assert.match(read('index.html'), /site\.one\.js/);
  await bring('four');
  assert.equal(releases().length, 2, 'what was gone back from is not shown again');
  assertWorked(await publish(root, [target, '--back']));
  assert.match(read('index.html'), /site\.one\.js/);
});

test('where no place is named and none is remembered, “--back” says to name it', async (t) => {
  const { root } = emptyPlace(t);

  for (const [args, says] of [
    [['--back'], '--back'],
    [['--back', '--forget'], '--back --forget'],
  ] as const)
    assertFailed(
      await publish(root, args),
      new RegExp(
        `^This checkout has not published yet\\. Name the place: npm run publish -- <host>:/<folder> ${says}$`,
        'm',
      ),
    );
});

test('“--forget” leaves nothing of earlier releases', async (t) => {
  const { shown, releases, bring } = emptyPlace(t);
  await bring('one');
  await bring('two');

  await bring('three', '--forget');

  assert.equal(releases().length, 1);
  assert.deepEqual(readdirSync(shown('assets')).sort(), [
    'site.three.js',
    'site.three.js.br',
    'site.three.js.gz',
  ]);
});

test('“--back --forget” shows the release before whole, and leaves nothing of the one that was shown', async (t) => {
  const { root, target, shown, releases, bring } = emptyPlace(t);
  await bring('one');
  const before = bytesOf(shown('.'));
  await bring('Brambleworth');
  put(target, 'incoming-20260101T000000000Z/site/index.html', 'Brambleworth');
  assert.ok(existsSync(shown('pagefind/fragment/en_Brambleworth.pf_fragment')));

  assertWorked(await publish(root, [target, '--back', '--forget']));

  assert.deepEqual(holding(target, 'Brambleworth'), []);
  assert.deepEqual(bytesOf(shown('.')), before);
  assert.equal(releases().length, 1);
  assert.equal(readdirSync(join(target, 'hosting')).length, 3, 'the server finds its configuration');

  assertFailed(
    await publish(root, [target, '--back', '--forget']),
    /no earlier release.* stop the host, then publish a clean build with --forget\.$/m,
  );
  await bring('three');
  assert.deepEqual(holding(target, 'Brambleworth'), []);
  assert.ok(existsSync(shown('assets/site.one.js')));
});

test('“--back --forget” leaves nothing that an earlier “--back” left behind either', async (t) => {
  const { root, target, read, releases, bring } = emptyPlace(t);
  const back = async (...args: string[]) => assertWorked(await publish(root, [target, '--back', ...args]));
  const left = () =>
    ['one', 'two', 'three', 'four', 'five'].filter((version) => holding(target, version).length > 0);
  await bring('one');
  await bring('two');
  await back();
  // It has files of the second, and so has the first, which it follows.
  await bring('three');
  await bring('four');
  await bring('five');
  assert.deepEqual(left(), ['one', 'two', 'three', 'four', 'five']);
  await back();
  await back();

  await back('--forget');
  assert.match(read('index.html'), /site\.one\.js/);
  assert.deepEqual([left(), releases().length], [['one'], 1]);
});

test('“--back --forget” goes back again and again, and the next release takes up from there', async (t) => {
  const { root, target, read, shown, bring } = emptyPlace(t);
  const left = () =>
    ['one', 'two', 'three', 'four', 'five'].filter((version) => holding(target, version).length > 0);
  for (const version of ['one', 'two']) await bring(version);
  assertWorked(await publish(root, [target, '--back']));
  for (const version of ['three', 'four']) await bring(version);

  for (const expected of [['one', 'three'], ['one']]) {
    assertWorked(await publish(root, [target, '--back', '--forget']));
    assert.match(read('index.html'), new RegExp(`site\\.${expected.at(-1)}\\.js`));
    assert.deepEqual(left(), expected);
  }

  await bring('five');
  assert.deepEqual(left(), ['one', 'five']);
  assert.ok(existsSync(shown('assets/site.one.js')), 'readers of the release before find its files');
});

test('what cannot be removed is named', async (t) => {
  const { root, target, read, bring } = emptyPlace(t);
  for (const version of ['one', 'two']) await bring(version);
  putProgram(root, 'rm', 'case "$*" in *releases/2*Z) exit 1;; esac; exec /bin/rm "$@"');

  const end = await publish(root, [target, '--back', '--forget']);

  assertWorked(end);
  assert.match(end.output, /^Remove \S.*\/releases\/\w+Z by hand: it could not be removed whole\.$/m);
  assert.match(read('index.html'), /site\.one\.js/);
});
