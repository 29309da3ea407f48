/** Seed of random vectors and noise. The same spec, seed and version give the same results. */

/** Options of a step that draws random numbers. */
export interface Seeded {
  /** 0 to 2^31 - 1; default 1. */
  readonly seed?: number;
}

/** Seed where none is given. */
export const DEFAULT_SEED = 1;
