/** Which simulated circuits meet the paper's three figures at once: energy per synapse, ratio of powers, noise. */

import { isUsable, type SizingResult } from '../analog/index.ts';
import { type PaperClaim, paperClaim } from './paper-claims.ts';
import type { PairCurve } from './power.ts';
import { ratioFromStatedAt, type SizingCurve, smallestRatio } from './sizing-curves.ts';

/** One circuit at one bias and what it meets. */
export interface Standing {
  readonly sizing: SizingResult;
  readonly synapses: number;
  /** A */
  readonly unitCurrent: number;
  /** J */
  readonly energy: number;
  /** V^2 */
  readonly noise: number;
  /** Smallest digital over analog power up to 1 MHz and anywhere, bias down to the floor; null without one. */
  readonly ratioLow: number | null;
  readonly ratioAll: number | null;
  /** As `ratioLow`, with the unit current never below the spec's. */
  readonly ratioLowFromStated: number | null;
  readonly meets: { readonly energy: boolean; readonly noise: boolean; readonly ratios: boolean };
}

/** The three figures as the paper prints them; a last digit that rounds to them counts as met. */
export const TOGETHER = {
  energy: limit(paperClaim('energy-per-synapse-8bit'), 1),
  noise: limit(paperClaim('noise-power'), 1),
  ratioLow: limit(paperClaim('ratio-low-frequency'), -1),
  ratioAll: paperClaim('ratio-all-frequencies').value ?? Number.NaN,
} as const;

/** The paper's energy times its noise, J V^2. */
export const STATED_PRODUCT =
  (paperClaim('energy-per-synapse-8bit').value ?? Number.NaN) * (paperClaim('noise-power').value ?? Number.NaN);

/** Every usable bias of every sizing with one synapse. */
export function standingsAlone(curves: readonly SizingCurve[]): readonly Standing[] {
  return curves.flatMap(({ result, curve }) =>
    result.points.filter(isUsable).map((figures) => standing(result, curve, 1, figures)),
  );
}

/** The circuits that were simulated with as many synapses as bring the noise down. */
export function standingsShared(curves: readonly SizingCurve[]): readonly Standing[] {
  return curves.flatMap(({ result, curve }) =>
    result.shared.map(({ synapses, figures }) => standing(result, curve, synapses, figures)),
  );
}

/** Whether all three hold. */
export const holdsTogether = ({ meets }: Standing): boolean => meets.energy && meets.noise && meets.ratios;

/**
 * Bandwidth and power per synapse do not depend on the number of synapses, so the ratios are those of one synapse against
 * one multiplier; the digital neuron's adder tree is left out, in its favour.
 */
function standing(
  sizing: SizingResult,
  curve: PairCurve,
  synapses: number,
  figures: { readonly unitCurrent: number; readonly energyPerSynapse: number; readonly noiseTotal: number },
): Standing {
  const { unitCurrent, energyPerSynapse: energy, noiseTotal: noise } = figures;
  const ratioLow = smallestRatio(curve, LOW);
  const ratioAll = smallestRatio(curve, Number.POSITIVE_INFINITY);
  return {
    ...{ sizing, synapses, unitCurrent, energy, noise, ratioLow, ratioAll },
    ratioLowFromStated: smallestRatio(curve, LOW, ratioFromStatedAt),
    meets: {
      energy: energy <= TOGETHER.energy,
      noise: noise <= TOGETHER.noise,
      ratios: ratioLow !== null && ratioAll !== null && ratioLow >= TOGETHER.ratioLow && ratioAll > TOGETHER.ratioAll,
    },
  };
}

/** Hz */
const LOW = 1e6;

function limit({ value, rounding }: PaperClaim, sign: 1 | -1): number {
  return (value ?? Number.NaN) + sign * rounding;
}
