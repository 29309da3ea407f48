import { describe, expect, test } from 'vitest';
import { readSafetensors, tensorValues, writeSafetensors } from '../../../nn/files/safetensors.ts';

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
const read = (bytes: Uint8Array) =>
  Object.fromEntries(
    [...readSafetensors(bytes, 'w.safetensors')].map(([name, tensor]) => [
      name,
      { shape: tensor.shape, values: tensorValues(tensor, name, 'w.safetensors') },
    ]),
  );
/** A file of one tensor `a` of a type, its bytes as given. */
const typed = (type: string, shape: readonly number[], bytes: readonly number[]): Uint8Array =>
  Buffer.concat([
    file(JSON.stringify({ a: { dtype: type, shape, data_offsets: [0, bytes.length] } }), []),
    Uint8Array.from(bytes),
  ]);

describe('safetensors', () => {
  test('a file by hand: names, shapes, values; metadata is skipped', () => {
    const header = `{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[],"data_offsets":[8,12]},${TENSOR}}`;
    expect(read(file(header, [1.5, -2, 0.25]))).toEqual({
      a: { shape: [2, 1], values: Float32Array.of(1.5, -2) },
      b: { shape: [], values: Float32Array.of(0.25) },
    });
  });

  test.each([
    // 1.5, -2, the smallest number above 0 and the largest, by IEEE 754.
    ['F16', [0x00, 0x3e, 0x00, 0xc0, 0x01, 0x00, 0xff, 0x7b], [1.5, -2, 2 ** -24, 65504]],
    // Upper halves of float32: 1, -2, 3.140625.
    ['BF16', [0x80, 0x3f, 0x00, 0xc0, 0x49, 0x40], [1, -2, 3.140625]],
    // 0.1 in float64, which rounds to the float32 of 0.1.
    ['F64', [0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f], [Math.fround(0.1)]],
  ])('values of %s', (type, bytes, values) => {
    expect(read(typed(type, [values.length], bytes))).toEqual({
      a: { shape: [values.length], values: Float32Array.from(values) },
    });
  });

  test('a tensor of any type may stand in a file; its values are refused where they are no weights', () => {
    const bytes = typed('I64', [], [3, 0, 0, 0, 0, 0, 0, 0]);
    expect(readSafetensors(bytes, 'w.safetensors').get('a')).toMatchObject({ type: 'I64', shape: [] });
    expect(() => read(bytes)).toThrow('w.safetensors: tensor a must have dtype F32, F16, BF16, F64: I64');
    expect(readSafetensors(typed('F4', [2], [0x12]), 'w.safetensors').size).toBe(1);
  });

  test('a name in UTF-8, and names of built-in properties', () => {
    const header =
      '{"ä€😀":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"__proto__":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}';
    const length = Buffer.byteLength(header);
    const bytes = Buffer.alloc(8 + length + 8);
    bytes.writeBigUInt64LE(BigInt(length), 0);
    bytes.write(header, 8, 'utf8');
    expect([...readSafetensors(bytes, 'w.safetensors').keys()]).toEqual(['ä€😀', '__proto__']);
  });

  test('tensors without values stand anywhere between the others', () => {
    const empty = '"e":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}';
    expect(Object.keys(read(file(`{${TENSOR},${empty}}`, [1, 2])))).toEqual(['e', 'a']);
  });

  test.each([
    [
      `${'PK\x03\x04\x00\x00\x08\x08\x00\x00'.padEnd(26, '\0')}\x10\0\0\0archive/data.pkl`,
      'is a ZIP archive, as torch.save writes',
    ],
    [`${'PK\x03\x04\x14\x00\x00\x00\x00\x00'.padEnd(26, '\0')}\x05\0\0\0a.npy`, 'is a ZIP archive of NumPy arrays'],
    ['\x80\x02\x8a\x0al\xfc\x9cF\xf9', 'is a pickle'],
    ['\x80\x04\x95\x1a\0\0\0\0\0\0\0}', 'is a pickle'],
    // 123 tensors: `{` where a header begins.
    ['GGUF\x03\0\0\0{\0\0\0', 'is a GGUF file'],
    ['\x89HDF\r\n\x1a\n', 'is an HDF5 file'],
    ['\x93NUMPY\x01\0', 'is one NumPy array'],
    ['version https://git-lfs.github.com/spec/v1\n', 'is a pointer of Git LFS'],
    ['\x1f\x8b\x08\0', 'is compressed by gzip'],
    ['<!doctype html>', 'is HTML'],
  ])('%j is named as what it is, with the way to safetensors', (text, kind) => {
    expect(() => read(Buffer.from(text, 'latin1'))).toThrow(
      new RegExp(`^w\\.safetensors: ${kind}.*, not safetensors; .`),
    );
  });

  test('a header whose length begins as a pickle does is a header', () => {
    const header = `{${TENSOR}}`.padEnd(0x0280);
    expect(Object.keys(read(file(header, [1, 2])))).toEqual(['a']);
  });

  test('a control character in a name is escaped in messages', () => {
    expect(() => read(file('{"a\\u001b[2J":null}', []))).toThrow('tensor a\\u001b[2J must have a dtype');
  });

  test('a header of 100,000 tensors', () => {
    const entry = (k: number) => `"t${k}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}`;
    const header = `{${Array.from({ length: 100_000 }, (_, k) => entry(k)).join()}}`;
    expect(readSafetensors(file(header, []), 'w.safetensors').size).toBe(100_000);
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
    ['a type that is no text', tensor('{"dtype":16}'), 'tensor a must have a dtype: 16'],
    ['no entry', tensor('null'), 'tensor a must have a dtype: undefined'],
    [
      'an end before the start',
      tensor('{"dtype":"F4","shape":[2],"data_offsets":[8,0]}'),
      'tensor a must end behind its start 8: 0',
    ],
    [
      'a value beyond float32',
      typed('F64', [1], [0, 0, 0, 0, 0, 0, 0xe0, 0x7f]),
      `tensor a must be finite in float32: ${2 ** 1023} at index 0`,
    ],
    [
      'a shape that is larger than its bytes',
      tensor('{"dtype":"F32","shape":[3],"data_offsets":[0,8]}'),
      'tensor a [3] of F32 must take 12 bytes: 8',
    ],
    [
      'a negative size',
      tensor('{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}'),
      'tensor a must have a shape of at most 64 whole numbers',
    ],
    [
      'a shape without end',
      tensor(`{"dtype":"F32","shape":[${Array(65).fill(1)}],"data_offsets":[0,8]}`),
      'tensor a must have a shape of at most 64 whole numbers',
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
    ['a NaN', file(`{${TENSOR}}`, [1, Number.NaN]), 'tensor a must be finite in float32: NaN at index 1'],
    ['an infinity', file(`{${TENSOR}}`, [Infinity, 0]), 'tensor a must be finite in float32: Infinity at index 0'],
  ])('%s is refused', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(`w.safetensors: ${message}`);
  });

  test('a shape that does not fit its values is not written', () => {
    expect(() => writeSafetensors({ a: { shape: [3], values: new Float32Array(2) } })).toThrow(
      'tensor a must hold 3 values for [3]: 2',
    );
  });
});
