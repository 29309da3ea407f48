/** What the steps of a run found. */

import type { SizingFindings } from '../../compare/index.ts';
import type { AnalysedNeuron } from '../steps/analog.ts';
import type { Evaluation } from '../steps/evaluate.ts';
import type { Generated } from '../steps/generate.ts';
import type { StudiedNeuron } from '../steps/studies.ts';
import type { SynthesizedNeuron } from '../steps/synth.ts';
import type { VerifiedNeuron } from '../steps/verify.ts';
import type { VerifiedNetwork } from '../verify-network/findings.ts';

/** Findings by step; those of steps that were left out are empty. */
export interface Outcome {
  readonly generated: Generated;
  readonly synthesized: readonly SynthesizedNeuron[];
  readonly verified: readonly VerifiedNeuron[];
  readonly streamed: readonly VerifiedNetwork[];
  readonly analysed: readonly AnalysedNeuron[];
  readonly studied: readonly StudiedNeuron[];
  readonly sized: SizingFindings;
  readonly evaluation: Evaluation;
}

/** The outcome before the first step. */
export function emptyOutcome(generated: Generated): Outcome {
  return {
    generated,
    synthesized: [],
    verified: [],
    streamed: [],
    analysed: [],
    studied: [],
    sized: { results: [], shifted: [], space: [] },
    evaluation: { results: [], networks: [] },
  };
}
