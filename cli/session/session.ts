/** Sessions of the command line: signals, exit codes, errors, input files, progress and versions. */

import type { ExitCode } from './failure.ts';

/** Surroundings of a verb: a signal that ends it, and a place for its exit code. */
export interface Session {
  readonly signal: AbortSignal;
  exitWith(code: ExitCode): void;
}
