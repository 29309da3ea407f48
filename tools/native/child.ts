/**
 * A native child process: no shell, a process group of its own, a time limit, a bounded log. It is written on
 * node:child_process: tinyexec ends the child alone and not its group, and collects output without a bound.
 */

import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { endGroup, leave } from '../at-exit.ts';
import { DEFAULT_TIME_LIMIT, type RunOptions } from '../run-options.ts';
import { missingProgram, type NativeProgram } from './program.ts';

/** Number of a log's characters that are kept. The first are left out. */
const LOG_LIMIT = 1 << 20;

/** End of a child: well when `code` is 0. */
interface Ending {
  /** Exit code, or null when it was ended. */
  readonly code: number | null;
  /** Reason why it was ended, or empty. */
  readonly reason: string;
  readonly log: string;
}

export interface Child {
  /** Standard input and output of a child started with `pipes`. */
  readonly pipes: { readonly stdin: Writable; readonly stdout: Readable } | undefined;
  /** End of the child. Rejects with `MissingToolError`, or with the signal's reason once the whole group is gone. */
  readonly ended: Promise<Ending>;
  /** End of the whole process group with `reason`. */
  stop(reason: string): void;
}

/**
 * Child that runs `program` in `folder`. Its standard output goes into the log, or with `pipes` to the caller; its
 * standard error always goes into the log. Its own temporary files go into `folder` too.
 */
export function startChild(
  program: NativeProgram,
  args: readonly string[],
  folder: string,
  options: RunOptions & { readonly pipes?: boolean },
): Child {
  const { timeLimit = DEFAULT_TIME_LIMIT, onLog, signal, pipes = false } = options;
  if (!(timeLimit > 0)) throw new RangeError(`timeLimit must be above 0 s: ${timeLimit}`);
  signal?.throwIfAborted();

  const log = boundedLog(onLog);
  const child = spawn(program.command, args, {
    cwd: folder,
    detached: true,
    stdio: [pipes ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', TMPDIR: folder },
  });
  // With all that it started.
  const endChild = (): void => {
    if (child.pid !== undefined) endGroup(child.pid);
  };
  let stopped: string | undefined;
  const stop = (reason: string): void => {
    stopped ??= reason;
    endChild();
    // A process that left the group may still hold the pipes; nothing more is wanted from them.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
  };
  const forget = child.pid === undefined ? () => undefined : leave({ kind: 'group', id: child.pid });
  const onAbort = (): void => stop('was interrupted');
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = Number.isFinite(timeLimit)
    ? setTimeout(() => stop(`was ended after its time limit of ${timeLimit} s`), timeLimit * 1000)
    : undefined;

  if (!pipes) log.follow(child.stdout);
  log.follow(child.stderr);

  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') reject(missingProgram(program));
      else resolve({ code: null, reason: `could not be started (${error.message})`, log: log.text() });
    });
    child.once('exit', endChild);
    child.once('close', (code, killedBy) => {
      if (signal?.aborted) reject(signal.reason);
      else if (stopped !== undefined) resolve({ code: null, reason: stopped, log: log.text() });
      else if (killedBy !== null) resolve({ code: null, reason: `was killed by ${killedBy}`, log: log.text() });
      else resolve({ code, reason: '', log: log.text() });
    });
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    forget();
  });
  const { stdin, stdout } = child;
  return { pipes: pipes && stdin && stdout ? { stdin, stdout } : undefined, ended, stop };
}

function boundedLog(onLog: ((text: string) => void) | undefined) {
  let kept = '';
  let leftOut = 0;
  const add = (text: string): void => {
    if (text === '') return;
    onLog?.(text);
    kept += text;
    if (kept.length <= 2 * LOG_LIMIT) return;
    leftOut += kept.length - LOG_LIMIT;
    kept = kept.slice(-LOG_LIMIT);
  };
  return {
    follow(stream: Readable | null): void {
      const decoder = new StringDecoder('utf8');
      stream?.on('data', (bytes: Buffer) => add(decoder.write(bytes)));
      stream?.once('end', () => add(decoder.end()));
    },
    text: (): string => (leftOut === 0 ? kept : `[${leftOut} characters left out]\n${kept}`),
  };
}
