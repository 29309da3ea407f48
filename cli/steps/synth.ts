/** Step `synth`: structural counts, Yosys' counts, leakage, energy and delay of every digital neuron. */

import type { DigitalFigures, MultiplierVariant } from '../../compare/index.ts';
import { activationMeasurements, cellsAt, latency, MULTIPLIERS, multiplierCircuit } from '../../gen/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { cellActivity } from '../../sim/index.ts';
import {
  countTransistors,
  type ElectricalFigures,
  electricalFigures,
  electricalMeasurements,
  type FpgaPart,
  structuralMeasurements,
  synthesisMeasurements,
  synthesize,
  type Technology,
  type TransistorTable,
} from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import { placeNeurons } from './fpga.ts';
import type { GeneratedNeuron } from './generate.ts';
import { mapToLibrary } from './map.ts';

export interface SynthesizedNeuron {
  readonly figures: DigitalFigures;
  readonly measurements: readonly Measurement[];
}

/** Passes of 32 random vectors that an activity is counted over. */
export const ACTIVITY_PASSES = 2000;

/** What the user gives to step `synth`. */
export interface SynthesisChoices {
  /** The cells to map to, in place of Yosys' generic ones. */
  readonly technology?: Technology;
  /** Transistors of each cell, in place of static CMOS. */
  readonly cells?: TransistorTable;
  /** The FPGA to place the neurons in. */
  readonly part?: FpgaPart;
}

/** Step `synth`. */
export async function synthStep(
  run: Run,
  digital: readonly GeneratedNeuron[],
  choices: SynthesisChoices,
  onProgress: (text: string) => void,
): Promise<SynthesizedNeuron[]> {
  const done: SynthesizedNeuron[] = [];
  for (const generated of digital) {
    onProgress(generated.neuron.name);
    done.push(await synthesizeNeuron(run, generated, choices, onProgress));
  }
  if (choices.part === undefined) return done;
  const neurons = digital.map(({ neuron }) => neuron);
  const placed = await placeNeurons(run, neurons, choices.part, onProgress);
  return done.map(({ figures, measurements }) => ({
    figures,
    measurements: [...measurements, ...(placed.get(figures.name) ?? [])],
  }));
}

async function synthesizeNeuron(
  run: Run,
  generated: GeneratedNeuron,
  { technology, cells }: SynthesisChoices,
  onProgress: (text: string) => void,
): Promise<SynthesizedNeuron> {
  const { neuron, circuit, multiplier } = generated;
  const { name } = neuron;
  const library = cellsAt(run.spec.technology.thresholdShift);
  const mapped = technology
    ? await mapToLibrary(run, neuron, technology, onProgress)
    : await mapGeneric(run, generated);
  const electrical: ElectricalFigures = electricalFigures(
    circuit.netlist,
    library,
    cellActivity(circuit.netlist, ACTIVITY_PASSES, run.options.seed, neuron.synapses),
  );
  const stated = new Set(mapped.measurements.map(({ key }) => key));
  return {
    figures: {
      name,
      bits: neuron.bits,
      multiplierTransistors: countTransistors(multiplier.netlist, cells).transistors,
      neuronTransistors: countTransistors(circuit.netlist, cells).transistors,
      mappedTransistors: mapped.transistors,
      cells: mapped.cells,
      ...electrical,
      dotDiagramSvg: generated.dotDiagram,
      variants: variants(generated, cells),
    },
    measurements: [
      ...structuralMeasurements(
        name,
        { netlist: multiplier.netlist, stages: multiplier.reduction.stages.length },
        circuit.netlist,
        cells,
      ),
      ...activationMeasurements(neuron),
      ...mapped.measurements,
      // What the user's library states is not modelled from the 65 nm cells.
      ...electricalMeasurements(name, electrical, library).filter(({ key }) => !stated.has(key)),
    ],
  };
}

/** Yosys' generic cells. */
async function mapGeneric(run: Run, { neuron, verilog }: GeneratedNeuron) {
  const { name } = neuron;
  const { version, mapped } = await run.cached({ kind: 'synth', input: { name, verilog } }, async () => ({
    mapped: await synthesize(run.yosys(), verilog, name, latency(neuron) > 0),
    version: await run.yosys().version(),
  }));
  run.log('synth', mapped.log);
  await run.write({ [`netlist/${name}.mapped.v`]: mapped.netlist });
  const { transistors, cellCount: cells } = mapped;
  return { transistors, cells, measurements: synthesisMeasurements(name, mapped, version) };
}

/** The same bare multiplier with every reduction. */
function variants({ neuron }: GeneratedNeuron, cells: TransistorTable | undefined): MultiplierVariant[] {
  return MULTIPLIERS.map((multiplier) => {
    const { transistors, fullAdders, halfAdders } = countTransistors(
      multiplierCircuit({ ...neuron, multiplier }).netlist,
      cells,
    );
    return { name: multiplier, fullAdders, halfAdders, transistors };
  });
}
