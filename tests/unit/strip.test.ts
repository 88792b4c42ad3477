import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { hiddenMetadata, pictureFileFault } from '../../src/checks/check-images.ts';
import { stripPicture } from '../../src/commands/strip.ts';
import { inTree } from './content-tree.ts';
import { GPS, picture, withChunk, withSegment, XMP } from './pictures.ts';

const COMMAND = resolve('src/commands/strip.ts');

/** Runs the command in a folder. */
function run(folder: string, ...files: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [COMMAND, ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout: stdout.split('\n').filter(Boolean), stderr: stderr.split('\n').filter(Boolean) };
}

test('takes everything but the picture out of each format', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const name = `photo.${format}`;
    const bytes = await picture().withExif(GPS).withXmp(XMP).toFormat(format).toBuffer();

    await inTree({ [name]: bytes }, async (folder) => {
      const taken = await stripPicture(join(folder, name));

      assert.deepEqual(taken, ['GPS position', 'EXIF', 'XMP'], format);
      assert.deepEqual(await hiddenMetadata(readFileSync(join(folder, name))), []);
      assert.equal(await pictureFileFault(join(folder, name)), undefined);
      assert.deepEqual(readdirSync(folder), [name], 'nothing is left beside it');
    });
  }
});

test('turns the colours of a screen into those that every screen shows, and drops their profile', async () => {
  const red = sharp({ create: { width: 4, height: 4, channels: 3, background: { r: 200, g: 50, b: 50 } } });
  const wide = await red.withIccProfile('p3').png().toBuffer();

  await inTree({ 'wide.png': wide }, async (folder) => {
    const taken = await stripPicture(join(folder, 'wide.png'));

    assert.deepEqual(taken, ['colour profile']);
    const stripped = readFileSync(join(folder, 'wide.png'));
    assert.deepEqual(await hiddenMetadata(stripped), []);
    const [r = 0, g = 0, b = 0] = await sharp(stripped).raw().toBuffer();
    const off = Math.max(Math.abs(r - 200), Math.abs(g - 50), Math.abs(b - 50));
    assert.ok(off <= 3, `${r} ${g} ${b}`);
  });
});

test('takes out comments and what follows the picture', async () => {
  const jpeg = Buffer.concat([
    withSegment(await picture().jpeg().toBuffer(), 0xfe, 'Taken by me'),
    Buffer.from('a film of three seconds'),
  ]);
  const png = withChunk(await picture().png().toBuffer(), 'tEXt', 'Author\0Me');

  await inTree({ 'a.jpg': jpeg, 'b.png': png }, async (folder) => {
    assert.deepEqual(await stripPicture(join(folder, 'a.jpg')), ['comments', 'other data']);
    assert.deepEqual(await stripPicture(join(folder, 'b.png')), ['comments']);
    for (const name of ['a.jpg', 'b.png'])
      assert.equal(await pictureFileFault(join(folder, name)), undefined);
  });
});

test('turns the picture as its orientation says', async () => {
  // 6: the left edge of the file is the top of the picture.
  const bytes = await picture(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();

  await inTree({ 'photo.jpg': bytes }, async (folder) => {
    await stripPicture(join(folder, 'photo.jpg'));

    const stripped = readFileSync(join(folder, 'photo.jpg'));
    const { width, height, orientation } = await sharp(stripped).metadata();
    assert.deepEqual({ width, height, orientation }, { width: 20, height: 40, orientation: undefined });
    const column = await sharp(stripped).resize(1, 2, { fit: 'fill' }).greyscale().raw().toBuffer();
    assert.ok((column[0] ?? 0) > (column[1] ?? 0) + 100, 'the light half is at the top');
  });
});

test('leaves a clean file byte for byte untouched', async () => {
  const bytes = await picture().jpeg({ quality: 30 }).toBuffer();

  await inTree({ 'photo.jpg': bytes }, async (folder) => {
    const path = join(folder, 'photo.jpg');
    utimesSync(path, 1, 1);

    assert.deepEqual(await stripPicture(path), []);
    assert.deepEqual(readFileSync(path), bytes);
    assert.equal(statSync(path).mtimeMs, 1000);
  });
});

test('is done after one run', async () => {
  const bytes = await picture().withExif(GPS).jpeg().toBuffer();

  await inTree({ 'photo.jpg': bytes }, async (folder) => {
    await stripPicture(join(folder, 'photo.jpg'));
    assert.deepEqual(await stripPicture(join(folder, 'photo.jpg')), []);
  });
});

test('answers for what is no sound picture, and changes nothing', async () => {
  const bytes = await picture(400, 200).withExif(GPS).jpeg().toBuffer();
  const files = { 'page.png': Buffer.from('<p>'), 'cut.jpg': bytes.subarray(0, -50), 'named.webp': bytes };

  await inTree(files, async (folder) => {
    for (const [name, before] of Object.entries(files)) {
      await assert.rejects(stripPicture(join(folder, name)), /^Error: The .*\.$/, name);
      assert.deepEqual(readFileSync(join(folder, name)), before);
    }
    await assert.rejects(stripPicture(join(folder, 'missing.jpg')), /There is no such file/);
    await assert.rejects(stripPicture(folder), /not a plain file/);
  });
});

test('goes through all pictures of the project, with a line for each', async () => {
  const files = {
    'content/images/2026/clean.png': await picture().png().toBuffer(),
    'content/images/2026/photo.jpg': await picture().withExif(GPS).jpeg().toBuffer(),
    'content/data/photo.jpg': await picture().withExif(GPS).jpeg().toBuffer(),
    'public/favicon.svg': Buffer.from('<svg/>'),
    'public/photo.webp': await picture().withXmp(XMP).webp().toBuffer(),
  };

  const result = await inTree(files, (folder) => run(folder));

  assert.deepEqual(result, {
    status: 0,
    stdout: [
      'content/images/2026/clean.png: clean, left as it is',
      'content/images/2026/photo.jpg: taken out: GPS position, EXIF',
      'public/photo.webp: taken out: XMP',
    ],
    stderr: [],
  });
});

test('takes the files that are named, and ends with 1 after a fault', async () => {
  const photo = await picture().withExif(GPS).jpeg().toBuffer();
  const files = { 'a.jpg': Buffer.from('text'), 'b.jpg': photo, 'c.jpg': photo };

  const result = await inTree(files, (folder) => run(folder, 'a.jpg', 'b.jpg'));

  assert.equal(result.status, 1);
  assert.deepEqual(result.stdout, ['b.jpg: taken out: GPS position, EXIF']);
  assert.match(result.stderr.join('\n'), /^a\.jpg: The file is not a JPEG, PNG, WebP or AVIF picture/);
});

test('says so where there is no picture', async () => {
  const result = await inTree({}, (folder) => run(folder));

  assert.deepEqual(result, {
    status: 0,
    stdout: ['There is no picture in content/images or public.'],
    stderr: [],
  });
});
