import { globSync } from 'node:fs';
import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { hiddenMetadata, pictureFault } from '../checks/check-images.ts';
import { onOneLine } from '../checks/problems.ts';
import { formatOf, PICTURE, type Format } from '../checks/image-metadata.ts';
import { command, messageOf } from './command.ts';

const WRITE: Record<Format, (picture: Sharp) => Sharp> = {
  JPEG: (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  PNG: (picture) => picture.png({ compressionLevel: 9 }),
  WebP: (picture) => picture.webp({ quality: 92 }),
  AVIF: (picture) => picture.avif({ quality: 80 }),
};

/**
 * Takes everything but the picture out of a file, in place. The picture is turned as
 * its EXIF says, its colours become sRGB. A clean file stays byte for byte as it is.
 * @returns names of what was taken out; none for a clean file
 * @throws with a sentence for an editor if the file is not a valid picture
 */
export async function stripPicture(path: string): Promise<string[]> {
  const file = await lstat(path).catch(() => undefined);
  if (!file) throw new Error('There is no such file. Write its path from the top of the project.');
  if (!file.isFile()) throw new Error('This is not a plain file. Name the picture itself.');
  const bytes = await readFile(path);
  const fault = await pictureFault(path, bytes);
  const format = formatOf(bytes);
  if (fault !== undefined || !format) throw new Error(fault);
  const hidden = await hiddenMetadata(bytes);
  if (hidden.length === 0) return [];

  const stripped = await WRITE[format](
    sharp(bytes, { failOn: 'warning' }).autoOrient().toColourspace('srgb'),
  ).toBuffer();
  const left = await hiddenMetadata(stripped);
  if (left.length > 0) throw new Error(`It still carries ${left.join(', ')}. Export the picture again.`);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, stripped, { flag: 'wx', mode: file.mode });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Error(`The file cannot be written: ${String(error)}. Nothing was changed.`, { cause: error });
  }
  return hidden;
}

/** Strips the pictures named, or all of the project, and prints a line for each. @returns the exit code */
async function strip(named: readonly string[]): Promise<number> {
  let code = 0;
  const paths =
    named.length > 0
      ? named
      : globSync(['content/images/**/*', 'public/**/*'])
          .filter((path) => PICTURE.test(path))
          .sort();
  for (const path of paths)
    try {
      const taken = await stripPicture(path);
      const what = taken.length === 0 ? 'clean, left as it is' : `taken out: ${taken.join(', ')}`;
      console.log(onOneLine(`${path}: ${what}`));
    } catch (error) {
      console.error(onOneLine(`${path}: ${messageOf(error)}`));
      code = 1;
    }
  if (paths.length === 0) console.log('There is no picture in content/images or public.');
  return code;
}

if (import.meta.main)
  process.exitCode = await command({ allowPositionals: true }, ({ positionals }) => strip(positionals));
