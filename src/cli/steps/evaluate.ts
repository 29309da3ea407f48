/** Step `evaluate`: classification error against bits and noise power, on worker threads. */

import { type EvaluateJob, type EvaluateResult, evaluateJobs } from '../../nn/index.ts';
import { MNIST, pullDataSet, readWeightFiles, runJobs, workerUrl } from '../../tools/index.ts';
import type { CacheKey } from '../cache.ts';
import { NotStored, type Run } from '../run.ts';
import { VERSION } from '../version.ts';

/** Step `evaluate`: results in the order of the jobs. */
export async function evaluateStep(run: Run, onProgress: (text: string) => void): Promise<EvaluateResult[]> {
  const { spec, options, cache } = run;
  if (!spec.evaluate) return [];
  if (!run.recall)
    await pullDataSet(MNIST, {
      onProgress: (done, total) =>
        onProgress(`fetching MNIST: ${(done / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`),
    });
  const jobs = evaluateJobs(spec.evaluate, options.seed);
  const weights = new Map<string, string>();
  for (const network of spec.evaluate.networks) weights.set(network, await weightsKey(network));
  const keys = jobs.map(
    (job): CacheKey => ({ kind: 'evaluate', versions: [VERSION, weights.get(job.network) ?? ''], input: job }),
  );
  const results = options.force
    ? jobs.map(() => undefined)
    : await Promise.all(keys.map((key) => cache.get<EvaluateResult>(key)));
  if (run.recall && results.includes(undefined)) throw new NotStored();
  const open = jobs.map((_, k) => k).filter((k) => results[k] === undefined);
  const stored: Promise<void>[] = [];
  const computed = await runJobs<EvaluateJob, EvaluateResult>(
    workerUrl(import.meta.url, '../evaluate-worker.js'),
    open.map((k) => jobs[k] as EvaluateJob),
    {
      threads: options.jobs,
      signal: options.signal,
      onResult: (result, index, done) => {
        const key = keys[open[index] ?? -1];
        if (key) stored.push(cache.put(key, result));
        onProgress(`${jobs.length - open.length + done} of ${jobs.length} points`);
      },
    },
  ).finally(() => Promise.all(stored));
  computed.forEach((result, index) => {
    results[open[index] ?? -1] = result;
  });
  return results.filter((result) => result !== undefined);
}

/** What stands for the weights of a network in a key. */
async function weightsKey(network: string): Promise<string> {
  const { weights, manifest } = await readWeightFiles(network);
  return `${weights.sha256} ${manifest.text}`;
}
