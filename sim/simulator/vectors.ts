/**
 * The one form in which vectors go into and come out of every outside simulator: packed records.
 *
 * An input record holds the input ports in the order of the design's ports, an output record the output ports. Each
 * port takes whole bytes, ceil(bits / 8), least significant byte first; the bits above its width are 0. Records follow
 * each other without a gap. So the 8-bit multiplier has input records `x w` of 2 bytes and output records of 2.
 */

import { nth } from '../../numeric/index.ts';

export interface VectorPort {
  readonly name: string;
  readonly direction: 'input' | 'output';
  readonly bits: number;
}

/** Place of a port in its record. */
export interface RecordField {
  readonly name: string;
  readonly bits: number;
  /** First byte of the port. */
  readonly start: number;
  readonly bytes: number;
}

export interface RecordLayout {
  readonly fields: readonly RecordField[];
  /** Size of a record, bytes. */
  readonly bytes: number;
}

/** Layout of the record of all ports of one direction. */
export function recordLayout(ports: readonly VectorPort[], direction: VectorPort['direction']): RecordLayout {
  const fields: RecordField[] = [];
  let start = 0;
  for (const { name, bits } of ports.filter((port) => port.direction === direction)) {
    if (!Number.isInteger(bits) || bits < 1) throw new RangeError(`bits of port ${name} must be 1 or more: ${bits}`);
    const bytes = Math.ceil(bits / 8);
    fields.push({ name, bits, start, bytes });
    start += bytes;
  }
  if (fields.length === 0) throw new RangeError(`a design must have an ${direction} port`);
  return { fields, bytes: start };
}

/** Number of records in `records`; an incomplete one is an error. */
export function recordCount(layout: RecordLayout, records: Uint8Array): number {
  if (records.length % layout.bytes !== 0)
    throw new RangeError(`records must be a multiple of ${layout.bytes} bytes: ${records.length}`);
  return records.length / layout.bytes;
}

/** Records of `vectors`, each a bit pattern (0 to 2^bits - 1) a field. */
export function packVectors(layout: RecordLayout, vectors: readonly (readonly bigint[])[]): Uint8Array {
  const records = new Uint8Array(vectors.length * layout.bytes);
  for (const [index, vector] of vectors.entries()) {
    if (vector.length !== layout.fields.length)
      throw new RangeError(`a vector must have ${layout.fields.length} values: ${vector.length}`);
    for (const [k, field] of layout.fields.entries()) {
      const value = nth(vector, k);
      if (value < 0n || value >> BigInt(field.bits) !== 0n)
        throw new RangeError(`${field.name} must have ${field.bits} bits: ${value}`);
      writeBytes(records, index * layout.bytes + field.start, field.bytes, value);
    }
  }
  return records;
}

/** Vectors of `records` as bit patterns: [vector][field]. */
export function unpackVectors(layout: RecordLayout, records: Uint8Array): bigint[][] {
  return Array.from({ length: recordCount(layout, records) }, (_, index) =>
    layout.fields.map((field) => readBytes(records, index * layout.bytes + field.start, field.bytes)),
  );
}

/** Number of bytes that one step of the loops below moves: as many as a number holds exactly. */
const STEP = 6;

function writeBytes(records: Uint8Array, start: number, bytes: number, value: bigint): void {
  let rest = value;
  for (let at = 0; at < bytes; at += STEP) {
    let part = Number(rest & 0xffffffffffffn);
    const end = start + Math.min(bytes, at + STEP);
    for (let byte = start + at; byte < end; byte++) {
      records[byte] = part % 256;
      part = Math.floor(part / 256);
    }
    if (at + STEP < bytes) rest >>= 48n;
  }
}

function readBytes(records: Uint8Array, start: number, bytes: number): bigint {
  if (bytes <= STEP) {
    let value = 0;
    for (let byte = start + bytes - 1; byte >= start; byte--) value = value * 256 + (records[byte] ?? 0);
    return BigInt(value);
  }
  let hex = '0x';
  for (let byte = start + bytes - 1; byte >= start; byte--) hex += HEX[records[byte] ?? 0];
  return BigInt(hex);
}

/** Hexadecimal digits of every byte, two each. */
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Text of one line of hexadecimal digits a record, its last byte first. `$fscanf` and `$fdisplay` know this form. */
export function recordsToHex(layout: RecordLayout, records: Uint8Array): string {
  const lines: string[] = [];
  for (let end = layout.bytes; end <= records.length; end += layout.bytes) {
    let line = '';
    for (let byte = end - 1; byte >= end - layout.bytes; byte--) line += HEX[records[byte] ?? 0];
    lines.push(line, '\n');
  }
  return lines.join('');
}

/**
 * Inverse of `recordsToHex`; a line that is not a record is an error that names the vector. A digit with undefined bits is
 * read as 0, and as f in `unknown`.
 */
export function hexToRecords(
  layout: RecordLayout,
  text: string,
): { readonly records: Uint8Array; readonly unknown?: Uint8Array } {
  const lines = text.split('\n').filter((line) => line !== '');
  const form = new RegExp(`^[0-9a-fxz]{${2 * layout.bytes}}$`, 'i');
  for (const [index, line] of lines.entries())
    if (!form.test(line)) throw new RangeError(`vector ${index}: must be ${2 * layout.bytes} digits: ${line}`);
  const records = recordsOf(
    layout,
    lines.map((line) => line.replace(/[xz]/gi, '0')),
  );
  if (!/[xz]/i.test(text)) return { records };
  const digits = lines.map((line) => line.replace(/[^xz]/gi, '0').replace(/[xz]/gi, 'f'));
  return { records, unknown: recordsOf(layout, digits) };
}

function recordsOf(layout: RecordLayout, lines: readonly string[]): Uint8Array {
  const records = new Uint8Array(lines.length * layout.bytes);
  for (const [index, line] of lines.entries()) {
    const end = (index + 1) * layout.bytes;
    for (let k = 0; k < layout.bytes; k++) records[end - 1 - k] = Number.parseInt(line.slice(2 * k, 2 * k + 2), 16);
  }
  return records;
}
