/** Step `evaluate`: classification error against bits and noise power, on worker threads. */

import {
  checkEvaluation,
  contextKey,
  type EvaluatedNetwork,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJobs,
  type Network,
} from '../../nn/index.ts';
import { DataError, runJobs, VERSION, workerUrl } from '../../tools/index.ts';
import { readInputOf, readNetwork } from '../evaluation/inputs.ts';
import type { CacheKey } from '../run/cache.ts';
import { NotStored, type Run } from '../run/run.ts';
import { InputError } from '../session/input-error.ts';
import { tellPull } from '../session/pull-progress.ts';

/** What the step found. */
export interface Evaluation {
  /** In the order of the jobs. */
  readonly results: readonly EvaluateResult[];
  readonly networks: readonly Network[];
}

/** Step `evaluate`: results in the order of the jobs. What is finished is stored, also when the run is interrupted. */
export async function evaluateStep(run: Run, onProgress: (text: string) => void): Promise<Evaluation> {
  const { spec, options, cache } = run;
  if (!spec.evaluate) return { results: [], networks: [] };
  const { jobs, networks } = await jobsOf(run);
  const identities = await identitiesOf(jobs, onProgress, options.signal).catch((error: unknown) => {
    // Where nothing is computed, nothing is fetched for it.
    throw run.recall && error instanceof DataError ? new NotStored() : error;
  });
  const keys = jobs.map(
    (job): CacheKey => ({
      kind: 'evaluate',
      versions: [VERSION, identities.get(contextKey(job)) ?? ''],
      input: job,
    }),
  );
  const results = options.force
    ? jobs.map(() => undefined)
    : await Promise.all(keys.map((key) => cache.get<EvaluateResult>(key)));
  if (run.recall && results.includes(undefined)) throw new NotStored();
  const open = jobs.map((_, k) => k).filter((k) => results[k] === undefined);
  const stored: Promise<void>[] = [];
  const computed = await runJobs<EvaluateJob, EvaluateResult>(
    workerUrl('cli/evaluation/worker'),
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
  return { results: results.filter((result) => result !== undefined), networks };
}

/** The jobs of a spec. Throws `InputError` where nothing could be evaluated as it is asked. */
async function jobsOf({ spec, options }: Run): Promise<{ readonly jobs: EvaluateJob[]; readonly networks: Network[] }> {
  const { evaluate } = spec;
  if (!evaluate) return { jobs: [], networks: [] };
  const networks: EvaluatedNetwork[] = [];
  for (const entry of evaluate.networks) {
    const found = await readNetwork(entry, evaluate.activationBits);
    if (!networks.some(({ network, own }) => network.name === found.network.name && own === null && found.own === null))
      networks.push(found);
  }
  const names = networks.map(({ network }) => network.name);
  const repeated = names.find((name, k) => names.indexOf(name) !== k);
  if (repeated !== undefined) throw new InputError(`evaluate.networks must have names of their own: ${repeated}`);
  const neurons = (spec.neurons ?? []).filter((neuron) => neuron.kind === 'analog');
  const jobs = asInput(() => evaluateJobs(evaluate, options.seed, networks, neurons));
  if (jobs.length > 0) return { jobs, networks: networks.map(({ network }) => network) };
  const there = networks.map(({ network, awareBits }) => `${network.name} at ${awareBits.join(', ') || 'no'} bits`);
  throw new InputError(
    `evaluate.weights aware must have a width with such weights (${there.join('; ')}): ${evaluate.bits.join(', ')}`,
  );
}

/**
 * What stands for the files of a context in the keys of stored results. Everything is read and checked here, where an error keeps
 * its kind, before a thread starts; test images that are missing are fetched.
 */
async function identitiesOf(
  jobs: readonly EvaluateJob[],
  onProgress: (text: string) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const onEvent = tellPull((text) => onProgress(`fetching test images: ${text}`));
  const identities = new Map<string, string>();
  for (const job of jobs) {
    const key = contextKey(job);
    if (identities.has(key)) continue;
    const input = await asInputAsync(() => readInputOf(job, { onEvent, signal }));
    const { data } = input;
    if ((job.images ?? 0) > data.images)
      throw new InputError(
        `evaluate.images must be at most ${data.images}, the images of ${data.source}: ${job.images}`,
      );
    asInput(() => checkEvaluation(job, input));
    identities.set(key, [input.source, JSON.stringify(input.choice), data.source].join(' '));
  }
  return identities;
}

/** What the spec or a file is refused for. */
function asInput<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof RangeError ? new InputError(error.message) : error;
  }
}

async function asInputAsync<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw error instanceof RangeError ? new InputError(error.message) : error;
  }
}
