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
 * Walks through the parts of a file and names each that a picture does not need. A profile
 * of colours tells of the device and may hold words: pictures are kept in sRGB, without one. What is not known counts as other data, so that nothing passes unseen.
 */
export function hiddenParts(bytes: Buffer): Hidden[] {
  const format = formatOf(bytes);
  if (!format) return ['other data'];
  try {
    return { JPEG: inJpeg, PNG: inPng, WebP: inWebp, AVIF: inAvif }[format](bytes);
  } catch (error) {
    // A length led out of the file.
    if (error instanceof RangeError) return ['other data'];
    throw error;
  }
}

const starts = (body: Buffer, text: string) => body.toString('latin1', 0, text.length) === text;

/** Segments: a mark of two bytes, a length, a body; after the mark of a scan, data until the next mark. */
function inJpeg(bytes: Buffer): Hidden[] {
  const found: Hidden[] = [];
  let [at, scan] = [2, false];
  for (;;) {
    let mark = bytes.indexOf(0xff, at);
    while (scan && mark >= 0 && isScanData(bytes[mark + 1])) mark = bytes.indexOf(0xff, mark + 1);
    if (mark < 0 || (mark > at && !scan)) return [...found, 'other data'];
    const code = bytes.readUInt8(mark + 1);
    // The end of the picture: nothing may follow.
    if (code === 0xd9) return mark + 2 < bytes.length ? [...found, 'other data'] : found;
    at = mark + 2 + bytes.readUInt16BE(mark + 2);
    const hidden = inSegment(code, bytes.subarray(mark + 4, at));
    if (hidden) found.push(hidden);
    scan = code === 0xda;
  }
}

/** In a scan 0xff is data before a zero, at a restart mark and as filling. */
function isScanData(next: number | undefined): boolean {
  return next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
}

function inSegment(code: number, body: Buffer): Hidden | undefined {
  // Frames, tables and scans: the picture itself.
  if ((code >= 0xc0 && code <= 0xcf) || [0xda, 0xdb, 0xdd].includes(code)) return undefined;
  if (code === 0xe0 && starts(body, 'JFIF\0')) return body.length > 14 ? 'thumbnail' : undefined;
  if (code === 0xe0 && starts(body, 'JFXX\0')) return 'thumbnail';
  if (code === 0xe1 && starts(body, 'Exif\0')) return 'EXIF';
  if (code === 0xe1 && starts(body, 'http://ns.adobe.com/')) return 'XMP';
  if (code === 0xe2 && starts(body, 'ICC_PROFILE\0')) return 'colour profile';
  if (code === 0xed) return 'IPTC';
  if (code === 0xee && starts(body, 'Adobe')) return body.length > 12 ? 'other data' : undefined;
  return code === 0xfe ? 'comments' : 'other data';
}

/** Chunks that a picture needs, with the bytes that each may have: more would be something else. */
const PNG_PICTURE: Readonly<Record<string, number>> = {
  ...{ IHDR: 13, PLTE: 768, IDAT: Infinity, tRNS: 256, cHRM: 32, gAMA: 4, sBIT: 4, sRGB: 1 },
  ...{ cICP: 4, mDCV: 24, cLLI: 8, bKGD: 6, pHYs: 9 },
};

/** Chunks: a length, a name, a body, a sum of four bytes. */
function inPng(bytes: Buffer): Hidden[] {
  const found: Hidden[] = [];
  let at = 8;
  for (;;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    at += body.length + 12;
    if (name === 'IEND') return at < bytes.length ? [...found, 'other data'] : found;
    if (!(body.length <= (PNG_PICTURE[name] ?? -1))) found.push(inChunk(name, body));
  }
}

/** The colours of a PNG, of which those that are not used may hold words; empty for other pictures. */
export function paletteOf(bytes: Buffer): Buffer {
  const at = formatOf(bytes) === 'PNG' ? bytes.indexOf('PLTE', 8, 'latin1') : -1;
  return at < 8 ? bytes.subarray(0, 0) : bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
}

function inChunk(name: string, body: Buffer): Hidden {
  if (name === 'eXIf') return 'EXIF';
  if (name === 'iCCP') return 'colour profile';
  if (!/^(?:tEXt|zTXt|iTXt)$/.test(name)) return 'other data';
  if (starts(body, 'XML:com.adobe.xmp\0') || starts(body, 'Raw profile type xmp')) return 'XMP';
  if (starts(body, 'Raw profile type iptc')) return 'IPTC';
  return /^Raw profile type (?:exif|APP1)/.test(body.toString('latin1', 0, 32)) ? 'EXIF' : 'comments';
}

/** Chunks: a name, a length, a body, filled up to an even length. */
function inWebp(bytes: Buffer): Hidden[] {
  const found: Hidden[] = [];
  const end = bytes.readUInt32LE(4) + 8;
  const seen = new Set<string>();
  for (let at = 12; at < end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
    if (name === 'EXIF') found.push('EXIF');
    else if (name === 'XMP ') found.push('XMP');
    else if (name === 'ICCP') found.push('colour profile');
    // A still picture has each once.
    else if (!/^(?:VP8[ LX]|ALPH)$/.test(name) || seen.has(name)) found.push('other data');
    seen.add(name);
  }
  return bytes.length > end ? [...found, 'other data'] : found;
}

/** Boxes: a length, a name, a body; the box “meta” lists the items of the file, each with its type. */
function inAvif(bytes: Buffer): Hidden[] {
  const found: Hidden[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < bytes.length;) {
    const short = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    // 1 stands for a long length after the name, 0 for all the rest.
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short || bytes.length - at;
    if (length < 8) return [...found, 'other data'];
    if (name === 'meta') found.push(...inItems(bytes.subarray(at, at + length)));
    else if (!/^(?:ftyp|mdat)$/.test(name) || seen.has(name)) found.push('other data');
    seen.add(name);
    at += length;
  }
  return found;
}

function inItems(meta: Buffer): Hidden[] {
  const found: Hidden[] = meta.includes('thmb') ? ['thumbnail'] : [];
  for (const kind of ['colrprof', 'colrrICC']) if (meta.includes(kind)) found.push('colour profile');
  for (let at = meta.indexOf('infe'); at >= 0; at = meta.indexOf('infe', at + 4)) {
    // Version, flags, number and protection come first; from version 3 on, the number is longer.
    const type = at + 12 + (meta.readUInt8(at + 4) >= 3 ? 2 : 0);
    const item = meta.toString('latin1', type, type + 4);
    if (item === 'Exif') found.push('EXIF');
    else if (item === 'mime') found.push('XMP');
    else if (item !== 'av01' && item !== 'grid') found.push('other data');
  }
  return found;
}
