/** Surroundings of a verb: a signal that ends it and a place for its exit code. */

import type { ExitCode } from './failure.ts';

/** What every verb gets: a signal that ends it, and a place for its exit code. */
export interface Session {
  readonly signal: AbortSignal;
  exitWith(code: ExitCode): void;
}
