/** Circuit of a neuron's transistors with weights and inputs that change in time. */

import { nth } from '../../numeric/index.ts';
import { idleSynapses } from '../deck/analysed-circuit.ts';
import { diodeLoads } from '../deck/loads.ts';
import { balanced, conditions, mirror, supplies } from '../deck/surroundings.ts';
import { synapse } from '../deck/synapse.ts';
import type { BitWave } from '../deck/weight-switches.ts';
import type { Design } from '../neuron/design.ts';
import type { Circuit, Stimulus } from '../spice/circuit.ts';
import { source } from '../spice/elements.ts';

/** Edge of inputs and of the switches' control voltages, s: about an inverter's delay on the card. */
export const EDGE = 20e-12;

/** Weight and input of a synapse from a time on. The first level holds from the beginning. */
export interface Level {
  /** s */
  readonly at: number;
  /** Weight from 0 to 2^bits - 1. */
  readonly weight: number;
  /** Differential input, V. */
  readonly input: number;
}

/** Levels of one synapse in rising time; a single one stands still. */
export type Drive = readonly Level[];

/**
 * Circuit of the neuron with `drives` at its first synapses. Those without a drive rest at the common mode at their
 * largest weight. Weights are waves at the control voltages of the switches `onTAG` and `offTAG`, ideal or real.
 * Outputs `outp`, `outn`; gates of synapse k's bit b, unless tail-steered, `gpk_b` and `gnk_b`; input of synapse k
 * `ink`.
 */
export function transientCircuit(design: Design, drives: readonly Drive[]): Circuit {
  const idle = design.synapses - drives.length;
  if (drives.length < 1 || idle < 0)
    throw new RangeError(`drives must be 1 to ${design.synapses}, one a synapse: ${drives.length}`);
  const synapses = drives.flatMap((drive, k) => [
    source(`vin${k}`, `in${k}`, '0', waveform(drive.map(({ at, input }) => [at, input]))),
    ...balanced(`x${k}p`, `x${k}n`, `in${k}`, `${k}`),
    ...synapse(design, {
      prefix: `${k}_`,
      count: 1,
      weight: bitWaves(design, drive),
      input: { p: `x${k}p`, n: `x${k}n` },
    }),
  ]);
  return [
    ...conditions(design),
    ...supplies(design),
    ...mirror(design),
    ...synapses,
    ...idleSynapses(design, idle),
    ...diodeLoads(design),
  ];
}

function bitWaves({ bits, units, supply }: Design, drive: Drive): readonly BitWave[] {
  for (const { weight } of drive)
    if (!Number.isInteger(weight) || weight < 0 || weight > units)
      throw new RangeError(`weight must be a whole number from 0 to ${units}: ${weight}`);
  return Array.from({ length: bits }, (_, bit) => {
    const wave = (of: (on: number) => number): Stimulus =>
      waveform(drive.map(({ at, weight }) => [at, supply * of(Math.floor(weight / 2 ** bit) % 2)]));
    return { on: wave((on) => on), off: wave((on) => 1 - on) };
  });
}

/** Waveform of steps from value to value at the times given, an edge each. Points without change are left out. */
export function waveform(steps: readonly (readonly [number, number])[]): Stimulus {
  const points: (readonly [number, number])[] = [];
  let last: number | undefined;
  for (const [at, value] of steps) {
    if (last === undefined) points.push([0, value]);
    else if (value !== last) points.push([at, last], [at + EDGE, value]);
    last = value;
  }
  return points.length <= 1 ? { dc: nth(steps, 0)[1] } : { pwl: points };
}
