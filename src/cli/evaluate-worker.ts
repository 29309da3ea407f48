/** A worker thread that evaluates jobs. It keeps what jobs of one network, width and number of images share. */

import {
  contextKey,
  dataSetOf,
  type EvaluateContext,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJob,
  parseWeightFiles,
  prepareEvaluation,
} from '../nn/index.ts';
import { readDataSet, readWeightFiles } from '../tools/index.ts';
import { sourceOfNetwork } from './network-data.ts';

let last: { readonly key: string; readonly context: EvaluateContext } | undefined;

/** Called by the pool: `(job) => result`. */
export default async function evaluate(job: EvaluateJob): Promise<EvaluateResult> {
  const key = contextKey(job);
  if (last?.key !== key) last = { key, context: await contextOf(job) };
  return evaluateJob(job, last.context);
}

async function contextOf(job: EvaluateJob): Promise<EvaluateContext> {
  const data = dataSetOf(await readDataSet(sourceOfNetwork(job.network), 'test'));
  const loaded = parseWeightFiles(job.network, await readWeightFiles(job.network));
  return prepareEvaluation(job, { ...loaded, data });
}
