/** Worker thread of evaluations. It keeps what jobs of one network, width and number of images share. */

import {
  contextKey,
  type EvaluateContext,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJob,
  prepareEvaluation,
} from '../../nn/index.ts';
import { readInputOf } from './inputs.ts';

let last: { readonly key: string; readonly context: EvaluateContext } | undefined;

/** Evaluation of one job, called by the pool. */
export default async function evaluate(job: EvaluateJob): Promise<EvaluateResult> {
  const key = contextKey(job);
  if (last?.key !== key) last = { key, context: prepareEvaluation(job, await readInputOf(job)) };
  return evaluateJob(job, last.context);
}
