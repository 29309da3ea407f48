/** The embedded ngspice (eecircuit-engine) as a tool. Its worker threads can be ended and replaced. */

import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { workerUrl } from '../package-root.ts';
import { type Files, type Tool, ToolError, type ToolResult } from '../tool.ts';
import type { NgspiceAnswer, NgspiceRequest } from './ngspice-worker.ts';

/** A tool that holds workers: `close` ends them, and with them what still runs. */
export type Ngspice = Tool & { close(): Promise<void> };

export interface NgspiceOptions {
  /** Largest number of workers at once, 1 (default) or more. Each takes 0.2 to 0.4 GB. */
  readonly jobs?: number;
  /** Longest time for one deck, the start of the engine included, s. */
  readonly timeLimit?: number;
  /** Number of decks after which a worker is replaced, since the engine's memory grows. */
  readonly decksPerWorker?: number;
}

interface Seat {
  readonly worker: Worker;
  decks: number;
}

/**
 * Tool of ngspice 45.2 with the arguments `-b NAME`. It runs the deck NAME of the files, control section included, and
 * gives back the files it wrote. Rejects when the engine refuses the deck, dies or passes the time limit; a deck that
 * ngspice only complains about resolves, with the complaint in the log.
 */
export function createNgspice(options: NgspiceOptions = {}): Ngspice {
  const { jobs = 1, timeLimit = 60, decksPerWorker = 1000 } = options;
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`jobs must be a whole number from 1: ${jobs}`);
  const limit = pLimit(jobs);
  const idle: Seat[] = [];
  const busy = new Set<Seat>();
  let closed = false;

  async function run(args: readonly string[], files: Files): Promise<ToolResult> {
    const fail = (log: string, reason: string): ToolError => new ToolError('ngspice', args, null, log, files, reason);
    const deck = args[1];
    if (args.length !== 2 || args[0] !== '-b' || deck === undefined || !(deck in files))
      throw fail('', `must be called as -b NAME, NAME one of the files: ${args.join(' ')}`);
    if (closed) throw fail('', 'was closed');
    const seat = idle.pop() ?? takeSeat();
    seat.decks++;
    busy.add(seat);
    const answer = await ask(seat.worker, { deck, files }, timeLimit, fail).catch(async (error: unknown) => {
      busy.delete(seat);
      await seat.worker.terminate();
      throw error;
    });
    busy.delete(seat);
    if (closed || seat.decks >= decksPerWorker) await seat.worker.terminate();
    else idle.push(seat);
    if ('refused' in answer) throw fail('', `refused the deck: ${answer.refused}`);
    return answer;
  }

  /** Seat of a new worker; where it ends while idle it loses its seat. */
  function takeSeat(): Seat {
    const seat = { worker: startWorker(), decks: 0 };
    const leave = (): void => {
      const index = idle.indexOf(seat);
      if (index >= 0) idle.splice(index, 1);
    };
    seat.worker.on('error', leave).on('exit', leave);
    return seat;
  }

  async function close(): Promise<void> {
    closed = true;
    await Promise.all([...idle.splice(0), ...busy].map((seat) => seat.worker.terminate()));
  }

  return Object.assign((args: readonly string[], files: Files) => limit(run, args, files), { close });
}

/** Answer of one worker to one deck. The worker must not be used again after a rejection. */
function ask(
  worker: Worker,
  request: NgspiceRequest,
  timeLimit: number,
  fail: (log: string, reason: string) => ToolError,
): Promise<NgspiceAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(fail('', `took longer than ${timeLimit} s`))), timeLimit * 1000);
    const onMessage = (answer: NgspiceAnswer): void => settle(() => resolve(answer));
    const onError = (error: Error): void => settle(() => reject(fail(error.message, 'died')));
    const onExit = (): void => settle(() => reject(fail('', 'ended without an answer')));
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
      finish();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).ref();
    worker.postMessage(request);
  });
}

/**
 * New worker with its standard output and error dropped. The engine repeats there what it collects in its log anyway.
 */
function startWorker(): Worker {
  const worker = new Worker(workerUrl('tools/wasm/ngspice-worker'), { stdout: true, stderr: true });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
