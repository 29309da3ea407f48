/** From a spec's `evaluate` to jobs, and from their results to measurements. */

import type { EvaluateSpec, Measurement } from '../gen/index.ts';
import type { EvaluateJob, EvaluateResult } from './evaluate.ts';
import { keyNumber, logPoints } from './log-points.ts';
import { CONFIDENCE } from './t-interval.ts';

/**
 * A job for each network, width and noise power, in this order, the clean network (noise power 0) first of each width.
 * Repeated widths and powers count once.
 */
export function evaluateJobs(spec: EvaluateSpec, seed: number): EvaluateJob[] {
  const { fullScale, draws } = spec;
  const images = spec.images ?? null;
  const listed = 'from' in spec.noisePower ? logPoints(spec.noisePower) : spec.noisePower;
  const powers = [...new Set([0, ...listed])].sort((a, b) => a - b);
  return [...new Set(spec.networks)].flatMap((network) =>
    [...new Set(spec.bits)].flatMap((bits) =>
      powers.map((noisePower) => ({ network, bits, noisePower, fullScale, draws, seed, images })),
    ),
  );
}

/**
 * NETWORK.error@bits=B,noise=P with the ends of its interval (.low, .high), NETWORK.errorRise@... likewise, NETWORK.error.float:
 * parts of the images. With fewer than two draws there are no intervals.
 */
export function evaluationMeasurements(results: readonly EvaluateResult[]): Measurement[] {
  const measurements = new Map<string, Measurement>();
  for (const result of results) {
    const { job } = result;
    const add = (name: string, value: number, source: string): void => {
      const key = `${job.network}.${name}`;
      if (!measurements.has(key)) measurements.set(key, { key, value, unit: '1', origin: 'simulated', source });
    };
    const files = `${result.weights}; ${result.data}, ${result.images} images`;
    add('error.float', result.floatError, `float network; ${files}`);
    const at = `@bits=${job.bits},noise=${keyNumber(job.noisePower)}`;
    const noise =
      job.noisePower === 0
        ? 'no noise'
        : `noise N(0, sigma^2) on each weight at each MAC, lumped by output, bias without noise; sigma = sqrt(P) / V_FS of a full-scale weight = ` +
          `${Number(result.sigma.toPrecision(4))} LSB, V_FS = ${job.fullScale} V; ${job.draws} draws, seed ${job.seed}`;
    const source =
      `integer network, ${job.bits}-bit weights, inputs and activations, post-training quantization (full-scale weights at ` +
      `${result.clip.join(', ')} of the largest, bias with ${result.fractionBits} fraction bits); ${noise}; ${files}`;
    add(`error${at}`, result.error, source);
    const ends = [
      ['error', result.interval],
      ['errorRise', result.rise],
    ] as const;
    for (const [name, interval] of ends) {
      if (!interval) continue;
      const over = `${CONFIDENCE * 100} % t interval over draws; ${source}`;
      if (name === 'errorRise') add(`${name}${at}`, interval.mean, `paired difference to the clean network; ${source}`);
      add(`${name}.low${at}`, interval.low, over);
      add(`${name}.high${at}`, interval.high, over);
    }
  }
  return [...measurements.values()];
}
