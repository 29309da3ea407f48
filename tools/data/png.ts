/**
 * PNG pictures of 8 bits red, green, blue, not interlaced. No other kind comes in a data set here. Source: W3C
 * Recommendation "Portable Network Graphics (PNG) Specification", third edition, 5 (chunks), 9 (filters).
 */

import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Values of the pixels, [height, width, 3]. */
  readonly values: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHANNELS = 3;

/** Picture in `bytes`; throws where it is no PNG of this kind. */
export function decodePng(bytes: Buffer): Picture {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new RangeError('is not a PNG file');
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') header = content;
    if (kind === 'IDAT') data.push(content);
    at += length + 12;
  }
  if (header?.length !== 13 || !header.subarray(8).equals(Buffer.from([8, 2, 0, 0, 0])))
    throw new RangeError('must be a PNG of 8 bits red, green, blue, not interlaced');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const filtered = inflateSync(Buffer.concat(data));
  if (filtered.length !== height * (1 + CHANNELS * width))
    throw new RangeError(`must hold ${height * (1 + CHANNELS * width)} bytes: ${filtered.length}`);
  return { width, height, values: unfilter(filtered, CHANNELS * width) };
}

/**
 * Values of the rows with their filters undone. A byte is told as the difference to what the bytes left, above and
 * above left predict.
 */
function unfilter(filtered: Uint8Array, row: number): Uint8Array {
  const rows = filtered.length / (row + 1);
  const values = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) {
    const filter = filtered[y * (row + 1)] ?? 0;
    if (filter > 4) throw new RangeError(`filter must be 0 to 4: ${filter}`);
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < CHANNELS ? 0 : (values[at - CHANNELS] ?? 0);
      const above = y === 0 ? 0 : (values[at - row] ?? 0);
      const aboveLeft = x < CHANNELS || y === 0 ? 0 : (values[at - row - CHANNELS] ?? 0);
      values[at] = (filtered[y * (row + 1) + 1 + x] ?? 0) + predicted(filter, left, above, aboveLeft);
    }
  }
  return values;
}

function predicted(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  // Paeth: the neighbour nearest to left + above - aboveLeft, ties in this order.
  const toLeft = Math.abs(above - aboveLeft);
  const toAbove = Math.abs(left - aboveLeft);
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
