/** Neurons as circuits and texts: Verilog, test bench and dot diagram, or Verilog-A, SPICE macro and transistor deck. */

import {
  closedForm,
  macro,
  NO_BEHAVIOUR,
  reasonsText,
  reasonText,
  transistorDeck,
  vaBenches,
  veriloga,
} from '../analog/index.ts';
import {
  type AnalogNeuron,
  analogNeurons,
  type DigitalNeuron,
  digitalNeurons,
  type MultiplierCircuit,
  multiplierCircuit,
  type NeuronCircuit,
  neuronCircuit,
  type Spec,
} from '../gen/index.ts';
import { behaviouralVerilog, dotDiagram, neuronVerilog, serialReference, testBench } from '../rtl/index.ts';
import { expectedSteps, inputVectors } from '../sim/index.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** A digital neuron with its circuits and texts. */
export interface GeneratedNeuron {
  readonly neuron: DigitalNeuron;
  readonly circuit: NeuronCircuit;
  /** The bare multiplier of its synapses. */
  readonly multiplier: MultiplierCircuit;
  /** Reduction of the multiplier, a whole SVG document. */
  readonly dotDiagram: string;
  /** Structural Verilog: file name to text. */
  readonly verilog: Readonly<Record<string, string>>;
}

/** All neurons of a spec as circuits and texts. */
export interface Generated {
  readonly digital: readonly GeneratedNeuron[];
  /** Path (`rtl/`, `figures/`, `analog/`) to text. */
  readonly files: Readonly<Record<string, string>>;
  /** What could not be generated, and why. */
  readonly notes: readonly string[];
}

/** Generates all neurons of `spec`. Throws `CircuitError` for a neuron that is too large to be built. */
export function generate(spec: Spec, { seed = DEFAULT_SEED }: Seeded = {}): Generated {
  const digital = digitalNeurons(spec).map(generateNeuron);
  const analog = analogNeurons(spec).map(analogTexts);
  return {
    digital,
    files: Object.assign(
      {},
      ...digital.map((generated) => digitalFiles(generated, seed)),
      ...analog.map(({ files }) => files),
    ),
    notes: analog.flatMap(({ notes }) => notes),
  };
}

/** Circuits and structural Verilog of one neuron. Throws `CircuitError`. */
export function generateNeuron(neuron: DigitalNeuron): GeneratedNeuron {
  const circuit = neuronCircuit(neuron);
  const multiplier = multiplierCircuit(neuron);
  const title = `${neuron.name}: ${neuron.inputBits} x ${neuron.bits} bit multiplier, ${neuron.multiplier} tree`;
  return {
    neuron,
    circuit,
    multiplier,
    dotDiagram: dotDiagram(multiplier, title),
    verilog: neuronVerilog(circuit),
  };
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

/** Vectors, or clock cycles of a serial neuron, of an emitted test bench. */
const BENCH_STEPS = 1000;

/** A spread of vectors that make at most BENCH_STEPS steps, but never fewer than five; the last vector is included. */
function benchVectors(neuron: DigitalNeuron, seed: number) {
  const count = neuron.architecture === 'serial' ? Math.max(5, Math.floor(BENCH_STEPS / neuron.synapses)) : BENCH_STEPS;
  const all = inputVectors(neuron, count, seed);
  if (all.length <= count) return all;
  const step = (all.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, k) => all[Math.round(k * step)]).filter((entry) => entry !== undefined);
}

/** The deck always; Verilog-A and macro only where the closed form that they state holds. */
function analogTexts(neuron: AnalogNeuron): Pick<Generated, 'files' | 'notes'> {
  const { name, unitCurrent } = neuron;
  const deck = { [`analog/${name}.cir`]: transistorDeck(neuron) };
  if (neuron.mode === 'large-signal')
    return { files: deck, notes: [`${name}: no Verilog-A and no macro: ${reasonText(NO_BEHAVIOUR)}`] };
  const { flags } = closedForm(neuron, unitCurrent);
  if (flags.length > 0)
    return { files: deck, notes: [`${name}: no Verilog-A and no macro at ${unitCurrent} A: ${reasonsText(flags)}`] };
  return {
    files: {
      [`analog/${name}.va`]: veriloga(neuron),
      [`analog/${name}_wports.va`]: veriloga(neuron, 'ports'),
      [`analog/${name}_macro.cir`]: macro(neuron),
      ...vaBenches(neuron),
      ...deck,
    },
    notes: [],
  };
}
