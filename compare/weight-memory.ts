/** Energy of reading the weights of a whole network, for every neuron alike. */

import type { AnalogNeuron, DigitalNeuron, Spec } from '../gen/index.ts';
import { COST_KEYS, type Measurement, measured } from '../measurement/index.ts';
import { type Network, synapsesOf, weightLayers } from '../nn/index.ts';
import { productsOf } from './network-costs.ts';

/**
 * Energy of a 64-bit access by the size of the memory, J. M. Horowitz, "Computing's energy problem (and what we can do
 * about it)", ISSCC 2014, 45 nm at 0.9 V; of a DRAM the lower end of 1.3 to 2.6 nJ.
 */
const ACCESSES = [
  { name: 'SRAM of 8 KB', bytes: 8 * 2 ** 10, energy: 10e-12 },
  { name: 'SRAM of 32 KB', bytes: 32 * 2 ** 10, energy: 20e-12 },
  { name: 'SRAM of 1 MB', bytes: 2 ** 20, energy: 100e-12 },
  { name: 'DRAM', bytes: Number.POSITIVE_INFINITY, energy: 1.3e-9 },
] as const;
const ACCESS_BITS = 64;

/** Number of weights of a network, biases left out. */
export function weightsOf(network: Network): number {
  return weightLayers(network).reduce((sum, layer) => sum + layer.outputs * synapsesOf(layer), 0);
}

/** Energy of a bit that is read, J, with its source. */
function bitEnergy(spec: Spec, network: Network, bits: number): { readonly energy: number; readonly source: string } {
  const own = spec.evaluate?.memory;
  if (own !== undefined) return { energy: own, source: 'evaluate.memory of the spec' };
  const bytes = (weightsOf(network) * bits) / 8;
  const { name, energy } = ACCESSES.find((entry) => bytes <= entry.bytes) ?? ACCESSES[3];
  return {
    energy: energy / ACCESS_BITS,
    source: `${name}, ${energy} J for ${ACCESS_BITS} bits, the least that holds ${Math.ceil(bytes)} bytes (45 nm: M. Horowitz, ISSCC 2014)`,
  };
}

/**
 * Measurements of products and memory energy. They are NETWORK.products [1] and, of every neuron,
 * NETWORK.costs.NEURON.memoryEnergy [J], where every product reads its weight, and .memoryEnergyOnce [J], where each
 * weight is read once an inference and kept for all its products. A weight costs its bits, or what the
 * `periphery.memory` of a mixed-signal neuron states.
 */
export function memoryMeasurements(
  spec: Spec,
  networks: readonly Network[],
  neurons: readonly (AnalogNeuron | DigitalNeuron)[],
): readonly Measurement[] {
  return networks.flatMap((network) => {
    const products = productsOf(network);
    const weights = weightsOf(network);
    return [
      measured(
        COST_KEYS.products,
        { network: network.name },
        products,
        'modelled',
        `layers of ${network.name}: sums times synapses`,
      ),
      ...neurons.flatMap((neuron) => {
        const { name, bits } = neuron;
        const stated = neuron.kind === 'analog' ? neuron.periphery.memory : 0;
        const bit = bitEnergy(spec, network, bits);
        const weight =
          stated > 0
            ? { energy: stated, source: `periphery.memory of ${name} in the spec, ${stated} J` }
            : { energy: bits * bit.energy, source: `${bits} bits, each ${bit.energy} J: ${bit.source}` };
        const reading = (key: 'memoryEnergy' | 'memoryEnergyOnce', reads: number, when: string): Measurement =>
          measured(
            COST_KEYS[key],
            { network: network.name, neuron: name },
            reads * weight.energy,
            'assumed',
            `${reads} weights read, ${when}; each ${weight.source}`,
          );
        return [
          reading('memoryEnergy', products, 'one a product'),
          reading('memoryEnergyOnce', weights, 'each once an inference'),
        ];
      }),
    ];
  });
}
