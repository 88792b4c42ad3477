import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { hiddenMetadata, pictureFileFault } from '../../src/checks/check-images.ts';
import { PICTURE } from '../../src/checks/image-metadata.ts';
import { inTree } from './content-tree.ts';
import { GPS, picture, withChunk, withSegment, XMP } from './pictures.ts';

const FORMATS = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const;
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#123' } })
    .png({ compressionLevel: 1 })
    .toBuffer();

/** What is wrong with each file in a folder. */
const faultsOf = (files: Record<string, Buffer>, make = (_root: string) => {}, paths = Object.keys(files)) =>
  inTree(files, (root) => {
    make(root);
    return Promise.all(paths.map((path) => pictureFileFault(join(root, path))));
  });

/** Checks that one file has a fault, with these words. */
async function assertFault(name: string, bytes: Buffer, words: RegExp): Promise<void> {
  const [fault] = await faultsOf({ [name]: bytes });

  assert.match(fault ?? '', words, name);
}

test('accepts clean pictures of every format', async () => {
  const files: Record<string, Buffer> = {};
  for (const [ending, format] of Object.entries(FORMATS)) {
    files[`plain.${ending}`] = await picture().toFormat(format).toBuffer();
    files[`clear.${ending}`] = await picture().ensureAlpha(0.5).toFormat(format).toBuffer();
  }
  files['progressive.jpg'] = await picture().jpeg({ mozjpeg: true }).toBuffer();
  files['palette.png'] = await picture().png({ palette: true, progressive: true }).toBuffer();
  files['lossless.webp'] = await picture().webp({ lossless: true }).toBuffer();

  const faults = await faultsOf(files);

  assert.deepEqual(new Set(faults), new Set([undefined]));
});

test('refuses a colour profile in every format', async () => {
  for (const [ending, format] of Object.entries(FORMATS))
    await assertFault(
      `profile.${ending}`,
      await picture().withIccProfile('p3').toFormat(format).toBuffer(),
      /hidden data: colour profile\. Run “npm run strip”/,
    );
});

test('refuses a page named as a picture', async () => {
  await assertFault(
    'page.png',
    Buffer.from('<!doctype html><script>1</script>'),
    /not a JPEG, PNG, WebP or AVIF/,
  );
});

test('refuses a drawing named as a picture', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

  await assertFault('drawing.png', Buffer.from(svg), /not a JPEG, PNG, WebP or AVIF/);
});

test('refuses an ending of another format and names the right one', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const avif = await picture().avif().toBuffer();

  await assertFault('photo.png', jpeg, /ends in “\.png”, but its format is JPEG.* ending \.jpg\.$/);
  await assertFault('photo.webp', avif, /ends in “\.webp”, but its format is AVIF.* ending \.avif\.$/);
});

test('refuses an empty file', async () => {
  await assertFault('empty.jpg', Buffer.alloc(0), /^The file is empty/);
});

test('refuses a side of more than 12,000 pixels', async () => {
  await assertFault('wide.png', await plain(13_000, 1), /has 13,000 × 1 pixels; a side has at most 12,000/);
  await assertFault('high.png', await plain(1, 12_001), /has 1 × 12,001 pixels; a side has at most 12,000/);
});

test('refuses more than 40 megapixels before they are decoded', async () => {
  // A header says so; there is nothing behind it.
  const png = await plain(1, 1);
  png.writeUInt32BE(8000, 16);
  png.writeUInt32BE(5001, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);

  await assertFault('large.png', png, /8,000 × 5,001 pixels, which is 40\.1 megapixels.* at most 40\./);
});

test('refuses a picture that breaks off', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const bytes = await picture(400, 200).toFormat(format).toBuffer();

    await assertFault(`cut.${format}`, bytes.subarray(0, bytes.length * 0.9), /^The picture is damaged/);
  }
});

test('refuses a picture that moves', async () => {
  const frames = await sharp([await picture().png().toBuffer(), await picture().negate().png().toBuffer()], {
    join: { animated: true },
  })
    .webp()
    .toBuffer();

  await assertFault('moving.webp', frames, /holds 2 pictures; it may hold one/);
});

test('refuses what a camera wrote and says how to take it out', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const bytes = await picture().withExif(GPS).withXmp(XMP).toFormat(format).toBuffer();

    await assertFault(
      `camera.${format}`,
      bytes,
      /^The picture carries hidden data: GPS position, EXIF and XMP\. Run “npm run strip”, which takes it out\.$/,
    );
  }
});

test('refuses links, pipes, folders and missing files without waiting', async () => {
  const paths = ['link.jpg', 'pipe.jpg', 'folder.jpg', 'missing.jpg'];
  const make = (root: string) => {
    symlinkSync('photo.jpg', join(root, 'link.jpg'));
    execFileSync('mkfifo', [join(root, 'pipe.jpg')]);
    mkdirSync(join(root, 'folder.jpg'));
  };
  const faults = await faultsOf({ 'photo.jpg': await picture().jpeg().toBuffer() }, make, paths);

  assert.ok(faults.every((fault) => fault !== undefined));
});

test('tells pictures by their ending', () => {
  const paths = ['a.jpg', 'a.JPEG', 'b.png', 'c.webp', 'd.avif', 'e.svg', 'f.gif', 'png', 'g.png.txt'];

  const taken = paths.filter((path) => PICTURE.test(path));

  assert.deepEqual(taken, ['a.jpg', 'a.JPEG', 'b.png', 'c.webp', 'd.avif']);
});

test('names each thing that a JPEG file hides', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const thumbnail = 'Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\0\0\0\0\0\0';
  const iptc = 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08\x1c\x02\x50\0\x03Me\0';

  assert.deepEqual(await hiddenMetadata(jpeg), []);
  assert.deepEqual(await hiddenMetadata(withSegment(jpeg, 0xe1, thumbnail)), ['EXIF', 'thumbnail']);
  assert.deepEqual(await hiddenMetadata(withSegment(jpeg, 0xed, iptc)), ['IPTC']);
  assert.deepEqual(await hiddenMetadata(withSegment(jpeg, 0xfe, 'Taken by me')), ['comments']);
  assert.deepEqual(await hiddenMetadata(withSegment(jpeg, 0xe0, 'JFXX\0\x10')), ['thumbnail']);
  assert.deepEqual(await hiddenMetadata(withSegment(jpeg, 0xe2, 'MPF\0')), ['other data']);
  assert.deepEqual(await hiddenMetadata(Buffer.concat([jpeg, jpeg])), ['other data']);
});

test('finds a position that only XMP has', async () => {
  const xmp = XMP.replace('creator="A name"', 'exif:GPSLatitude="37,30N"');
  const bytes = await picture().withXmp(xmp).jpeg().toBuffer();

  assert.deepEqual(await hiddenMetadata(bytes), ['GPS position', 'XMP']);
});

test('names each thing that a PNG file hides', async () => {
  const png = await picture().png().toBuffer();

  assert.deepEqual(await hiddenMetadata(withChunk(png, 'tEXt', 'Author\0Me')), ['comments']);
  assert.deepEqual(await hiddenMetadata(withChunk(png, 'zTXt', 'Author\0\0x')), ['comments']);
  assert.deepEqual(await hiddenMetadata(withChunk(png, 'iTXt', 'Author\0\0\0\0\0Me')), ['comments']);
  assert.deepEqual(await hiddenMetadata(withChunk(png, 'tIME', '\x07\xea\x01\x01\0\0\0')), ['other data']);
  assert.deepEqual(await hiddenMetadata(Buffer.concat([png, Buffer.from('more')])), ['other data']);
});

test('finds what is added to WebP and AVIF files', async () => {
  const webp = await picture().webp().toBuffer();
  const avif = await picture().avif().toBuffer();

  assert.deepEqual(await hiddenMetadata(Buffer.concat([webp, Buffer.from('more')])), ['other data']);
  assert.deepEqual(await hiddenMetadata(Buffer.concat([avif, Buffer.from('\0\0\0\x0cfreemore')])), [
    'other data',
  ]);
});

test('counts orientation as EXIF, and unknown bytes as other data', async () => {
  const turned = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();

  assert.deepEqual(await hiddenMetadata(turned), ['EXIF', 'colour profile']);
  assert.deepEqual(await hiddenMetadata(Buffer.from('text')), ['other data']);
  assert.deepEqual(await hiddenMetadata(Buffer.alloc(0)), ['other data']);
});
