/** Chart of power against frequency. */

import type { PairCurve } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { neuronLines } from './neuron-lines.ts';

/** Figure of the power of every neuron of the pairs; undefined without pairs. */
export function powerChart(curves: readonly PairCurve[], colours: ReadonlyMap<string, string>): Figure | undefined {
  return neuronLines(curves, colours, {
    name: 'power',
    column: 'power_W',
    title: 'Power against frequency',
    axis: 'power',
    unit: 'W',
    description: 'Power of each neuron against operations per second, both on logarithmic axes',
    of: (power) => power,
  });
}
