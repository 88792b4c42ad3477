import { crc32 } from 'node:zlib';
import sharp from 'sharp';

const plain = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 90, g: 120, b: 150 } } });

/** A small picture that carries nothing besides itself. */
export function picture(format: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> {
  return plain().toFormat(format).toBuffer();
}

/** A picture that holds the position of the camera. */
export function pictureWithPlace(): Promise<Buffer> {
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' };
  return plain().withExif({ IFD3: place }).jpeg().toBuffer();
}

/** The first two thirds of a picture. */
export function truncated(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor((bytes.length * 2) / 3));
}

/** The beginning of a PNG file that says that it is this large each way. */
export function hugePicture(side: number): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.from([0x78, 0x9c])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
