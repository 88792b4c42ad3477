import { hash } from 'node:crypto';
import { globSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/*
 * Draws cards and charts, and keeps each between builds, so that an unchanged one is not
 * drawn again. They are a cache: what is missing or damaged is drawn again, and
 * where nothing can be kept, as on a full disk, every picture is drawn.
 */

const KEPT_PICTURES = '.build/pictures';

/** How an SVG becomes a PNG: its width in pixels, where that is not the SVG’s own, and the options of sharp. */
const LOOKS = {
  // A handful of inks, so few colours will do. More effort takes twice as long and saves 3 % of the bytes.
  card: { png: { palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 6 } },
  chart: {
    width: 1600,
    png: { palette: true, colours: 32, dither: 0, effort: 10, compressionLevel: 9 },
  },
} as const;
type Look = keyof typeof LOOKS;
const DIGEST_BYTES = 32;
/** What the bytes of a picture depend on besides its SVG. */
const DRAWN_BY = JSON.stringify([LOOKS, sharp.versions, process.platform, process.arch]);

const digest = (png: Buffer) => hash('sha256', png, 'buffer');

const underWay = new Map<string, Promise<Buffer>>();
/** The files of all pictures that were asked for. */
const asked = new Set<string>();

/** A picture as PNG: the kept one, or else drawn and kept under the hash of all that it is made from. */
export async function drawnPicture(svg: string, look: Look, folder = KEPT_PICTURES): Promise<Buffer> {
  const file = join(folder, hash('sha256', `${DRAWN_BY}\0${look}\0${svg}`));
  asked.add(file);
  // Pictures that look alike share a file, so each is drawn once.
  const begun =
    underWay.get(file) ?? read(file).then(async (kept) => kept ?? keep(file, await pngOf(svg, look)));
  underWay.set(file, begun);
  return begun.finally(() => underWay.delete(file));
}

/** A picture as PNG, which is not kept. */
export async function pngOf(svg: string, look: Look): Promise<Buffer> {
  const { png: options, ...size } = LOOKS[look];
  // A chart is drawn at twice its size first, so that its letters stay sharp.
  const picture =
    'width' in size ? sharp(Buffer.from(svg), { density: 144 }).resize(size) : sharp(Buffer.from(svg));
  return picture.png(options).toBuffer();
}

/** A kept picture, or nothing where there is none whose bytes are those that were kept. */
async function read(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const png = bytes.subarray(DIGEST_BYTES);
  return png.length > 0 && digest(png).equals(bytes.subarray(0, DIGEST_BYTES)) ? png : undefined;
}

/** Keeps a picture behind its digest, under its name only when it is whole, and gives it back. */
async function keep(file: string, png: Buffer): Promise<Buffer> {
  const part = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(part, Buffer.concat([digest(png), png]));
    await rename(part, file);
  } catch {
    await rm(part, { force: true }).catch(() => {});
  }
  return png;
}

/** Removes every kept file but those of the pictures that this process was asked for. */
export function forgetPictures(folder = KEPT_PICTURES): void {
  for (const name of globSync('*', { cwd: folder })) {
    const file = join(folder, name);
    if (!asked.has(file)) rmSync(file, { recursive: true, force: true });
  }
}
