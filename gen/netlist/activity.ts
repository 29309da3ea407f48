/** Activity of a cell, as simulators count it and power estimates use it. */
export interface CellActivity {
  /** Fraction of vectors in each input state; bit k of the state is input k. Sums to 1. */
  readonly states: readonly number[];
  /** Changes of each output between one vector and the next, glitches left out. */
  readonly toggles: readonly number[];
}
