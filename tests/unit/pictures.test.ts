import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import sharp from 'sharp';
import { drawnPicture, forgetPictures } from '../../src/site/pictures.ts';
import { hiddenMetadata } from '../../src/checks/check-images.ts';
import { stampsIn, temporaryFolder } from '../build/copy.ts';

const svg = (ink: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><path d="M9 9h20v9z" fill="${ink}"/></svg>`;

test('a card is drawn once and then kept, and one that differs is another', async (t) => {
  const folder = join(temporaryFolder(t), 'kept');
  const first = await drawnPicture(svg('red'), 'card', folder);
  const files = stampsIn(folder);

  const again = await drawnPicture(svg('red'), 'card', folder);
  assert.deepEqual(stampsIn(folder), files);
  const other = await drawnPicture(svg('blue'), 'card', folder);

  assert.deepEqual(again, first);
  assert.notDeepEqual(other, first);
  assert.equal(readdirSync(folder).filter((name) => /^[\da-f]{64}$/.test(name)).length, 2);
  assert.deepEqual(await hiddenMetadata(first), []);
});

test('cards that look alike and are asked for at once give one file', async (t) => {
  const folder = temporaryFolder(t);

  const [one, ...others] = await Promise.all(
    Array.from({ length: 8 }, () => drawnPicture(svg('red'), 'card', folder)),
  );

  for (const other of others) assert.deepEqual(other, one);
  assert.equal(readdirSync(folder).length, 1);
});

suite('a kept card that is damaged is drawn again', async () => {
  const another = await sharp(Buffer.from(svg('blue')))
    .png()
    .toBuffer();
  const damages: Record<string, (kept: Buffer) => Buffer> = {
    'one that is cut off': (kept) => kept.subarray(0, -20),
    'one that is empty': () => Buffer.alloc(0),
    'one with a bit turned': (kept) =>
      Buffer.concat([kept.subarray(0, -9), Buffer.from([1]), kept.subarray(-8)]),
    'another picture': () => another,
    'another picture behind the same digest': (kept) => Buffer.concat([kept.subarray(0, 32), another]),
    'no picture, with its digest': () =>
      Buffer.concat([Buffer.from('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex')]),
  };
  for (const [what, damage] of Object.entries(damages)) {
    test(what, async (t) => {
      const folder = temporaryFolder(t);
      const sound = await drawnPicture(svg('red'), 'card', folder);
      const file = join(folder, readdirSync(folder)[0] ?? '');
      const kept = readFileSync(file);
      writeFileSync(file, damage(kept));

      assert.deepEqual(await drawnPicture(svg('red'), 'card', folder), sound);
      assert.deepEqual(readFileSync(file), kept);
    });
  }
});

test('where nothing can be kept, a card is drawn all the same', async (t) => {
  const folder = temporaryFolder(t);
  const sound = await drawnPicture(svg('red'), 'card', join(folder, 'kept'));
  writeFileSync(join(folder, 'a-file'), '');

  assert.deepEqual(await drawnPicture(svg('red'), 'card', join(folder, 'a-file')), sound);
});

test('after a build only the cards of the site are kept, those that look alike too', async (t) => {
  const folder = temporaryFolder(t);
  await drawnPicture(svg('red'), 'card', folder);
  await drawnPicture(svg('#f00'), 'card', folder);
  const names = readdirSync(folder);
  const bytes = readFileSync(join(folder, names[0] ?? ''));
  // What an earlier build drew, and what one that was killed left: its name tells that it may be half written.
  writeFileSync(join(folder, 'f'.repeat(64)), bytes);
  writeFileSync(join(folder, `${names[0]}.123`), bytes);

  forgetPictures(folder);

  assert.equal(names.length, 2);
  assert.deepEqual(readdirSync(folder), names);
});
