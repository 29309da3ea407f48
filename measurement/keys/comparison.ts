/** Keys of the comparison of a digital with a mixed-signal neuron. */

import { key } from './key.ts';

/** Power and energy of the neurons of a pair, and their ratio. */
export const PAIR_KEYS = {
  power: key(
    '{neuron}.power@{frequency}',
    'W',
    'power at so many operations a second, the mixed-signal neuron at its smallest sufficient bias',
  ),
  energy: key('{neuron}.energy@{frequency}', 'J', 'the same power over the frequency: energy of an operation'),
  powerRatio: key(
    '{digital}/{analog}.powerRatio@{frequency}[,thresholdShift={thresholdShift}]',
    '1',
    'power of the digital neuron over that of the mixed-signal neuron, also the ratio of their energies',
  ),
  powerRatioFromStated: key(
    '{digital}/{analog}.powerRatioFromStatedCurrent@{frequency}',
    '1',
    "the same ratio with a unit current never below the spec's",
  ),
  shiftedLeakage: key(
    '{neuron}.leakage@thresholdShift={thresholdShift}',
    'W',
    'static power of the digital neuron with shifted thresholds',
  ),
} as const;
