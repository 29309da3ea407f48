/** The embedded nextpnr for iCE40 and icepack as tools (WASM, @yowasp/nextpnr-ice40, an optional package). */

import { workerUrl } from '../package-root.ts';
import { packageFolder, packageVersion } from '../package-version.ts';
import type { RunOptions } from '../run-options.ts';
import { MissingToolError, type Tool } from '../tool.ts';
import { createWasmThread, type WasmJob } from './thread.ts';

/** Name of the npm package. */
export const NEXTPNR_PACKAGE = '@yowasp/nextpnr-ice40';

export interface NextpnrJob extends WasmJob {
  readonly program: 'nextpnr-ice40' | 'icepack';
}

export interface Nextpnr {
  /** Place and route: `place(['--hx8k', '--json', 'a.json', '--asc', 'a.asc'], {'a.json': ...})`. */
  readonly place: Tool;
  /** Bitstream of a configuration's text: `pack(['a.asc', 'a.bin'], {'a.asc': ...})`. */
  readonly pack: Tool;
  /** Version of the package. */
  readonly version: string;
  close(): Promise<void>;
}

/** Requirement of the optional package. Throws `MissingToolError` when it is not installed. */
export function requireNextpnr(): void {
  if (packageFolder(NEXTPNR_PACKAGE) === undefined)
    throw new MissingToolError(
      'nextpnr-ice40',
      `the npm package ${NEXTPNR_PACKAGE}`,
      'npm ci --include=optional, or npm install @yowasp/nextpnr-ice40@0.8.621',
    );
}

/**
 * Tools of both programs in one thread, one run after the other. nextpnr ends every error with a trap; its message is
 * in the log, whose tail the `ToolError` shows. Throws `MissingToolError`.
 */
export function createNextpnr(options: RunOptions = {}): Nextpnr {
  requireNextpnr();
  const thread = createWasmThread<NextpnrJob>(() => workerUrl('tools/wasm/nextpnr-worker'), options);
  const tool =
    (program: NextpnrJob['program']): Tool =>
    (args, files) =>
      thread.run(program, { program, args, files });
  return {
    place: tool('nextpnr-ice40'),
    pack: tool('icepack'),
    version: `nextpnr-ice40 ${packageVersion(NEXTPNR_PACKAGE)}`,
    close: thread.close,
  };
}
