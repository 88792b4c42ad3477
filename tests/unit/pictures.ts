import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** EXIF with a position, as a telephone writes it. */
export const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 30/1 0/1' } };

export const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a creator="A name"/></x:xmpmeta>';

/** A small picture that carries nothing: dark, its left half light. */
export function picture(width = 40, height = 20): Sharp {
  const light = { create: { width: width / 2, height, channels: 3, background: '#fff' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#123' } }).composite([
    { input: light, gravity: 'west' },
  ]);
}

/** A JPEG file with a further segment at its beginning. */
export function withSegment(jpeg: Buffer, code: number, text: string): Buffer {
  const body = Buffer.from(text, 'latin1');
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A PNG file with a further chunk after its header. */
export function withChunk(png: Buffer, name: string, text: string): Buffer {
  const body = Buffer.from(name + text, 'latin1');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
