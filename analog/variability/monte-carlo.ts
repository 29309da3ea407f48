/**
 * Monte Carlo chips of one neuron: outputs at rest and at full scale. `monte-carlo-transistors.ts` measures them in
 * ngspice, `monte-carlo-formula.ts` computes them, `monte-carlo-figures.ts` sums them up.
 */

import type { Design } from '../neuron/design.ts';

/** Draw of chips: samples `from` to `from + samples - 1` of `seed`. */
export interface Draw {
  readonly seed: number;
  readonly samples: number;
  readonly from?: number;
  /** Weights of the outputs; default: `tellingWeights`. */
  readonly weights?: readonly number[];
}

/** Differential outputs of one chip, V. */
export interface Chip {
  /** Number of the sample. */
  readonly sample: number;
  /** Outputs without input and at + and - full scale of synapse 0, by weight. */
  readonly outputs: readonly WeightOutputs[];
}

/** Outputs of a chip at one weight. */
export interface WeightOutputs {
  readonly weight: number;
  /** V */
  readonly rest: number;
  /** V */
  readonly plus: number;
  /** V */
  readonly minus: number;
}

/**
 * Weights that tell the most about a chip, in rising order. Up to 4 bits: all but 0. More: every weight of one bit and
 * the largest, of which all others are sums where weights switch gates; where they steer tail currents, also every
 * weight that is one below a power of two, where most currents change sides, and `bits` evenly spread ones.
 */
export function tellingWeights({ bits, units, sizing }: Pick<Design, 'bits' | 'units' | 'sizing'>): readonly number[] {
  if (bits <= 4) return Array.from({ length: units }, (_, k) => k + 1);
  const powers = Array.from({ length: bits }, (_, bit) => 2 ** bit);
  const steered =
    sizing === 'tail-steered'
      ? [...powers.slice(1).map((power) => power - 1), ...powers.map((_, k) => Math.round((units * (k + 1)) / bits))]
      : [];
  return [...new Set([...powers, ...steered, units])].sort((a, b) => a - b);
}
