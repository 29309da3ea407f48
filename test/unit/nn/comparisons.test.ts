import { describe, expect, test } from 'vitest';
import { countsOf, hexOf } from '../../../nn/evaluate/classify.ts';
import type { EvaluateJob, EvaluateResult } from '../../../nn/evaluate/evaluate.ts';
import { widthDifferences } from '../../../nn/evaluate/paired.ts';
import { risePowers } from '../../../nn/evaluate/rise-power.ts';

const JOB: EvaluateJob = {
  network: 'n',
  own: null,
  weights: 'post-training',
  bits: 8,
  activationBits: 8,
  model: 'weight',
  noisePower: 0,
  fullScale: 0.012,
  neuron: null,
  static: { mismatch: null, offset: 0 },
  resolution: null,
  draws: 2,
  seed: 1,
  images: null,
};
const result = (job: Partial<EvaluateJob>, rest: Partial<EvaluateResult>): EvaluateResult => ({
  job: { ...JOB, ...job },
  images: 4,
  synapses: [1],
  sigma: [0],
  clip: [1],
  ranges: null,
  fractionBits: 0,
  errors: [0, 0],
  error: 0,
  interval: null,
  cleanError: 0,
  rise: null,
  floatError: 0,
  confusion: [],
  wrongDraws: '',
  weights: 'w',
  data: 'd',
  ...rest,
});

test('counts as hexadecimal digits and back', () => {
  const counts = Uint16Array.from([0, 1, 15, 16, 255, 4095]);
  expect(hexOf(counts)).toBe('00000100f0100fffff');
  expect(countsOf(hexOf(counts))).toEqual(counts);
});

describe('8 bits less 16 bits, image by image', () => {
  const of = (bits: number, wrong: readonly number[], noisePower = 0): EvaluateResult =>
    result({ bits, activationBits: bits, noisePower }, { wrongDraws: hexOf(Uint16Array.from(wrong)) });

  test('mean and t interval of the differences of four images', () => {
    // Differences 1/2, 0, 1, 1/2: mean 1/2, standard deviation sqrt(1/6), t(0.975, 3) = 3.18245 (Student).
    const [found] = widthDifferences([of(8, [1, 2, 2, 1]), of(16, [0, 2, 0, 0])], 8, 16);
    expect(found?.difference.mean).toBe(0.5);
    expect(found!.difference.high - 0.5).toBeCloseTo((3.18245 * Math.sqrt(1 / 6)) / 2, 5);
    expect(found!.difference.high - 0.5).toBeCloseTo(0.5 - found!.difference.low, 12);
  });

  test('points are compared with those of the same noise, and only with those', () => {
    const results = [of(8, [0, 0, 0, 1]), of(8, [0, 1, 0, 1], 1e-6), of(16, [0, 0, 1, 1], 1e-6), of(3, [0, 0, 0, 0])];
    expect(widthDifferences(results, 8, 16).map(({ first }) => first.job.noisePower)).toEqual([1e-6]);
  });
});

describe('the noise power of a rise', () => {
  const curve = (means: readonly number[], half = 0.002): EvaluateResult[] =>
    means.map((mean, k) =>
      result({ noisePower: 10 ** (k - 8) }, { rise: { mean, low: mean - half, high: mean + half } }),
    );

  test('by straight lines over the logarithm of the power', () => {
    const found = risePowers(curve([0, 0.004, 0.024]));
    // 1 point: 0.3 of the way from 1e-7 to 1e-6; 2 points: 0.8; the ends of the interval 0.1 of the way before and behind.
    expect(found.map(({ rise }) => rise)).toEqual([0.01, 0.02, 0.03]);
    expect(found[0]!.power).toBeCloseTo(1e-7 * 10 ** 0.3, 12);
    expect(found[0]!.low).toBeCloseTo(1e-7 * 10 ** 0.2, 12);
    expect(found[0]!.high).toBeCloseTo(1e-7 * 10 ** 0.4, 12);
    expect(found[1]!.power).toBeCloseTo(1e-7 * 10 ** 0.8, 12);
  });

  test('none where the curve does not rise so far, or is above it from the start', () => {
    expect(risePowers(curve([0, 0.004, 0.024]))[2]).toMatchObject({
      power: null,
      low: null,
      high: null,
      largest: 1e-6,
    });
    expect(risePowers(curve([0.015, 0.016]))[0]).toMatchObject({ power: null });
    expect(risePowers(curve([0.015]))).toEqual([]);
  });
});
