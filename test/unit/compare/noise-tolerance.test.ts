import { describe, expect, test } from 'vitest';
import { type EvaluationFigures, sigmaText, standsText } from '../../../compare/index.ts';
import { parseSpec } from '../../../gen/index.ts';
import { quantityParser } from '../../../gen/spec/quantity.ts';
import { sigmaPerVolt } from '../../../nn/index.ts';
import { EVALUATIONS } from '../report/fixture.ts';

const FIRST = EVALUATIONS[0] as EvaluationFigures;
const at = (noisePower: number, mean: number) => ({ noisePower, mean, low: null, high: null });
const figures = (fields: Partial<EvaluationFigures>): EvaluationFigures => ({
  ...{ ...FIRST, cleanError: 0.02, sigmaPerVolt: 1 / 0.012 },
  ...{ points: [at(0, 0.02), at(3.6e-7, 0.025), at(1.44e-6, 0.05)] },
  ...fields,
});

describe('noise in both scales', () => {
  test('sigma of a weight is the root of the power over V_FS; the branches of a weight average out', () => {
    expect(sigmaPerVolt({ model: 'weight', fullScale: 0.012, bits: 8 }) * 1e-3).toBeCloseTo(1 / 12, 12);
    expect(sigmaPerVolt({ model: 'input-referred', fullScale: 0.01, bits: 8 })).toBe(100);
    expect(sigmaPerVolt({ model: 'per-branch', fullScale: 0.01, bits: 2 })).toBeCloseTo(100 / Math.sqrt(3), 9);
    expect(sigmaText(1e-6, 1 / 0.012)).toBe('8.33 %');
  });

  test.each<[string, Partial<EvaluationFigures>, string]>([
    [
      'a crossing',
      { rises: [{ rise: 0.01, power: 9e-7, low: null, high: null }] },
      'stands 7.91 % of the largest weight (9e-7 V²) for one point of error',
    ],
    [
      'no intervals: the first point beyond',
      {},
      'stands less than 10.0 % of the largest weight (1.44e-6 V²) for one point of error',
    ],
    [
      'no rise within the powers',
      { points: [at(0, 0.02), at(3.6e-7, 0.021)] },
      'stands more than 5.00 % of the largest weight (3.6e-7 V²) for one point of error',
    ],
    ['no noise', { points: [at(0, 0.02)] }, 'no noise was evaluated'],
    [
      'noise at the inputs',
      { qualifiers: { noiseModel: 'input-referred' }, points: [at(0, 0.02), at(3.6e-7, 0.021)] },
      'stands more than 5.00 % of the largest product (3.6e-7 V²) for one point of error',
    ],
  ])('%s', (_, fields, text) => {
    expect(standsText(figures(fields))).toBe(text);
  });
});

describe('sigma in a spec', async () => {
  const parse = await quantityParser(['5 %']);
  const evaluate = (fields: object) =>
    parseSpec({ name: 'x', evaluate: { networks: ['mnist-fcn'], ...fields } }, parse);

  test.each<[object, readonly number[]]>([
    // (0.05 x 12 mV)^2 = (0.6 mV)^2, (0.1 x 20 mV)^2 = (2 mV)^2
    [{ sigma: '5 %' }, [3.6e-7]],
    [{ sigma: [0.1], fullScale: 0.02 }, [4e-6]],
    [{ sigma: { from: '1 %', to: '10 %', pointsPerDecade: 1 } }, [1.44e-8, 1.44e-6]],
  ])('%j is the power (sigma fullScale)^2', (fields, noisePower) => {
    expect(evaluate(fields)).toMatchObject({ spec: { evaluate: { noisePower } } });
  });

  test.each<[object, string]>([
    [{ sigma: 0.05, noisePower: [1e-6] }, 'must stand alone: noisePower states the noise already'],
    [{ sigma: 0.05, noise: { model: 'per-branch' } }, 'must come with model weight, whose noise it is, not per-branch'],
    [{ sigma: '1 mV' }, 'must be a part of the largest weight from 0 to 10, such as 5 % (1 mV is not in 1)'],
  ])('%j is refused', (fields, message) => {
    const found = evaluate(fields);
    expect('problems' in found && found.problems.map((problem) => problem.message).join()).toContain(message);
  });

  test('nothing said: 1e-9 to 1e-4 V^2, as ever', () => {
    expect(evaluate({})).toMatchObject({ spec: { evaluate: { noisePower: { from: 1e-9, to: 1e-4 } } } });
  });
});
