#!/usr/bin/env node

/**
 * Command `somagen`: the thread that hears signals while another does the work. Whatever that one computes, the
 * command ends soon after a signal, and nothing is left of it.
 */

import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Leftover, LeftoverChange } from '../tools/index.ts';

/** Time in which signals are one Ctrl-C, ms. npx passes on what the terminal has sent already. A later one ends at once. */
const ONE_INTERRUPTION = 500;
/** Time after a signal in which the work may end by itself, ms. */
const GRACE = 1000;

// First of all, before anything that takes a while is loaded.
let interrupted: number | undefined;
let work: Worker | undefined;
const interrupt = (): void => {
  if (interrupted !== undefined) {
    if (performance.now() - interrupted > ONE_INTERRUPTION) endNow();
    return;
  }
  interrupted = performance.now();
  work?.postMessage('interrupt');
  setTimeout(endNow, GRACE).unref();
};
process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', interrupt);

function endNow(): void {
  process.exitCode = 130;
  // The list of steps hides the cursor.
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h');
  process.stderr.write('interrupted; what was finished is kept\n', () => process.exit(130));
}

// A reader that has seen enough, such as head, is no failure; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`cannot write standard output: ${error.message}\n`);
  process.exit(2);
});
// Whoever closed standard error wants no words; the exit code tells.
process.stderr.on('error', () => undefined);

// A thread that ends while V8 compiles WebAssembly beside it takes the whole process with it (SIGSEGV, Node 20).
setFlagsFromString('--no-wasm-async-compilation');
const terminal = ({ isTTY, columns }: NodeJS.WriteStream) => ({ isTTY, columns: columns || undefined });
work = new Worker(new URL('./commands.js', import.meta.url), {
  argv: process.argv.slice(2),
  workerData: { stdout: terminal(process.stdout), stderr: terminal(process.stderr) },
});
const leftovers = new Map<number, Leftover>();
work.on('message', ({ key, left }: LeftoverChange) => {
  if (left === null) leftovers.delete(key);
  else leftovers.set(key, left);
});
work.on('error', (error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`somagen failed in a way it should not; please report this:\n${text}\n`);
  process.exitCode = 4;
});
work.on('exit', (code) => {
  process.exitCode ??= code;
});

const { removeLeftovers } = await import('../tools/index.ts');
process.on('exit', () => removeLeftovers([...leftovers.values()]));
