/** Transistor circuit of a neuron with its inputs and supplies, ready for an analysis. */

import type { Design } from '../neuron/design.ts';
import type { Deviations } from './transistor-device.ts';
import { conditionLines, loadLines, mirrorLines, synapseLines } from './transistor-lines.ts';

/** What is driven and how, of a circuit to be analysed. */
export interface Excitation {
  /** Weight of synapse 0; default: the largest. */
  readonly weight?: number;
  /** In place of models that all match. */
  readonly deviations?: Deviations;
  /** In place of the small-signal source `vin` between the nodes `in` and 0: the whole differential input. */
  readonly source?: string;
}

/**
 * The circuit that is analysed: synapse 0 at a weight between the nodes `xp` and `xn`, which the source `vin` drives
 * differentially; the others at their largest weight without input, merged into pairs as wide as all of them, which
 * is exact since they are equal. Outputs `outp` and `outn`, supply current in `vdd`, sources of the pairs of synapse 0
 * `t0`, `t1`... (tail-steered: `td`, `ti`).
 */
export function analysedCircuit(design: Design, excitation: Excitation = {}): string {
  const { weight = design.units, deviations, source = 'vin in 0 dc 0 ac 1' } = excitation;
  const idle = design.synapses - 1;
  const cm = { p: 'cm', n: 'cm' };
  return [
    ...conditionLines(design),
    `vdd vdd 0 dc ${design.supply}`,
    `vcm cm 0 dc ${design.commonMode}`,
    source,
    ...inputLines('xp', 'xn'),
    ...mirrorLines(design),
    ...synapseLines(design, { prefix: '', count: 1, weight, input: { p: 'xp', n: 'xn' }, deviations }),
    ...(idle > 0
      ? synapseLines(design, { prefix: 'r', count: idle, weight: design.units, input: cm, deviations })
      : []),
    ...loadLines(design, deviations),
  ].join('\n');
}

/** Half of the voltage at `in` on each side of the common mode. */
export const inputLines = (p: string, n: string): readonly string[] => [
  `exp ${p} cm in 0 0.5`,
  `exn ${n} cm in 0 -0.5`,
];
