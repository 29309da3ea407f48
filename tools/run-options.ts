/** Options of a single run of a tool. */

/** How long a program may run unless told otherwise, s. */
export const DEFAULT_TIME_LIMIT = 600;

/** How every program of a run is treated. */
export interface RunOptions {
  /** s; default 600. */
  readonly timeLimit?: number;
  /** Called with what the program prints, as it prints it. */
  readonly onLog?: (text: string) => void;
  /** Ends the program; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
