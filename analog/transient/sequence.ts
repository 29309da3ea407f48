/**
 * Sequence of multiply-accumulates of a whole neuron. The weights and inputs of several synapses all change from one
 * operation to the next, in a transient of the transistors; beside each settled value stand that of the DC transfer and
 * the exact sum.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Design } from '../neuron/design.ts';
import { designOf } from '../neuron/sizing.ts';
import { differentialTransient, restingOutput, type Waveform } from '../spice/differential.ts';
import { timeScale } from './settling.ts';
import { type Drive, transientCircuit } from './transient-deck.ts';

/** Multiply-accumulate of the sequence. */
export interface Operation {
  /** Beginning and end, s. */
  readonly from: number;
  readonly to: number;
  /** [driven synapses] */
  readonly weights: readonly number[];
  /** Differential, V: [driven synapses]. */
  readonly inputs: readonly number[];
  /** Exact sum of weight times input, in the output's scale, V. */
  readonly ideal: number;
  /** Output of the transistors by DC, V. */
  readonly dc: number;
  /** Output of the transient at the end, V. */
  readonly settled: number;
}

/** Sequence of operations with its waveform and errors. */
export interface Sequence {
  readonly switches: AnalogNeuron['switches'];
  readonly synapses: number;
  readonly operations: readonly Operation[];
  /** Output volts of a unit of weight and volt of input, 1. Least squares of the DC values over the operations. */
  readonly scale: number;
  /** Output for all driven synapses at largest weight and input, V. */
  readonly fullScale: number;
  /** Times, s, of the differential output, V. */
  readonly time: readonly number[];
  readonly output: readonly number[];
  /** Largest difference of a settled value from its DC value, V. */
  readonly deviation: number;
  /** Largest difference of a DC value from the exact sum, V. */
  readonly error: number;
}

/** Largest number of driven synapses; the others rest. */
const DRIVEN = 4;
const OPERATIONS = 8;
/** Length of an operation, time constants. It leaves e^-12 of a full step. */
const HOLD = 12;
/** Largest number of runs, each with longer operations, until every value has settled. */
const ROUNDS = 3;
const LONGER = 4;
const POINTS = 120;

/**
 * Sequence of `neuron` at its own unit current. Operations last 12 time constants of the closed form's pole, and longer
 * where the transistors have not settled within half an LSB of one synapse by then.
 */
export async function sequence(neuron: AnalogNeuron, ngspice: Tool): Promise<Sequence> {
  const design = designOf(neuron);
  const plan = planOf(design, neuron.fullScale);
  const dc = await Promise.all(plan.map((entry) => resting(design, entry, ngspice)));
  const exact = plan.map(({ weights, inputs }) => sumOf(weights, inputs));
  const scale = sumOf(exact, dc) / sumOf(exact, exact);
  const driven = nth(plan, 0).weights.length;
  const fullScale = scale * driven * design.units * neuron.fullScale;
  const halfLsb = Math.abs(scale) * neuron.fullScale * 0.5;
  let hold = HOLD * timeScale(design).tau;
  for (let round = 1; ; round++) {
    const run = await transient(design, plan, hold, ngspice);
    const operations = plan.map((entry, k): Operation => {
      const [from, to] = [k * hold, (k + 1) * hold];
      const at = run.time.findLastIndex((time) => time <= to * (1 + 1e-12));
      return {
        ...{ from, to, ...entry },
        ideal: scale * nth(exact, k),
        dc: nth(dc, k),
        settled: nth(run.output, at),
      };
    });
    const deviation = Math.max(...operations.map(({ settled, dc: still }) => Math.abs(settled - still)));
    if (deviation <= halfLsb || round === ROUNDS)
      return {
        ...{ switches: design.switches, synapses: design.synapses, operations, scale, fullScale, ...run, deviation },
        error: Math.max(...operations.map(({ ideal, dc: still }) => Math.abs(ideal - still))),
      };
    hold *= LONGER;
  }
}

type Plan = Pick<Operation, 'weights' | 'inputs'>;

/**
 * Weights and inputs that run through their ranges out of step. They are multiples of the golden ratio's fraction,
 * which fill an interval evenly. The third operation has all at their largest, the sixth all weights 0.
 */
function planOf({ units, synapses }: Design, fullScale: number): readonly Plan[] {
  const GOLDEN = (Math.sqrt(5) - 1) / 2;
  const part = (n: number): number => (n * GOLDEN) % 1;
  return Array.from({ length: OPERATIONS }, (_, k) => {
    const driven = Array.from({ length: Math.min(DRIVEN, synapses) }, (_, s) => s);
    if (k === 2) return { weights: driven.map(() => units), inputs: driven.map(() => fullScale) };
    return {
      weights: driven.map((s) => (k === 5 ? 0 : Math.round(units * part(k + 4 * s + 1)))),
      inputs: driven.map((s) => fullScale * (2 * part(4 * k + 3 * s + 2) - 1)),
    };
  });
}

const sumOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * nth(b, k), 0);

function resting(design: Design, { weights, inputs }: Plan, ngspice: Tool): Promise<number> {
  const drives = weights.map((weight, s): Drive => [{ at: 0, weight, input: nth(inputs, s) }]);
  return restingOutput(ngspice, transientCircuit(design, drives));
}

function transient(design: Design, plan: readonly Plan[], hold: number, ngspice: Tool): Promise<Waveform> {
  const drives = nth(plan, 0).weights.map(
    (_, s): Drive =>
      plan.map(({ weights, inputs }, k) => ({
        at: k * hold,
        weight: nth(weights, s),
        input: nth(inputs, s),
      })),
  );
  const times = { step: hold / POINTS, stop: plan.length * hold };
  return differentialTransient(ngspice, transientCircuit(design, drives), times);
}
