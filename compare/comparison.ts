/** Comparison of a run's neurons and networks, derived from their figures. */

import type { Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import type { Network } from '../nn/index.ts';
import type { BiasCurve, DigitalFigures } from './figures.ts';
import { compareNetworks, type NetworkComparison } from './network-comparison.ts';
import { type PairPeriphery, pairPeripheries, peripheryMeasurements } from './periphery.ts';
import { type PairCurve, pairCurves } from './power.ts';
import { compareSizings, type SizingComparison, type SizingFindings } from './sizings.ts';
import { type ShiftedPair, shiftedMeasurements, shiftedPairs } from './threshold-sensitivity.ts';

/** Figures to compare; the lists of steps that were left out are empty. */
export interface Compared {
  readonly digital: readonly DigitalFigures[];
  readonly analog: readonly BiasCurve[];
  readonly networks: readonly Network[];
  readonly sized: SizingFindings;
}

/** Entries for a report with their measurements. */
interface Part<T> {
  readonly pairs: readonly T[];
  readonly measurements: readonly Measurement[];
}

/** Pairs, sizings, thresholds, periphery and networks of a run beside each other. */
export interface Comparison {
  readonly curves: readonly PairCurve[];
  readonly sizings: SizingComparison;
  readonly shifted: Part<ShiftedPair>;
  readonly periphery: Part<PairPeriphery>;
  readonly networks: NetworkComparison;
}

/** Comparison of the figures in `compared`. */
export function compareFigures(spec: Spec, { digital, analog, networks, sized }: Compared): Comparison {
  const curves = pairCurves(spec, digital, analog);
  const shifted = shiftedPairs(spec, digital, sized.shifted);
  return {
    curves,
    sizings: compareSizings(spec, digital, sized),
    shifted: { pairs: shifted, measurements: shiftedMeasurements(shifted) },
    periphery: { pairs: pairPeripheries(spec, curves), measurements: peripheryMeasurements(spec) },
    networks: compareNetworks(spec, networks, digital, analog),
  };
}
