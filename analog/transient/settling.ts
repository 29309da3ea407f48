/**
 * Settling of a neuron's output within half a least significant bit. It follows an input step, a change of all weight
 * bits, and the step in the middle of the weights, where every bit changes.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Design } from '../neuron/design.ts';
import { reasonsText } from '../neuron/reason-text.ts';
import { designOf } from '../neuron/sizing.ts';
import { cornerOf, smallSignal } from '../neuron/small-signal.ts';
import { differentialTransient, restingOutput } from '../spice/differential.ts';
import { type Level, transientCircuit } from './transient-deck.ts';

/** Events after which an output settles. */
export const SETTLING_EVENTS = ['input', 'weight', 'carry'] as const;

/** Settling after one event. */
export interface Settling {
  /**
   * Step that is made. `input`: 0 to full scale at the largest weight; `weight`: 0 to the largest; `carry`: 2^(bits-1)
   * - 1 to one more.
   */
  readonly event: (typeof SETTLING_EVENTS)[number];
  /**
   * Settling time from the beginning of the step, s. Null where the output was not within half an LSB at the end of the
   * longest run.
   */
  readonly time: number | null;
  /** Settling time by the closed form's pole and zero, s. */
  readonly expected: number;
  /** Farthest excursion of the output beyond both ends of the step, V. */
  readonly overshoot: number;
  /** Last value of the transient minus the DC value, V. */
  readonly deviation: number;
  /** Differential output before and after by DC, V. */
  readonly from: number;
  readonly to: number;
  /** Half the output of one LSB of the weight at full-scale input, V. */
  readonly halfLsb: number;
}

/** Time scale of a neuron by its closed form. */
export interface TimeScale {
  /** Time constant 1/(2 pi pole), s. */
  readonly tau: number;
  /** First throw the wrong way by the drain-gate capacitance, share of the step. */
  readonly kick: number;
}

/** Time scale of a design. Throws where the neuron is no amplifier and so has none. */
export function timeScale(design: Design): TimeScale {
  const circuit = smallSignal(design);
  const tau = 1 / (2 * Math.PI * cornerOf(circuit).pole);
  const kick = (circuit.feedthrough * circuit.conductance) / (circuit.capacitance * circuit.gm);
  if (!(tau > 0 && Number.isFinite(tau) && kick >= 0))
    throw new RangeError(`${design.name} has no time scale at ${design.unitCurrent} A: ${reasonsText(circuit.flags)}`);
  return { tau, kick };
}

/** Time before the step, time constants. */
const BEFORE = 0.5;
/** Time of the first run after the step, time constants. */
const WINDOW = 16;
/** Part of a run within which it must have settled. Otherwise it is repeated, longer, a few times. */
const SETTLED_PART = 0.75;
const LONGER = 6;
const RUNS = 3;
const POINTS = 800;

/** Settling after every event of `neuron`, at its own unit current. The switches are those of the spec. */
export async function settling(neuron: AnalogNeuron, ngspice: Tool): Promise<readonly Settling[]> {
  const design = designOf(neuron);
  const { units, bits } = design;
  const scale = timeScale(design);
  const half = 2 ** (bits - 1);
  const state = (weight: number, input: number) => ({ weight, input });
  const full = neuron.fullScale;
  const largest = await resting(design, state(units, full), ngspice);
  const halfLsb = Math.abs(largest) / units / 2;
  const steps = {
    input: [state(units, 0), state(units, full)],
    weight: [state(0, full), state(units, full)],
    carry: [state(half - 1, full), state(half, full)],
  } as const;
  return Promise.all(
    SETTLING_EVENTS.map(async (event) => {
      const [before, after] = steps[event];
      const [from, to] = await Promise.all([before, after].map((entry) => resting(design, entry, ngspice)));
      if (from === undefined || to === undefined) throw new RangeError('no resting points');
      const expected = scale.tau * Math.max(0, Math.log(((1 + scale.kick) * Math.abs(to - from)) / halfLsb));
      const run = await step(design, before, after, { to, halfLsb, tau: scale.tau }, ngspice);
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const overshoot = Math.max(0, low - run.least, run.most - high);
      return { event, time: run.time, expected, overshoot, deviation: run.last - to, from, to, halfLsb };
    }),
  );
}

type State = Omit<Level, 'at'>;

/** Differential output at rest, V. */
export const resting = (design: Design, state: State, ngspice: Tool): Promise<number> =>
  restingOutput(ngspice, transientCircuit(design, [[{ at: 0, ...state }]]));

/** Response to one step, in a run as long as it needs. */
async function step(
  design: Design,
  before: State,
  after: State,
  { to, halfLsb, tau }: { readonly to: number; readonly halfLsb: number; readonly tau: number },
  ngspice: Tool,
): Promise<{
  readonly time: number | null;
  readonly last: number;
  readonly least: number;
  readonly most: number;
}> {
  const start = BEFORE * tau;
  const circuit = transientCircuit(design, [
    [
      { at: 0, ...before },
      { at: start, ...after },
    ],
  ]);
  let window = WINDOW * tau;
  for (let round = 1; ; round++) {
    const stop = start + window;
    const { time, output } = await differentialTransient(ngspice, circuit, { step: stop / POINTS, stop });
    const at = settledAt(time, output, to, halfLsb);
    const settled = at !== null && at - start <= SETTLED_PART * window;
    if (settled || round === RUNS)
      return {
        time: settled ? Math.max(0, at - start) : null,
        last: nth(output, output.length - 1),
        least: Math.min(...output),
        most: Math.max(...output),
      };
    window *= LONGER;
  }
}

/**
 * Time from which `values` stay within `band` of `target`. Between points it is linear; null where the last one is not
 * within. A curve that never leaves the band has settled at its beginning.
 */
export function settledAt(
  time: readonly number[],
  values: readonly number[],
  target: number,
  band: number,
): number | null {
  const outside = values.findLastIndex((value) => !(Math.abs(value - target) <= band));
  const [t0, t1] = [time[outside], time[outside + 1]];
  const [v0, v1] = [values[outside], values[outside + 1]];
  if (outside < 0) return time[0] ?? null;
  if (t0 === undefined || t1 === undefined || v0 === undefined || v1 === undefined) return null;
  const edge = target + Math.sign(v0 - target) * band;
  return t0 + ((t1 - t0) * (v0 - edge)) / (v0 - v1);
}
