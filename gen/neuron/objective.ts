/**
 * Decision of a construction by the objective. Candidates are built and measured, the balanced one always among them:
 * what is chosen is never slower for `delay`, and never of more transistors for `transistors`.
 */

import { nth } from '../../numeric/index.ts';
import { CircuitError } from '../netlist/circuit-error.ts';
import type { Netlist } from '../netlist/netlist.ts';
import { pipelineDelay } from '../netlist/pipeline.ts';
import type { Construction, DigitalEntry, DigitalNeuron } from '../spec/digital.ts';
import { cellDelays } from '../technology/cell-delays.ts';
import type { CellLibrary } from '../technology/cells-65nm.ts';
import { REGISTER_TRANSISTORS } from '../technology/register-65nm.ts';
import { cellsAt } from '../technology/threshold-flavour.ts';
import { clockPeriod, fewestStages } from './clock.ts';
import { neuronCircuit, unpipelinedCircuit } from './neuron.ts';
import { latency } from './ports.ts';

const BALANCED: Construction = {
  multiplier: 'reduced-area',
  partialProducts: 'simple',
  adderCells: 'library',
  adder: 'hybrid',
};

/** Mapping of a circuit: to the model's cells, or by a logic optimizer to those of a library. */
export type Mapping = 'cells' | 'optimizer';

/** Construction that is fastest once a logic optimizer has taken its gates apart; docs/adders.md has the figures. */
const FASTEST_OPTIMIZED: Construction = { ...BALANCED, multiplier: 'timing-driven', adder: 'kogge-stone' };

/** Trees and adders that are fastest somewhere; which of them depends on widths and signs. */
const FASTEST: readonly Construction[] = (['hybrid', 'sklansky', 'carry-select', 'ripple'] as const).flatMap((adder) =>
  (['timing-driven', 'reduced-area'] as const).map((multiplier) => ({ ...BALANCED, multiplier, adder })),
);

/** Constructions of the fewest transistors, each for other widths and signs. */
const SMALLEST: readonly Construction[] = (['simple', 'radix4'] as const).flatMap((partialProducts) =>
  (['timing-driven', 'wallace-column'] as const).map((multiplier): Construction => {
    return { multiplier, partialProducts, adderCells: 'gates', adder: 'ripple' };
  }),
);

/** Most bits of partial products of which all candidates are measured; of more, the first and the balanced one. */
const LARGE = 4000;

/** Neuron of `entry` in the construction that suits its objective, in cells with `thresholdShift` (V). */
export function decided(entry: DigitalEntry, thresholdShift: number, mapping: Mapping): DigitalNeuron {
  const cells = cellsAt(thresholdShift);
  const { pipeline, clock } = entry;
  const inStages = (stages: number): DigitalNeuron => constructed({ ...entry, pipeline: stages }, cells, mapping);
  if (pipeline !== undefined || clock === undefined) return inStages(pipeline ?? 0);
  const timed = fewestStages(clock, (stages) =>
    built(() => {
      const neuron = inStages(stages);
      return { neuron, period: clockPeriod(delayOf(neuron, cells), latency(neuron) > 0, thresholdShift) };
    }),
  );
  return timed ?? inStages(0);
}

/** Entry with its pipeline decided. */
type Staged = DigitalEntry & Pick<DigitalNeuron, 'pipeline'>;

/** Neuron in the construction that suits its objective. */
function constructed(entry: Staged, cells: CellLibrary, mapping: Mapping): DigitalNeuron {
  const neurons = candidates(entry, mapping);
  const [first = { ...entry, ...BALANCED }] = neurons;
  if (neurons.length === 1) return first;
  switch (entry.objective) {
    case 'balanced':
      return first;
    case 'delay':
      return least(neurons, (neuron) => [delayOf(neuron, cells), cellTransistors(neuron, cells)]) ?? first;
    case 'transistors': {
      // Decided without registers, so that a stage more does not go to a slower construction for one register.
      const smallest = least(neurons, (neuron) => [cellTransistors(neuron, cells), delayOf(neuron, cells)]);
      if (!smallest || entry.pipeline === 0) return smallest ?? first;
      return least([smallest, ...neurons.slice(-1)], (neuron) => [allTransistors(neuron, cells)]) ?? first;
    }
  }
}

/** Neurons of all constructions that the spec leaves, each once. */
function candidates(entry: Staged, mapping: Mapping): readonly DigitalNeuron[] {
  const { multiplier, partialProducts, adderCells, adder } = entry;
  const built = new Map<string, DigitalNeuron>();
  for (const open of constructions(entry, mapping)) {
    const construction: Construction = {
      multiplier: multiplier ?? open.multiplier,
      partialProducts: partialProducts ?? open.partialProducts,
      adderCells: adderCells ?? open.adderCells,
      adder: adder ?? open.adder,
    };
    const key = Object.values(construction).join();
    if (!built.has(key)) built.set(key, { ...entry, ...construction });
  }
  return [...built.values()];
}

function constructions(
  { objective, architecture, synapses, bits, inputBits }: DigitalEntry,
  mapping: Mapping,
): readonly Construction[] {
  const products = architecture === 'serial' ? 1 : synapses;
  const few = (all: readonly Construction[]): readonly Construction[] =>
    products * bits * inputBits > LARGE ? all.slice(0, 1) : all;
  switch (objective) {
    case 'balanced':
      return [BALANCED];
    case 'delay':
      return mapping === 'optimizer' ? [FASTEST_OPTIMIZED] : [...few(FASTEST), BALANCED];
    case 'transistors':
      return [...few(SMALLEST), BALANCED];
  }
}

/** First neuron of the least figures, the later ones for ties; undefined where none can be built. */
function least(
  neurons: readonly DigitalNeuron[],
  figures: (neuron: DigitalNeuron) => readonly number[],
): DigitalNeuron | undefined {
  let best: { readonly neuron: DigitalNeuron; readonly figures: readonly number[] } | undefined;
  for (const neuron of neurons) {
    const own = built(() => figures(neuron));
    if (own && (!best || isLess(own, best.figures))) best = { neuron, figures: own };
  }
  return best?.neuron;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((figure, k) => figure !== b[k]);
  return at >= 0 && nth(a, at) < nth(b, at);
}

function built<T>(build: () => T): T | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof CircuitError) return undefined;
    throw error;
  }
}

function delayOf(neuron: DigitalNeuron, library: CellLibrary): number {
  const delays = cellDelays(library);
  const { netlist, undelayed } = unpipelinedCircuit(neuron, delays);
  return pipelineDelay(netlist, neuron.pipeline, undelayed, delays);
}

const cellTransistors = (neuron: DigitalNeuron, library: CellLibrary): number =>
  transistorsOf(unpipelinedCircuit(neuron, cellDelays(library)).netlist, library);

const allTransistors = (neuron: DigitalNeuron, library: CellLibrary): number =>
  transistorsOf(neuronCircuit(neuron, cellDelays(library)).netlist, library);

const transistorsOf = ({ cells, registers }: Netlist, library: CellLibrary): number =>
  cells.reduce((sum, { kind }) => sum + library.cells[kind].transistors, registers.length * REGISTER_TRANSISTORS);
