import { describe, expect, test } from 'vitest';
import {
  activate,
  activationError,
  activationMeasurements,
  type Curve,
  curveFormat,
  neuronCircuit,
  outputBits,
  outputIsSigned,
} from '../../../gen/index.ts';
import { isExhaustive } from '../../../sim/index.ts';
import { checkMeaning } from '../sim/check-meaning.fixture.ts';
import { digital } from './neurons.ts';

const WIDTHS = Array.from({ length: 15 }, (_, k) => k + 2);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Every step of both halves, and some far beyond. */
function* steps(curve: Curve, bits: number): Generator<number> {
  const { magnitude } = curveFormat(curve, bits);
  for (let v = -(2 ** magnitude) - 3; v < 2 ** magnitude + 3; v++) yield v;
  yield -(2 ** 40);
  yield 2 ** 40;
}

describe('the meaning', () => {
  test('ReLU: negative sums give 0, large ones the largest output, the shift rounds down', () => {
    const neuron = digital({ signed: true, activation: 'relu', outputBits: 4, shift: 2 });
    const cases = [
      [-1000n, 0n],
      [-1n, 0n],
      [0n, 0n],
      [3n, 0n],
      [4n, 1n],
      [63n, 15n],
      [64n, 15n],
      [9999n, 15n],
    ] as const;
    for (const [sum, y] of cases) expect(activate(neuron, sum)).toBe(y);
    expect([outputBits(neuron), outputIsSigned(neuron)]).toEqual([4, false]);
  });

  test('hard tanh: symmetric, the smallest number of 4 bits is not used', () => {
    const neuron = digital({ signed: true, activation: 'hard-tanh', outputBits: 4, shift: 1 });
    const cases = [
      [-1000n, -7n],
      [-16n, -7n],
      [-14n, -7n],
      [-13n, -7n],
      [-12n, -6n],
      [-1n, -1n],
      [0n, 0n],
      [1n, 0n],
      [15n, 7n],
      [1000n, 7n],
    ] as const;
    for (const [sum, y] of cases) expect(activate(neuron, sum)).toBe(y);
    expect([outputBits(neuron), outputIsSigned(neuron)]).toEqual([4, true]);
  });

  test.each(WIDTHS)('tables of %i bits: the function in the middle of each step, rounded to nearest', (bits) => {
    const real = { 'sigmoid-lut': sigmoid, 'tanh-lut': Math.tanh } as const;
    for (const curve of ['sigmoid-lut', 'tanh-lut'] as const) {
      const neuron = digital({ signed: true, activation: curve, outputBits: bits });
      const { fraction, one } = curveFormat(curve, bits);
      expect(one).toBe(curve === 'tanh-lut' ? 2 ** (bits - 1) - 1 : 2 ** bits - 1);
      for (const v of steps(curve, bits)) {
        const exact = one * real[curve]((v + 0.5) / 2 ** fraction);
        // No entry is so near to a rounding boundary that another engine's exp could decide it.
        if (Math.abs(exact - Math.floor(exact) - 0.5) < 1e-9) expect.fail(`${curve} of ${bits} bits at ${v}: ${exact}`);
        if (Number(activate(neuron, BigInt(v))) !== Math.round(exact))
          expect.fail(`${curve} of ${bits} bits at ${v}: ${activate(neuron, BigInt(v))}, not ${exact}`);
      }
    }
  });

  test.each(WIDTHS)(
    'the piecewise linear sigmoid of %i bits is PLAN, rounded down, and mirrored by complement',
    (bits) => {
      const neuron = digital({ signed: true, activation: 'sigmoid-pwl', outputBits: bits });
      const plan = (x: number): number =>
        x >= 5 ? 1 : x >= 2.375 ? 0.03125 * x + 0.84375 : x >= 1 ? 0.125 * x + 0.625 : 0.25 * x + 0.5;
      for (const v of steps('sigmoid-pwl', bits)) {
        const u = v < 0 ? -1 - v : v;
        const half = Math.min(Math.floor(2 ** bits * plan(u / 2 ** (bits - 2))), 2 ** bits - 1);
        if (Number(activate(neuron, BigInt(v))) !== (v < 0 ? 2 ** bits - 1 - half : half))
          expect.fail(`${bits} bits at ${v}: ${activate(neuron, BigInt(v))}`);
      }
    },
  );
});

describe('the error against the real function', () => {
  test('PLAN: 1.89 % at most, at 1, as published', () => {
    const published = 0.75 - sigmoid(1);
    expect(published.toFixed(4)).toBe('0.0189');
    for (const bits of [8, 12, 16])
      expect(Math.abs(activationError('sigmoid-pwl', bits).max / (2 ** bits - 1) - published)).toBeLessThan(
        1.5 / 2 ** bits,
      );
  });

  test('tables: below one unit of the last place to 10 bits; beyond, what half a step of 2^-8 makes at the steepest', () => {
    for (const curve of ['sigmoid-lut', 'tanh-lut'] as const) {
      for (const bits of WIDTHS.filter((width) => width <= 10)) {
        const { max, rms } = activationError(curve, bits);
        expect(max).toBeLessThan(1);
        expect(rms).toBeLessThan(0.36);
      }
    }
    expect(activationError('sigmoid-lut', 16).max).toBeCloseTo(65535 / 4 / 2 ** 9 + 0.5, 1);
    expect(activationError('tanh-lut', 16).max).toBeCloseTo(32767 / 2 ** 10 + 0.5, 0);
  });

  test('is the largest and the root mean square of what the function itself shows', () => {
    const { fraction, magnitude, one } = curveFormat('tanh-lut', 6);
    const neuron = digital({ signed: true, activation: 'tanh-lut', outputBits: 6, shift: 8 });
    let max = 0;
    let squares = 0;
    let count = 0;
    for (let sum = -(2 ** (magnitude + 8)); sum < 2 ** (magnitude + 8); sum++) {
      const error = Number(activate(neuron, BigInt(sum))) - one * Math.tanh(sum / 2 ** (fraction + 8));
      max = Math.max(max, Math.abs(error));
      squares += error ** 2;
      count++;
    }
    const found = activationError('tanh-lut', 6);
    expect(found.max).toBeCloseTo(max, 2);
    expect(found.rms).toBeCloseTo(Math.sqrt(squares / count), 3);
  });

  test('as measurements of the neurons that imitate a function', () => {
    const of = (fields: object) => activationMeasurements(digital({ signed: true, ...fields }));
    expect(of({ activation: 'sigmoid-lut' }).map(({ key, unit, origin }) => [key, unit, origin])).toEqual([
      ['dut.activation.error.max', '1', 'modelled'],
      ['dut.activation.error.rms', '1', 'modelled'],
    ]);
    for (const activation of ['none', 'threshold', 'relu', 'hard-tanh']) expect(of({ activation })).toEqual([]);
  });
});

/** The bias runs through every sum; weights and inputs add a little more. */
const SMALL = [
  { bits: 1, inputBits: 1, architecture: 'fused', bias: 10, signed: false },
  { bits: 1, inputBits: 1, architecture: 'fused', bias: 10, signed: true },
];

describe.each(['threshold', 'relu', 'hard-tanh', 'sigmoid-pwl', 'sigmoid-lut', 'tanh-lut'])(
  '%s as a circuit',
  (activation) => {
    test.each(SMALL)('equals its meaning for every sum: %o', async (small) => {
      const variants =
        activation === 'threshold'
          ? [-600, -512, -3, 0, 1, 17, 511, 1024, 5000].map((threshold) => ({ threshold }))
          : [2, 3, 4, 5, 8, 9, 12, 16].flatMap((bits) =>
              [0, 1, 4, 9, 30].map((shift) => ({ outputBits: bits, shift })),
            );
      const one = activation === 'relu' ? [{ outputBits: 1, shift: 0 }] : [];
      for (const fields of [...variants, ...one]) {
        const neuron = digital({ ...small, ...fields, activation });
        expect(isExhaustive(neuron)).toBe(true);
        const result = await checkMeaning(neuron, neuronCircuit(neuron).netlist, 1);
        expect({ ...fields, ...result }).toEqual({ ...fields, vectors: 4096, mismatches: 0 });
      }
    });
  },
);

describe('what a spec asks for must have a meaning', () => {
  const cases = [
    [{ activation: 'tanh-lut', outputBits: 24 }, 'must be a whole number from 1 to 16: 24'],
    [{ activation: 'tanh-lut', outputBits: 1 }, 'must be a whole number from 2 to 16 with activation tanh-lut: 1'],
    [{ activation: 'hard-tanh', outputBits: 1 }, 'must be a whole number from 2 to 16 with activation hard-tanh: 1'],
    [
      { activation: 'sigmoid-pwl', outputBits: 1 },
      'must be a whole number from 2 to 16 with activation sigmoid-pwl: 1',
    ],
    [{ activation: 'relu', outputBits: 0 }, 'must be a whole number from 1 to 16: 0'],
    [{ activation: 'relu', threshold: 3 }, 'must be left out with activation relu: 3'],
    [{ activation: 'threshold', shift: 3 }, 'must be left out with activation threshold: 3'],
    [{ outputBits: 4 }, 'must be left out with activation none: 4'],
    [
      { activation: 'softmax' },
      'must be one of: none, threshold, relu, hard-tanh, sigmoid-pwl, sigmoid-lut, tanh-lut: "softmax"',
    ],
  ] as const;
  test.each(cases)('%o %s', (fields, message) => {
    expect(() => digital(fields)).toThrow(new Error(message));
  });
});
