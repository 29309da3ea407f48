/** The embedded Yosys (WASM, @yowasp/yosys) as a `Tool`. */

import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { DEFAULT_TIME_LIMIT, type RunOptions } from './child.ts';
import { workerUrl } from './dist-url.ts';
import { type Tool, ToolError, type ToolResult } from './tool.ts';
import type { YosysJob, YosysMessage } from './yosys-worker.ts';

const NAME = 'Yosys';

/** Called as `yosys(['-s', 'script.ys'], {'script.ys': ..., 'dig8.v': ...})`. */
export type Yosys = Tool & {
  /** As it names itself: `Yosys 0.55 (git sha1 ...)`. */
  version(): Promise<string>;
  /** Ends the thread; another run would start another. */
  close(): Promise<void>;
};

/**
 * Yosys in a worker thread that starts with the first run and is used again, one run after the other. A run that traps
 * or goes past its time limit ends the thread, rejects with `ToolError`, and the next run starts another. There is
 * no shell inside: Yosys' `!` fails.
 */
export function createYosys(options: RunOptions = {}): Yosys {
  const oneAtATime = pLimit(1);
  let worker: Worker | undefined;
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const run: Tool = (args, files) =>
    oneAtATime(async () => {
      options.signal?.throwIfAborted();
      worker ??= new Worker(workerUrl(import.meta.url, './yosys-worker.js'));
      const ending = await finish(worker, { args, files }, options);
      if (ending.code === null) await end();
      options.signal?.throwIfAborted();
      if (ending.code === 0) return ending.result;
      throw new ToolError(NAME, args, ending.code, ending.result.log, ending.result.files, ending.reason);
    });
  const version = async (): Promise<string> => (await run(['-V'], {})).log.trim();
  return Object.assign(run, { version, close: () => oneAtATime(end) });
}

interface Ending {
  /** Null when the thread is to be thrown away. */
  readonly code: number | null;
  readonly reason: string;
  readonly result: ToolResult;
}

/** Gives `job` to `worker` and waits until it has ended in one way or another. */
function finish(worker: Worker, job: YosysJob, options: RunOptions): Promise<Ending> {
  const { timeLimit = DEFAULT_TIME_LIMIT, onLog, signal } = options;
  let log = '';
  return new Promise<Ending>((resolve) => {
    const settle = (code: number | null, reason: string, files: ToolResult['files'] = {}): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve({ code, reason, result: { files, log } });
    };
    const onAbort = (): void => settle(null, 'was interrupted');
    const onError = (error: unknown): void => settle(null, `died (${String(error)})`);
    const onExit = (): void => settle(null, 'died');
    const onMessage = (message: YosysMessage): void => {
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
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(job);
  });
}
