/** Costs of an inference of a whole network on each neuron of the pairs. */

import { transistorCircuit, unitTransistors } from '../analog/index.ts';
import type { AnalogNeuron, Spec } from '../gen/index.ts';
import {
  COST_KEYS,
  DIGITAL_KEYS,
  keyOf,
  type Measurement,
  measured,
  OPERATING_POINT_KEYS,
} from '../measurement/index.ts';
import { layerShapes, type Network, sizeOf, synapsesOf } from '../nn/index.ts';
import { nth } from '../numeric/index.ts';
import type { BiasCurve, DigitalFigures } from './figures.ts';

/** Costs of a network on so many neurons at work at once. */
export interface NetworkCost {
  readonly network: string;
  readonly neuron: string;
  readonly kind: 'digital' | 'analog';
  /** Number of operations of the neuron, each of all its synapses. */
  readonly operations: number;
  /**
   * Costs at the neuron's own speed. A digital one is clocked at one over its delay, an analog one at its bandwidth;
   * values are null where a figure is missing.
   */
  readonly measurements: Readonly<Record<CostName, Measurement>>;
}

/** Name of a cost in keys. */
export type CostName = 'energy' | 'time' | 'transistors';

/** Number of products of an inference. */
export function productsOf(network: Network): number {
  return layerWork(network).reduce((sum, { sums, synapses }) => sum + sums * synapses, 0);
}

/** Sums of an inference and the products of each, by layer with weights. */
export function layerWork(network: Network): readonly { readonly sums: number; readonly synapses: number }[] {
  const shapes = layerShapes(network);
  return network.layers.flatMap((layer, k) =>
    layer.kind === 'dense' || layer.kind === 'convolution'
      ? [{ sums: sizeOf(nth(shapes, k)), synapses: synapsesOf(layer) }]
      : [],
  );
}

/** Number of operations of a neuron of so many synapses. A sum of more products takes several, whose results add up. */
export function operationsOf(network: Network, synapses: number): number {
  return layerWork(network).reduce((sum, layer) => sum + layer.sums * Math.ceil(layer.synapses / synapses), 0);
}

/**
 * Costs of every network on every neuron of the pairs. NETWORK.costs.NEURON.energy [J], .time [s] and .transistors [1].
 */
export function networkCosts(
  spec: Spec,
  networks: readonly Network[],
  digital: readonly DigitalFigures[],
  analog: readonly BiasCurve[],
): readonly NetworkCost[] {
  const parallel = spec.evaluate?.parallel ?? 1;
  const names = new Set(spec.compare?.pairs.flat() ?? []);
  const neurons = (spec.neurons ?? []).filter(({ name }) => names.has(name));
  return networks.flatMap((network) =>
    neurons.flatMap((neuron): NetworkCost[] => {
      const figures = neuron.kind === 'digital' ? digitalCost(digital, neuron.name) : analogCost(analog, neuron);
      if (figures === undefined) return [];
      const operations = operationsOf(network, neuron.synapses);
      const cost = (name: CostName, value: number, source: string): Measurement =>
        measured(
          COST_KEYS[name],
          { network: network.name, neuron: neuron.name },
          value,
          name === 'transistors' ? 'synthesized' : figures.origin,
          `${source}; ${parallel} at once`,
        );
      const { name, kind } = neuron;
      const time = (operations * figures.time) / parallel;
      const energy = operations * figures.energy + parallel * figures.standby * time;
      const count = `${operations} operations of ${neuron.synapses} synapse${neuron.synapses === 1 ? '' : 's'}`;
      return [
        {
          network: network.name,
          neuron: name,
          kind,
          operations,
          measurements: {
            energy: cost('energy', energy, `${count}, ${figures.energySource}`),
            time: cost('time', time, `${count}, ${figures.timeSource}`),
            transistors: cost('transistors', parallel * figures.transistors, figures.transistorSource),
          },
        },
      ];
    }),
  );
}

/** Cost of an operation of one neuron. */
interface OperationCost {
  /** Energy, J. */
  readonly energy: number;
  /** Time, s. */
  readonly time: number;
  /** Power as long as it lasts, W. */
  readonly standby: number;
  readonly transistors: number;
  readonly origin: Measurement['origin'];
  readonly energySource: string;
  readonly timeSource: string;
  readonly transistorSource: string;
}

function digitalCost(all: readonly DigitalFigures[], name: string): OperationCost | undefined {
  const found = all.find((figures) => figures.name === name);
  if (!found) return undefined;
  const key = (of: keyof typeof DIGITAL_KEYS): string => keyOf(DIGITAL_KEYS[of], { neuron: name });
  return {
    energy: found.energy,
    time: found.delay,
    standby: found.leakage,
    transistors: found.neuronTransistors,
    origin: 'modelled',
    energySource: `each ${key('energy')} (modelled), and ${key('leakage')} (modelled) for the time`,
    timeSource: `each ${key('delay')} (modelled), the shortest clock`,
    transistorSource: key('transistors'),
  };
}

/** Cost of an analog operation at the spec's unit current; undefined where there are no figures. */
function analogCost(all: readonly BiasCurve[], neuron: AnalogNeuron): OperationCost | undefined {
  const { name, unitCurrent } = neuron;
  const point = all
    .find((figures) => figures.name === name)
    ?.points.find((entry) => Math.abs(entry.unitCurrent / unitCurrent - 1) < SAME_CURRENT && entry.flags.length === 0);
  if (!point || point.power === null || point.bandwidth === null) return undefined;
  const key = (of: 'power' | 'bandwidth'): string => keyOf(OPERATING_POINT_KEYS[of], { neuron: name });
  return {
    energy: point.power / point.bandwidth,
    time: 1 / point.bandwidth,
    standby: 0,
    transistors: unitTransistors(transistorCircuit(neuron)),
    origin: 'simulated',
    energySource: `each ${key('power')} over ${key('bandwidth')} (simulated) at the spec's unit current`,
    timeSource: `each one over ${key('bandwidth')} (simulated) at the spec's unit current`,
    transistorSource: `unit transistors of the deck of ${name}; ideal tails, switches and converters are left out`,
  };
}

/** Relative difference of unit currents that differ by rounding only. */
const SAME_CURRENT = 1e-9;
