import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hexToRecords,
  packVectors,
  recordCount,
  recordLayout,
  recordsToHex,
  unpackVectors,
  type VectorPort,
} from '../../../sim/simulator/vectors.ts';

const input = (name: string, bits: number): VectorPort => ({ name, direction: 'input', bits });

test('ports stand in their order, each in whole bytes, least significant first', () => {
  const layout = recordLayout([input('x', 12), { name: 'sum', direction: 'output', bits: 9 }, input('w', 3)], 'input');
  expect(layout).toEqual({
    fields: [
      { name: 'x', bits: 12, start: 0, bytes: 2 },
      { name: 'w', bits: 3, start: 2, bytes: 1 },
    ],
    bytes: 3,
  });
  const records = packVectors(layout, [
    [0xabcn, 5n],
    [1n, 7n],
  ]);
  expect([...records]).toEqual([0xbc, 0x0a, 5, 1, 0, 7]);
  expect(unpackVectors(layout, records)).toEqual([
    [0xabcn, 5n],
    [1n, 7n],
  ]);
  expect(recordsToHex(layout, records)).toBe('050abc\n070001\n');
  expect([...hexToRecords(layout, '050abc\n070001\n').records]).toEqual([...records]);
});

test('digits with undefined bits are 0, and apart', () => {
  const layout = recordLayout([input('x', 12), input('w', 3)], 'input');
  expect(hexToRecords(layout, '050abc\n07xX0z\n')).toEqual({
    records: Uint8Array.of(0xbc, 0x0a, 5, 0, 0, 7),
    unknown: Uint8Array.of(0, 0, 0, 0x0f, 0xff, 0),
  });
});

test('any widths and values: what is packed is unpacked, and byte k weighs 256^k', () => {
  const port = fc
    .integer({ min: 1, max: 300 })
    .chain((bits) =>
      fc.record({ bits: fc.constant(bits), value: fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }) }),
    );
  fc.assert(
    fc.property(fc.array(port, { minLength: 1, maxLength: 4 }), (ports) => {
      const layout = recordLayout(
        ports.map(({ bits }, k) => input(`p${k}`, bits)),
        'input',
      );
      const vector = ports.map(({ value }) => value);
      const records = packVectors(layout, [vector, vector]);
      expect(unpackVectors(layout, records)).toEqual([vector, vector]);
      for (const [k, { start, bytes }] of layout.fields.entries()) {
        const part = [...records.subarray(start, start + bytes)];
        expect(part.reduce((sum, byte, power) => sum + BigInt(byte) * 256n ** BigInt(power), 0n)).toBe(vector[k]);
      }
      expect([...hexToRecords(layout, recordsToHex(layout, records)).records]).toEqual([...records]);
    }),
    { seed: 1 },
  );
});

test('a port of 4096 words of 64 bits', () => {
  const layout = recordLayout([input('x', 4096 * 64)], 'input');
  const value = (1n << 262_144n) - 12_345n;
  expect(unpackVectors(layout, packVectors(layout, [[value], [0n]]))).toEqual([[value], [0n]]);
});

describe('what is wrong is said', () => {
  const layout = recordLayout([input('x', 8), input('w', 9)], 'input');
  test.each([
    ['a value too wide', () => packVectors(layout, [[256n, 0n]]), 'x must have 8 bits: 256'],
    ['a negative value', () => packVectors(layout, [[0n, -1n]]), 'w must have 9 bits: -1'],
    ['a vector too short', () => packVectors(layout, [[1n]]), 'a vector must have 2 values: 1'],
    ['half a record', () => recordCount(layout, new Uint8Array(4)), 'records must be a multiple of 3 bytes: 4'],
    ['no port', () => recordLayout([input('x', 8)], 'output'), 'a design must have an output port'],
    ['a port of no width', () => recordLayout([input('x', 0)], 'input'), 'bits of port x must be 1 or more: 0'],
    ['a short line', () => hexToRecords(layout, '0000\n'), 'vector 0: must be 6 digits: 0000'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(new RangeError(message));
  });
});
