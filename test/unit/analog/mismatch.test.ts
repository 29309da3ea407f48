import { describe, expect, test } from 'vitest';
import { cornersOf, designAt } from '../../../analog/analysis/corners.ts';
import { type Behaviour, behaviourOf } from '../../../analog/behaviour/behaviour.ts';
import { designOf } from '../../../analog/neuron/sizing.ts';
import { effectiveBits } from '../../../analog/variability/effective-bits.ts';
import { pelgromDeviations, transistorSigma } from '../../../analog/variability/mismatch.ts';
import { chipPairs } from '../../../analog/variability/mismatch-currents.ts';
import { type Chip, tellingWeights } from '../../../analog/variability/monte-carlo.ts';
import { mismatchFigures, quantile } from '../../../analog/variability/monte-carlo-figures.ts';
import { lineError } from '../../../analog/variability/output-errors.ts';
import { analog } from './neuron.ts';

const MISMATCH = { threshold: 3.5e-9, beta: 1e-8 };
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sigmaOf = (values: readonly number[]): number =>
  Math.sqrt(meanOf(values.map((value) => (value - meanOf(values)) ** 2)));
const correlation = (a: readonly number[], b: readonly number[]): number =>
  meanOf(a.map((value, k) => (value - meanOf(a)) * (b[k]! - meanOf(b)))) / sigmaOf(a) / sigmaOf(b);

describe("Pelgrom's law", () => {
  // 3.5 mV um over the root of 0.1 um x 0.065 um x 128 = 0.832 um^2 is 3.837 mV between two, 2.713 mV for one of them.
  const area = 128 * 100e-9 * 65e-9;

  test('one of two transistors deviates by A/sqrt(2 W L m)', () => {
    expect(transistorSigma(MISMATCH, area).threshold).toBeCloseTo(2.713e-3, 6);
    expect(transistorSigma(MISMATCH, area).beta).toBeCloseTo(1 / 0.91214 / 100 / Math.SQRT2, 5);
    expect(transistorSigma(MISMATCH, 4 * area).threshold).toBeCloseTo(2.713e-3 / 2, 6);
  });

  test('4000 chips: a pair differs by A/sqrt(W L m), and nothing is correlated', () => {
    const drawn = (name: string) =>
      Array.from({ length: 4000 }, (_, sample) => pelgromDeviations(MISMATCH, 7, sample)(name, area));
    const [p, n] = [drawn('p7'), drawn('n7')];
    const thresholds = [p, n].map((side) => side.map(({ threshold }) => threshold)) as [number[], number[]];
    const difference = thresholds[0].map((value, k) => value - thresholds[1][k]!);
    // The standard deviation of 4000 values is known to 1/sqrt(8000) = 1.1 %, their mean to 3.837 mV/sqrt(4000) = 61 uV.
    expect(Math.abs(sigmaOf(difference) / 3.837e-3 - 1)).toBeLessThan(0.045);
    expect(Math.abs(meanOf(difference))).toBeLessThan(0.25e-3);
    const betas = p.map(({ beta }) => beta);
    expect(Math.abs(sigmaOf(betas) / 7.752e-3 - 1)).toBeLessThan(0.045);
    for (const [a, b] of [thresholds, [thresholds[0], betas], [thresholds[0].slice(1), thresholds[0].slice(0, -1)]])
      expect(Math.abs(correlation(a!, b!))).toBeLessThan(4 / Math.sqrt(4000));
  });

  test('a deviation depends on seed, sample and name alone', () => {
    const of = (seed: number, sample: number) => pelgromDeviations(MISMATCH, seed, sample);
    const chip = of(1, 5);
    const first = chip('p0', area);
    chip('lp', area);
    expect(chip('p0', area)).toEqual(first);
    expect(of(1, 5)('p0', area)).toEqual(first);
    expect(of(2, 5)('p0', area)).not.toEqual(first);
    expect(of(1, 6)('p0', area)).not.toEqual(first);
    expect(of(1, 5)('n0', area)).not.toEqual(first);
    expect(of(1, 5)('p0', area / 4).threshold).toBeCloseTo(2 * first.threshold, 12);
    expect(() => of(-1, 0)).toThrow('seed must be a whole number from 0 to 4294967295: -1');
  });
});

describe('a chip by the closed form', () => {
  const neuron = analog({ bits: 2, commonMode: 0.6 });
  const design = designOf(neuron);
  const bit = (tail: number) => ({ tail, gm: (tail / 2 / 26e-3) * 0.7, tunnelling: 0, feedthrough: 0 });
  const drive: Behaviour['drive'] = { kind: 'bits', bits: [bit(1e-10), bit(2e-10)] };
  const slopes = { exponents: [1, 1], drain: [0.1, 0.1], mirror: 25 };
  const chip = (deviating: Readonly<Record<string, { threshold: number; beta: number }>>, tails = design) =>
    chipPairs({ ...behaviourOf(neuron), drive }, tails, slopes, {
      deviations: (name) => deviating[name] ?? { threshold: 0, beta: 0 },
      prefix: '',
      count: 1,
    });

  test('a pair whose P side has 3 mV more threshold carries equal currents at an input of 3 mV', () => {
    const pairs = chip({ p1: { threshold: 3e-3, beta: 0 } });
    expect(pairs(2, 3e-3, 0).difference).toBeCloseTo(0, 20);
    expect(pairs(2, 0, 0).difference).toBeLessThan(0);
    // The other bit does not know of it.
    expect(pairs(1, 1e-3, 0).difference - pairs(1, 0, 0).difference).toBeCloseTo(
      pairs(3, 1e-3, 0).difference - pairs(2, 1e-3, 0).difference,
      18,
    );
  });

  test('a current factor 1 % larger is an offset of 1 % of I/gm', () => {
    const ratio = 26e-3 / 0.7;
    expect(chip({ p0: { threshold: 0, beta: 0.01 } })(1, -0.01 * ratio, 0).difference).toBeCloseTo(0, 20);
  });

  test("a mirror's tail with 4 mV less threshold at 25 per volt carries exp(0.1) times its current", () => {
    const mirrored = chip({ t1: { threshold: -4e-3, beta: 0 } }, { ...design, tails: 'mirror' });
    expect(mirrored(2, 0, 0).excess / 1e-10).toBeCloseTo(Math.exp(0.1) - 1, 9);
    expect(mirrored(2, 1e-6, 0).difference / chip({})(2, 1e-6, 0).difference).toBeCloseTo(Math.exp(0.1), 6);
    expect(chip({ t1: { threshold: -4e-3, beta: 0 } })(2, 0, 0).excess).toBe(0);
  });
});

describe('what chips say', () => {
  const design = designOf(analog({ bits: 8, commonMode: 0.6 }));
  const FULL = 0.01;
  /** A chip of gain 2 whose bits weigh `bits`, and whose output rests at `rest`. */
  const chip = (sample: number, bits: readonly number[], rest: number): Chip => ({
    sample,
    outputs: tellingWeights(design).map((weight) => {
      const sum = bits.reduce((total, value, k) => total + (Math.floor(weight / 2 ** k) % 2) * value, 0);
      return { weight, rest, plus: rest + (2 * FULL * sum) / 255, minus: rest - (2 * FULL * sum) / 255 };
    }),
  });
  const exact = [1, 2, 4, 8, 16, 32, 64, 128];

  test('the weights that tell most', () => {
    expect(tellingWeights(design)).toEqual([...exact, 255]);
    expect(tellingWeights({ bits: 3, units: 7, sizing: 'tail-steered' })).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const steered = tellingWeights({ bits: 8, units: 255, sizing: 'tail-steered' });
    for (const weight of [1, 127, 128, 255]) expect(steered).toContain(weight);
  });

  test('bits one unit too heavy and too light: errors of every weight, the largest at their borders', () => {
    // The largest bit 129 and the next 63: sum 255, gain as it should be.
    const wrong = [1, 2, 4, 8, 16, 32, 63, 129];
    const figures = mismatchFigures(design, FULL, [chip(0, wrong, 0.004), chip(1, exact, -0.004)]);
    expect(figures.gain.values).toEqual([expect.closeTo(2, 9), expect.closeTo(2, 9)]);
    expect(figures.offset.values[0]).toBeCloseTo(0.002, 12);
    expect(figures.offset.sigma).toBeCloseTo(0.002 * Math.SQRT2, 12);
    expect(figures.errors).toHaveLength(255);
    const of = (weight: number) => figures.errors.find((error) => error.weight === weight)!;
    expect(of(128)).toMatchObject({ mean: expect.closeTo(0.5 / 255, 9), direct: true });
    expect(of(127)).toMatchObject({ mean: expect.closeTo(-0.5 / 255, 9), direct: false });
    expect(of(200).mean).toBeCloseTo(0, 9);
    expect(figures.nonlinearity.values).toEqual([expect.closeTo(1 / 255, 9), expect.closeTo(0, 9)]);
    // Every weight with one of the two largest bits errs by one unit: 128 of 255, in one of two chips.
    expect(figures.errorRms).toBeCloseTo(Math.sqrt(128 / 255 / 2) / 255, 9);
    expect(figures.largestBit.values[0]).toBeCloseTo(1 / 255, 9);
    expect(figures.shiftRms).toBeCloseTo(0, 12);
  });

  test('loads that bend the sum of the bits, by its square and its cube: the weights between follow', () => {
    const bend = (u: number): number => u + 0.05 * u ** 2 - 0.02 * u ** 3;
    const bent = (weights: readonly number[]): Chip => ({
      sample: 0,
      outputs: weights.map((weight) => {
        const u = weight / 255;
        return { weight, rest: 0.1, plus: 0.1 + FULL * bend(u), minus: 0.1 + FULL * bend(-u) };
      }),
    });
    const errors = (weights: readonly number[]) => {
      const { errors: all } = mismatchFigures(design, FULL, [bent(weights), bent(weights)]);
      return new Map(all.map(({ weight, mean, sigma }) => [weight, [mean, sigma]]));
    };
    const some = [3, 85, 127, 200];
    const [direct, followed] = [errors([...some, 255]), errors([...exact, 255])];
    for (const weight of some)
      for (const k of [0, 1]) expect(followed.get(weight)![k]).toBeCloseTo(direct.get(weight)![k]!, 12);
    expect(Math.abs(direct.get(127)![0]!)).toBeGreaterThan(0.005);
  });

  test('a quantile is the least value that so many chips stay at or below', () => {
    const distribution = { mean: 0, sigma: 0, values: [5, 1, 4, 2, 3] };
    expect([0, 0.2, 0.5, 0.99, 1].map((share) => quantile(distribution, share))).toEqual([1, 1, 3, 5, 5]);
  });

  test('fewer than 2 chips, or no largest weight', () => {
    expect(() => mismatchFigures(design, FULL, [chip(0, exact, 0)])).toThrow('chips must be at least 2: 1');
    const cut = [0, 1].map((sample) => ({ sample, outputs: chip(sample, exact, 0).outputs.slice(0, 3) }));
    expect(() => mismatchFigures(design, FULL, cut)).toThrow('chips must hold the largest weight: 255');
  });
});

describe('effective bits', () => {
  test('an ideal quantizer has its own bits, and twice the power costs half a bit', () => {
    const lsb = 2 ** -8 / Math.sqrt(12);
    const errors = { noise: lsb, mismatch: lsb, offsetShift: 0, compression: 0 };
    expect(effectiveBits(errors)).toMatchObject({
      noise: expect.closeTo(8, 12),
      mismatch: expect.closeTo(8, 12),
      offsetShift: Infinity,
      together: expect.closeTo(7.5, 12),
    });
    expect(effectiveBits({ ...errors, noise: 1 }).noise).toBe(0);
  });

  test('the best line leaves sqrt(4/175) of a cube', () => {
    // Of x^3 - 3x/5 over -1 to 1: 1/7 - 6/25 + 3/25 = 4/175; the cube spans 2.
    const x = Array.from({ length: 4001 }, (_, k) => k / 2000 - 1);
    expect(
      lineError(
        x,
        x.map((value) => value ** 3),
      ),
    ).toBeCloseTo(Math.sqrt(4 / 175) / 2, 3);
    expect(lineError([0, 1, 2], [5, 7, 9])).toBeCloseTo(0, 12);
  });
});

test('corners: 3 supplies x 3 temperatures x 5 processes, the own first; common mode and loads stay', () => {
  const neuron = analog({ supply: 1.1, commonMode: 0.6 });
  const corners = cornersOf(neuron);
  expect(corners).toHaveLength(45);
  expect(corners[0]).toEqual({ supply: 1.1, temperature: 300.15, process: 'typical' });
  expect([...new Set(corners.map(({ supply }) => supply))].sort()).toEqual([0.99, 1.1, 1.21]);
  expect([...new Set(corners.map(({ temperature }) => temperature))].sort()).toEqual([233.15, 300.15, 398.15]);
  const at = designAt(neuron, { supply: 0.99, temperature: 398.15, process: 'slow-n-fast-p' });
  expect(at).toMatchObject({ supply: 0.99, commonMode: 0.6, loads: 4, unitCurrent: 1e-10 });
  expect(at.conditionsN).toEqual({ temperature: 398.15, thresholdShift: 0.03 });
  expect(at.conditionsP).toEqual({ temperature: 398.15, thresholdShift: -0.03 });
  // Conditions outside the nine stand beside them.
  expect(cornersOf(analog({ temperature: 320, commonMode: 0.6 }))).toHaveLength(46);
});
