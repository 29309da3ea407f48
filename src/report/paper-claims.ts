/** What the paper and its extended version state, as data. */

import { percent, quantity } from './format.ts';

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
  /** Document and section. */
  readonly source: string;
}

const PAPER = 'arXiv 1710.09012 (2017)';
const EXTENDED = 'abstract of arXiv 1806.05141 (2018)';

/**
 * B. Chatterjee, P. Panda, S. Maity, K. Roy, S. Sen, "An Energy-Efficient Mixed-Signal Neuron for Inherently
 * Error-Resilient Neuromorphic Systems", arXiv 1710.09012, 2017; the last two from its extended version.
 */
export const PAPER_CLAIMS: readonly PaperClaim[] = [
  claim('transistors-8bit', 'MOSFETs in the 8-bit digital MAC (one multiplier)', 1980, '1', 'equal', 0, 'II.A'),
  claim('transistors-3bit', 'MOSFETs in the 3-bit digital MAC (one multiplier)', 192, '1', 'equal', 0, 'II.A'),
  claim('ratio-low-frequency', 'digital over analog power below 1 MHz', 1000, '1', 'about', 50, 'II.A and IV'),
  claim('ratio-all-frequencies', 'digital over analog energy at every frequency', 85, '1', 'more than', 0.5, 'IV'),
  claim('energy-per-synapse-8bit', 'energy per synapse of the 8-bit MS-N', 0.7e-15, 'J', 'equal', 0.05e-15, 'IV'),
  claim('biological-energy', 'energy per operation of a biological neuron', 20e-15, 'J', 'equal', 0.5e-15, 'IV, cited'),
  claim('unit-current', 'unit current that goes with the noise power', 100e-12, 'A', 'equal', 0.5e-12, 'III'),
  claim('noise-power', 'integrated noise power in the bandwidth', 1e-6, 'V^2', 'about', 0.05e-6, 'abstract and III'),
  claim(
    'mnist-worst-case-increase',
    'worst-case increase of the MNIST error at that noise power (CNN, 3 bit)',
    0.03,
    '1',
    'at most',
    0.005,
    'abstract and III',
  ),
  claim('bits-8-and-16-agree', '8-bit and 16-bit networks have similar errors', null, '1', 'similar', 0, 'III'),
  {
    id: 'ratio-extended',
    quantity: 'energy efficiency over two digital neurons at all frequencies',
    value: 100,
    unit: '1',
    relation: 'more than',
    rounding: 0.5,
    source: EXTENDED,
  },
  {
    id: 'worst-case-increase-variation',
    quantity: 'worst-case increase of the error at about 1e-7 V² with 3 sigma of variation and mismatch (8 bit)',
    value: 0.021,
    unit: '1',
    relation: 'at most',
    rounding: 0.0005,
    source: EXTENDED,
  },
];

/** The claim of that id. */
export function paperClaim(id: ClaimId): PaperClaim {
  const found = PAPER_CLAIMS.find((entry) => entry.id === id);
  if (found === undefined) throw new RangeError(`id must be that of a claim: ${id}`);
  return found;
}

/** The paper's side in words: `about 1000`, `0.700 fJ`, `similar`. */
export function statedValue(claim: PaperClaim): string {
  if (claim.value === null) return claim.relation;
  const shown = claimQuantity(claim, claim.value);
  return claim.relation === 'equal' ? shown : `${claim.relation} ${shown}`;
}

/** A value of the claim's quantity; increases of an error are shares and read in percent. */
export function claimQuantity(claim: PaperClaim, value: number): string {
  return IN_PERCENT.has(claim.id) ? percent(value) : quantity(value, claim.unit);
}

const IN_PERCENT: ReadonlySet<ClaimId> = new Set([
  'mnist-worst-case-increase',
  'bits-8-and-16-agree',
  'worst-case-increase-variation',
]);

function claim(
  id: ClaimId,
  quantity: string,
  value: number | null,
  unit: string,
  relation: Relation,
  rounding: number,
  section: string,
): PaperClaim {
  return { id, quantity, value, unit, relation, rounding, source: `${PAPER}, section ${section}` };
}
