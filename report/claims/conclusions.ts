/** What follows from a run: the claims as they were judged, and every measurement with the derived ones. */

import { pairMeasurements } from '../../compare/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { type ClaimResult, judgeClaims } from './claims.ts';
import type { Evidence } from './finding.ts';

/** Conclusions with their evidence: what metrics, report and terminal tell alike. */
export interface Conclusions extends Evidence {
  readonly claims: readonly ClaimResult[];
  /** Those of the steps, then powers, energies and ratios of the pairs, then the claims. */
  readonly measurements: readonly Measurement[];
}

/** The conclusions from `evidence`. */
export function conclude(evidence: Evidence): Conclusions {
  const claims = judgeClaims(evidence);
  const measurements = [
    ...evidence.input.measurements,
    ...pairMeasurements(evidence.curves),
    ...claims.map(({ measurement }) => measurement),
  ];
  return { ...evidence, claims, measurements };
}
