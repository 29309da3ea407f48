import { describe, expect, test } from 'vitest';
import { checkedSeed, philox4x32 } from '../../../numeric/philox.ts';

const words = (counter: readonly number[], key: readonly number[]): string => {
  const out = new Uint32Array(4);
  const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = counter;
  philox4x32(out, c0, c1, c2, c3, key[0] ?? 0, key[1] ?? 0);
  return Array.from(out, (word) => word.toString(16).padStart(8, '0')).join(' ');
};

/** Bits of the 64-bit product, by BigInt: another way to the same round. */
function slowPhilox(counter: readonly bigint[], key: readonly bigint[]): string {
  const mask = 0xffffffffn;
  let [x0 = 0n, x1 = 0n, x2 = 0n, x3 = 0n] = counter;
  let [k0 = 0n, k1 = 0n] = key;
  for (let round = 0; round < 10; round++) {
    const p0 = 0xd2511f53n * x0;
    const p1 = 0xcd9e8d57n * x2;
    [x0, x1, x2, x3] = [(p1 >> 32n) ^ x1 ^ k0, p1 & mask, (p0 >> 32n) ^ x3 ^ k1, p0 & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [x0, x1, x2, x3].map((word) => word.toString(16).padStart(8, '0')).join(' ');
}

describe('Philox4x32-10', () => {
  // Random123, tests/kat_vectors.
  test('known answer: counter and key all zeros', () => {
    expect(words([0, 0, 0, 0], [0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
  });
  test('known answer: counter and key all ones', () => {
    const ones = 0xffffffff;
    expect(words([ones, ones, ones, ones], [ones, ones])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
  });
  test('known answer: the digits of pi', () => {
    expect(words([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });
  test('1000 counters agree with 64-bit arithmetic', () => {
    for (let i = 0; i < 1000; i++) {
      const counter = [i * 0x9e3779b1, i, i * i * 7919, 0xffffffff - i].map((value) => value >>> 0);
      const key = [(i * 2654435761) >>> 0, i ^ 0x55555555];
      expect(words(counter, key)).toBe(slowPhilox(counter.map(BigInt), key.map(BigInt)));
    }
  });
});

test.each([-1, 1.5, 2 ** 32, Number.NaN])('seed %s is refused', (seed) => {
  expect(() => checkedSeed(seed)).toThrow(`seed must be a whole number from 0 to 4294967295: ${seed}`);
});
