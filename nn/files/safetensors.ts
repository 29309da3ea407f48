/**
 * Safetensors format of tensors: an unsigned 64-bit length, a JSON header of that length that gives each
 * tensor's type, shape and place, then the values, little-endian.
 * Hugging Face, safetensors, README "Format", version 0.4.
 */

import { FormatError } from '../data/format-error.ts';
import { ELEMENT_BITS, ELEMENT_READERS } from './element-types.ts';
import { fileKind } from './file-kind.ts';

export interface Tensor {
  /** Dimensions of the tensor, outermost first. */
  readonly shape: readonly number[];
  /** Values of the tensor [shape], row-major. */
  readonly values: Float32Array;
}

/** Largest header of the specification, bytes. */
const LARGEST_HEADER = 100_000_000;

/** Most dimensions of a tensor, those of PyTorch. */
const MOST_DIMENSIONS = 64;

/** Bytes of a file of tensors, names in the given order. The header is padded with spaces to a multiple of 8 bytes. */
export function writeSafetensors(tensors: Readonly<Record<string, Tensor>>): Uint8Array {
  const entries = Object.entries(tensors);
  let offset = 0;
  const header: [string, object][] = [];
  for (const [name, { shape, values }] of entries) {
    if (values.length !== sizeOf(shape))
      throw new RangeError(`tensor ${name} must hold ${sizeOf(shape)} values for [${shape}]: ${values.length}`);
    header.push([name, { dtype: 'F32', shape, data_offsets: [offset, offset + 4 * values.length] }]);
    offset += 4 * values.length;
  }
  const json = asciiJson(Object.fromEntries(header));
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

/** A tensor in a file, its values not yet read. */
export interface StoredTensor {
  /** Type of its elements, as the file says it. */
  readonly type: string;
  readonly shape: readonly number[];
  /** Bytes of its values. */
  readonly bytes: Uint8Array;
}

/**
 * Tensors of a file by name, of any type. Throws `FormatError` naming `file` where it is truncated or of another kind, its header is no such
 * JSON, or sizes or places do not agree with shapes or with the file's length.
 */
export function readSafetensors(bytes: Uint8Array, file: string): ReadonlyMap<string, StoredTensor> {
  const kind = bytes[8] === 0x7b && !isGguf(bytes) ? undefined : fileKind(bytes);
  if (kind) throw new FormatError(file, kind);
  if (bytes.length < 8) throw truncated(file, 8, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getBigUint64(0, true);
  if (headerBytes > BigInt(LARGEST_HEADER))
    throw new FormatError(file, `header must be at most ${LARGEST_HEADER} bytes: ${headerBytes}`);
  const start = 8 + Number(headerBytes);
  if (bytes.length < start) throw truncated(file, start, bytes.length);
  const placed = Object.entries(headerOf(bytes.subarray(8, start), file))
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => ({ name, ...tensorEntry(name, entry, file) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let end = 0;
  for (const { name, from, to } of placed) {
    if (from !== end)
      throw new FormatError(file, `tensor ${printable(name)} must start at byte ${end} of the data: ${from}`);
    end = to;
  }
  if (bytes.length < start + end) throw truncated(file, start + end, bytes.length);
  if (bytes.length > start + end)
    throw new FormatError(file, `is longer than its header says: ${start + end} bytes wanted, ${bytes.length} found`);
  return new Map(
    placed.map(({ name, type, shape, from, to }) => [
      name,
      { type, shape, bytes: bytes.subarray(start + from, start + to) },
    ]),
  );
}

/**
 * Values of a tensor, rounded to float32. Throws `FormatError` naming `file` where its type is none of floating point or
 * a value is not finite.
 */
export function tensorValues({ type, bytes }: StoredTensor, name: string, file: string): Float32Array {
  const read = ELEMENT_READERS.get(type);
  if (!read)
    throw new FormatError(
      file,
      `tensor ${printable(name)} must have dtype ${[...ELEMENT_READERS.keys()].join(', ')}: ${printable(type)}`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytesOf(type);
  const values = new Float32Array(bytes.length / size);
  for (let k = 0; k < values.length; k++) values[k] = read(view, size * k);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new FormatError(
      file,
      `tensor ${printable(name)} must be finite in float32: ${read(view, size * wrong)} at index ${wrong}`,
    );
  return values;
}

/** Bytes of an element. */
const bytesOf = (type: string): number => (ELEMENT_BITS.get(type) ?? 0) / 8;

/** Text with control characters and lone surrogates written as JSON escapes. */
export const printable = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be printed.
    /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** GGUF may hold `{` where a header begins, as the count of its tensors. */
const isGguf = (bytes: Uint8Array): boolean => fileKind(bytes.subarray(0, 4))?.includes('GGUF') ?? false;

/** Characters that are turned into text at once. */
const PIECE = 4096;

/** Bytes of a code point beyond ASCII in UTF-8, one a character. */
const BEYOND_ASCII = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf3][\x80-\xbf]{3}/g;

/** Character of a code point by its bytes in UTF-8. RFC 3629, 3. */
function codePoint(bytes: string): string {
  const first = bytes.charCodeAt(0) & (0x7f >> bytes.length);
  return String.fromCodePoint([...bytes.slice(1)].reduce((code, c) => 64 * code + (c.charCodeAt(0) & 0x3f), first));
}

function headerOf(bytes: Uint8Array, file: string): object {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + PIECE)));
  let header: unknown;
  try {
    header = JSON.parse(pieces.join('').replace(BEYOND_ASCII, codePoint));
  } catch (error) {
    throw new FormatError(file, `header is not JSON (${printable((error as Error).message)})`);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw new FormatError(file, 'header must be a JSON object');
  return header;
}

function tensorEntry(name: string, entry: unknown, file: string) {
  const fail = (problem: string): never => {
    throw new FormatError(file, `tensor ${printable(name)} ${problem}`);
  };
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
  if (typeof dtype !== 'string') return fail(`must have a dtype: ${JSON.stringify(dtype)}`);
  if (!areCounts(shape) || shape.length > MOST_DIMENSIONS)
    return fail(`must have a shape of at most ${MOST_DIMENSIONS} whole numbers`);
  if (!areCounts(offsets) || offsets.length !== 2) return fail('must have two data_offsets');
  const [from = 0, to = 0] = offsets;
  const bits = ELEMENT_BITS.get(dtype);
  if (to < from) return fail(`must end behind its start ${from}: ${to}`);
  if (bits !== undefined && to - from !== (bits / 8) * sizeOf(shape))
    return fail(`[${shape}] of ${dtype} must take ${(bits / 8) * sizeOf(shape)} bytes: ${to - from}`);
  return { type: dtype, shape, from, to };
}

const areCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && entry >= 0);

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** JSON in ASCII, so that a byte is a character. */
const asciiJson = (value: object): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const truncated = (file: string, wanted: number, found: number): FormatError =>
  new FormatError(file, `is truncated: ${wanted} bytes wanted, ${found} found`);
