/** Options of a single run of a tool. */

/** Longest time of a program unless told otherwise, s. */
export const DEFAULT_TIME_LIMIT = 600;

/** Treatment of every program of a run. */
export interface RunOptions {
  /** Longest time of a program, s; default 600. */
  readonly timeLimit?: number;
  /** Callback for the program's output, as it is printed. */
  readonly onLog?: (text: string) => void;
  /** Signal that ends the program; the call rejects with its reason. */
  readonly signal?: AbortSignal;
}
