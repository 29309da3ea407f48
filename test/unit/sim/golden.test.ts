import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accumulatorBits } from '../../../gen/index.ts';
import {
  goldenNeuron,
  goldenPorts,
  multiplyAccumulate,
  multiplyAccumulateWide,
  unpackWords,
} from '../../../sim/index.ts';
import { digital } from '../gen/neurons.ts';

describe('the accumulator is as wide as the largest sum needs, no wider', () => {
  test.each([
    // 255 * 255 = 65025 needs 16 bits
    [{ bits: 8 }, 16],
    // 7 * 7 = 49 needs 6
    [{ bits: 3 }, 6],
    [{ bits: 1 }, 1],
    // 255 * 1
    [{ bits: 1, inputBits: 8 }, 8],
    // (-128)^2 = 16384 needs 15 bits and a sign
    [{ bits: 8, signed: true }, 16],
    // 16 * 16384 = 2^18 needs 19 bits and a sign
    [{ bits: 8, signed: true, synapses: 16 }, 20],
    // 255 * -128 = -32640 fits 16 bits
    [{ bits: 8, signed: { inputs: false, weights: true } }, 16],
    // 1-bit signed words are 0 and -1: the product 1 needs a sign as well
    [{ bits: 1, signed: true }, 2],
    // 3 * 65025 = 195075 needs 18 bits
    [{ bits: 8, synapses: 3 }, 18],
    [{ bits: 64, synapses: 4096 }, 140],
  ])('%o: %i bits', (fields, bits) => {
    expect(accumulatorBits(digital(fields))).toBe(bits);
  });
});

describe('the golden model', () => {
  test('the product of the most negative words is positive', () => {
    expect(goldenNeuron(digital({ bits: 8, signed: true }))([-128n], [-128n])).toEqual({ sum: 16384n });
    expect(goldenNeuron(digital({ bits: 64, signed: true }))([-(2n ** 63n)], [-(2n ** 63n)])).toEqual({
      sum: 2n ** 126n,
    });
  });

  test('the threshold is met from the value on', () => {
    const golden = goldenNeuron(digital({ bits: 4, signed: true, activation: 'threshold', threshold: -6 }));
    expect([-7n, -6n, -5n].map((sum) => golden([1n], [sum]).y)).toEqual([0n, 1n, 1n]);
  });

  test('ports: words are packed from the least significant end, sums are two’s complement', () => {
    const ports = goldenPorts(digital({ bits: 4, inputBits: 3, synapses: 2, signed: true }));
    // x = (1, -2), w = (3, 5): 3 - 10 = -7 in 8 bits
    expect(accumulatorBits(digital({ bits: 4, inputBits: 3, synapses: 2, signed: true }))).toBe(8);
    expect(ports(0b110_001n, 0b0101_0011n)).toEqual({ sum: 249n });
    expect(unpackWords(0b110_001n, 3, 2, true)).toEqual([1n, -2n]);
    expect(unpackWords(0b110_001n, 3, 2, false)).toEqual([1n, 6n]);
  });

  test('a wrong number of words is refused', () => {
    expect(() => goldenNeuron(digital({ synapses: 2 }))([1n], [1n, 2n])).toThrow('x and w must hold 2 values: 1, 2');
  });

  test('numbers and big integers give one sum', () => {
    const word = fc.integer({ min: -32768, max: 32767 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 64 }), (pairs) => {
        const x = pairs.map(([value]) => value);
        const w = pairs.map(([, value]) => value);
        expect(BigInt(multiplyAccumulate(Int32Array.from(x), 0, Int32Array.from(w), 0, x.length))).toBe(
          multiplyAccumulateWide(x.map(BigInt), w.map(BigInt)),
        );
      }),
      { seed: 1 },
    );
  });
});

describe('an accumulator that does not hold the sum', () => {
  const sum = (
    fields: Readonly<Record<string, unknown>>,
    x: readonly bigint[],
    w: readonly bigint[],
    bias = 0n,
  ): bigint => goldenNeuron(digital({ bits: 4, synapses: x.length, ...fields }))(x, w, bias).sum;
  const three = [15n, 15n, 15n];

  test('unsigned: 3 * 225 = 675 in 8 bits', () => {
    expect(sum({ accumulator: 8 }, three, three)).toBe(675n - 2n * 256n);
    expect(sum({ accumulator: 8, overflow: 'saturate' }, three, three)).toBe(255n);
    expect(sum({ accumulator: 9, overflow: 'saturate' }, three, three)).toBe(511n);
    expect(sum({ accumulator: 10, overflow: 'saturate' }, three, three)).toBe(675n);
  });

  test('signed: 3 * 64 = 192 and 3 * -56 = -168 in 8 bits', () => {
    const least = [-8n, -8n, -8n];
    const most = [7n, 7n, 7n];
    expect(sum({ signed: true, accumulator: 8 }, least, least)).toBe(192n - 256n);
    expect(sum({ signed: true, accumulator: 8, overflow: 'saturate' }, least, least)).toBe(127n);
    expect(sum({ signed: true, accumulator: 8 }, least, most)).toBe(-168n + 256n);
    expect(sum({ signed: true, accumulator: 8, overflow: 'saturate' }, least, most)).toBe(-128n);
  });

  test('a bias at the edge: 127 holds, 128 does not', () => {
    const fields = { signed: true, accumulator: 8, overflow: 'saturate', bias: 8 };
    expect(sum(fields, [1n], [1n], 126n)).toBe(127n);
    expect(sum(fields, [1n], [1n], 127n)).toBe(127n);
    expect(sum({ ...fields, overflow: 'wrap' }, [1n], [1n], 127n)).toBe(-128n);
  });

  test('serial saturates after each product: 120 + 49 stops at 127, then -56 gives 71; parallel 113', () => {
    const fields = { signed: true, accumulator: 8, overflow: 'saturate', bias: 8 };
    expect(sum({ ...fields, architecture: 'serial' }, [7n, -8n], [7n, 7n], 120n)).toBe(127n - 56n);
    expect(sum(fields, [7n, -8n], [7n, 7n], 120n)).toBe(113n);
  });
});
