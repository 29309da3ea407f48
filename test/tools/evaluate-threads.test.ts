/** The evaluator on worker threads: the compiled worker, the shipped weights and MNIST's test images. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvaluateJob, EvaluateResult } from '../../nn/evaluate/evaluate.ts';
import { evaluateJobs } from '../../nn/evaluate/evaluate-jobs.ts';
import { networkOf } from '../../nn/network/networks.ts';
import { pullDataSet } from '../../tools/data/data.ts';
import { MNIST } from '../../tools/data/sets.ts';
import { workerUrl } from '../../tools/package-root.ts';
import { runJobs } from '../../tools/pool.ts';

describe('jobs on threads', () => {
  let folder = '';
  let worker = new URL('file:///');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'somagen-pool-'));
    const path = join(folder, 'worker.mjs');
    await writeFile(
      path,
      `export default async (job) => {
        if (job.fail) throw new Error('job ' + job.id + ' failed');
        // Ends when as many jobs have begun as are to run at once.
        const begun = new Int32Array(job.begun);
        Atomics.add(begun, 0, 1);
        Atomics.notify(begun, 0);
        for (let now = Atomics.load(begun, 0); now < job.together; now = Atomics.load(begun, 0)) Atomics.wait(begun, 0, now);
        return { id: job.id, square: job.id * job.id };
      };`,
    );
    worker = pathToFileURL(path);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Six jobs, of which the first `together` wait for each other. */
  const jobsOf = (together: number) => {
    const begun = new SharedArrayBuffer(4);
    return [0, 1, 2, 3, 4, 5].map((id) => ({ id, begun, together, fail: false }));
  };
  const squares = [0, 1, 2, 3, 4, 5].map((id) => ({ id, square: id * id }));

  test.each([1, 2, 4])('%s threads: results in the order of the jobs, each told once', async (threads) => {
    const told: unknown[] = [];
    const counts: number[] = [];
    const results = await runJobs<ReturnType<typeof jobsOf>[number], { id: number }>(worker, jobsOf(threads), {
      threads,
      onResult: (result, index, done) => {
        told[index] = result;
        counts.push(done);
      },
    });
    expect(results).toEqual(squares);
    expect(told).toEqual(squares);
    expect(counts).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('no jobs, no results', async () => {
    expect(await runJobs(worker, [])).toEqual([]);
  });

  test('a failed job rejects with its error; what ran is told', async () => {
    const told: number[] = [];
    const failing = jobsOf(1).map((job) => ({ ...job, fail: job.id === 2 }));
    await expect(runJobs(worker, failing, { threads: 1, onResult: (_, index) => told.push(index) })).rejects.toThrow(
      'job 2 failed',
    );
    expect(told).toEqual([0, 1]);
  });

  test('aborted: what runs is finished and told, nothing else starts', async () => {
    const abort = new AbortController();
    const told: number[] = [];
    const running = runJobs(worker, jobsOf(2), {
      threads: 2,
      signal: abort.signal,
      onResult: (_, index) => {
        told.push(index);
        abort.abort(new Error('interrupted'));
      },
    });
    await expect(running).rejects.toThrow('interrupted');
    expect(told.sort()).toEqual([0, 1]);
    await expect(runJobs(worker, jobsOf(1), { signal: abort.signal })).rejects.toThrow('interrupted');
  });

  test.each([0, 1.5])('%s threads are refused', async (threads) => {
    await expect(runJobs(worker, jobsOf(1), { threads })).rejects.toThrow(
      `threads must be a whole number from 1: ${threads}`,
    );
  });
});

describe('the evaluator on threads', () => {
  beforeAll(() => pullDataSet(MNIST));
  const jobs = evaluateJobs(
    {
      networks: ['mnist-fcn'],
      weights: ['post-training', 'aware'],
      noise: { model: 'weight', mismatch: 0, offset: 0 },
      noiseFrom: [],
      parallel: 1,
      bits: [3, 8],
      noisePower: [1e-7, 1e-5],
      fullScale: 0.012,
      draws: 3,
      images: 300,
    },
    1,
    [{ network: networkOf('mnist-fcn'), own: null, awareBits: [3] }],
  );
  const run = (some: readonly EvaluateJob[], threads: number): Promise<EvaluateResult[]> =>
    runJobs(workerUrl('cli/evaluation/worker'), some, {
      threads,
    });

  test('results do not depend on the number of threads nor on how the jobs are split', async () => {
    const one = await run(jobs, 1);
    expect(one.map((result) => result.job)).toEqual(jobs);
    expect(one.map(({ job }) => `${job.bits} ${job.weights}`).filter((_, k) => k % 3 === 0)).toEqual([
      '3 post-training',
      '3 aware',
      '8 post-training',
    ]);
    for (const threads of [2, 4]) expect(await run(jobs, threads)).toEqual(one);
    const backwards = await run(jobs.toReversed(), 2);
    expect(backwards.toReversed()).toEqual(one);
    expect(await run(jobs.slice(4, 5), 1)).toEqual(one.slice(4, 5));
  });

  test('noise costs: more errors at 1e-5 V^2 than without, at both widths', async () => {
    const results = await run(jobs, 2);
    for (const ofWidth of [results.slice(0, 3), results.slice(6)]) {
      expect(ofWidth[0]!.cleanError).toBeLessThan(0.08);
      expect(ofWidth[2]!.rise!.low).toBeGreaterThan(0.02);
    }
  });
});
