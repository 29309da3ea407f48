/** Longest path of a neuron in the model's cells, by the names of its Verilog. */

import { cellDelays, cellsAt, criticalPath, type Spec } from '../gen/index.ts';
import { netNames } from '../rtl/index.ts';
import type { MappedPath } from '../synth/index.ts';
import type { GeneratedNeuron } from './generate.ts';

/** Path with the arrival at each net that its cells drive. */
export type NamedPath = Pick<MappedPath, 'start' | 'steps'> & Partial<Pick<MappedPath, 'end'>>;

/** Longest path between inputs, registers and outputs: the net that it starts at, and its cells. */
export function namedPath(
  { circuit: { netlist } }: GeneratedNeuron,
  { thresholdShift }: Spec['technology'],
): NamedPath {
  const { start, steps } = criticalPath(netlist, cellDelays(cellsAt(thresholdShift)));
  const nameOf = netNames(netlist);
  return {
    start: start === undefined ? undefined : nameOf(start),
    steps: steps.map(({ cell, net, arrival }) => ({ kind: cell.kind, net: nameOf(net), arrival })),
  };
}
