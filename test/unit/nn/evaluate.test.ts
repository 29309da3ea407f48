import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import { type EvaluateJob, evaluateJob, prepareEvaluation } from '../../../nn/evaluate/evaluate.ts';
import { evaluateJobs } from '../../../nn/evaluate/evaluate-jobs.ts';
import { evaluationMeasurements } from '../../../nn/evaluate/evaluation-measurements.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { tInterval } from '../../../numeric/t-interval.ts';
import { someWeights, words } from './network.fixture.ts';

const NETWORK = networkOf('mnist-fcn');
const JOB: EvaluateJob = {
  network: 'mnist-fcn',
  own: null,
  weights: 'post-training',
  bits: 3,
  activationBits: 3,
  model: 'weight',
  noisePower: 1e-5,
  neuron: null,
  static: { mismatch: null, offset: 0 },
  resolution: null,
  fullScale: 0.012,
  draws: 4,
  seed: 1,
  images: null,
};
const IMAGES = 120;
const data: DataSet = {
  images: IMAGES,
  channels: 1,
  height: 28,
  width: 28,
  pixels: 784,
  values: Uint8Array.from(words(IMAGES * 784, 21), (word) => (word % 4 === 0 ? word >>> 24 : 0)),
  labels: Uint8Array.from(words(IMAGES, 22), (word) => word % 10),
  classes: 10,
  source: 'random pixels',
};
const input = {
  network: NETWORK,
  weights: someWeights(NETWORK, 11),
  source: 'mnist-fcn.safetensors (sha256 abc)',
  choice: { bits: 3, clip: [0.5, 0.8] },
  data,
};
const SHIPPED = { network: NETWORK, own: null, awareBits: [3] };
const context = prepareEvaluation(JOB, input);
const run = (change: Partial<EvaluateJob>) => evaluateJob({ ...JOB, ...change }, context);

describe('an evaluation job', () => {
  test('job and result pass through JSON unchanged, and the job gives the result again', () => {
    const result = run({});
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    const job = JSON.parse(JSON.stringify(JOB));
    expect(evaluateJob(job, prepareEvaluation(job, input))).toEqual(result);
  });

  test('an error for each draw, their mean and t interval, and the rise over the clean network', () => {
    const result = run({});
    expect(result.errors).toHaveLength(4);
    for (const error of result.errors) expect(Number.isInteger(Math.round(error * IMAGES * 1e6) / 1e6)).toBe(true);
    const interval = tInterval(result.errors);
    expect(result.interval?.low).toBeCloseTo(interval!.low, 12);
    expect(result.interval?.high).toBeCloseTo(interval!.high, 12);
    expect(result.error).toBe(result.interval?.mean);
    expect(result.rise?.mean).toBeCloseTo(result.error - result.cleanError, 12);
    expect(result.rise!.high - result.rise!.low).toBeCloseTo(result.interval!.high - result.interval!.low, 12);
  });

  test('fewer draws are the first of more', () => {
    expect(run({ draws: 7 }).errors.slice(0, 4)).toEqual(run({}).errors);
  });

  test('noise power 0 is the clean network, without draws or interval', () => {
    const result = run({ noisePower: 0 });
    expect([result.errors, result.error, result.interval, result.rise]).toEqual([
      [result.cleanError],
      result.cleanError,
      null,
      null,
    ]);
  });

  test('what was chosen is used and stated', () => {
    expect(run({}).clip).toEqual([0.5, 0.8]);
    expect(run({}).fractionBits).toBe(10);
  });

  test('only the first images', () => {
    const few = { ...JOB, images: 50 };
    const result = evaluateJob(few, prepareEvaluation(few, input));
    expect(result.images).toBe(50);
    expect(() => prepareEvaluation({ ...JOB, images: 121 }, input)).toThrow(
      'images must be a range within 0 to 120: 0 to 121',
    );
  });

  test('the noise of a weight: sqrt(P) / V_FS of the largest code', () => {
    // 1 mV of 12 mV at 3 bits: 3 / 12.
    for (const sigma of run({ noisePower: 1e-6 }).sigma) expect(sigma).toBeCloseTo(0.25, 12);
  });

  test.each([
    [{ bits: 1 }, 'bits must be a whole number from 2 to 16: 1'],
    [{ noisePower: -1 }, 'noisePower must be at least 0 V^2: -1'],
    [{ fullScale: 0 }, 'fullScale must be above 0 V: 0'],
    [{ draws: 0 }, 'draws must be a whole number from 1 to 4095: 0'],
    [{ images: 0 }, 'images must be a whole number from 1: 0'],
    [{ seed: 0.5 }, 'seed must be a whole number from 0 to 4294967295: 0.5'],
  ])('%o is refused', (change, message) => {
    expect(() => run(change)).toThrow(message);
  });
});

describe('jobs and measurements', () => {
  const spec = {
    networks: ['mnist-fcn' as const],
    weights: ['post-training' as const],
    noise: { model: 'weight' as const, mismatch: 0, offset: 0 },
    noiseFrom: [],
    parallel: 1,
    bits: [3, 8, 3],
    noisePower: { from: 1e-7, to: 1e-6, pointsPerDecade: 2 },
    fullScale: 0.012,
    draws: 2,
  };

  test('a job for each width and power, the clean network first, repetitions once', () => {
    const jobs = evaluateJobs(spec, 5, [SHIPPED]);
    expect(jobs.map((job) => [job.bits, job.noisePower])).toEqual(
      [3, 8].flatMap((bits) => [0, 1e-7, 3.162e-7, 1e-6].map((power) => [bits, power])),
    );
    expect(jobs[1]).toEqual({ ...JOB, noisePower: 1e-7, draws: 2, seed: 5 });
    expect(evaluateJobs({ ...spec, noisePower: [1e-6, 0, 1e-6], images: 9 }, 1, [SHIPPED])).toHaveLength(4);
  });

  test('keys, values, units and sources', () => {
    const results = evaluateJobs({ ...spec, bits: [3] }, 1, [SHIPPED]).map((job) => evaluateJob(job, context));
    const measurements = evaluationMeasurements(results);
    const value = (key: string) => measurements.find((entry) => entry.key === `mnist-fcn.${key}`)?.value;
    expect(value('error.float')).toBe(results[0]?.floatError);
    expect(value('error@bits=3,noise=0')).toBe(results[0]?.cleanError);
    expect(value('error@bits=3,noise=1e-6')).toBe(results[3]?.error);
    expect(value('error.low@bits=3,noise=3.162e-7')).toBe(results[2]?.interval?.low);
    expect(value('error.high@bits=3,noise=3.162e-7')).toBe(results[2]?.interval?.high);
    expect(value('errorRise@bits=3,noise=1e-7')).toBe(results[1]?.rise?.mean);
    for (const { key, unit, origin } of measurements)
      expect([unit, origin]).toEqual([key.includes('noisePowerAtRise') ? 'V^2' : '1', 'simulated']);
    expect(new Set(measurements.map((entry) => entry.key)).size).toBe(measurements.length);
    const source = measurements.find((entry) => entry.key === 'mnist-fcn.error@bits=3,noise=1e-6')?.source;
    for (const part of ['sha256 abc', 'random pixels', '120 images', '2 draws', 'seed 1', 'V_FS = 0.012 V', '0.25 LSB'])
      expect(source).toContain(part);
  });
});
