/** Findings of a run, step by step. */

import type { SizingFindings } from '../../compare/index.ts';
import type { ExecutedNeuron } from '../steps/analog.ts';
import type { SimulatedNeuron } from '../steps/check.ts';
import type { NetworkResults } from '../steps/evaluate.ts';
import type { Generated } from '../steps/generate.ts';
import type { StudiedNeuron } from '../steps/studies.ts';
import type { SynthesisFindings } from '../steps/synth.ts';
import type { VerifiedNetwork } from '../verify-network/findings.ts';

/** Findings by step; those of steps that were left out are empty. */
export interface Outcome {
  readonly generated: Generated;
  readonly synthesized: readonly SynthesisFindings[];
  readonly verified: readonly SimulatedNeuron[];
  /** Lines for a person beside the results. */
  readonly notes: readonly string[];
  readonly streamed: readonly VerifiedNetwork[];
  readonly analysed: readonly ExecutedNeuron[];
  readonly studied: readonly StudiedNeuron[];
  readonly sized: SizingFindings;
  readonly evaluation: NetworkResults;
}

/** Outcome before the first step. */
export function emptyOutcome(generated: Generated = { digital: [], texts: [] }): Outcome {
  return {
    generated,
    synthesized: [],
    verified: [],
    notes: [],
    streamed: [],
    analysed: [],
    studied: [],
    sized: { results: [], shifted: [], space: [] },
    evaluation: { results: [], networks: [] },
  };
}
