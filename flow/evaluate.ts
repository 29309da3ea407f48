/** Classification error of networks against bits and noise. */

import { analogNeurons, type EvaluateSpec, type Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import {
  type EvaluatedNetwork,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJobs,
  evaluationMeasurements,
} from '../nn/index.ts';
import { DEFAULT_SEED, type Seeded } from './seed.ts';

/** Networks and their test images, wherever they come from, and the jobs run on them. */
export interface Evaluator {
  /** The layers of an entry of `evaluate.networks`. */
  readonly network: (
    entry: EvaluateSpec['networks'][number],
    activationBits: number | undefined,
  ) => Promise<EvaluatedNetwork>;
  /** Results in the order of the jobs. */
  readonly run: (jobs: readonly EvaluateJob[]) => Promise<readonly EvaluateResult[]>;
}

/** An evaluation of a spec. */
export interface Evaluation {
  /** By network, width, kind of weights and noise, the clean network first of each width. */
  readonly results: readonly EvaluateResult[];
  /** Errors from 0 to 1, each with origin and source. */
  readonly measurements: readonly Measurement[];
}

/** The `evaluate` of `spec`; nothing where it has none. Rejects with `RangeError` where a network does not fit its spec. */
export async function evaluate(
  spec: Spec,
  { evaluator }: { readonly evaluator: Evaluator },
  { seed = DEFAULT_SEED }: Seeded = {},
): Promise<Evaluation> {
  const asked = spec.evaluate;
  if (asked === undefined) return { results: [], measurements: [] };
  const networks = await Promise.all(asked.networks.map((entry) => evaluator.network(entry, asked.activationBits)));
  const results = await evaluator.run(evaluateJobs(asked, seed, networks, analogNeurons(spec)));
  return { results, measurements: evaluationMeasurements(results) };
}
