/** WebAssembly programs in worker threads of their own: a hang or a trap is ended from outside. */

import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { DEFAULT_TIME_LIMIT, type RunOptions } from '../run-options.ts';
import { timeless } from '../timeless.ts';
import { type Files, ToolError, type ToolResult } from '../tool.ts';

/** Messages of the thread: any number of `log`, then one `ended`. */
export type WasmMessage =
  | { readonly kind: 'log'; readonly text: string }
  | {
      readonly kind: 'ended';
      /** Exit code, or null after a trap, which the thread does not survive. */
      readonly code: number | null;
      /** Message of the trap, or empty. */
      readonly trap: string;
      readonly files: Files;
    };

/** Job of the thread, with the arguments that an error tells. */
export interface WasmJob {
  readonly args: readonly string[];
  readonly files: Files;
}

export interface WasmThread<Job extends WasmJob> {
  /** Result of a job; rejects with `ToolError` about `tool`. */
  run(tool: string, job: Job): Promise<ToolResult>;
  close(): Promise<void>;
}

/**
 * Thread of the compiled file that `worker` gives. It starts with the first job and is used again, one job after the
 * other. A job that traps or goes past its time limit ends the thread, and the next job starts another.
 */
export function createWasmThread<Job extends WasmJob>(worker: () => URL, options: RunOptions = {}): WasmThread<Job> {
  const oneAtATime = pLimit(1);
  let thread: Worker | undefined;
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };
  return {
    run: (tool, job) =>
      oneAtATime(async () => {
        options.signal?.throwIfAborted();
        thread ??= new Worker(worker());
        const ending = await finish(thread, job, options);
        if (ending.code === null) await end();
        options.signal?.throwIfAborted();
        if (ending.code === 0) return ending.result;
        throw new ToolError(tool, job.args, ending.code, ending.result.log, ending.result.files, ending.reason);
      }),
    close: () => oneAtATime(end),
  };
}

interface Ending {
  /** Exit code; null when the thread is to be thrown away. */
  readonly code: number | null;
  readonly reason: string;
  readonly result: ToolResult;
}

/** End of `job` on `thread`, in one way or another. */
function finish(thread: Worker, job: WasmJob, options: RunOptions): Promise<Ending> {
  const { timeLimit = DEFAULT_TIME_LIMIT, onLog, signal } = options;
  let log = '';
  return new Promise<Ending>((resolve) => {
    const settle = (code: number | null, reason: string, files: ToolResult['files'] = {}): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      thread.unref();
      resolve({ code, reason, result: { files, log: timeless(log) } });
    };
    const onAbort = (): void => settle(null, 'was interrupted');
    const onError = (error: unknown): void => settle(null, `died (${String(error)})`);
    const onExit = (): void => settle(null, 'died');
    const onMessage = (message: WasmMessage): void => {
      switch (message.kind) {
        case 'log':
          log += message.text;
          onLog?.(message.text);
          return;
        case 'ended':
          settle(message.code, message.trap === '' ? '' : `died (${message.trap})`, message.files);
      }
    };
    const timer = setTimeout(() => settle(null, `was ended after its time limit of ${timeLimit} s`), timeLimit * 1000);
    signal?.addEventListener('abort', onAbort, { once: true });
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.ref();
    thread.postMessage(job);
  });
}
