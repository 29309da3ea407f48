/** Digital neurons: a sum by one of the architectures, then an activation. */

import { activation } from '../activation/circuit.ts';
import { type Builder, type CellDelays, createBuilder } from '../netlist/builder.ts';
import type { Bus, Netlist } from '../netlist/netlist.ts';
import { pipeline } from '../netlist/pipeline.ts';
import { prune } from '../netlist/prune.ts';
import { WITH_ADDER_CELLS } from '../polarity/adder-cells.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { biasBits } from '../spec/range.ts';
import { DELAYS_65NM } from '../technology/cell-delays.ts';
import { fitAccumulator, fusedSum, type Operands, parallelSum } from './accumulate.ts';
import { serialSum } from './serial.ts';

export interface NeuronCircuit {
  readonly neuron: DigitalNeuron;
  /** Netlist with ports x, w, bias where there is one, sum and y. There is no y without an activation. */
  readonly netlist: Netlist;
  /** Number of cells that make `sum`. Those behind are the activation for the spec's own parameters. */
  readonly sumCells: number;
}

/**
 * Circuit of `neuron`. The `delays` of cells decide where an algorithm looks at the arrival of bits. Throws
 * `CircuitError` where it cannot be built.
 */
export function neuronCircuit(neuron: DigitalNeuron, delays: CellDelays = DELAYS_65NM): NeuronCircuit {
  const builder = WITH_ADDER_CELLS[neuron.adderCells](createBuilder(neuron.name, delays));
  const sum = sumOf(builder, neuron, delays);
  builder.output('sum', sum);
  builder.section(ACTIVATION);
  const y = activation(builder, neuron, sum);
  if (y) builder.output('y', y);
  const pruned = prune(builder.finish());
  const behind = pruned.sections.find(({ title }) => title === ACTIVATION)?.start ?? pruned.cells.length;
  // The serial neuron has its registers already.
  const netlist = neuron.architecture === 'serial' ? pruned : pipeline(pruned, neuron.pipeline, behind);
  return { neuron, netlist, sumCells: behind };
}

const ACTIVATION = 'activation';

function sumOf(builder: Builder, neuron: DigitalNeuron, delays?: CellDelays): Bus {
  switch (neuron.architecture) {
    case 'parallel':
      return fitAccumulator(builder, neuron, parallelSum(builder, neuron, operands(builder, neuron)));
    case 'fused':
      return fitAccumulator(builder, neuron, fusedSum(builder, neuron, operands(builder, neuron)));
    case 'serial':
      return serialSum(builder, neuron, delays);
  }
}

/** Input ports, word by word. */
function operands(builder: Builder, neuron: DigitalNeuron): Operands {
  const x = builder.input('x', neuron.synapses * neuron.inputBits);
  const w = builder.input('w', neuron.synapses * neuron.bits);
  const bits = biasBits(neuron);
  const words = (port: Bus, width: number): Bus[] =>
    Array.from({ length: neuron.synapses }, (_, k) => port.slice(k * width, (k + 1) * width));
  return { x: words(x, neuron.inputBits), w: words(w, neuron.bits), bias: bits ? builder.input('bias', bits) : [] };
}
