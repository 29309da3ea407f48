/** Figures of evaluations for the report. */

import {
  type EvaluateResult,
  pointOf,
  qualifiers,
  risePowers,
  roundingCost,
  sigmaPerVolt,
  variantKey,
  variantName,
  widthDifferences,
} from '../nn/index.ts';
import { nth } from '../numeric/index.ts';
import type { EvaluationFigures, WidthDifferenceFigures } from './figures.ts';

/** Figures of each network, width and kind of weights, in the order of the results. */
export function evaluationFigures(results: readonly EvaluateResult[]): EvaluationFigures[] {
  const groups = new Map<string, EvaluateResult[]>();
  for (const result of results) {
    const key = variantKey(result.job);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const rises = risePowers(results);
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const { job } = first;
    const points = group.filter((result) => result.job.neuron === null);
    return {
      network: job.network,
      bits: job.bits,
      label: variantName(job),
      aware: job.weights === 'aware',
      qualifiers: qualifiers(job),
      images: first.images,
      floatError: first.floatError,
      cleanError: first.cleanError,
      rounding: roundingCost(first),
      ranges: first.ranges,
      sigmaPerVolt: sigmaPerVolt(job),
      points: points.map((result) => ({
        noisePower: result.job.noisePower,
        ...errorOf(result),
        confusion: result.confusion,
      })),
      rises: rises.filter(({ of }) => variantKey(of.job) === key),
      neurons: group.flatMap((result) => neuronError(result)),
    };
  });
}

const errorOf = ({ error, interval }: EvaluateResult) => ({
  mean: error,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

function neuronError(result: EvaluateResult): NonNullable<EvaluationFigures['neurons']> {
  const { neuron } = result.job;
  if (!neuron) return [];
  const layers = result.synapses.map((synapses, k) => ({
    synapses,
    power: nth(neuron.powers, k),
    sigma: nth(result.sigma, k),
  }));
  return [{ neuron: neuron.neuron, fullScale: neuron.fullScale, ...errorOf(result), layers }];
}

/** Figures of the differences between 8 and 16 bits. */
export function widthDifferenceFigures(results: readonly EvaluateResult[]): WidthDifferenceFigures[] {
  return widthDifferences(results, 8, 16).map(({ network, first: { job }, difference }) => ({
    network,
    aware: job.weights === 'aware',
    noisePower: job.neuron ? null : job.noisePower,
    at: pointOf(job),
    ...difference,
  }));
}
