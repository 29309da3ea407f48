/** The thread of a WebAssembly program from a YoWASP package: its jobs, its files and its end. */

import { parentPort } from 'node:worker_threads';
import type { Files } from '../tool.ts';
import type { WasmJob, WasmMessage } from './thread.ts';

/** Files as a YoWASP package takes and gives them. */
interface Tree {
  [name: string]: Tree | string | Uint8Array;
}

type Print = (bytes: Uint8Array | null) => void;

/** A program of a YoWASP package. */
export type WasmProgram = (
  args: string[],
  files: Tree,
  options: { stdout: Print; stderr: Print },
) => Promise<Tree> | Tree | undefined;

const say = (message: WasmMessage): void => parentPort?.postMessage(message);

/**
 * Answers of this thread to its jobs. An exit with a code is told from a trap by `isExit`: what the package throws for
 * it, with `code` and `files`.
 */
export function answerJobs<Job extends WasmJob>(
  programOf: (job: Job) => WasmProgram,
  isExit: (error: unknown) => error is { readonly code: number; readonly files: Tree },
): void {
  parentPort?.on('message', async (job: Job) => {
    const decoder = new TextDecoder();
    const print: Print = (bytes) => {
      if (bytes !== null) say({ kind: 'log', text: decoder.decode(bytes, { stream: true }) });
    };
    try {
      const tree = await programOf(job)([...job.args], { ...job.files }, { stdout: print, stderr: print });
      say({ kind: 'ended', code: 0, trap: '', files: filesOf(tree ?? {}) });
    } catch (error) {
      if (isExit(error)) say({ kind: 'ended', code: error.code, trap: '', files: filesOf(error.files) });
      else say({ kind: 'ended', code: null, trap: String(error), files: {} });
    }
  });
}

/** Files at the top of `tree`. The programs get no folders and are asked for none. */
function filesOf(tree: Tree): Files {
  const files: Record<string, string | Uint8Array> = {};
  for (const [name, entry] of Object.entries(tree))
    if (typeof entry === 'string' || entry instanceof Uint8Array) files[name] = entry;
  return files;
}
