/**
 * Safetensors format of float32 tensors: an unsigned 64-bit length, a JSON header of that length that gives each
 * tensor's type, shape and place, then the values, little-endian.
 * Hugging Face, safetensors, README "Format", version 0.4.
 */

import { FormatError } from '../data/format-error.ts';

export interface Tensor {
  /** Dimensions of the tensor, outermost first. */
  readonly shape: readonly number[];
  /** Values of the tensor [shape], row-major. */
  readonly values: Float32Array;
}

/** Largest header of the specification, bytes. */
const LARGEST_HEADER = 100_000_000;

/** Bytes of a file of tensors, names in the given order. The header is padded with spaces to a multiple of 8 bytes. */
export function writeSafetensors(tensors: Readonly<Record<string, Tensor>>): Uint8Array {
  const entries = Object.entries(tensors);
  let offset = 0;
  const header: Record<string, object> = {};
  for (const [name, { shape, values }] of entries) {
    if (values.length !== sizeOf(shape))
      throw new RangeError(`tensor ${name} must hold ${sizeOf(shape)} values for [${shape}]: ${values.length}`);
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + 4 * values.length] };
    offset += 4 * values.length;
  }
  const json = asciiJson(header);
  const padded = json.padEnd(8 * Math.ceil(json.length / 8));
  const bytes = new Uint8Array(8 + padded.length + offset);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(padded.length), true);
  for (let k = 0; k < padded.length; k++) bytes[8 + k] = padded.charCodeAt(k);
  let at = 8 + padded.length;
  for (const [, { values }] of entries)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}

/**
 * Tensors of a file. Throws `FormatError` naming `file` where it is truncated, its header is no such JSON, sizes or
 * places do not agree with shapes or with the file's length, a type is not F32, or a value is not finite.
 */
export function readSafetensors(bytes: Uint8Array, file: string): Record<string, Tensor> {
  if (bytes.length < 8) throw truncated(file, 8, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getBigUint64(0, true);
  if (headerBytes > BigInt(LARGEST_HEADER))
    throw new FormatError(file, `header must be at most ${LARGEST_HEADER} bytes: ${headerBytes}`);
  const start = 8 + Number(headerBytes);
  if (bytes.length < start) throw truncated(file, start, bytes.length);
  const entries = Object.entries(headerOf(bytes.subarray(8, start), file)).filter(([name]) => name !== '__metadata__');
  const placed = entries
    .map(([name, entry]) => ({ name, ...tensorEntry(name, entry, file) }))
    .sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { name, from, to } of placed) {
    if (from !== end) throw new FormatError(file, `tensor ${name} must start at byte ${end} of the data: ${from}`);
    end = to;
  }
  if (bytes.length < start + end) throw truncated(file, start + end, bytes.length);
  if (bytes.length > start + end)
    throw new FormatError(file, `is longer than its header says: ${start + end} bytes wanted, ${bytes.length} found`);
  const tensors: Record<string, Tensor> = {};
  for (const { name, shape, from, to } of placed) {
    const values = new Float32Array((to - from) / 4);
    for (let k = 0; k < values.length; k++) values[k] = view.getFloat32(start + from + 4 * k, true);
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) throw new FormatError(file, `tensor ${name} must be finite: ${values[wrong]} at index ${wrong}`);
    tensors[name] = { shape, values };
  }
  return tensors;
}

function headerOf(bytes: Uint8Array, file: string): object {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch (error) {
    throw new FormatError(file, `header is not JSON (${(error as Error).message})`);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new FormatError(file, 'header must be a JSON object');
  return header;
}

function tensorEntry(name: string, entry: unknown, file: string) {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (dtype !== 'F32') throw new FormatError(file, `tensor ${name} must have dtype F32: ${JSON.stringify(dtype)}`);
  if (!areCounts(shape)) throw new FormatError(file, `tensor ${name} must have a shape of whole numbers`);
  if (!areCounts(offsets) || offsets.length !== 2)
    throw new FormatError(file, `tensor ${name} must have two data_offsets`);
  const [from = 0, to = 0] = offsets;
  if (to - from !== 4 * sizeOf(shape))
    throw new FormatError(file, `tensor ${name} [${shape}] must take ${4 * sizeOf(shape)} bytes: ${to - from}`);
  return { shape, from, to };
}

const areCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && entry >= 0);

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** JSON in ASCII, so that a byte is a character. */
const asciiJson = (value: object): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const truncated = (file: string, wanted: number, found: number): FormatError =>
  new FormatError(file, `is truncated: ${wanted} bytes wanted, ${found} found`);
