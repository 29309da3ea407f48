/** Digital neurons: a sum by one of the architectures, then an activation. */

import { activation } from '../activation/circuit.ts';
import type { Undelayed } from '../netlist/atoms.ts';
import { type Builder, type CellDelays, createBuilder } from '../netlist/builder.ts';
import type { Bus, Netlist } from '../netlist/netlist.ts';
import { pipelineStages, withStages } from '../netlist/pipeline.ts';
import { prune } from '../netlist/prune.ts';
import { WITH_ADDER_CELLS } from '../polarity/adder-cells.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { biasBits } from '../spec/range.ts';
import { DELAYS_65NM } from '../technology/cell-delays.ts';
import { fitAccumulator, fusedSum, type Operands, parallelSum } from './accumulate.ts';
import { multiplierCircuit } from './multiplier.ts';
import { CONTROL, OPERANDS, serialSum } from './serial.ts';

export interface NeuronCircuit {
  readonly neuron: DigitalNeuron;
  /** Netlist with ports x, w, bias where there is one, sum and y. There is no y without an activation. */
  readonly netlist: Netlist;
  /** Number of cells that make `sum`. Those behind are the activation for the spec's own parameters. */
  readonly sumCells: number;
  /** Multiplier of a serial neuron with the registers of its pipeline: ports x, w and product. */
  readonly serialMultiplier: Netlist | undefined;
}

/** Circuit before the registers of its pipeline. */
export interface UnpipelinedCircuit extends NeuronCircuit {
  readonly undelayed: Undelayed;
}

/**
 * Circuit of `neuron`. The `delays` of cells decide where an algorithm looks at the arrival of bits, and where the
 * registers of the pipeline stand. Throws `CircuitError` where it cannot be built.
 */
export function neuronCircuit(neuron: DigitalNeuron, delays: CellDelays = DELAYS_65NM): NeuronCircuit {
  const { undelayed, ...circuit } = unpipelinedCircuit(neuron, delays);
  const stages = neuron.pipeline;
  if (stages === 0) return circuit;
  const { netlist, serialMultiplier: multiplier } = circuit;
  const ofCell = pipelineStages(netlist, stages, undelayed, delays);
  return {
    ...circuit,
    netlist: withStages(netlist, stages, ofCell, undelayed),
    serialMultiplier: multiplier && withStages(multiplier, stages, ofCell.subarray(0, multiplier.cells.length)),
  };
}

/** Circuit of `neuron` without the registers of its pipeline. */
export function unpipelinedCircuit(neuron: DigitalNeuron, delays: CellDelays): UnpipelinedCircuit {
  const builder = WITH_ADDER_CELLS[neuron.adderCells](createBuilder(neuron.name, delays));
  const multiplier = neuron.architecture === 'serial' ? prune(multiplierCircuit(neuron, delays).netlist) : undefined;
  const sum = multiplier ? serialSum(builder, neuron, multiplier) : wholeSum(builder, neuron);
  builder.output('sum', sum);
  builder.section(ACTIVATION);
  const y = activation(builder, neuron, sum);
  if (y) builder.output('y', y);
  const netlist = prune(builder.finish());
  const sumCells = startOf(netlist, ACTIVATION);
  const undelayed = multiplier
    ? { last: startOf(netlist, CONTROL), prompt: promptInputs(netlist, OPERANDS) }
    : { last: sumCells };
  return { neuron, netlist, sumCells, serialMultiplier: multiplier, undelayed };
}

const ACTIVATION = 'activation';

/** Index of the first cell of a section. */
const startOf = ({ sections, cells }: Netlist, title: string): number =>
  sections.find((section) => section.title === title)?.start ?? cells.length;

/** Input ports that the pipeline does not delay. */
const promptInputs = ({ ports }: Netlist, delayed: readonly string[]): string[] =>
  ports.flatMap(({ name, direction }) => (direction === 'input' && !delayed.includes(name) ? [name] : []));

function wholeSum(builder: Builder, neuron: DigitalNeuron): Bus {
  const sumOf = neuron.architecture === 'fused' ? fusedSum : parallelSum;
  return fitAccumulator(builder, neuron, sumOf(builder, neuron, operands(builder, neuron)));
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
