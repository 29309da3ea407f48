/** A long-lived child that answers bytes with bytes, through pipes with back-pressure. */

import { DEFAULT_TIME_LIMIT, type RunOptions } from '../run-options.ts';
import { ToolError } from '../tool.ts';
import { startChild } from './child.ts';
import type { NativeProgram } from './program.ts';

export interface ByteStream {
  /** Next `outputBytes` bytes of the child's output after `input` is fed to it. Calls are answered in order. */
  run(input: Uint8Array, outputBytes: number): Promise<Uint8Array>;
  /** End of the input, and wait until the child has ended too. */
  close(): Promise<void>;
}

interface Request {
  readonly output: Uint8Array;
  filled: number;
  readonly resolve: (output: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Child that runs `program` in `folder` and answers. The time limit holds for each answer, from when the one before has
 * come. When the child ends before it has answered, or says more than it was asked for, every call rejects with
 * `ToolError`.
 */
export function startStream(
  program: NativeProgram,
  args: readonly string[],
  folder: string,
  options: RunOptions,
): ByteStream {
  const { timeLimit = DEFAULT_TIME_LIMIT } = options;
  const child = startChild(program, args, folder, { ...options, timeLimit: Number.POSITIVE_INFINITY, pipes: true });
  if (child.pipes === undefined) throw new Error('a child with pipes has them');
  const { stdin, stdout } = child.pipes;
  const waiting: Request[] = [];
  let closing = false;
  let timer: NodeJS.Timeout | undefined;

  const restartTimer = (): void => {
    clearTimeout(timer);
    if (waiting.length > 0)
      timer = setTimeout(() => child.stop(`gave no answer within ${timeLimit} s`), timeLimit * 1000);
  };

  let failure: unknown;
  const gone: Promise<void> = child.ended
    .then(({ code, reason, log }) => {
      if (code === 0 && closing && waiting.length === 0) return;
      throw new ToolError(program.name, args, code, log, {}, code === 0 ? 'ended too early' : reason);
    })
    .finally(() => clearTimeout(timer));
  gone.catch((error: unknown) => {
    failure = error;
    for (const request of waiting.splice(0)) request.reject(error);
  });

  stdout.on('data', (bytes: Buffer) => {
    let at = 0;
    while (at < bytes.length) {
      const request = waiting[0];
      if (request === undefined) {
        child.stop('gave more output than it was asked for');
        return;
      }
      const part = bytes.subarray(at, at + request.output.length - request.filled);
      request.output.set(part, request.filled);
      request.filled += part.length;
      at += part.length;
      if (request.filled < request.output.length) break;
      waiting.shift();
      request.resolve(request.output);
    }
    restartTimer();
  });

  // A broken pipe: the child is gone or going, and how it ended says why.
  stdin.on('error', () => undefined);

  return {
    async run(input, outputBytes) {
      if (failure !== undefined) throw failure;
      if (closing) throw new Error(`${program.name} is closed`);
      if (outputBytes === 0) return new Uint8Array(0);
      const answer = new Promise<Uint8Array>((resolve, reject) => {
        waiting.push({ output: new Uint8Array(outputBytes), filled: 0, resolve, reject });
      });
      if (waiting.length === 1) restartTimer();
      stdin.write(input);
      return answer;
    },
    async close() {
      closing = true;
      stdin.end();
      await gone;
    },
  };
}
