/** Pairs of a digital and a mixed-signal neuron at the same work. */

import { type BiasCurve, type PairCurve, pairCurves, pairMeasurements } from '../compare/index.ts';
import type { Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import type { MeasuredNeuron } from './synthesize.ts';

/** A comparison of the pairs of a spec. */
export interface PairComparison {
  /** Powers (W) over the frequencies of `compare.frequencies` (Hz). */
  readonly pairs: readonly PairCurve[];
  /** Power, energy and ratio at each frequency, each with origin and source. */
  readonly measurements: readonly Measurement[];
}

/** Comparison of the pairs of `spec.compare` whose two neurons are there; none where it has no `compare`. */
export function compare(
  spec: Spec,
  synthesized: readonly MeasuredNeuron[],
  analysed: readonly { readonly figures: BiasCurve }[],
): PairComparison {
  const pairs = pairCurves(
    spec,
    synthesized.map(({ figures }) => figures),
    analysed.map(({ figures }) => figures),
  );
  return { pairs, measurements: pairMeasurements(pairs) };
}
