/** Evaluations in the report: figure 3, kinds of weights, rises, classes, an analog neuron's noise, chips. */

import { describe, expect, test } from 'vitest';
import type { EvaluationFigures } from '../../../compare/figures.ts';
import { figure3 } from '../../../report/charts/figure3.ts';
import { judgeClaims } from '../../../report/claims/claims.ts';
import { DOCUMENT, EVALUATIONS, filesOf, inputOf, specOf } from './fixture.ts';

const ON = ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'].flatMap((network) =>
  EVALUATIONS.map((entry): EvaluationFigures => ({ ...entry, network })),
);
const AWARE: EvaluationFigures = {
  ...EVALUATIONS[0]!,
  network: 'mnist-cnn',
  label: '3 bit aware',
  aware: true,
  qualifiers: { weights: 'aware' },
};
const entry = (key: string, unit = '1') => ({ key, value: 1, unit, origin: 'simulated' as const, source: 'fixture' });

describe('figure 3', () => {
  test('a panel a network, (a) to (c), and all points in its data', () => {
    const figure = figure3([...ON, AWARE])!;
    const { hconcat } = figure.spec as unknown as { hconcat: readonly { title: { text: string } }[] };
    expect(hconcat.map(({ title }) => title.text)).toEqual(['(a) mnist-fcn', '(b) mnist-cnn', '(c) cifar10-cnn']);
    expect(figure.rows).toHaveLength(10 * 12);
    expect(figure.rows.filter((row) => row[2] === 'aware')).toHaveLength(12);
    expect(figure.description).toContain('3 bit, 8 bit, 16 bit, 3 bit aware');
  });

  test('none for one network, or without noise', () => {
    expect(figure3(EVALUATIONS)).toBeUndefined();
    expect(figure3(ON.map((one) => ({ ...one, points: one.points.slice(0, 1) })))).toBeUndefined();
  });

  test('is drawn, and stands in the report before the networks', async () => {
    const plain = inputOf({ evaluations: ON });
    const report = await filesOf({ ...plain, widthDifferences: [] });
    expect(report['figures/figure3.svg']).toContain('(b) mnist-cnn');
    const text = report['report.md'] ?? '';
    expect(text.indexOf('figures/figure3.svg')).toBeLessThan(text.indexOf('### mnist-fcn'));
  });
});

test('rises, classes and the noise of a neuron beside the errors', async () => {
  const one: EvaluationFigures = {
    ...EVALUATIONS[1]!,
    points: EVALUATIONS[1]!.points.map((point) => ({
      ...point,
      confusion: [
        [90, 10],
        [5, 95],
      ],
    })),
    rises: [
      { rise: 0.01, power: 2e-6, low: 1e-6, high: null },
      { rise: 0.02, power: null, low: null, high: null },
    ],
    neurons: [
      {
        neuron: 'msn8',
        fullScale: 0.012,
        mean: 0.31,
        low: 0.3,
        high: 0.32,
        layers: [{ synapses: 784, power: 1.44e-4, sigma: 500 }],
      },
    ],
  };
  const plain = inputOf({ evaluations: [one] });
  const measurements = [
    ...plain.measurements,
    entry('mnist-fcn.noisePowerAtRise@bits=8,points=1', 'V^2'),
    entry('mnist-fcn.error@bits=8,noise=msn8'),
    entry('mnist-fcn.classError@class=0,bits=8,noise=0'),
    entry('mnist-fcn.classError@class=0,bits=8,noise=1e-6'),
  ];
  const text = (await filesOf({ ...plain, measurements }))['report.md'] ?? '';
  expect(text).toContain('| 1 point | 2e-6 V² (1e-6 V² to beyond) |');
  expect(text).toContain('| 2 points | not within these powers |');
  // sqrt(1.44e-4) is 12 mV, all of the full scale.
  expect(text).toContain('| 784 | 1.44e-4 V² | 100 % | 500 |');
  expect(text).toContain('**31.00 ± 1.00 %**');
  expect(text).toContain('| 0 | 10.0 % | 10.0 % |');
  expect(text).toContain('| 1 | 5.0 | 95.0 |');
});

describe('the claims', () => {
  const judged = (id: string, input: ReturnType<typeof inputOf>) =>
    judgeClaims({ input, curves: [] }).find(({ claim }) => claim.id === id)!;

  test('worst case: weights rounded after training, on the CNN at 3 bits as in the paper', () => {
    const { verdict, measurement } = judged('mnist-worst-case-increase', inputOf({ evaluations: [...ON, AWARE] }));
    expect(verdict).toBe('agrees');
    expect(measurement.source).not.toContain('aware');
  });

  test('with chips or another noise the worst case is not measured', () => {
    const evaluations = ON.map((one) => ({ ...one, qualifiers: { noiseModel: 'per-branch' as const } }));
    expect(judged('mnist-worst-case-increase', inputOf({ evaluations })).measurement.source).toContain(
      'not measured: no MNIST network was evaluated with noise on its weights alone',
    );
  });

  test('variation: the rise over the quantized network itself, at 8 bits and 1e-7 V²', () => {
    const evaluate = { networks: ['mnist-cnn'], noise: { mismatch: 0.1 } };
    const eight = { ...EVALUATIONS[1]!, network: 'mnist-cnn', cleanError: 0.01, qualifiers: { mismatch: 0.1 } };
    const input = inputOf({ evaluations: [eight], spec: specOf({ ...DOCUMENT, evaluate }) });
    const { verdict, measurement } = judged('worst-case-increase-variation', input);
    const at = eight.points.find(({ noisePower }) => noisePower === 1e-7)!;
    expect(measurement.value).toBeCloseTo(at.mean - 0.01, 12);
    expect(verdict).toBe('partly');
    expect(judged('worst-case-increase-variation', inputOf()).verdict).toBe('not measured');
  });
});
