/** What the paper and its extended version state, as data. */

import { percentagePoints, quantity } from '../measurement/index.ts';

/** How a stated number is meant. */
export type Relation = 'equal' | 'about' | 'more than' | 'at most' | 'similar';

export type ClaimId =
  | 'transistors-8bit'
  | 'transistors-3bit'
  | 'ratio-low-frequency'
  | 'ratio-all-frequencies'
  | 'energy-per-synapse-8bit'
  | 'biological-energy'
  | 'unit-current'
  | 'noise-power'
  | 'mnist-worst-case-increase'
  | 'bits-8-and-16-agree'
  | 'ratio-extended'
  | 'worst-case-increase-variation';

export interface PaperClaim {
  readonly id: ClaimId;
  /** What is stated, in words. */
  readonly quantity: string;
  /** In `unit`; null for a statement without a number. */
  readonly value: number | null;
  /** SI unit; `1` for a count or ratio. */
  readonly unit: string;
  readonly relation: Relation;
  /** Half a unit of the last digit as printed: a value this close is the same value. */
  readonly rounding: number;
  /** The paper's side as people read it. */
  readonly printed: string;
  /** Document and section. */
  readonly source: string;
}

const PAPER = 'arXiv 1710.09012 (2017)';
const EXTENDED = 'arXiv 1806.05141 (2018), abstract';

/**
 * B. Chatterjee, P. Panda, S. Maity, K. Roy, S. Sen, "An Energy-Efficient Mixed-Signal Neuron for Inherently
 * Error-Resilient Neuromorphic Systems", arXiv 1710.09012, 2017; the last two from its extended version.
 */
export const PAPER_CLAIMS: readonly PaperClaim[] = [
  {
    id: 'transistors-8bit',
    quantity: 'MOSFETs in the 8-bit digital MAC (one multiplier)',
    value: 1980,
    unit: '1',
    relation: 'equal',
    rounding: 0,
    printed: '1980',
    source: `${PAPER}, section II.A`,
  },
  {
    id: 'transistors-3bit',
    quantity: 'MOSFETs in the 3-bit digital MAC (one multiplier)',
    value: 192,
    unit: '1',
    relation: 'equal',
    rounding: 0,
    printed: '192',
    source: `${PAPER}, section II.A`,
  },
  {
    id: 'ratio-low-frequency',
    quantity: 'digital over analog power below 1 MHz',
    value: 1000,
    unit: '1',
    relation: 'about',
    rounding: 50,
    printed: 'about 1000',
    source: `${PAPER}, sections II.A and IV`,
  },
  {
    id: 'ratio-all-frequencies',
    quantity: 'digital over analog energy at every frequency',
    value: 85,
    unit: '1',
    relation: 'more than',
    rounding: 0.5,
    printed: 'more than 85',
    source: `${PAPER}, section IV`,
  },
  {
    id: 'energy-per-synapse-8bit',
    quantity: 'energy per synapse of the 8-bit MS-N',
    value: 0.7e-15,
    unit: 'J',
    relation: 'equal',
    rounding: 0.05e-15,
    printed: '0.7 fJ',
    source: `${PAPER}, section IV`,
  },
  {
    id: 'biological-energy',
    quantity: 'energy per operation of a biological neuron',
    value: 20e-15,
    unit: 'J',
    relation: 'equal',
    rounding: 0.5e-15,
    printed: '20 fJ',
    source: `${PAPER}, section IV, cited there`,
  },
  {
    id: 'unit-current',
    quantity: 'unit current that goes with the noise power',
    value: 100e-12,
    unit: 'A',
    relation: 'equal',
    rounding: 0.5e-12,
    printed: '100 pA',
    source: `${PAPER}, section III`,
  },
  {
    id: 'noise-power',
    quantity: 'integrated noise power in the bandwidth',
    value: 1e-6,
    unit: 'V^2',
    relation: 'about',
    rounding: 0.05e-6,
    printed: 'about 1e-6 V²',
    source: `${PAPER}, abstract and section III`,
  },
  {
    id: 'mnist-worst-case-increase',
    quantity: 'worst-case increase of the MNIST error at that noise power (CNN, 3 bit)',
    value: 0.03,
    unit: '1',
    relation: 'at most',
    rounding: 0.005,
    printed: 'at most 3 points',
    source: `${PAPER}, abstract and section III`,
  },
  {
    id: 'bits-8-and-16-agree',
    quantity: '8-bit and 16-bit networks have similar errors in all three experiments',
    value: null,
    unit: '1',
    relation: 'similar',
    rounding: 0,
    printed: 'similar',
    source: `${PAPER}, section III`,
  },
  {
    id: 'ratio-extended',
    quantity: 'energy efficiency over two digital neurons at all frequencies',
    value: 100,
    unit: '1',
    relation: 'more than',
    rounding: 0.5,
    printed: 'more than 100',
    source: EXTENDED,
  },
  {
    id: 'worst-case-increase-variation',
    quantity: 'worst-case increase of the error at about 1e-7 V² with 3 sigma of variation and mismatch (8 bit)',
    value: 0.021,
    unit: '1',
    relation: 'at most',
    rounding: 0.0005,
    printed: 'at most 2.1 points',
    source: EXTENDED,
  },
];

/** The claim of that id. */
export function paperClaim(id: ClaimId): PaperClaim {
  const found = PAPER_CLAIMS.find((entry) => entry.id === id);
  if (found === undefined) throw new RangeError(`id must be that of a claim: ${id}`);
  return found;
}

/** A value of the claim's quantity; differences of errors are shares of one and read in percentage points. */
export function claimQuantity(claim: PaperClaim, value: number): string {
  return IN_POINTS.has(claim.id) ? percentagePoints(value) : quantity(value, claim.unit);
}

const IN_POINTS: ReadonlySet<ClaimId> = new Set([
  'mnist-worst-case-increase',
  'bits-8-and-16-agree',
  'worst-case-increase-variation',
]);
