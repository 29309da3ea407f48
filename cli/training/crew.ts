/** Threads that train together on one shared memory. */

import { Worker } from 'node:worker_threads';
import {
  type Command,
  type Crew,
  type CrewMaker,
  createFloatMachine,
  type DataSet,
  type FloatMachine,
  type MemberJob,
  type Seen,
} from '../../nn/index.ts';
import { workerUrl } from '../../tools/index.ts';

/** Start of a thread: its job, the shared memory and the barrier. */
export interface CrewWorkerData {
  readonly job: MemberJob;
  readonly memory: FloatMachine['memory'];
  /** Of the barrier. */
  readonly words: Int32Array;
}

/** Crew of so many worker threads. When `signal` aborts, they end and what they were told to do is rejected. */
export function workerCrew(threads: number, signal: AbortSignal): CrewMaker {
  return {
    threads,
    start: async (bytes, job) => {
      const machine = createFloatMachine(bytes, true);
      const words = new Int32Array(new SharedArrayBuffer(8));
      const parts = {
        training: sharedDataSet(job.training),
        validation: sharedDataSet(job.validation),
        test: sharedDataSet(job.test),
      };
      const url = workerUrl('cli/training/worker');
      const workers = Array.from({ length: threads }, (_, index) => {
        const workerData: CrewWorkerData = {
          job: { ...job, ...parts, index, count: threads },
          memory: machine.memory,
          words,
        };
        return new Worker(url, { workerData });
      });
      const crew: Crew = {
        machine,
        run: (command) => Promise.all(workers.map((worker) => answer(worker, command, signal))),
        close: async () => {
          await Promise.all(workers.map((worker) => worker.terminate()));
        },
      };
      return crew;
    },
  };
}

/** Answer of a thread to a command. */
function answer(worker: Worker, command: Command, signal: AbortSignal): Promise<Seen> {
  return new Promise<Seen>((resolve, reject) => {
    const settle = (end: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      end();
    };
    const onMessage = (seen: Seen): void => settle(() => resolve(seen));
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error('a thread of the training ended')));
    const onAbort = (): void => settle(() => reject(signal.reason));
    if (signal.aborted) return onAbort();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.postMessage(command);
  });
}

/** The same images in memory that threads share. */
function sharedDataSet(data: DataSet): DataSet {
  const copy = (values: Uint8Array): Uint8Array => {
    const shared = new Uint8Array(new SharedArrayBuffer(values.length));
    shared.set(values);
    return shared;
  };
  return { ...data, values: copy(data.values), labels: copy(data.labels) };
}
