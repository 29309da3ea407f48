/** Jobs on worker threads. Results come in the order of the jobs, whatever thread finishes first. */

import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';

export interface PoolOptions<Result> {
  /** Largest number of threads at once, 1 or more. Default: as many as the machine runs at a time. */
  readonly threads?: number;
  /** Callback for a job's end, with the number of jobs that have ended. */
  readonly onResult?: (result: Result, index: number, done: number) => void;
  /** Signal after which no further job starts. Those that run are finished and told to `onResult`. */
  readonly signal?: AbortSignal;
}

/**
 * Results of `jobs` through the default export of the compiled module `worker`, `(job) => result`. Jobs and results are
 * structured-clonable. Rejects with the first job's error, or with the signal's reason, once nothing runs any more.
 */
export async function runJobs<Job, Result>(
  worker: URL,
  jobs: readonly Job[],
  options: PoolOptions<Result> = {},
): Promise<Result[]> {
  const threads = options.threads ?? availableParallelism();
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`threads must be a whole number from 1: ${threads}`);
  options.signal?.throwIfAborted();
  if (jobs.length === 0) return [];
  const seats = Math.min(threads, jobs.length);
  const pool = new Tinypool({ filename: worker.href, minThreads: seats, maxThreads: seats });
  const results = new Array<Result>(jobs.length);
  let next = 0;
  let done = 0;
  let failure: { readonly error: unknown } | undefined;
  const drain = async (): Promise<void> => {
    while (next < jobs.length && !failure && !options.signal?.aborted) {
      const index = next++;
      try {
        const result = (await pool.run(jobs[index])) as Result;
        results[index] = result;
        options.onResult?.(result, index, ++done);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: seats }, drain));
  } finally {
    await pool.destroy();
  }
  if (failure) throw failure.error;
  options.signal?.throwIfAborted();
  return results;
}
