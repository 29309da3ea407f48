import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodePng } from '../../tools/data/png.ts';

const chunk = (kind: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  // The checksum is not looked at: the data set's hash is.
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), content, Buffer.alloc(4)]);
};

function png(rows: readonly (readonly number[])[], width: number, colour = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, colour, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', data.subarray(0, 5)),
    chunk('IDAT', data.subarray(5)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('every filter, by hand', () => {
  const rows = [
    [0, 10, 20, 30, 40, 50, 60],
    // Sub: plus the pixel left.
    [1, 1, 2, 3, 4, 5, 250],
    // Up: plus the pixel above.
    [2, 1, 1, 1, 1, 1, 1],
    // Average of left and above, rounded down.
    [3, 1, 2, 3, 4, 5, 6],
    // Paeth: left 0, above, above left; then left, above, above left.
    [4, 1, 1, 1, 1, 1, 1],
  ];
  const { width, height, values } = decodePng(png(rows, 2));
  expect([width, height]).toEqual([2, 5]);
  expect(Array.from(values)).toEqual([
    ...[10, 20, 30, 40, 50, 60],
    ...[1, 2, 3, 5, 7, 253],
    ...[2, 3, 4, 6, 8, 254],
    // (0 + 2) / 2 + 1, (0 + 3) / 2 + 2, (0 + 4) / 2 + 3; (2 + 6) / 2 + 4, (3 + 8) / 2 + 5, (5 + 254) / 2 + 6.
    ...[2, 3, 5, 8, 10, 135],
    // First pixel: above. Second: left 3, above 8, above left 2: p = 9, nearest above; 4, 10, 3: 11, above; 6, 135, 5: 136, above.
    ...[3, 4, 6, 9, 11, 136],
  ]);
});

test('other kinds and broken files are refused', () => {
  expect(() => decodePng(Buffer.from('GIF89a,,'))).toThrow('is not a PNG file');
  expect(() => decodePng(png([[0, 1, 2]], 2, 0))).toThrow('must be a PNG of 8 bits red, green, blue, not interlaced');
  expect(() => decodePng(png([[0, 1, 2, 3]], 2))).toThrow('must hold 7 bytes: 4');
  expect(() => decodePng(png([[5, 1, 2, 3]], 1))).toThrow('filter must be 0 to 4: 5');
});
