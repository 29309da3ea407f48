/** Simulated circuits beside the paper's three figures at once: energy per synapse, ratio of powers, noise. */

import { isUsable, type SizingResult, type SpaceCurve } from '../analog/index.ts';
import type { ClaimId } from '../measurement/index.ts';
import { paperClaim, statedNumber } from './paper-claims.ts';
import { analogPower, digitalPower, type PairCurve } from './power.ts';
import { ratioFromStatedAt, type SizingCurve, smallestRatio } from './sizing-curves.ts';

/** Standing of one circuit at one bias against the three figures. */
export interface Standing {
  readonly sizing: SizingResult;
  readonly synapses: number;
  /** A */
  readonly unitCurrent: number;
  /** J */
  readonly energy: number;
  /** V^2 */
  readonly noise: number;
  /**
   * Smallest ratio of powers up to 1 MHz, bias down to the floor. `ratioAll` is that at any frequency; null without
   * one.
   */
  readonly ratioLow: number | null;
  readonly ratioAll: number | null;
  /** Smallest ratio up to 1 MHz with the unit current never below the spec's. */
  readonly ratioLowFromStated: number | null;
  readonly meets: { readonly energy: boolean; readonly noise: boolean; readonly ratios: boolean };
}

/** Limits of the three figures. A value whose last digit rounds to the printed one counts as met. */
export const TOGETHER = {
  energy: limit('energy-per-synapse-8bit', 1),
  noise: limit('noise-power', 1),
  ratioLow: limit('ratio-low-frequency', -1),
  ratioAll: statedNumber('ratio-all-frequencies'),
} as const;

/** Product of the paper's energy and its noise, J V^2. */
export const STATED_PRODUCT = statedNumber('energy-per-synapse-8bit') * statedNumber('noise-power');

/** Standings of all simulated circuits, and counts over many more by the closed form. */
export interface ClaimsTogether {
  /** Circuits of one synapse, at every usable bias. */
  readonly alone: readonly Standing[];
  /** Circuits of as many synapses as bring the noise down. */
  readonly shared: readonly Standing[];
  /** Counts over the design space; null where none was computed. */
  readonly space: SpaceCount | null;
}

/** Bits of the neuron that the three claims are about. */
const BITS = 8;

/** Standings of `curves` and counts over `space`. Null without curves of a neuron with the paper's bits. */
export function claimsTogether(curves: readonly SizingCurve[], space: readonly SpaceCurve[]): ClaimsTogether | null {
  const [first] = curves;
  if (first?.result.neuron.bits !== BITS) return null;
  return {
    alone: standingsAlone(curves),
    shared: standingsShared(curves),
    space: space.length === 0 ? null : countSpace(space, first.curve),
  };
}

/** Standings at every usable bias of every sizing with one synapse. */
export function standingsAlone(curves: readonly SizingCurve[]): readonly Standing[] {
  return curves.flatMap(({ result, curve }) =>
    result.points.filter(isUsable).map((figures) => standing(result, curve, 1, figures)),
  );
}

/** Standings of the circuits that share an output among many synapses. */
export function standingsShared(curves: readonly SizingCurve[]): readonly Standing[] {
  return curves.flatMap(({ result, curve }) =>
    result.shared.map(({ synapses, figures }) => standing(result, curve, synapses, figures)),
  );
}

/** Counts of the neurons of a design space by the figures that they meet. */
export interface SpaceCount {
  /** Supplies of the neurons counted, V. */
  readonly supplies: readonly number[];
  readonly designs: number;
  /** Number of designs times unit currents where the closed form holds. */
  readonly circuits: number;
  /** Number of circuits that meet energy and noise. */
  readonly energyAndNoise: number;
  /** Supplies of those circuits, V. */
  readonly atSupplies: readonly number[];
  /** Highest bandwidth of a design with such a circuit, at any bias, Hz; 0 without one. */
  readonly reach: number;
  /** Least energy times noise, J V^2. */
  readonly leastProduct: number;
  /**
   * Number of circuits that meet all three. For the ratios the bias of the same design is chosen for each frequency.
   */
  readonly all: number;
}

/** Counts over `space`. The ratios are those to the digital neuron of `curve` at the frequencies of `curve`. */
export function countSpace(space: readonly SpaceCurve[], { digital, points: frequencies }: PairCurve): SpaceCount {
  const counted = space.map(({ supply, points }) => {
    const rising = points.filter(({ bandwidth }, k) =>
      points.slice(0, k).every((other) => other.bandwidth < bandwidth),
    );
    const ratios = frequencies.flatMap(({ frequency }) => {
      const over = digitalPower(digital, frequency);
      if (over === null) return [];
      const under = analogPower(rising, frequency);
      return [{ frequency, ratio: under === null ? 0 : over / under }];
    });
    const apart =
      ratios.length > 0 &&
      ratios.every(
        ({ frequency, ratio }) => ratio > TOGETHER.ratioAll && (frequency > LOW || ratio >= TOGETHER.ratioLow),
      );
    const met = points.filter(
      ({ power, bandwidth, noise }) => power / bandwidth <= TOGETHER.energy && noise <= TOGETHER.noise,
    );
    const reach = met.length > 0 ? Math.max(...points.map(({ bandwidth }) => bandwidth)) : 0;
    return { supply, met: met.length, reach, all: apart ? met.length : 0 };
  });
  const products = space.flatMap(({ points }) =>
    points.map(({ power, bandwidth, noise }) => (power / bandwidth) * noise),
  );
  return {
    supplies: [...new Set(space.map(({ supply }) => supply))],
    designs: space.length,
    circuits: products.length,
    energyAndNoise: counted.reduce((sum, { met }) => sum + met, 0),
    atSupplies: [...new Set(counted.filter(({ met }) => met > 0).map(({ supply }) => supply))],
    reach: Math.max(0, ...counted.map(({ reach }) => reach)),
    leastProduct: Math.min(...products),
    all: counted.reduce((sum, { all }) => sum + all, 0),
  };
}

/** Test that a circuit meets all three figures. */
export const holdsTogether = ({ meets }: Standing): boolean => meets.energy && meets.noise && meets.ratios;

/**
 * Standing of a sizing with `synapses` that share an output. Bandwidth and power per synapse do not depend on their
 * number, so the ratios are those of one synapse against one multiplier; the digital neuron's adder tree is left out,
 * in its favour.
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

/** Highest frequency of the low-frequency ratio, Hz. */
const LOW = 1e6;

function limit(id: ClaimId, sign: 1 | -1): number {
  return statedNumber(id) + sign * paperClaim(id).rounding;
}
