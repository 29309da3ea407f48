/**
 * Execution of one neuron four ways: closed form, Verilog-A, macro and transistors. The Verilog-A is read by another
 * program, macro and transistors run in ngspice. Figures and transfer of the four stand beside each other.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analyse, weightedCircuit } from '../analysis/analyse.ts';
import { closedForm } from '../analysis/closed-form.ts';
import { type Behaviour, behaviourOf, NO_BEHAVIOUR } from '../behaviour/behaviour.ts';
import { transferOf } from '../behaviour/transfer.ts';
import { veriloga } from '../behaviour/verilog-a.ts';
import type { Design } from '../neuron/design.ts';
import type { AnalogFigures, ExecutionFigures } from '../neuron/figures.ts';
import type { Reason } from '../neuron/reason.ts';
import { designOf } from '../neuron/sizing.ts';
import type { Circuit } from '../spice/circuit.ts';
import { differentialOutput, OUTPUTS } from '../spice/differential.ts';
import { runOne } from '../spice/run.ts';
import { evaluateVerilogA, verilogAOutput } from '../verilog-a/model.ts';
import type { VaModule } from '../verilog-a/tree.ts';
import { macroCircuit, macroFigures } from './macro-analysis.ts';

/** Names of the executions in the order of tables. */
export const EXECUTIONS = ['closed form', 'Verilog-A', 'macro', 'transistors'] as const;

/** Figures and transfer of one execution. */
export interface Execution {
  readonly name: (typeof EXECUTIONS)[number];
  readonly figures: ExecutionFigures;
  /** Differential output, V: [weights, inputs]. */
  readonly transfer: readonly (readonly number[])[];
}

/** Executions of one neuron beside each other. */
export interface FourWays {
  readonly neuron: string;
  readonly executions: readonly Execution[];
  /** Weights of synapse 0 in the transfer, beside its inputs (V). */
  readonly weights: readonly number[];
  readonly inputs: readonly number[];
  /** Reasons against the closed form, where only the transistors were run; empty where all four were. */
  readonly flags: readonly Reason[];
}

/** Reader of Verilog-A: ADMS, or the parser of the lint. */
export type VerilogAReader = (text: string) => Promise<VaModule>;

/** Half of the input range of the transfer, V: well into the bend of tanh. */
const SPAN = 0.05;
const INPUTS = 21;
/** Largest number of weights that are all run. */
const ALL_WEIGHTS = 16;

/**
 * Weights of a transfer. All of up to four bits; else 0, the largest, every bit alone and two patterns of alternating
 * bits.
 */
export function sampledWeights(bits: number): readonly number[] {
  const units = 2 ** bits - 1;
  if (units < ALL_WEIGHTS) return Array.from({ length: units + 1 }, (_, weight) => weight);
  const single = Array.from({ length: bits }, (_, bit) => 2 ** bit);
  return [...new Set([0, ...single, Math.floor(units / 3), units - Math.floor(units / 3), units])].sort(
    (a, b) => a - b,
  );
}

/** Four executions of `neuron` at its own unit current. */
export async function fourWays(neuron: AnalogNeuron, read: VerilogAReader, ngspice: Tool): Promise<FourWays> {
  const design = designOf(neuron);
  const weights = sampledWeights(design.bits);
  const inputs = Array.from({ length: INPUTS }, (_, k) => (SPAN * (2 * k - INPUTS + 1)) / (INPUTS - 1));
  const formula = closedForm(neuron);
  const common = { neuron: neuron.name, weights, inputs };
  const transistors: Execution = {
    name: 'transistors',
    figures: picked(await analyse(neuron, neuron.unitCurrent, ngspice)),
    transfer: await Promise.all(
      weights.map((weight) => swept(ngspice, weightedCircuit(neuron, neuron.unitCurrent, weight))),
    ),
  };
  const flags = neuron.mode === 'large-signal' ? [NO_BEHAVIOUR] : formula.flags;
  if (flags.length > 0) return { ...common, executions: [transistors], flags };
  const model = behaviourOf(neuron);
  const closed: Execution = {
    name: 'closed form',
    figures: picked(formula),
    transfer: weights.map((weight) => inputs.map((input) => transferOf(model, allWeights(design, weight), [input]))),
  };
  const macro: Execution = {
    name: 'macro',
    figures: await macroFigures(model, ngspice),
    transfer: await Promise.all(weights.map((weight) => swept(ngspice, macroCircuit(model, weight)))),
  };
  const executions = [closed, await verilogAExecution(neuron, model, read, weights, inputs), macro, transistors];
  return { ...common, executions, flags: [] };
}

async function verilogAExecution(
  neuron: AnalogNeuron,
  model: Behaviour,
  read: VerilogAReader,
  weights: readonly number[],
  inputs: readonly number[],
): Promise<Execution> {
  const module = await read(veriloga(neuron));
  const { supply, commonMode, temperature } = model;
  const bench = { supply, commonMode, temperature };
  return {
    name: 'Verilog-A',
    figures: picked(evaluateVerilogA(module, bench)),
    transfer: weights.map((weight) =>
      inputs.map((input) => verilogAOutput(module, { ...bench, inputs: [input], parameters: { w0: weight } })),
    ),
  };
}

const allWeights = ({ synapses, units }: Design, first: number): readonly number[] =>
  Array.from({ length: synapses }, (_, k) => (k === 0 ? first : units));

const picked = ({
  power,
  gain,
  bandwidth,
  noiseDensity,
  noiseTotal,
}: ExecutionFigures | AnalogFigures): ExecutionFigures => ({
  ...{ power, gain, bandwidth, noiseDensity, noiseTotal },
});

/** Differential output over the sweep of `vin`, V. */
async function swept(ngspice: Tool, circuit: Circuit): Promise<readonly number[]> {
  const analysis = { kind: 'dc', source: 'vin', from: -SPAN, to: SPAN, step: (2 * SPAN) / (INPUTS - 1) } as const;
  return differentialOutput(await runOne(ngspice, circuit, { analysis, vectors: OUTPUTS }));
}

/**
 * Deviation of `other` from `base`. That of a figure is relative, that of the transfer the largest as a part of its
 * largest value.
 */
export function deviation(
  base: Execution,
  other: Execution,
): Readonly<Record<keyof ExecutionFigures, number | null>> & { readonly transfer: number } {
  const relative = (key: keyof ExecutionFigures): number | null => {
    const [a, b] = [base.figures[key], other.figures[key]];
    return a === null || b === null ? null : b / a - 1;
  };
  const full = Math.max(...base.transfer.flat().map(Math.abs));
  const worst = Math.max(
    ...base.transfer.flatMap((row, w) => row.map((value, k) => Math.abs(nth(nth(other.transfer, w), k) - value))),
  );
  return {
    power: relative('power'),
    gain: relative('gain'),
    bandwidth: relative('bandwidth'),
    noiseDensity: relative('noiseDensity'),
    noiseTotal: relative('noiseTotal'),
    transfer: worst / full,
  };
}
