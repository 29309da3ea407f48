/** Step `evaluate`: classification error against bits and noise power, on worker threads. */

import { dataSetOf, type EvaluateJob, type EvaluateResult, evaluateJobs, parseWeightFiles } from '../../nn/index.ts';
import { readDataSet, readWeightFiles, runJobs, workerUrl } from '../../tools/index.ts';
import type { CacheKey } from '../cache.ts';
import { megabytes } from '../data.ts';
import { InputError } from '../input-error.ts';
import { sourceOfNetwork } from '../network-data.ts';
import { NotStored, type Run } from '../run.ts';
import { VERSION } from '../version.ts';

/** Step `evaluate`: results in the order of the jobs. */
export async function evaluateStep(run: Run, onProgress: (text: string) => void): Promise<EvaluateResult[]> {
  const { spec, options, cache } = run;
  if (!spec.evaluate) return [];
  const jobs = evaluateJobs(spec.evaluate, options.seed);
  if (!run.recall) await checkImages(jobs, onProgress);
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

/** Fetches test images where they are missing, and checks that no job asks for more than there are. Throws `InputError`. */
async function checkImages(jobs: readonly EvaluateJob[], onProgress: (text: string) => void): Promise<void> {
  for (const source of new Set(jobs.map(({ network }) => sourceOfNetwork(network)))) {
    const data = dataSetOf(
      await readDataSet(source, 'test', {
        onProgress: megabytes((text) => onProgress(`fetching ${source.name}: ${text}`)),
      }),
    );
    const wanted = Math.max(...jobs.map((job) => job.images ?? 0));
    if (wanted > data.images)
      throw new InputError(`evaluate.images must be at most ${data.images}, the images of ${data.source}: ${wanted}`);
  }
}

/** What stands for the weights of a network in a key; they are checked here, where an error keeps its kind. */
async function weightsKey(network: string): Promise<string> {
  const files = await readWeightFiles(network);
  parseWeightFiles(network, files);
  return `${files.weights.sha256} ${files.manifest.text}`;
}
