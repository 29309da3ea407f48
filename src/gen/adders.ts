/** The carry-propagate adders by name. */

import { type CarryPropagateAdder, ripple } from './ripple.ts';

export const ADDERS = ['ripple'] as const;

export const CARRY_PROPAGATE_ADDERS: Readonly<Record<(typeof ADDERS)[number], CarryPropagateAdder>> = { ripple };
