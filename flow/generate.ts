/** Neurons as circuits and texts. Verilog, test bench and dot diagram, or Verilog-A, SPICE macro and transistor deck. */

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
  cellDelays,
  cellsAt,
  type DigitalNeuron,
  digitalNeurons,
  type MultiplierCircuit,
  multiplierCircuit,
  type NeuronCircuit,
  neuronCircuit,
  type Spec,
} from '../gen/index.ts';
import { nth } from '../numeric/index.ts';
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

/** Texts of one neuron. */
export interface NeuronTexts {
  readonly neuron: string;
  /** Path (`rtl/`, `figures/`, `analog/`) to text. */
  readonly files: Readonly<Record<string, string>>;
  /** Reasons for texts that are missing, a sentence each. */
  readonly notes: readonly string[];
}

/** All neurons of a spec as circuits and texts. */
export interface Generated {
  readonly digital: readonly GeneratedNeuron[];
  /** Path to text, of all neurons. */
  readonly files: Readonly<Record<string, string>>;
  /** Reasons for texts that are missing. */
  readonly notes: readonly string[];
}

/** Circuits and texts of all neurons of `spec`. Throws `CircuitError` for a neuron that is too large to be built. */
export function generate(spec: Spec, { seed = DEFAULT_SEED }: Seeded = {}): Generated {
  const digital = digitalNeurons(spec).map((neuron) => generateNeuron(neuron, spec.technology));
  const texts = neuronTexts(spec, digital, seed);
  return {
    digital,
    files: Object.assign({}, ...texts.map(({ files }) => files)),
    notes: texts.flatMap(({ notes }) => notes),
  };
}

/** Texts of every neuron of `spec`, the `digital` ones first. */
export function neuronTexts(spec: Spec, digital: readonly GeneratedNeuron[], seed: number): readonly NeuronTexts[] {
  return [...digital.map((generated) => digitalTexts(generated, seed)), ...analogNeurons(spec).map(analogTexts)];
}

/** Circuits and structural Verilog of one neuron in the cells of `technology`. Throws `CircuitError`. */
export function generateNeuron(neuron: DigitalNeuron, { thresholdShift }: Spec['technology']): GeneratedNeuron {
  const delays = cellDelays(cellsAt(thresholdShift));
  const circuit = neuronCircuit(neuron, delays);
  const multiplier = multiplierCircuit(neuron, delays);
  const title = `${neuron.name}: ${neuron.inputBits} x ${neuron.bits} bit multiplier, ${neuron.multiplier} tree`;
  return {
    neuron,
    circuit,
    multiplier,
    dotDiagram: dotDiagram(multiplier, title),
    verilog: neuronVerilog(circuit),
  };
}

function digitalTexts({ neuron, verilog, dotDiagram: picture }: GeneratedNeuron, seed: number): NeuronTexts {
  const { name } = neuron;
  const reference = neuron.architecture === 'serial' ? serialReference(neuron) : behaviouralVerilog(neuron);
  return {
    neuron: name,
    files: {
      ...Object.fromEntries(Object.entries(verilog).map(([file, text]) => [`rtl/${file}`, text])),
      [`rtl/${name}.f`]: `${Object.keys(verilog).join('\n')}\n`,
      [`rtl/${name}_reference.v`]: reference,
      [`rtl/${name}_tb.v`]: testBench(neuron, expectedSteps(neuron, benchVectors(neuron, seed))),
      [`figures/dots-${name}.svg`]: picture,
    },
    notes: [],
  };
}

/** Vectors, or clock cycles of a serial neuron, of an emitted test bench. */
const BENCH_STEPS = 1000;

/** Vectors of an emitted test bench: at most BENCH_STEPS steps, at least five vectors. The last vector is among them. */
function benchVectors(neuron: DigitalNeuron, seed: number) {
  const count = neuron.architecture === 'serial' ? Math.max(5, Math.floor(BENCH_STEPS / neuron.synapses)) : BENCH_STEPS;
  const all = inputVectors(neuron, count, seed);
  if (all.length <= count) return all;
  const step = (all.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, k) => nth(all, Math.round(k * step)));
}

/** Texts of a mixed-signal neuron. The deck always; Verilog-A and macro only where the closed form that they state holds. */
export function analogTexts(neuron: AnalogNeuron): NeuronTexts {
  const { name, unitCurrent } = neuron;
  const deck = { [`analog/${name}.cir`]: transistorDeck(neuron) };
  const deckAlone = (reason: string): NeuronTexts => {
    return { neuron: name, files: deck, notes: [`${name}: no Verilog-A and no macro${reason}`] };
  };
  if (neuron.mode === 'large-signal') return deckAlone(`: ${reasonText(NO_BEHAVIOUR)}`);
  const { flags } = closedForm(neuron, unitCurrent);
  if (flags.length > 0) return deckAlone(` at ${unitCurrent} A: ${reasonsText(flags)}`);
  return {
    neuron: name,
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
