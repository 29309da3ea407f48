/**
 * IDX format of MNIST: two zero bytes, a type byte (8: unsigned byte), the number of dimensions, each dimension as a
 * big-endian 32-bit number, then the values in row-major order.
 * Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits", file formats.
 */

import { foreignFormat } from './foreign.ts';
import { FormatError } from './format-error.ts';

export interface IdxArray {
  /** Size of each dimension, outermost first. */
  readonly shape: readonly number[];
  /** Values of the array [shape], row-major. */
  readonly values: Uint8Array;
}

const UNSIGNED_BYTE = 8;

/** Types of values by their byte. */
const TYPES = new Map([
  [UNSIGNED_BYTE, 'unsigned bytes'],
  [0x09, 'signed bytes'],
  [0x0b, '16-bit integers'],
  [0x0c, '32-bit integers'],
  [0x0d, '32-bit floats'],
  [0x0e, '64-bit floats'],
]);

/**
 * Array of an IDX file's bytes, of as many dimensions as one of `dimensions`. Throws `FormatError` naming `file` where
 * format, type, dimensions or length do not fit.
 */
export function parseIdx(bytes: Uint8Array, file: string, dimensions: readonly number[]): IdxArray {
  const foreign = bytes[0] === 0 ? undefined : foreignFormat(bytes);
  if (foreign) throw new FormatError(file, `must be an IDX file: it ${foreign}`);
  if (bytes.length < 4) throw truncated(file, 4, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [zeros, type, found] = [view.getUint16(0), view.getUint8(2), view.getUint8(3)];
  const kind = TYPES.get(type);
  if (zeros !== 0 || kind === undefined)
    throw new FormatError(file, `must be an IDX file, which begins with 00 00 08: ${hexOf(bytes.subarray(0, 4))}`);
  const wanted = `must be an IDX file of unsigned bytes in ${dimensions.join(' or ')} dimension${dimensions.join() === '1' ? '' : 's'}`;
  if (type !== UNSIGNED_BYTE) throw new FormatError(file, `${wanted}: it holds ${kind}`);
  if (!dimensions.includes(found))
    throw new FormatError(file, `${wanted}: it has ${found}${found === 1 ? ', as labels have' : ''}`);
  const header = 4 + 4 * found;
  if (bytes.length < header) throw truncated(file, header, bytes.length);
  const shape = Array.from({ length: found }, (_, k) => view.getUint32(4 + 4 * k));
  const length = header + shape.reduce((product, size) => product * size, 1);
  if (bytes.length < length) throw truncated(file, length, bytes.length);
  if (bytes.length > length)
    throw new FormatError(file, `is longer than its header says: ${length} bytes wanted, ${bytes.length} found`);
  return { shape, values: bytes.subarray(header) };
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

const truncated = (file: string, wanted: number, found: number): FormatError =>
  new FormatError(file, `is truncated: ${wanted} bytes wanted, ${found} found`);
