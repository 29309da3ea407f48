/** Chart of energy per operation against frequency. */

import type { PairCurve } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { neuronLines } from './neuron-lines.ts';

/** Figure of power over frequency of every neuron of the pairs; undefined without pairs. */
export function energyChart(curves: readonly PairCurve[], colours: ReadonlyMap<string, string>): Figure | undefined {
  return neuronLines(curves, colours, {
    name: 'energy',
    column: 'energy_per_operation_J',
    title: 'Energy per operation against frequency',
    axis: 'energy per operation',
    unit: 'J',
    description: 'Energy per operation of each neuron against operations per second, both on logarithmic axes',
    of: (power, frequency) => power / frequency,
  });
}
