/** Weights as kernels read them: two of 16 bits in a word, for one dot product of pairs. */

/** Two values of 16 bits in a word of 32, the first below the second. */
export const pairWord = (first: number, second: number): number => (second << 16) | (first & 0xffff);

/** A weight in two parts. It is 2^shift * high + low with -2^(shift-1) <= low < 2^(shift-1). */
export interface SplitWeight {
  readonly high: number;
  readonly low: number;
}

export function splitWeight(weight: number, shift: number): SplitWeight {
  const half = 2 ** (shift - 1);
  const high = Math.floor((weight + half) / 2 ** shift);
  return { high, low: weight - high * 2 ** shift };
}

/** Pairs of inputs whose low products fit 31 bits beside a folded sum. Inputs are up to 2^15 - 1. */
export const chunkPairs = (shift: number): number => 2 ** (16 - shift);
