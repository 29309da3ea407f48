/** Digital neurons as counts, leakage, energy and delay, structural and after Yosys. */

import type { DigitalFigures, MultiplierVariant } from '../compare/index.ts';
import {
  activationMeasurements,
  cellsAt,
  digitalNeurons,
  latency,
  MULTIPLIERS,
  multiplierCircuit,
  type Spec,
} from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import { cellActivity } from '../sim/index.ts';
import {
  countTransistors,
  electricalFigures,
  electricalMeasurements,
  structuralMeasurements,
  synthesisMeasurements,
  synthesize as synthesizeGeneric,
} from '../synth/index.ts';
import type { Tool } from '../tools/tool.ts';
import { type GeneratedNeuron, generateNeuron } from './generate.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** A digital neuron after synthesis. */
export interface SynthesizedNeuron {
  /** Transistors, leakage (W), energy of a MAC (J), delay (s). */
  readonly figures: DigitalFigures;
  /** The same and more, each with unit, origin and source. */
  readonly measurements: readonly Measurement[];
  /** Verilog of Yosys' cells. */
  readonly netlist: string;
}

/** Passes of 32 random vectors that an activity is counted over. */
const ACTIVITY_PASSES = 2000;

/**
 * Every digital neuron of `spec`, in its order. Rejects with `ToolError` when Yosys fails, with `CircuitError` for a neuron
 * that is too large to be built.
 */
export async function synthesize(
  spec: Spec,
  { yosys }: { readonly yosys: Tool },
  { seed = DEFAULT_SEED }: Seeded = {},
): Promise<readonly SynthesizedNeuron[]> {
  const neurons = digitalNeurons(spec).map(generateNeuron);
  const version = neurons.length > 0 ? (await yosys(['-V'], {})).log.trim() : '';
  const done: SynthesizedNeuron[] = [];
  for (const neuron of neurons) done.push(await synthesizeNeuron(neuron, spec, seed, yosys, version));
  return done;
}

async function synthesizeNeuron(
  { neuron, circuit, multiplier, dotDiagram, verilog }: GeneratedNeuron,
  { technology }: Spec,
  seed: number,
  yosys: Tool,
  version: string,
): Promise<SynthesizedNeuron> {
  const { name } = neuron;
  const library = cellsAt(technology.thresholdShift);
  const mapped = await synthesizeGeneric(yosys, verilog, name, latency(neuron) > 0);
  const activity = cellActivity(circuit.netlist, ACTIVITY_PASSES, seed, neuron.synapses);
  const electrical = electricalFigures(circuit.netlist, library, activity);
  const bare = { netlist: multiplier.netlist, stages: multiplier.reduction.stages.length };
  return {
    figures: {
      name,
      bits: neuron.bits,
      multiplierTransistors: countTransistors(multiplier.netlist).transistors,
      neuronTransistors: countTransistors(circuit.netlist).transistors,
      mappedTransistors: mapped.transistors,
      cells: mapped.cellCount,
      ...electrical,
      dotDiagramSvg: dotDiagram,
      variants: MULTIPLIERS.map((reduction): MultiplierVariant => {
        const variant = multiplierCircuit({ ...neuron, multiplier: reduction });
        const { transistors, fullAdders, halfAdders } = countTransistors(variant.netlist);
        return { name: reduction, fullAdders, halfAdders, transistors };
      }),
    },
    measurements: [
      ...structuralMeasurements(name, bare, circuit.netlist),
      ...activationMeasurements(neuron),
      ...synthesisMeasurements(name, mapped, version),
      ...electricalMeasurements(name, electrical, library),
    ],
    netlist: mapped.netlist,
  };
}
