/** What evaluations measured, number by number. */

import type { Measurement } from '../../measurement/index.ts';
import { CONFIDENCE, type Interval } from '../../numeric/index.ts';
import type { EvaluateResult } from './evaluate.ts';
import { differenceKey, errorKey, qualifiers, variantKey } from './evaluate-jobs.ts';
import { filesOf, sourceOf } from './evaluate-source.ts';
import { widthDifferences } from './paired.ts';
import { risePowers } from './rise-power.ts';

const OVER = `${CONFIDENCE * 100} % t interval over draws`;

/**
 * NETWORK.error@bits=B,noise=P with the ends of its interval (.low, .high), NETWORK.errorRise@... likewise, NETWORK.error.float:
 * parts of the images; with fewer than two draws there are no intervals.
 * NETWORK.classError@class=C,bits=B,noise=P without noise and at the paper's power, else the largest.
 * NETWORK.errorDifference@bits=8-16,noise=P, paired image by image; NETWORK.noisePowerAtRise@bits=B,points=1 in V^2.
 */
export function evaluationMeasurements(results: readonly EvaluateResult[]): Measurement[] {
  const measurements = new Map<string, Measurement>();
  const add = (entry: Omit<Measurement, 'origin'>): void => {
    if (!measurements.has(entry.key)) measurements.set(entry.key, { ...entry, origin: 'simulated' });
  };
  const addInterval = (key: (name: string) => string, interval: Interval, source: string): void => {
    for (const end of ['low', 'high'] as const)
      add({ key: key(`.${end}`), value: interval[end], unit: '1', source: `${OVER}; ${source}` });
  };
  for (const result of results) {
    const { job } = result;
    const source = sourceOf(result);
    const aware = job.weights === 'aware' ? 'weights=aware' : '';
    add({
      key: `${job.network}.error.float${aware && `@${aware}`}`,
      value: result.floatError,
      unit: '1',
      source: `float network; ${filesOf(result)}`,
    });
    add({ key: errorKey('error@', job), value: result.error, unit: '1', source });
    if (withClasses(result, results))
      result.confusion.forEach((row, label) => {
        const all = row.reduce((sum, count) => sum + count, 0);
        add({
          key: errorKey(`classError@class=${label},`, job),
          value: all === 0 ? null : 1 - (row[label] ?? 0) / all,
          unit: '1',
          source: `images of class ${label} that are taken for another; ${source}`,
        });
      });
    if (result.interval) addInterval((end) => errorKey(`error${end}@`, job), result.interval, source);
    if (!result.rise) continue;
    const paired = `paired difference to the network without noise; ${source}`;
    add({ key: errorKey('errorRise@', job), value: result.rise.mean, unit: '1', source: paired });
    addInterval((end) => errorKey(`errorRise${end}@`, job), result.rise, source);
  }
  for (const { first, second, difference } of widthDifferences(results, 8, 16)) {
    const key = (end: string): string => differenceKey(end, first.job);
    const source = `8 bit less 16 bit, paired image by image; ${sourceOf(first)}; ${sourceOf(second)}`;
    add({ key: key(''), value: difference.mean, unit: '1', source });
    for (const end of ['low', 'high'] as const)
      add({
        key: key(`.${end}`),
        value: difference[end],
        unit: '1',
        source: `${CONFIDENCE * 100} % t interval over images; ${source}`,
      });
  }
  for (const { of, rise, largest, ...powers } of risePowers(results)) {
    const { network, bits } = of.job;
    for (const [name, end] of [
      ['power', ''],
      ['low', '.low'],
      ['high', '.high'],
    ] as const)
      add({
        key: `${network}.noisePowerAtRise${end}@bits=${bits},points=${100 * rise}${qualifiers(of.job)}`,
        value: powers[name],
        unit: 'V^2',
        source:
          `where the error${name === 'power' ? '' : ` (${OVER}, its ${name === 'low' ? 'upper' : 'lower'} end)`} has risen by ${100 * rise} points, ` +
          `between evaluated powers up to ${largest} V^2${powers[name] === null ? ': not within them' : ''}; ${filesOf(of)}`,
      });
  }
  return [...measurements.values()];
}

/** The integrated noise power that the paper states, V^2. */
const PAPER_POWER = 1e-6;

/** Without noise, and at the paper's power or, where a curve lacks it, the largest. */
function withClasses({ job }: EvaluateResult, results: readonly EvaluateResult[]): boolean {
  if (job.neuron) return false;
  if (job.noisePower === 0 || job.noisePower === PAPER_POWER) return true;
  const powers = results
    .filter((other) => other.job.neuron === null && variantKey(other.job) === variantKey(job))
    .map((other) => other.job.noisePower);
  return !powers.includes(PAPER_POWER) && job.noisePower === Math.max(...powers);
}
