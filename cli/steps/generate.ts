/** Step `generate`: every neuron as Verilog, test bench and dot diagram, or as Verilog-A, macro and transistor deck. */

import {
  CircuitError,
  type DigitalNeuron,
  type MultiplierCircuit,
  multiplierCircuit,
  type NeuronCircuit,
  neuronCircuit,
} from '../../gen/index.ts';
import { behaviouralVerilog, dotDiagram, neuronVerilog, serialReference, testBench } from '../../rtl/index.ts';
import { expectedSteps, inputVectors } from '../../sim/index.ts';
import type { Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import { analogTexts } from './analog-files.ts';

/** A digital neuron with its circuits and texts. */
export interface GeneratedNeuron {
  readonly neuron: DigitalNeuron;
  readonly circuit: NeuronCircuit;
  readonly multiplier: MultiplierCircuit;
  readonly dotDiagram: string;
  /** Structural Verilog with the adder cells: file name to text. */
  readonly verilog: Readonly<Record<string, string>>;
}

/** Vectors, or clock cycles of a serial neuron, of an emitted test bench. */
const BENCH_STEPS = 1000;

function digitalNeurons(run: Run): GeneratedNeuron[] {
  return (run.spec.neurons ?? [])
    .filter((neuron) => neuron.kind === 'digital')
    .map((neuron) => {
      const circuit = circuitOf(neuron);
      const multiplier = multiplierCircuit(neuron);
      const title = `${neuron.name}: ${neuron.inputBits} x ${neuron.bits} bit multiplier, ${neuron.multiplier} tree`;
      return {
        neuron,
        circuit,
        multiplier,
        dotDiagram: dotDiagram(multiplier, title),
        verilog: neuronVerilog(circuit),
      };
    });
}

/** The circuit of `neuron`; what cannot be built is the spec's mistake. */
function circuitOf(neuron: DigitalNeuron): NeuronCircuit {
  try {
    return neuronCircuit(neuron);
  } catch (error) {
    if (error instanceof CircuitError) throw new InputError(`${neuron.name}: ${error.message}`);
    throw error;
  }
}

/** Everything that the spec's neurons are as circuits and texts. */
export interface Generated {
  readonly digital: readonly GeneratedNeuron[];
  /** Path under the output folder to text, by neuron. */
  readonly files: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What could not be generated, and why. */
  readonly notes: readonly string[];
}

/** Generates all neurons of the spec; nothing is written. */
export function generate(run: Run): Generated {
  const digital = digitalNeurons(run);
  const files = new Map<string, Readonly<Record<string, string>>>();
  const notes: string[] = [];
  for (const entry of digital) files.set(entry.neuron.name, digitalFiles(entry, run.options.seed));
  for (const neuron of run.spec.neurons ?? []) {
    if (neuron.kind !== 'analog') continue;
    const texts = analogTexts(neuron);
    files.set(neuron.name, texts.files);
    notes.push(...texts.notes);
  }
  return { digital, files, notes };
}

function digitalFiles({ neuron, verilog, dotDiagram: picture }: GeneratedNeuron, seed: number): Record<string, string> {
  const reference = neuron.architecture === 'serial' ? serialReference(neuron) : behaviouralVerilog(neuron);
  return {
    ...Object.fromEntries(Object.entries(verilog).map(([name, text]) => [`rtl/${name}`, text])),
    [`rtl/${neuron.name}_reference.v`]: reference,
    [`rtl/${neuron.name}_tb.v`]: testBench(neuron, expectedSteps(neuron, benchVectors(neuron, seed))),
    [`figures/dots-${neuron.name}.svg`]: picture,
  };
}

/** A spread of vectors that make at most BENCH_STEPS steps, but never fewer than five; the last vector is included. */
function benchVectors(neuron: DigitalNeuron, seed: number) {
  const count = neuron.architecture === 'serial' ? Math.max(5, Math.floor(BENCH_STEPS / neuron.synapses)) : BENCH_STEPS;
  const all = inputVectors(neuron, count, seed);
  if (all.length <= count) return all;
  const step = (all.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, k) => all[Math.round(k * step)]).filter((entry) => entry !== undefined);
}

/** Step `generate`. */
export async function generateStep(run: Run, { files, notes }: Generated): Promise<void> {
  for (const [name, texts] of files) {
    await run.write(texts);
    run.log('generate', `${name}: ${Object.keys(texts).join(', ')}`);
  }
  for (const note of notes) run.log('generate', note);
}
