/** Measurements of evaluations, number by number. */

import { ERROR_KEYS, type Key, type KeyValues, type Measurement, measured } from '../../measurement/index.ts';
import { CONFIDENCE, nth } from '../../numeric/index.ts';
import type { EvaluateResult } from './evaluate.ts';
import { pointOf, qualifiers, variantKey } from './evaluate-jobs.ts';
import { filesOf, roundingSourceOf, sourceOf } from './evaluate-source.ts';
import { widthDifferences } from './paired.ts';
import { risePowers } from './rise-power.ts';
import { roundingCost } from './rounding-cost.ts';

const OVER = `${CONFIDENCE * 100} % t interval over draws`;
const ENDS = ['low', 'high'] as const;

/**
 * Measured errors of all results, parts of the images. NETWORK.error@bits=B,noise=P with the ends of its interval
 * (.low, .high), NETWORK.errorRise@... likewise, NETWORK.error.float, NETWORK.roundingCost@bits=B; with fewer than two
 * draws there are no intervals. NETWORK.classError@class=C,bits=B,noise=P without noise and at `SHOWN_POWER`, else the
 * largest.
 * NETWORK.errorDifference@bits=8-16,noise=P, paired image by image; NETWORK.noisePowerAtRise@bits=B,points=1 in V^2.
 */
export function evaluationMeasurements(results: readonly EvaluateResult[]): Measurement[] {
  const measurements = new Map<string, Measurement>();
  const add = <Pattern extends string>(
    key: Key<Pattern>,
    values: KeyValues<Pattern>,
    value: number | null,
    source: string,
  ): void => {
    const entry = measured(key, values, value, 'simulated', source);
    if (!measurements.has(entry.key)) measurements.set(entry.key, entry);
  };
  for (const result of results) {
    const { job } = result;
    const { network } = job;
    const at = pointOf(job);
    const source = sourceOf(result);
    const { weights } = at;
    add(ERROR_KEYS.float, { network, weights }, result.floatError, `float network; ${filesOf(result)}`);
    add(ERROR_KEYS.error, at, result.error, source);
    const width = { network, bits: job.bits, ...qualifiers(job) };
    add(ERROR_KEYS.rounding, width, roundingCost(result).cost, roundingSourceOf(result));
    if (withClasses(result, results))
      result.confusion.forEach((row, label) => {
        const all = row.reduce((sum, count) => sum + count, 0);
        add(
          ERROR_KEYS.ofClass,
          { ...at, class: label },
          all === 0 ? null : 1 - nth(row, label) / all,
          `images of class ${label} that are taken for another; ${source}`,
        );
      });
    if (result.interval)
      for (const end of ENDS) add(ERROR_KEYS.error, { ...at, end }, result.interval[end], `${OVER}; ${source}`);
    if (!result.rise) continue;
    const paired = `paired difference to the network without noise; ${source}`;
    add(ERROR_KEYS.rise, at, result.rise.mean, paired);
    for (const end of ENDS) add(ERROR_KEYS.rise, { ...at, end }, result.rise[end], `${OVER}; ${source}`);
  }
  for (const { first, second, difference } of widthDifferences(results, 8, 16)) {
    const at = pointOf(first.job);
    const source = `8 bit less 16 bit, paired image by image; ${sourceOf(first)}; ${sourceOf(second)}`;
    add(ERROR_KEYS.difference, at, difference.mean, source);
    for (const end of ENDS)
      add(
        ERROR_KEYS.difference,
        { ...at, end },
        difference[end],
        `${CONFIDENCE * 100} % t interval over images; ${source}`,
      );
  }
  for (const { of, rise, largest, power, low, high } of risePowers(results)) {
    const { network, bits } = of.job;
    const points = 100 * rise;
    for (const [end, value, bound] of [
      [undefined, power, ''],
      ['low', low, ` (${OVER}, its upper end)`],
      ['high', high, ` (${OVER}, its lower end)`],
    ] as const)
      add(
        ERROR_KEYS.noisePowerAtRise,
        { network, bits, points, end, ...qualifiers(of.job) },
        value,
        `where the error${bound} has risen by ${points} points, ` +
          `between evaluated powers up to ${largest} V^2${value === null ? ': not within them' : ''}; ${filesOf(of)}`,
      );
  }
  return [...measurements.values()];
}

/** Noise power at which errors are shown in words and by class, V^2: 1 mV rms, of which the paper speaks. */
export const SHOWN_POWER = 1e-6;

/**
 * Selection of the points with errors class by class. They are those without noise, and at `SHOWN_POWER` or, where a curve
 * lacks it, the largest.
 */
function withClasses({ job }: EvaluateResult, results: readonly EvaluateResult[]): boolean {
  if (job.neuron) return false;
  if (job.noisePower === 0 || job.noisePower === SHOWN_POWER) return true;
  const powers = results
    .filter((other) => other.job.neuron === null && variantKey(other.job) === variantKey(job))
    .map((other) => other.job.noisePower);
  return !powers.includes(SHOWN_POWER) && job.noisePower === Math.max(...powers);
}
