/** Studies of sizings, threshold flavour and periphery. */

import type { Comparison } from '../../compare/index.ts';
import type { Study } from '../study/study.ts';
import { claimsTogetherStudy } from './claims-together.ts';
import { peripheryStudy } from './periphery.ts';
import { sizingsStudy } from './sizings.ts';
import { thresholdStudy } from './threshold.ts';

/** Studies of one mixed-signal neuron; `own` is the threshold shift of the spec, V. */
export function sizingStudies({ sizings, shifted, periphery }: Comparison, own: number): readonly Study[] {
  return [
    sizingsStudy(sizings),
    claimsTogetherStudy(sizings),
    thresholdStudy(shifted.pairs, own),
    peripheryStudy(periphery.pairs),
  ];
}
