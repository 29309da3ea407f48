/** The thread Yosys runs in, so that a hang or a trap can be ended from outside. */

import { parentPort } from 'node:worker_threads';
import { Exit, runYosys, type Tree } from '@yowasp/yosys';
import type { Files } from './tool.ts';

export interface YosysJob {
  readonly args: readonly string[];
  readonly files: Files;
}

/** What the thread says: any number of `log`, then one `ended`. */
export type YosysMessage =
  | { readonly kind: 'log'; readonly text: string }
  | {
      readonly kind: 'ended';
      /** Exit code, or null after a trap, which the thread does not survive. */
      readonly code: number | null;
      /** What trapped, or empty. */
      readonly trap: string;
      readonly files: Files;
    };

const say = (message: YosysMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', async ({ args, files }: YosysJob) => {
  const decoder = new TextDecoder();
  const print = (bytes: Uint8Array | null): void => {
    if (bytes !== null) say({ kind: 'log', text: decoder.decode(bytes, { stream: true }) });
  };
  try {
    const tree = await runYosys([...args], { ...files }, { stdout: print, stderr: print });
    say({ kind: 'ended', code: 0, trap: '', files: filesOf(tree ?? {}) });
  } catch (error) {
    if (error instanceof Exit) say({ kind: 'ended', code: error.code, trap: '', files: filesOf(error.files) });
    else say({ kind: 'ended', code: null, trap: String(error), files: {} });
  }
});

/** The files at the top of `tree`; Yosys gets no folders and is asked for none. */
function filesOf(tree: Tree): Files {
  const files: Record<string, string | Uint8Array> = {};
  for (const [name, entry] of Object.entries(tree))
    if (typeof entry === 'string' || entry instanceof Uint8Array) files[name] = entry;
  return files;
}
