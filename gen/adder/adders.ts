/** Carry-propagate adders by name: ripple carry, carry select, parallel prefix. */

import type { ADDERS } from '../spec/constructions.ts';
import { carrySelect } from './carry-select.ts';
import { hybrid } from './hybrid-network.ts';
import { prefixAdder } from './prefix-adder.ts';
import { brentKung, hanCarlson, koggeStone, sklansky } from './prefix-network.ts';
import { type CarryPropagateAdder, ripple } from './ripple.ts';

export const CARRY_PROPAGATE_ADDERS: Readonly<Record<(typeof ADDERS)[number], CarryPropagateAdder>> = {
  ripple,
  sklansky: prefixAdder(sklansky),
  'kogge-stone': prefixAdder(koggeStone),
  'brent-kung': prefixAdder(brentKung),
  'han-carlson': prefixAdder(hanCarlson),
  'carry-select': carrySelect,
  hybrid: prefixAdder(hybrid),
};
