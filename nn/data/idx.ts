/**
 * IDX format of MNIST: two zero bytes, a type byte (8: unsigned byte), the number of dimensions, each dimension as a
 * big-endian 32-bit number, then the values in row-major order.
 * Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits", file formats.
 */

import { FormatError } from './format-error.ts';

export interface IdxArray {
  /** Size of each dimension, outermost first. */
  readonly shape: readonly number[];
  /** Values of the array [shape], row-major. */
  readonly values: Uint8Array;
}

const UNSIGNED_BYTE = 8;

/** Array of an IDX file's bytes. Throws `FormatError` naming `file` where magic, dimensions or length do not fit. */
export function parseIdx(bytes: Uint8Array, file: string, dimensions: number): IdxArray {
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) throw truncated(file, header, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  const wanted = (UNSIGNED_BYTE << 8) | dimensions;
  if (magic !== wanted) throw new FormatError(file, `IDX magic number must be ${wanted}: ${magic}`);
  const shape = Array.from({ length: dimensions }, (_, k) => view.getUint32(4 + 4 * k));
  const length = header + shape.reduce((product, size) => product * size, 1);
  if (bytes.length < length) throw truncated(file, length, bytes.length);
  if (bytes.length > length)
    throw new FormatError(file, `is longer than its header says: ${length} bytes wanted, ${bytes.length} found`);
  return { shape, values: bytes.subarray(header) };
}

const truncated = (file: string, wanted: number, found: number): FormatError =>
  new FormatError(file, `is truncated: ${wanted} bytes wanted, ${found} found`);
