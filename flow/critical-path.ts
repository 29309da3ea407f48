/** Longest path of a neuron in the model's cells, by the names of its Verilog. */

import { cellDelays, cellsAt, criticalPath, type Spec } from '../gen/index.ts';
import { netNames } from '../rtl/index.ts';
import type { GeneratedNeuron } from './generate.ts';

/** A cell of a path with the net that it drives. */
export interface NamedStep {
  readonly kind: string;
  readonly net: string;
  /** Arrival at that net, s. */
  readonly arrival: number;
}

/** Longest path between inputs, registers and outputs: the net that it starts at, and its cells. */
export function namedPath({ circuit: { netlist } }: GeneratedNeuron, { thresholdShift }: Spec['technology']) {
  const { start, steps } = criticalPath(netlist, cellDelays(cellsAt(thresholdShift)));
  const nameOf = netNames(netlist);
  return {
    start: start === undefined ? undefined : nameOf(start),
    steps: steps.map(({ cell, net, arrival }): NamedStep => ({ kind: cell.kind, net: nameOf(net), arrival })),
  };
}
