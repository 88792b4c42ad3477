import { tryOrUndefined } from '../rules/try-or-undefined.ts';

/** The formats of pictures that are taken. */
export type Format = 'JPEG' | 'PNG' | 'WebP' | 'AVIF';

/** The endings of picture files. */
export const PICTURE = /\.(?:jpe?g|png|webp|avif)$/i;

/** What a picture file may hold apart from the picture, in the order in which it is named. */
export const HIDDEN = [
  'GPS position',
  'EXIF',
  'XMP',
  'IPTC',
  'comments',
  'thumbnail',
  'colour profile',
  'other data',
] as const;
export type Hidden = (typeof HIDDEN)[number];

/** The format that the first bytes of a file tell, or nothing for any other one. */
export function formatOf(bytes: Buffer): Format | undefined {
  const text = bytes.toString('latin1', 0, 64);
  if (text.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'PNG';
  if (/^RIFF....WEBP/s.test(text)) return 'WebP';
  // The brands stand in the first box, four letters each.
  const brands = /^.{4}ftyp(.*)/s.exec(text)?.[1]?.slice(0, bytes.readUInt32BE(0) - 8);
  return brands?.match(/.{4}/gs)?.some((brand) => brand === 'avif' || brand === 'avis') ? 'AVIF' : undefined;
}

/**
 * Walks through the parts of a file and names each that a picture does not need. A profile of
 * colours tells of the device and may hold words: pictures are kept in sRGB, without one. What is
 * not known counts as other data, so that nothing passes unseen.
 */
export function hiddenParts(bytes: Buffer): Hidden[] {
  const format = formatOf(bytes);
  const walk = format && { JPEG: inJpeg, PNG: inPng, WebP: inWebp, AVIF: inAvif }[format];
  // A length may lead out of the file.
  const parts = tryOrUndefined(() => [...(walk?.(bytes) ?? [OTHER])]) ?? [OTHER];
  return parts.map((part) => LOOKS.find(([, look]) => look.test(part))?.[0] ?? 'other data');
}

/** The parts that a picture does not need, each by its name, a space, and how what it holds begins. */
type Parts = Iterable<string>;

const partOf = (name: string, body: Buffer) => `${name} ${body.toString('latin1', 0, 32)}`;

/** What such a part is; the first that fits counts. */
const LOOKS: readonly (readonly [Hidden, RegExp])[] = [
  ['EXIF', /^(?:e1 Exif\0|(?:tEXt|zTXt|iTXt) Raw profile type (?:exif|APP1)|(?:eXIf|EXIF|Exif) )/],
  [
    'XMP',
    /^(?:e1 http:\/\/ns\.adobe\.com\/|(?:tEXt|zTXt|iTXt) (?:XML:com\.adobe\.xmp\0|Raw profile type xmp)|(?:XMP |mime) )/,
  ],
  ['IPTC', /^(?:ed |(?:tEXt|zTXt|iTXt) Raw profile type iptc)/],
  ['comments', /^(?:fe|(?:tEXt|zTXt|iTXt)) /],
  ['thumbnail', /^(?:e0 JF(?:IF|XX)\0|thmb )/],
  ['colour profile', /^(?:e2 ICC_PROFILE\0|(?:iCCP|ICCP|colrprof|colrrICC) )/],
];

/** A part that cannot be told. */
const OTHER = '';

/** What stands behind the end of the picture. */
function* behind(bytes: Buffer, end: number): Parts {
  if (end < bytes.length) yield OTHER;
}

/** Frames, tables and scans of a JPEG, and marks that hold no more than their own few bytes. */
const JPEG_PICTURE = /^(?:(?:c[\da-f]|d[abd]) |e0 JFIF\0.{0,9}$|ee Adobe.{0,7}$)/s;

/** Segments: a mark of two bytes, a length, a body; after the mark of a scan, data until the next mark. */
function* inJpeg(bytes: Buffer): Parts {
  let [at, scan] = [2, false];
  for (;;) {
    let mark = bytes.indexOf(0xff, at);
    while (scan && mark >= 0 && isScanData(bytes[mark + 1])) mark = bytes.indexOf(0xff, mark + 1);
    if (mark < 0 || (mark > at && !scan)) return yield OTHER;
    const code = bytes.readUInt8(mark + 1);
    if (code === 0xd9) return yield* behind(bytes, mark + 2);
    at = mark + 2 + bytes.readUInt16BE(mark + 2);
    const part = partOf(code.toString(16), bytes.subarray(mark + 4, at));
    if (!JPEG_PICTURE.test(part)) yield part;
    scan = code === 0xda;
  }
}

/** In a scan 0xff is data before a zero, at a restart mark and as filling. */
function isScanData(next: number | undefined): boolean {
  return next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
}

/** Chunks that a PNG needs, with the bytes that each may have: more would be something else. */
const PNG_PICTURE: Readonly<Record<string, number>> = {
  ...{ IHDR: 13, PLTE: 768, IDAT: Infinity, tRNS: 256, cHRM: 32, gAMA: 4, sBIT: 4, sRGB: 1 },
  ...{ cICP: 4, mDCV: 24, cLLI: 8, bKGD: 6, pHYs: 9 },
};

/** Chunks: a length, a name, a body, a sum of four bytes. */
function* inPng(bytes: Buffer): Parts {
  for (let at = 8; ;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    at += body.length + 12;
    if (name === 'IEND') return yield* behind(bytes, at);
    if (!(body.length <= (PNG_PICTURE[name] ?? -1))) yield partOf(name, body);
  }
}

/** The colours of a PNG, of which those that are not used may hold words; empty for other pictures. */
export function paletteOf(bytes: Buffer): Buffer {
  const at = formatOf(bytes) === 'PNG' ? bytes.indexOf('PLTE', 8, 'latin1') : -1;
  return at < 8 ? bytes.subarray(0, 0) : bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
}

/** Chunks: a name, a length, a body, filled up to an even length. A still picture has each once. */
function* inWebp(bytes: Buffer): Parts {
  const end = bytes.readUInt32LE(4) + 8;
  const seen = new Set<string>();
  for (let at = 12; at < end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
    if (!/^(?:VP8[ LX]|ALPH)$/.test(name) || seen.has(name)) yield `${name} `;
    seen.add(name);
  }
  yield* behind(bytes, end);
}

/** Boxes: a length, a name, a body; the box “meta” lists the items of the file, each with its type. */
function* inAvif(bytes: Buffer): Parts {
  const seen = new Set<string>();
  for (let at = 0; at < bytes.length;) {
    const short = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    // 1 stands for a long length after the name, 0 for all the rest.
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
    if (length < 8) return yield OTHER;
    if (name === 'meta') yield* inItems(bytes.subarray(at, at + length));
    else if (!/^(?:ftyp|mdat)$/.test(name) || seen.has(name)) yield `${name} `;
    seen.add(name);
    at += length;
  }
}

function* inItems(meta: Buffer): Parts {
  for (const box of ['thmb', 'colrprof', 'colrrICC']) if (meta.includes(box)) yield `${box} `;
  for (let at = meta.indexOf('infe'); at >= 0; at = meta.indexOf('infe', at + 4)) {
    // Version, flags, number and protection come first; from version 3 on, the number is longer.
    const type = at + 12 + (meta.readUInt8(at + 4) >= 3 ? 2 : 0);
    const item = meta.toString('latin1', type, type + 4);
    if (!/^(?:av01|grid)$/.test(item)) yield `${item} `;
  }
}
