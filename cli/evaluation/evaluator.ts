/** Networks of the package or in files, evaluated on worker threads. */

import type { Evaluator } from '../../flow/index.ts';
import type { EvaluateJob, EvaluateResult } from '../../nn/index.ts';
import { runJobs, workerUrl } from '../../tools/index.ts';
import { inputIdentities, readNetwork } from './inputs.ts';

/** Threads of an evaluator, and what ends it. */
export interface EvaluatorOptions {
  /** Most threads at once; default: as many as the machine runs at a time. */
  readonly threads?: number;
  /** No further job starts; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Evaluator of shipped networks by name and own ones by file. Test images are those in the user's cache, fetched first where
 * they are missing. `run` rejects with `DataError` or `FormatError` where a file cannot be had or used.
 */
export function createEvaluator(options: EvaluatorOptions = {}): Evaluator {
  return {
    network: readNetwork,
    async run(jobs) {
      // Read and checked before a thread starts: images are fetched once, and an error keeps its kind.
      await inputIdentities(jobs, options.signal ? { signal: options.signal } : {});
      return runJobs<EvaluateJob, EvaluateResult>(workerUrl('cli/evaluation/worker'), jobs, options);
    },
  };
}
