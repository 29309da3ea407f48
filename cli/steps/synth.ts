/** Step `synth`: structural counts, Yosys' counts, leakage, energy and delay of every digital neuron. */

import {
  type GeneratedNeuron,
  genericCells,
  type MappedCells,
  type MeasuredNeuron,
  mapGeneric,
  measureMapped,
  measureNeuron,
} from '../../flow/index.ts';
import type { MappedPath, Technology, TransistorTable } from '../../synth/index.ts';
import type { Run } from '../run/run.ts';
import { type FpgaChoice, placeNeurons } from './fpga.ts';
import { mapToLibrary, requireLibraryCells } from './map.ts';

/** The user's choices for step `synth`. */
export interface SynthesisChoices {
  /** The cells to map to, in place of Yosys' generic ones. */
  readonly technology?: Technology;
  /** Transistors of each cell, in place of static CMOS. */
  readonly cells?: TransistorTable;
  /** The FPGA to place the neurons in. */
  readonly fpga?: FpgaChoice;
}

/** A digital neuron with its measurements; figures for comparisons only in the 65 nm cells. */
export interface SynthesisFindings extends Pick<MeasuredNeuron, 'measurements'> {
  readonly name: string;
  readonly figures?: MeasuredNeuron['figures'];
  /** Longest path in the user's library. */
  readonly path?: MappedPath;
}

/** Step `synth`, with lines for a person. */
export async function synthStep(
  run: Run,
  digital: readonly GeneratedNeuron[],
  { technology, cells, fpga }: SynthesisChoices,
  onProgress: (text: string) => void,
): Promise<{ readonly synthesized: readonly SynthesisFindings[]; readonly notes: readonly string[] }> {
  if (technology && !run.recall) requireLibraryCells(digital, technology);
  const done: SynthesisFindings[] = [];
  for (const generated of digital) {
    const { name } = generated.neuron;
    onProgress(name);
    if (technology) {
      const mapped = await mapToLibrary(run, generated.neuron, technology, onProgress);
      done.push({ name, path: mapped.path, measurements: measureMapped(generated, mapped, cells) });
    } else {
      const mapped = await mapToGenericCells(run, generated);
      done.push({ name, ...measureNeuron(generated, run.spec, mapped, run.options.seed, cells) });
    }
  }
  if (fpga === undefined) return { synthesized: done, notes: [] };
  const neurons = digital.map(({ neuron }) => neuron);
  const placed = await placeNeurons(run, neurons, fpga, onProgress);
  const synthesized = done.map((found) => ({
    ...found,
    measurements: [...found.measurements, ...(placed.measurements.get(found.name) ?? [])],
  }));
  return { synthesized, notes: placed.notes };
}

/** Yosys' generic cells of a neuron; the netlist is written. */
async function mapToGenericCells(run: Run, generated: GeneratedNeuron): Promise<MappedCells> {
  const { neuron, verilog } = generated;
  const { name } = neuron;
  const { version, mapped } = await run.cached({ kind: 'synth', input: { name, verilog } }, async () => ({
    mapped: await mapGeneric(generated, run.yosys()),
    version: await run.yosys().version(),
  }));
  run.log('synth', mapped.log);
  await run.write({ [`netlist/${name}.mapped.v`]: mapped.netlist });
  return genericCells(generated, mapped, version);
}
