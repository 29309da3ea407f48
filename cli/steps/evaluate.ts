/** Step `evaluate`: classification error against bits and noise power, on worker threads. */

import { type EvaluationPlan, evaluationPlan } from '../../flow/index.ts';
import type { EvaluateJob, EvaluateResult } from '../../nn/index.ts';
import { nth } from '../../numeric/index.ts';
import { DataError, runJobs, VERSION, workerUrl } from '../../tools/index.ts';
import { inputIdentities, readNetwork } from '../evaluation/inputs.ts';
import type { CacheKey } from '../run/cache.ts';
import { NotStored, type Run } from '../run/run.ts';
import { asInput } from '../session/input-error.ts';
import { tellPull } from '../session/pull-progress.ts';

/** Evaluated networks of a spec. */
export interface NetworkResults extends Pick<EvaluationPlan, 'networks'> {
  /** In the order of the jobs. */
  readonly results: readonly EvaluateResult[];
}

/** Job with the key of its stored result. */
interface KeyedJob {
  readonly job: EvaluateJob;
  readonly key: CacheKey;
}

/** Step `evaluate`. What is finished is stored, also when the run is interrupted. */
export async function evaluateStep(run: Run, onProgress: (text: string) => void): Promise<NetworkResults> {
  const { spec, options, cache } = run;
  const { jobs, networks } = await asInput(() => evaluationPlan(spec, readNetwork, options.seed));
  const keyed = await keyedJobs(run, jobs, onProgress);
  const found = await Promise.all(
    keyed.map(async (entry) => ({
      ...entry,
      result: options.force ? undefined : await cache.get<EvaluateResult>(entry.key),
    })),
  );
  const open = found.filter(({ result }) => result === undefined);
  if (run.recall && open.length > 0) throw new NotStored();
  const stored: Promise<void>[] = [];
  const computed = await runJobs<EvaluateJob, EvaluateResult>(
    workerUrl('cli/evaluation/worker'),
    open.map(({ job }) => job),
    {
      threads: options.jobs,
      signal: options.signal,
      onResult: (result, index, done) => {
        stored.push(cache.put(nth(open, index).key, result));
        onProgress(`${jobs.length - open.length + done} of ${jobs.length} points`);
      },
    },
  ).finally(() => Promise.all(stored));
  return { results: found.map((entry) => entry.result ?? nth(computed, open.indexOf(entry))), networks };
}

/** Jobs with the keys of their results. All inputs are read and checked, and test images that are missing fetched. */
async function keyedJobs(
  { options: { signal }, recall }: Run,
  jobs: readonly EvaluateJob[],
  onProgress: (text: string) => void,
): Promise<readonly KeyedJob[]> {
  const onEvent = tellPull((text) => onProgress(`fetching test images: ${text}`));
  const identities = await asInput(() => inputIdentities(jobs, { onEvent, signal })).catch((error: unknown) => {
    // Where nothing is computed, nothing is fetched for it.
    throw recall && error instanceof DataError ? new NotStored() : error;
  });
  return jobs.map((job, k) => ({
    job,
    key: { kind: 'evaluate', versions: [VERSION, nth(identities, k)], input: job },
  }));
}
