/** Conclusions from a run: the judged claims, and every measurement with the derived ones. */

import { besidePaper, pairMeasurements } from '../../compare/index.ts';
import type { Measurement } from '../../measurement/index.ts';
import { type ClaimResult, judgeClaims } from './claims.ts';
import type { Evidence } from './finding.ts';

/** Conclusions with their evidence, told alike by metrics, report and terminal. */
export interface Conclusions extends Evidence {
  /** None where the spec does not ask for the paper. */
  readonly claims: readonly ClaimResult[];
  /** Measurements of the steps, then of the pairs, then of the claims. */
  readonly measurements: readonly Measurement[];
}

/** Conclusions from `evidence`. */
export function conclude(evidence: Evidence): Conclusions {
  const claims = besidePaper(evidence.input.spec) ? judgeClaims(evidence) : [];
  const measurements = [
    ...evidence.input.measurements,
    ...pairMeasurements(evidence.curves),
    ...claims.map(({ measurement }) => measurement),
  ];
  return { ...evidence, claims, measurements };
}
