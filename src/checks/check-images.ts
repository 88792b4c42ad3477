import { lstat, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import sharp from 'sharp';
import { formatOf, HIDDEN, hiddenParts, type Format, type Hidden } from './image-metadata.ts';

const MAX_SIDE = 12_000;
const MAX_PIXELS = 40_000_000;
/** Longer than any picture within the limits takes. */
const SECONDS = 60;

const ENDINGS: Record<Format, readonly string[]> = {
  JPEG: ['.jpg', '.jpeg'],
  PNG: ['.png'],
  WebP: ['.webp'],
  AVIF: ['.avif'],
};

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, roundingMode: 'ceil' });
const list = new Intl.ListFormat('en-GB');

/**
 * What is wrong with a picture file: it is not what its name says, breaks the limits, cannot be
 * decoded to the last line, or carries more than the picture.
 */
export async function pictureFileFault(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isFile()) return 'This is not a plain file. Put the picture itself here.';
    const bytes = await readFile(path);
    const fault = await pictureFault(path, bytes);
    if (fault !== undefined) return fault;
    const hidden = await hiddenMetadata(bytes);
    return hidden.length === 0
      ? undefined
      : `The picture carries hidden data: ${list.format(hidden)}. Run “npm run strip”, which takes it out.`;
  } catch {
    return 'The file cannot be read. Put the picture here again.';
  }
}

/** What is wrong with a picture, whatever it may carry apart from it, in words for an editor; nothing if it is valid. */
export async function pictureFault(path: string, bytes: Buffer): Promise<string | undefined> {
  const ending = extname(path).toLowerCase();
  const format = formatOf(bytes);
  if (bytes.length === 0) return 'The file is empty. Put the picture here again.';
  if (!format)
    return 'The file is not a JPEG, PNG, WebP or AVIF picture, whatever its name says. Export the picture again in one of these formats.';
  if (!ENDINGS[format].includes(ending))
    return `The name ends in “${ending}”, but its format is ${format}. Give it the ending ${ENDINGS[format][0]}.`;
  try {
    // The limits are our own, each with its sentence; a header is read without decoding.
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const size = `${number.format(width)} × ${number.format(height)} pixels`;
    if (Math.max(width, height) > MAX_SIDE)
      return `The picture has ${size}; a side has at most ${number.format(MAX_SIDE)} pixels. Make the picture smaller.`;
    if (width * height > MAX_PIXELS)
      return `The picture has ${size}, which is ${number.format((width * height) / 1e6)} megapixels; it may have at most ${MAX_PIXELS / 1e6}. Make the picture smaller.`;
    if (pages > 1)
      return `The file holds ${pages} pictures; it may hold one. Export a single, still picture.`;
    // Shrunk to a point after the whole has been decoded, so that memory stays small.
    await sharp(bytes, { failOn: 'warning', limitInputPixels: MAX_PIXELS })
      .resize({ width: 1, height: 1, fit: 'fill', fastShrinkOnLoad: false })
      .timeout({ seconds: SECONDS })
      .raw()
      .toBuffer();
    return undefined;
  } catch {
    return 'The picture is damaged and cannot be decoded to its end. Export it again.';
  }
}

/** Names what a picture file carries apart from the picture, in the order of `HIDDEN`; of another file all is other data. */
export async function hiddenMetadata(bytes: Buffer): Promise<string[]> {
  const found = new Set<Hidden>(hiddenParts(bytes));
  try {
    // A second reader, which also finds what stands in a place of its own.
    const { exif, xmp, iptc, icc, comments } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (exif) found.add('EXIF');
    if (xmp) found.add('XMP');
    if (iptc) found.add('IPTC');
    if (icc) found.add('colour profile');
    if (comments?.length && found.size === 0) found.add('comments');
    for (const name of exif ? inExif(exif) : []) found.add(name);
    if (xmp && /GPSL(?:at|ong)itude/.test(xmp.toString('latin1'))) found.add('GPS position');
  } catch {
    // Not to be decoded: the walk through the parts has to do.
  }
  return HIDDEN.filter((name) => found.has(name));
}

/** Looks for a position and a thumbnail in EXIF, which is a TIFF file in itself. */
function inExif(exif: Buffer): Hidden[] {
  const start = exif.toString('latin1').search(/II\*\0|MM\0\*/);
  if (start < 0) return [];
  const tiff = exif.subarray(start);
  const little = tiff[0] === 0x49;
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const list = long(4);
    const end = list + 2 + short(list) * 12;
    const tags = Array.from({ length: short(list) }, (_, index) => short(list + 2 + index * 12));
    return [
      ...(tags.includes(0x8825) ? (['GPS position'] as const) : []),
      ...(long(end) > 0 ? (['thumbnail'] as const) : []),
    ];
  } catch {
    return [];
  }
}
