/** Report of a small spec as Markdown, charts as Vega-Lite. */

import { expect, test } from 'vitest';
import { pairCurves } from '../../../compare/index.ts';
import { metricsJson } from '../../../measurement/index.ts';
import { bandwidthChart } from '../../../report/charts/bandwidth.ts';
import { energyChart } from '../../../report/charts/energy.ts';
import { errorChart } from '../../../report/charts/error.ts';
import { figure3 } from '../../../report/charts/figure3.ts';
import { noiseChart } from '../../../report/charts/noise.ts';
import { powerChart } from '../../../report/charts/power.ts';
import { ratioChart } from '../../../report/charts/ratio.ts';
import { neuronColours } from '../../../report/charts/theme.ts';
import { transferChart } from '../../../report/charts/transfer.ts';
import { transistorChart } from '../../../report/charts/transistors.ts';
import { conclusionsOf, DIG3, EVALUATIONS, expectGolden, filesOf, inputOf, MSN3, madeOf } from './fixture.ts';

const INPUT = inputOf({
  document: {
    name: 'small',
    neurons: [
      { name: 'dig3', kind: 'digital', bits: 3 },
      { name: 'msn3', kind: 'analog', bits: 3, unitCurrent: 100e-12 },
    ],
    compare: { paper: true, pairs: [['dig3', 'msn3']], frequencies: { from: 1e3, to: 1e9, pointsPerDecade: 1 } },
    evaluate: { networks: ['mnist-fcn'], bits: [3], noisePower: { from: 1e-9, to: 1e-4, pointsPerDecade: 2 } },
  },
  digital: [DIG3],
  analog: [MSN3],
  evaluations: EVALUATIONS.filter(({ bits }) => bits === 3),
});

test('the report', async () => {
  const files = await filesOf(INPUT);
  await expect(files['report.md']).toMatchFileSnapshot('../../golden/report/report.md');
  const metrics = metricsJson(INPUT.version, INPUT.spec.name, conclusionsOf(INPUT).measurements);
  await expect(metrics).toMatchFileSnapshot('../../golden/report/metrics.json');
});

test('charts', async () => {
  const { spec, digital, analog, evaluations } = INPUT;
  const curves = pairCurves(spec, digital, analog);
  const colours = neuronColours(spec);
  const networks = ['mnist-fcn', 'mnist-cnn'].flatMap((network) => evaluations.map((entry) => ({ ...entry, network })));
  const execution = (name: 'closed form' | 'transistors', gain: number) => ({
    name,
    figures: { power: 1e-9, gain, bandwidth: 5e6, noiseDensity: 1e-13, noiseTotal: 1e-6 },
    transfer: [0, 3, 7].map((weight) => [-0.01, 0, 0.01].map((input) => (gain * weight * input) / 7)),
  });
  const executions = [execution('closed form', 0.8), execution('transistors', 0.78)];
  const figures = madeOf([
    () => powerChart(curves, colours),
    () => energyChart(curves, colours),
    () => ratioChart(curves, true),
    () => transistorChart(digital, true),
    () => bandwidthChart(analog, colours),
    () => noiseChart(analog, colours),
    () => errorChart('mnist-fcn', evaluations),
    () => figure3(networks),
    () => transferChart({ neuron: 'msn3', weights: [0, 3, 7], inputs: [-0.01, 0, 0.01], flags: [], executions }),
  ]);
  expect(figures).toHaveLength(9);
  await expectGolden(figures);
});
