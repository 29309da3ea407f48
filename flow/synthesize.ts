/** Digital neurons as counts, leakage, energy and delay, structural and after Yosys. */

import type { DigitalFigures, MultiplierVariant } from '../compare/index.ts';
import {
  activationMeasurements,
  type CellActivity,
  cellDelays,
  cellsAt,
  digitalNeurons,
  latency,
  longestDelay,
  MULTIPLIERS,
  multiplierCircuit,
  type Spec,
} from '../gen/index.ts';
import { DIGITAL_KEYS, findMeasurement, type Measurement } from '../measurement/index.ts';
import { cellActivity } from '../sim/index.ts';
import {
  countTransistors,
  electricalFigures,
  electricalMeasurements,
  type GenericSynthesis,
  libraryTiming,
  modelTiming,
  structuralMeasurements,
  synthesisMeasurements,
  synthesize as synthesizeGeneric,
  type TransistorTable,
  timingMeasurements,
} from '../synth/index.ts';
import type { Tool } from '../tools/tool.ts';
import { type GeneratedNeuron, generateNeuron } from './generate.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** A digital neuron with its measurements. */
export interface MeasuredNeuron {
  /** Transistors, leakage (W), energy of a MAC (J), delay (s). */
  readonly figures: DigitalFigures;
  /** The same and more, each with unit, origin and source. */
  readonly measurements: readonly Measurement[];
}

/** A digital neuron after synthesis. */
export interface SynthesizedNeuron extends MeasuredNeuron {
  /** Verilog of Yosys' cells. */
  readonly netlist: string;
}

/** Counts of a neuron's mapped cells. */
export interface MappedCells {
  /** Null where the transistors of a cell are not known. */
  readonly transistors: number | null;
  readonly cells: number;
  readonly measurements: readonly Measurement[];
}

/**
 * Digital neurons of `spec` after synthesis, in its order. Rejects with `ToolError` when Yosys fails, with `CircuitError`
 * for a neuron that is too large to be built.
 */
export async function synthesize(
  spec: Spec,
  { yosys }: { readonly yosys: Tool },
  { seed = DEFAULT_SEED }: Seeded = {},
): Promise<readonly SynthesizedNeuron[]> {
  const neurons = digitalNeurons(spec).map((neuron) => generateNeuron(neuron, spec.technology));
  const version = neurons.length > 0 ? (await yosys(['-V'], {})).log.trim() : '';
  const done: SynthesizedNeuron[] = [];
  for (const generated of neurons) {
    const mapped = await mapGeneric(generated, yosys);
    const counts = genericCells(generated, mapped, version);
    done.push({ ...measureNeuron(generated, spec, counts, seed), netlist: mapped.netlist });
  }
  return done;
}

/** Netlist of a neuron in Yosys' generic cells. */
export function mapGeneric({ neuron, verilog }: GeneratedNeuron, yosys: Tool): Promise<GenericSynthesis> {
  return synthesizeGeneric(yosys, verilog, neuron.name, latency(neuron) > 0);
}

/** Counts of the generic cells of `mapped`, as a `version` of Yosys states them. */
export function genericCells({ neuron }: GeneratedNeuron, mapped: GenericSynthesis, version: string): MappedCells {
  const { transistors, cellCount: cells } = mapped;
  return { transistors, cells, measurements: synthesisMeasurements(neuron.name, mapped, version) };
}

/** Passes of 32 random vectors that an activity is counted over. */
const ACTIVITY_PASSES = 2000;

/** Switching activity of a neuron's cells under random vectors. */
export function neuronActivity({ neuron, circuit }: GeneratedNeuron, seed: number): readonly CellActivity[] {
  return cellActivity(circuit.netlist, ACTIVITY_PASSES, seed, neuron.synapses);
}

/** Figures and measurements of a neuron beside `mapped`; `cells` in place of static CMOS. */
export function measureNeuron(
  generated: GeneratedNeuron,
  { technology }: Spec,
  mapped: MappedCells,
  seed: number,
  cells?: TransistorTable,
): MeasuredNeuron {
  const { neuron, circuit, multiplier } = generated;
  const { name, bits } = neuron;
  const library = cellsAt(technology.thresholdShift);
  const electrical = electricalFigures(circuit.netlist, library, neuronActivity(generated, seed));
  const bare = { netlist: multiplier.netlist, stages: multiplier.reduction.stages.length };
  return {
    figures: {
      name,
      bits,
      multiplierTransistors: countTransistors(multiplier.netlist, cells).transistors,
      neuronTransistors: countTransistors(circuit.netlist, cells).transistors,
      mappedTransistors: mapped.transistors,
      cells: mapped.cells,
      ...electrical,
      dotDiagramSvg: generated.dotDiagram,
      variants: variants(generated, cells),
    },
    measurements: [
      ...structuralMeasurements(name, bare, circuit.netlist, cells),
      ...activationMeasurements(neuron),
      ...mapped.measurements,
      ...electricalMeasurements(name, electrical, library, circuit.netlist),
      ...timingMeasurements(modelTiming(neuron, electrical.delay, technology.thresholdShift)),
    ],
  };
}

/** Clock measurements of a neuron in the model's cells. */
export function timingOf({ neuron, circuit }: GeneratedNeuron, { thresholdShift }: Spec['technology']): Measurement[] {
  const delay = longestDelay(circuit.netlist, cellDelays(cellsAt(thresholdShift)));
  return timingMeasurements(modelTiming(neuron, delay, thresholdShift));
}

/** Measurements of a neuron in a library's cells; none is of the 65 nm cells. */
export function measureMapped(
  { neuron, circuit, multiplier }: GeneratedNeuron,
  mapped: MappedCells,
  cells?: TransistorTable,
): readonly Measurement[] {
  const bare = { netlist: multiplier.netlist, stages: multiplier.reduction.stages.length };
  const delay = findMeasurement(mapped.measurements, DIGITAL_KEYS.delay, { neuron: neuron.name })?.value;
  return [
    ...structuralMeasurements(neuron.name, bare, circuit.netlist, cells),
    ...activationMeasurements(neuron),
    ...mapped.measurements,
    ...(typeof delay === 'number' ? timingMeasurements(libraryTiming(neuron, delay)) : []),
  ];
}

/** Variants of the bare multiplier, one a reduction. */
function variants({ neuron }: GeneratedNeuron, cells: TransistorTable | undefined): readonly MultiplierVariant[] {
  return MULTIPLIERS.map((multiplier) => {
    const { netlist } = multiplierCircuit({ ...neuron, multiplier });
    const { transistors, fullAdders, halfAdders } = countTransistors(netlist, cells);
    return { name: multiplier, fullAdders, halfAdders, transistors };
  });
}
