import { afterAll, describe, expect, test } from 'vitest';
import { analyseDesign } from '../../analog/analysis/analyse.ts';
import { designAt, simulateCorners } from '../../analog/analysis/corners.ts';
import { analyse } from '../../analog/index.ts';
import { designOf } from '../../analog/neuron/sizing.ts';
import { effectiveBits } from '../../analog/variability/effective-bits.ts';
import { variabilityMeasurements } from '../../analog/variability/mismatch-measurements.ts';
import { studyVariability } from '../../analog/variability/mismatch-study.ts';
import { mismatchFigures } from '../../analog/variability/monte-carlo-figures.ts';
import { modelledChips } from '../../analog/variability/monte-carlo-formula.ts';
import { simulatedChips } from '../../analog/variability/monte-carlo-transistors.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rmsOf = (values: readonly number[]): number => Math.sqrt(meanOf(values.map((value) => value ** 2)));
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [ma, mb] = [meanOf(a), meanOf(b)];
  const [da, db] = [a.map((value) => value - ma), b.map((value) => value - mb)];
  return meanOf(da.map((value, k) => value * db[k]!)) / rmsOf(da) / rmsOf(db);
};

/** Seen: offsets correlate by 0.9999, errors of the largest bit by 0.998; both spread alike within 7 %, gains within 1 %. */
describe('the same chips by the closed form and as transistors', () => {
  test.each([
    ['unit', {}],
    ['minimum', { sizing: 'minimum' }],
    ['segmented', { sizing: 'segmented' }],
    ['tail-steered', { sizing: 'tail-steered' }],
    ['unit, mirrored tails, real switches', { tails: 'mirror', switches: 'transistors', unitCurrent: 1e-9 }],
  ] as const)('%s: offset and weight error chip by chip', async (_, fields) => {
    const neuron = analog(fields);
    const design = designOf(neuron);
    const draw = { seed: 3, samples: 40, weights: [1, 128, 255] };
    const transistors = mismatchFigures(design, neuron.fullScale, await simulatedChips(neuron, draw, ngspice));
    const chips = modelledChips(neuron, draw);
    if (!chips) throw new Error('no closed form');
    const formula = mismatchFigures(design, neuron.fullScale, chips);
    expect(correlation(formula.offset.values, transistors.offset.values)).toBeGreaterThan(0.999);
    expect(Math.abs(formula.offset.sigma / transistors.offset.sigma - 1)).toBeLessThan(0.04);
    expect(correlation(formula.largestBit.values, transistors.largestBit.values)).toBeGreaterThan(0.995);
    expect(Math.abs(formula.largestBit.sigma / transistors.largestBit.sigma - 1)).toBeLessThan(0.09);
    expect(Math.abs(formula.gain.mean / transistors.gain.mean - 1)).toBeLessThan(0.02);
  });
});

describe('chips as transistors', () => {
  test('many wide loads: the offset is that of the pairs, A_VT over the root of their area', async () => {
    // Deviations weighed with 2^b/255 add to those of 255 unit transistors: 3.5 mV um/sqrt(255 x 0.1 um x 0.065 um) = 2.72 mV.
    // 20,000 loads of 0.2 um x 0.065 um differ by 0.22 mV, which at a load conductance of about gm adds 0.3 %.
    const neuron = analog({ unitCurrent: 1e-8, loads: 20_000, mismatch: { threshold: 3.5e-9, beta: 0 } });
    const chips = await simulatedChips(neuron, { seed: 1, samples: 400, weights: [255] }, ngspice);
    const { offset } = mismatchFigures(designOf(neuron), neuron.fullScale, chips);
    const expected = 3.5e-9 / Math.sqrt(255 * 100e-9 * 65e-9);
    // 400 chips tell a standard deviation to 3.5 %.
    expect(Math.abs(offset.sigma / expected - 1)).toBeLessThan(0.11);
    expect(Math.abs(offset.mean)).toBeLessThan((4 * expected) / 20);
  });

  test('a chip is the same alone and among others, and at weights of its own', async () => {
    const neuron = analog({ bits: 3 });
    const all = await simulatedChips(neuron, { seed: 1, samples: 12 }, ngspice);
    const [one] = await simulatedChips(neuron, { seed: 1, samples: 1, from: 7, weights: [4, 7] }, ngspice);
    const same = all.find(({ sample }) => sample === 7)!;
    for (const { weight, ...outputs } of one!.outputs) {
      const other = same.outputs.find((output) => output.weight === weight)!;
      for (const key of ['rest', 'plus', 'minus'] as const) expect(outputs[key]).toBeCloseTo(other[key], 7);
    }
    const [other] = await simulatedChips(neuron, { seed: 2, samples: 1, from: 7, weights: [4, 7] }, ngspice);
    expect(other!.outputs[0]!.rest).not.toBeCloseTo(one!.outputs[0]!.rest, 4);
  });

  test('8 bits: a weight is the sum of its bits', async () => {
    const neuron = analog({});
    const draw = { seed: 5, samples: 10 };
    const bits = await simulatedChips(neuron, draw, ngspice);
    const others = [85, 127, 170, 200, 255];
    const direct = mismatchFigures(
      designOf(neuron),
      neuron.fullScale,
      await simulatedChips(neuron, { ...draw, weights: others }, ngspice),
    );
    const summed = mismatchFigures(designOf(neuron), neuron.fullScale, bits);
    for (const { weight, mean, sigma } of direct.errors) {
      const sum = summed.errors.find((error) => error.weight === weight)!;
      // A tenth of a least significant bit, 0.05 seen; the errors themselves are up to two.
      expect(Math.abs(mean - sum.mean)).toBeLessThan(0.1 / 255);
      expect(Math.abs(sigma - sum.sigma)).toBeLessThan(0.1 / 255);
    }
    expect(summed.errors.find(({ weight }) => weight === 127)!.direct).toBe(false);
  });

  test('equal transistors: no offset; small inputs see no error of a weight, large ones the bend of the loads', async () => {
    const at = async (fullScale: number) => {
      const neuron = analog({ fullScale, mismatch: { threshold: 0, beta: 0 } });
      const chips = await simulatedChips(neuron, { seed: 1, samples: 2 }, ngspice);
      return mismatchFigures(designOf(neuron), fullScale, chips);
    };
    const [small, large] = await Promise.all([at(1e-3), at(12e-3)]);
    expect(Math.abs(small.offset.mean)).toBeLessThan(1e-7);
    expect(small.nonlinearity.mean).toBeLessThan(0.02 / 255);
    // A cubic bend grows with the square of the input.
    expect(large.nonlinearity.mean / small.nonlinearity.mean).toBeCloseTo(144, -1);
  });
});

describe('corners', () => {
  test('the first is the neuron itself; where it does not work it is flagged', async () => {
    const neuron = analog({ bits: 3 });
    const corners = await simulateCorners(neuron, ngspice);
    const own = await analyse(neuron, neuron.unitCurrent, ngspice);
    expect(corners[0]!.figures).toEqual(own);
    for (const { figures } of corners)
      expect(figures.flags.length > 0).toBe(figures.bandwidth === null || figures.noiseTotal === null);
    const hot = { supply: 1.1, temperature: 398.15, process: 'fast' } as const;
    const found = corners.find(({ supply, temperature, process }) =>
      [supply === hot.supply, temperature === hot.temperature, process === hot.process].every(Boolean),
    );
    expect(found!.figures).toEqual(await analyseDesign(designAt(neuron, hot), ngspice));
  });
});

test('a study: measurements with unit, origin and source, the same twice', async () => {
  const neuron = analog({ name: 'n' });
  const study = await studyVariability(neuron, { seed: 1, samples: 12 }, ngspice);
  const rows = variabilityMeasurements(neuron, study);
  const row = (key: string) => rows.find((entry) => entry.key === key);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  expect(row('n.mismatch.threshold')).toMatchObject({ value: 3.5e-9, unit: 'V m', origin: 'assumed' });
  expect(row('n.mismatch.offset.sigma')).toMatchObject({
    value: study.simulated!.offset.sigma,
    unit: 'V',
    origin: 'simulated',
  });
  expect(row('n.mismatch.offset.sigma')?.source).toMatch(/12 chips of seed 1; .* M\. J\. M\. Pelgrom/);
  expect(row('n.mismatch.inl.p99.lsb')?.value).toBeCloseTo(255 * (row('n.mismatch.inl.p99')?.value ?? 0), 9);
  expect(row('n.corner.power@supply=0.9,temperature=233.15,process=slow')).toMatchObject({
    unit: 'W',
    origin: 'simulated',
  });
  expect(row('n.effectiveBits.offsetShift')).toMatchObject({
    value: null,
    source: expect.stringContaining('none: below'),
  });
  expect(row('n.effectiveBits.noise')?.value).toBe(effectiveBits(study.errors!).noise);
  const again = await studyVariability(neuron, { seed: 1, samples: 12 }, ngspice);
  expect(variabilityMeasurements(neuron, again)).toEqual(rows);
  expect(JSON.parse(JSON.stringify(study))).toEqual(study);
});
