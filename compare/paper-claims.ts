/** Claims of the paper and of its extended version, as data. */

import type { Spec } from '../gen/index.ts';
import { CLAIM_KEYS, type ClaimId, percentagePoints, quantity } from '../measurement/index.ts';

/** Meaning of a stated number. */
export type Relation = 'equal' | 'about' | 'more than' | 'at most' | 'similar';

/** Claim of the paper with its number and its words. */
export interface PaperClaim {
  readonly id: ClaimId;
  /** Stated number in the unit of its key; null for a statement without one. */
  readonly value: number | null;
  readonly relation: Relation;
  /** Half a unit of the last printed digit: a value this close is the same value. */
  readonly rounding: number;
  /** Number as the paper prints it. */
  readonly printed: string;
  /** Document and section of the claim. */
  readonly source: string;
}

const PAPER = 'arXiv 1710.09012 (2017)';
const EXTENDED = 'arXiv 1806.05141 (2018), abstract';

/**
 * Claims in the order of the paper; the last two are from its extended version. B. Chatterjee, P. Panda, S. Maity, K.
 * Roy, S. Sen, "An Energy-Efficient Mixed-Signal Neuron for Inherently Error-Resilient Neuromorphic Systems", arXiv
 * 1710.09012, 2017; the last two from its extended version.
 */
export const PAPER_CLAIMS: readonly PaperClaim[] = [
  {
    id: 'transistors-8bit',
    value: 1980,
    relation: 'equal',
    rounding: 0,
    printed: '1980',
    source: `${PAPER}, section II.A`,
  },
  {
    id: 'transistors-3bit',
    value: 192,
    relation: 'equal',
    rounding: 0,
    printed: '192',
    source: `${PAPER}, section II.A`,
  },
  {
    id: 'ratio-low-frequency',
    value: 1000,
    relation: 'about',
    rounding: 50,
    printed: 'about 1000',
    source: `${PAPER}, sections II.A and IV`,
  },
  {
    id: 'ratio-all-frequencies',
    value: 85,
    relation: 'more than',
    rounding: 0.5,
    printed: 'more than 85',
    source: `${PAPER}, section IV`,
  },
  {
    id: 'energy-per-synapse-8bit',
    value: 0.7e-15,
    relation: 'equal',
    rounding: 0.05e-15,
    printed: '0.7 fJ',
    source: `${PAPER}, section IV`,
  },
  {
    id: 'biological-energy',
    value: 20e-15,
    relation: 'equal',
    rounding: 0.5e-15,
    printed: '20 fJ',
    source: `${PAPER}, section IV, cited there`,
  },
  {
    id: 'unit-current',
    value: 100e-12,
    relation: 'equal',
    rounding: 0.5e-12,
    printed: '100 pA',
    source: `${PAPER}, section III`,
  },
  {
    id: 'noise-power',
    value: 1e-6,
    relation: 'about',
    rounding: 0.05e-6,
    printed: 'about 1e-6 V²',
    source: `${PAPER}, abstract and section III`,
  },
  {
    id: 'mnist-worst-case-increase',
    value: 0.03,
    relation: 'at most',
    rounding: 0.005,
    printed: 'at most 3 points',
    source: `${PAPER}, abstract and section III`,
  },
  {
    id: 'bits-8-and-16-agree',
    value: null,
    relation: 'similar',
    rounding: 0,
    printed: 'similar',
    source: `${PAPER}, section III`,
  },
  {
    id: 'ratio-extended',
    value: 100,
    relation: 'more than',
    rounding: 0.5,
    printed: 'more than 100',
    source: EXTENDED,
  },
  {
    id: 'worst-case-increase-variation',
    value: 0.021,
    relation: 'at most',
    rounding: 0.0005,
    printed: 'at most 2.1 points',
    source: EXTENDED,
  },
];

/** Test whether the spec asks for the paper beside its results. */
export const besidePaper = ({ compare }: Spec): boolean => compare?.paper === true;

/** Claim of that id. Throws where there is none. */
export function paperClaim(id: ClaimId): PaperClaim {
  const found = PAPER_CLAIMS.find((entry) => entry.id === id);
  if (found === undefined) throw new RangeError(`id must be that of a claim: ${id}`);
  return found;
}

/** Number that a claim states, in the unit of its key. Throws for a claim without one. */
export function statedNumber(id: ClaimId): number {
  const { value } = paperClaim(id);
  if (value === null) throw new RangeError(`id must be that of a claim with a number: ${id}`);
  return value;
}

/** Text of a value of the claim's quantity. Differences of errors are shares of one, printed in percentage points. */
export function claimQuantity(claim: PaperClaim, value: number): string {
  return IN_POINTS.has(claim.id) ? percentagePoints(value) : quantity(value, CLAIM_KEYS[claim.id].unit);
}

const IN_POINTS: ReadonlySet<ClaimId> = new Set([
  'mnist-worst-case-increase',
  'bits-8-and-16-agree',
  'worst-case-increase-variation',
]);
