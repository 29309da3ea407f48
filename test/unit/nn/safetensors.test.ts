import { describe, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../../nn/files/safetensors.ts';

/** A file by hand: length of the header, header, little-endian values. */
function file(header: string, values: readonly number[], headerBytes = header.length): Uint8Array {
  const bytes = Buffer.alloc(8 + header.length + 4 * values.length);
  bytes.writeBigUInt64LE(BigInt(headerBytes), 0);
  bytes.write(header, 8, 'latin1');
  values.forEach((value, k) => {
    bytes.writeFloatLE(value, 8 + header.length + 4 * k);
  });
  return bytes;
}

const TENSOR = '"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}';
const read = (bytes: Uint8Array) => readSafetensors(bytes, 'w.safetensors');

describe('safetensors', () => {
  test('a file by hand: names, shapes, values; metadata is skipped', () => {
    const header = `{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[],"data_offsets":[8,12]},${TENSOR}}`;
    expect(read(file(header, [1.5, -2, 0.25]))).toEqual({
      a: { shape: [2, 1], values: Float32Array.of(1.5, -2) },
      b: { shape: [], values: Float32Array.of(0.25) },
    });
  });

  test('written as the format says: length, header padded to 8 bytes, values', () => {
    const bytes = Buffer.from(writeSafetensors({ a: { shape: [2, 1], values: Float32Array.of(1.5, -2) } }));
    const headerBytes = Number(bytes.readBigUInt64LE(0));
    expect(headerBytes % 8).toBe(0);
    expect(JSON.parse(bytes.subarray(8, 8 + headerBytes).toString())).toEqual(JSON.parse(`{${TENSOR}}`));
    expect([bytes.readFloatLE(8 + headerBytes), bytes.readFloatLE(12 + headerBytes)]).toEqual([1.5, -2]);
    expect(bytes.length).toBe(8 + headerBytes + 8);
  });

  test('what is written is read back, a name beyond ASCII included', () => {
    const tensors = {
      'Schicht ä.weight': { shape: [3, 2], values: Float32Array.of(0.1, -0.2, 3e38, -1e-40, 0, 5) },
      bias: { shape: [3], values: Float32Array.of(1, 2, 3) },
    };
    expect(read(writeSafetensors(tensors))).toEqual(tensors);
  });

  test('cut anywhere: refused as truncated, with bytes wanted and found', () => {
    const whole = file(`{${TENSOR}}`, [1, 2]);
    for (let length = 0; length < whole.length; length++) {
      const wanted = length < 8 ? 8 : length < whole.length - 8 ? whole.length - 8 : whole.length;
      expect(() => read(whole.subarray(0, length))).toThrow(
        `w.safetensors: is truncated: ${wanted} bytes wanted, ${length} found`,
      );
    }
  });

  const tensor = (text: string) => file(`{"a":${text}}`, [1, 2]);
  test.each([
    ['a header longer than the file', file(`{${TENSOR}}`, [1, 2], 5000), 'is truncated: 5008 bytes wanted, 72 found'],
    ['a header of absurd length', file('{}', [], 2 ** 50), 'header must be at most 100000000 bytes: 1125899906842624'],
    ['a header that is cut short', file(`{${TENSOR}}`, [1, 2], 20), 'header is not JSON'],
    ['a header that is a list', file('[]', []), 'header must be a JSON object'],
    ['another type', tensor('{"dtype":"F16","shape":[2],"data_offsets":[0,4]}'), 'tensor a must have dtype F32: "F16"'],
    ['no entry', tensor('null'), 'tensor a must have dtype F32: undefined'],
    [
      'a shape that is larger than its bytes',
      tensor('{"dtype":"F32","shape":[3],"data_offsets":[0,8]}'),
      'tensor a [3] must take 12 bytes: 8',
    ],
    [
      'a negative size',
      tensor('{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}'),
      'tensor a must have a shape of whole numbers',
    ],
    ['no places', tensor('{"dtype":"F32","shape":[2]}'), 'tensor a must have two data_offsets'],
    [
      'a gap before the values',
      tensor('{"dtype":"F32","shape":[1],"data_offsets":[4,8]}'),
      'tensor a must start at byte 0 of the data: 4',
    ],
    [
      'two tensors in one place',
      file(`{${TENSOR},${TENSOR.replace('"a"', '"b"')}}`, [1, 2]),
      'tensor b must start at byte 8 of the data: 0',
    ],
    [
      'values behind the last tensor',
      file(`{${TENSOR}}`, [1, 2, 3]),
      'is longer than its header says: 72 bytes wanted',
    ],
    ['a NaN', file(`{${TENSOR}}`, [1, Number.NaN]), 'tensor a must be finite: NaN at index 1'],
    ['an infinity', file(`{${TENSOR}}`, [Infinity, 0]), 'tensor a must be finite: Infinity at index 0'],
  ])('%s is refused', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(`w.safetensors: ${message}`);
  });

  test('a shape that does not fit its values is not written', () => {
    expect(() => writeSafetensors({ a: { shape: [3], values: new Float32Array(2) } })).toThrow(
      'tensor a must hold 3 values for [3]: 2',
    );
  });
});
