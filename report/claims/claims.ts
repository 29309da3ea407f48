/** Verdicts on the paper's claims: each beside this run's value, with the reasons. */

import { PAPER_CLAIMS, type PaperClaim } from '../../compare/index.ts';
import { CLAIM_KEYS, type ClaimId, deviation, type Measurement, measured } from '../../measurement/index.ts';
import { biologicalFinding, energyPerSynapseFinding, noiseFinding, unitCurrentFinding } from './analog.ts';
import type { Evidence, Finding } from './finding.ts';
import { agreementFinding, increaseFinding, variationFinding } from './networks.ts';
import { extendedRatioFinding, ratioFinding } from './ratios.ts';
import { transistorFinding } from './transistors.ts';

/**
 * Kind of a verdict. `partly`: agrees, but not all that the claim covers was measured; `assumed`: the paper's value was
 * taken over.
 */
type VerdictKind = 'agrees' | 'differs' | 'partly' | 'assumed' | 'not measured';

/** Claim with its finding, its verdict and the reasons. */
export interface ClaimResult {
  readonly claim: PaperClaim;
  /** Measurement `claim.ID`: our value, with the paper's in its source. */
  readonly measurement: Measurement;
  readonly verdict: VerdictKind;
  /** Verdict with the size of the difference, for a table. */
  readonly verdictText: string;
  /** Sentences in Markdown. */
  readonly explanation: readonly string[];
}

/** Factor, either way, within which a value is "about" a number. */
export const ABOUT_FACTOR = 1.5;

/** Results of all claims in the paper's order. */
export function judgeClaims(evidence: Evidence): readonly ClaimResult[] {
  return PAPER_CLAIMS.map((claim) => {
    const finding = findingOf(claim.id, evidence);
    const verdict = verdictOf(claim, finding);
    return {
      claim,
      measurement: measured(
        CLAIM_KEYS[claim.id],
        {},
        finding.value,
        finding.origin,
        `${finding.source}; paper: ${claim.printed} (${claim.source})`,
      ),
      verdict,
      verdictText: verdictText(claim, finding, verdict),
      explanation: finding.explanation,
    };
  });
}

function findingOf(id: ClaimId, evidence: Evidence): Finding {
  switch (id) {
    case 'transistors-8bit':
      return transistorFinding(evidence, 8);
    case 'transistors-3bit':
      return transistorFinding(evidence, 3);
    case 'ratio-low-frequency':
      return ratioFinding(evidence, 1e6);
    case 'ratio-all-frequencies':
      return ratioFinding(evidence, Number.POSITIVE_INFINITY);
    case 'ratio-extended':
      return extendedRatioFinding(evidence);
    case 'energy-per-synapse-8bit':
      return energyPerSynapseFinding(evidence);
    case 'biological-energy':
      return biologicalFinding(evidence);
    case 'unit-current':
      return unitCurrentFinding(evidence);
    case 'noise-power':
      return noiseFinding(evidence);
    case 'mnist-worst-case-increase':
      return increaseFinding(evidence);
    case 'bits-8-and-16-agree':
      return agreementFinding(evidence);
    case 'worst-case-increase-variation':
      return variationFinding(evidence);
  }
}

function verdictOf(claim: PaperClaim, finding: Finding): VerdictKind {
  if (finding.value === null) return 'not measured';
  if (typeof finding.judged === 'object') return finding.judged.agrees ? 'agrees' : 'differs';
  if (finding.judged === 'assumed') return 'assumed';
  if (claim.value !== null && !holds(claim, claim.value, finding.value)) return 'differs';
  return finding.judged === 'part' ? 'partly' : 'agrees';
}

function holds(claim: PaperClaim, stated: number, ours: number): boolean {
  switch (claim.relation) {
    case 'equal':
    case 'similar':
      return Math.abs(ours - stated) <= claim.rounding;
    case 'about':
      return ours <= stated * ABOUT_FACTOR && ours >= stated / ABOUT_FACTOR;
    case 'more than':
      return ours > stated;
    case 'at most':
      return ours <= stated + claim.rounding;
  }
}

function verdictText(claim: PaperClaim, finding: Finding, verdict: VerdictKind): string {
  switch (verdict) {
    case 'agrees':
      return 'agrees';
    case 'partly':
      return 'agrees as far as measured';
    case 'assumed':
      return "the paper's value, taken over";
    case 'not measured':
      return 'not measured';
    case 'differs':
      return claim.value === null || finding.value === null
        ? 'differs'
        : `differs: ${deviation(finding.value, claim.value)}`;
  }
}
