/** The embedded Yosys (WASM, @yowasp/yosys) as a `Tool`. */

import { workerUrl } from '../package-root.ts';
import type { RunOptions } from '../run-options.ts';
import type { Tool } from '../tool.ts';
import { createWasmThread } from './thread.ts';

/** Tool called as `yosys(['-s', 'script.ys'], {'script.ys': ..., 'dig8.v': ...})`. */
export type Yosys = Tool & {
  /** Version as Yosys names itself: `Yosys 0.55 (git sha1 ...)`. */
  version(): Promise<string>;
  /** End of the thread; another run would start another. */
  close(): Promise<void>;
};

/** Tool of Yosys in a thread, one run after the other. There is no shell inside: Yosys' `!` fails. */
export function createYosys(options: RunOptions = {}): Yosys {
  const thread = createWasmThread(() => workerUrl('tools/wasm/yosys-worker'), options);
  const run: Tool = (args, files) => thread.run('Yosys', { args, files });
  const version = async (): Promise<string> => (await run(['-V'], {})).log.trim();
  return Object.assign(run, { version, close: thread.close });
}
