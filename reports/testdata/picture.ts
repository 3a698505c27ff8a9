import { crc32, deflateSync } from 'node:zlib';

/** A small PNG as base64: a window with three grey paragraphs, as a tester would photograph it. */
export function picture(width = 320, height = 180): string {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => shade(x, y, width))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...body]).toString('base64');
}

function shade(x: number, y: number, width: number): number {
  if (y < 22) return x < 60 && y > 8 && y < 15 && x > 12 ? 0xff : 0x50;
  const line = (y - 34) % 44;
  const isText = y > 34 && line < 28 && line % 10 < 5 && x > 16 && x < width - 16 - (line > 19 ? 90 : 0);
  return isText ? 0x9a : 0xf4;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
