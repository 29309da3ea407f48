/** The part of a neuron's circuit that makes its sum. */

import type { Netlist } from '../netlist/netlist.ts';
import { prune } from '../netlist/prune.ts';
import type { NeuronCircuit } from './neuron.ts';

/** Netlist of a neuron up to `sum`. Its activation is left out, with what only that reads. */
export function sumNetlist({ netlist, sumCells }: NeuronCircuit): Netlist {
  return prune({
    ...netlist,
    ports: netlist.ports.filter(({ name }) => name !== 'y'),
    cells: netlist.cells.slice(0, sumCells),
    groups: netlist.groups.filter(({ start }) => start < sumCells),
    sections: netlist.sections.filter(({ start }) => start < sumCells),
  });
}
