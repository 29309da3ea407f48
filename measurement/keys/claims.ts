/** Keys of what was obtained for each claim of the paper. */

import { key } from './key.ts';

/** Keys by the id of the claim. The meaning is what the paper states a value of. */
export const CLAIM_KEYS = {
  'transistors-8bit': key('claim.transistors-8bit', '1', 'MOSFETs in the 8-bit digital MAC (one multiplier)'),
  'transistors-3bit': key('claim.transistors-3bit', '1', 'MOSFETs in the 3-bit digital MAC (one multiplier)'),
  'ratio-low-frequency': key('claim.ratio-low-frequency', '1', 'digital over analog power below 1 MHz'),
  'ratio-all-frequencies': key('claim.ratio-all-frequencies', '1', 'digital over analog energy at every frequency'),
  'energy-per-synapse-8bit': key('claim.energy-per-synapse-8bit', 'J', 'energy per synapse of the 8-bit MS-N'),
  'biological-energy': key('claim.biological-energy', 'J', 'energy per operation of a biological neuron'),
  'unit-current': key('claim.unit-current', 'A', 'unit current that goes with the noise power'),
  'noise-power': key('claim.noise-power', 'V^2', 'integrated noise power in the bandwidth'),
  'mnist-worst-case-increase': key(
    'claim.mnist-worst-case-increase',
    '1',
    'worst-case increase of the MNIST error at that noise power (CNN, 3 bit)',
  ),
  'bits-8-and-16-agree': key(
    'claim.bits-8-and-16-agree',
    '1',
    '8-bit and 16-bit networks have similar errors in all three experiments',
  ),
  'ratio-extended': key('claim.ratio-extended', '1', 'energy efficiency over two digital neurons at all frequencies'),
  'worst-case-increase-variation': key(
    'claim.worst-case-increase-variation',
    '1',
    'worst-case increase of the error at about 1e-7 V² with 3 sigma of variation and mismatch (8 bit)',
  ),
} as const;

/** Id of a claim of the paper. */
export type ClaimId = keyof typeof CLAIM_KEYS;
