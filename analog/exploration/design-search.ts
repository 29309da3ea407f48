/**
 * Search for the neuron of least energy that meets given targets. For each sizing, length and number of loads the unit
 * current is the least that reaches the bandwidth and matches, and capacitance is added until the noise is low enough:
 * noise times energy is a constant of the circuit (P/f = 4 pi n U_T V_dd C and noise = 2 gamma (1 + gain) k T/C), so a
 * lower noise is always bought with energy. All by the closed form; what is found is to be simulated.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { totalError } from '../variability/output-errors.ts';
import { type Candidate, candidateOf, type DesignTargets, resolved, shapes } from './candidate.ts';

/** Result of a search. */
export interface DesignSearch {
  /** Neuron of least energy among those that meet all targets; null where none does. */
  readonly found: Candidate | null;
  /**
   * Conflicts of the targets where no neuron meets all. For each target, the least of its quantity over those that meet
   * all the others; null: none does.
   */
  readonly conflicts: readonly {
    readonly target: LimitedTarget;
    readonly limit: number;
    readonly best: Candidate | null;
  }[];
  /** Least product of energy (J) and noise (V^2) of all that were tried. */
  readonly energyTimesNoise: number | null;
  /** Number of neurons that were tried. */
  readonly tried: number;
}

/** Targets that limit a quantity from above. */
export const LIMITED_TARGETS = ['noise', 'mismatch', 'error', 'energy'] as const;
/** Name of one of these targets. */
export type LimitedTarget = (typeof LIMITED_TARGETS)[number];

/** Number of rounds of the search for the least that other targets allow. */
const ROUNDS = 8;

/** Result of a search from `base`, whose bits, synapses, supply, tails, switches and temperature stay. */
export function searchDesign(base: AnalogNeuron, targets: DesignTargets): DesignSearch {
  const candidates = candidatesOf(base, targets);
  const found = bestOf(candidates, targets);
  const products = candidates.map(({ figures }) => figures.energyPerSynapse * figures.noiseTotal);
  return {
    found,
    conflicts: found ? [] : LIMITED_TARGETS.flatMap((target) => conflictOf(base, targets, target) ?? []),
    energyTimesNoise: products.length ? Math.min(...products) : null,
    tried: candidates.length,
  };
}

/**
 * Candidate of least energy that meets all targets. What a candidate needs beside for its errors only takes energy, so
 * they are resolved in rising energy until the least is one that is.
 */
function bestOf(candidates: readonly Candidate[], targets: DesignTargets): Candidate | null {
  const waiting = meeting(candidates, targets).toSorted((a, b) => a.energy - b.energy);
  let best: Candidate | null = null;
  for (const candidate of waiting) {
    if (best && best.energy <= candidate.energy) break;
    const next = resolved(candidate, targets);
    if (next && meeting([next], targets).length > 0 && (!best || next.energy < best.energy)) best = next;
  }
  return best;
}

/** Least quantity of `target` over the neurons that meet all others; undefined where it limits nothing. */
function conflictOf(
  base: AnalogNeuron,
  targets: DesignTargets,
  target: LimitedTarget,
): DesignSearch['conflicts'][number] | undefined {
  const limit = targets[target];
  if (limit === undefined) return undefined;
  const search = (most: number | undefined): Candidate | null => {
    const loose = { ...targets, [target]: most };
    return bestOf(candidatesOf(base, loose), loose);
  };
  // Current and capacitance were spent for the target: it is what is to be given up, as little as possible.
  let best = search(undefined);
  let [low, high] = [limit, best ? quantityOf(best, target) : limit];
  for (let round = 0; best && target !== 'energy' && round < ROUNDS; round++) {
    const middle = Math.sqrt(low * high);
    const candidate = search(middle);
    if (candidate) {
      best = candidate;
      high = Math.min(middle, quantityOf(candidate, target));
    } else low = middle;
  }
  return { target, limit, best };
}

const candidatesOf = (base: AnalogNeuron, targets: DesignTargets): readonly Candidate[] =>
  shapes(base).flatMap((shape) => candidateOf(shape, targets) ?? []);

const meeting = (candidates: readonly Candidate[], targets: DesignTargets): readonly Candidate[] =>
  candidates.filter((candidate) =>
    LIMITED_TARGETS.every((target) => {
      const most = targets[target];
      return most === undefined || (target === 'error' && !candidate.errors) || quantityOf(candidate, target) <= most;
    }),
  );

/** Quantity that a target limits. */
export function quantityOf({ figures, mismatch, energy, errors }: Candidate, target: LimitedTarget): number {
  switch (target) {
    case 'noise':
      return figures.noiseTotal;
    case 'mismatch':
      return mismatch;
    case 'energy':
      return energy;
    case 'error':
      return errors ? totalError(errors) : Number.NaN;
  }
}
