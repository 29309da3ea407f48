/** Comparison of whole networks on each neuron of the pairs: costs, and weights read. */

import type { Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import type { Network } from '../nn/index.ts';
import type { BiasCurve, DigitalFigures } from './figures.ts';
import { type NetworkCost, networkCosts, productsOf } from './network-costs.ts';
import { memoryMeasurements } from './weight-memory.ts';

/** Networks with the costs of an inference. All lists are empty where no neuron of a pair was measured. */
export interface NetworkComparison {
  /** Number of neurons at work at once. */
  readonly parallel: number;
  /** Networks with the products of an inference. */
  readonly networks: readonly { readonly name: string; readonly products: number }[];
  readonly costs: readonly NetworkCost[];
  /** Measurements of the energy of reading the weights. */
  readonly memory: readonly Measurement[];
  readonly measurements: readonly Measurement[];
}

/** Costs of `networks` on the neurons that `digital` and `analog` measure. */
export function compareNetworks(
  spec: Spec,
  networks: readonly Network[],
  digital: readonly DigitalFigures[],
  analog: readonly BiasCurve[],
): NetworkComparison {
  const parallel = spec.evaluate?.parallel ?? 1;
  const costs = networkCosts(spec, networks, digital, analog);
  if (costs.length === 0) return { parallel, networks: [], costs, memory: [], measurements: [] };
  const measured = (spec.neurons ?? []).filter(({ name }) => costs.some(({ neuron }) => neuron === name));
  const memory = memoryMeasurements(spec, networks, measured);
  return {
    parallel,
    networks: networks.map((network) => ({ name: network.name, products: productsOf(network) })),
    costs,
    memory,
    measurements: [...costs.flatMap(({ measurements }) => Object.values(measurements)), ...memory],
  };
}
