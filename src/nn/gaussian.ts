/**
 * Standard normal numbers, a function of where they are used: seed, draw, image, layer and output.
 * G. E. P. Box and M. E. Muller, "A Note on the Generation of Random Normal Deviates", Ann. Math. Stat. 29, 1958.
 */

import { cosSinOfWord, lnOfWord } from '../gen/index.ts';
import { checkedSeed, philox4x32, STREAM } from './philox.ts';

/** Fills `out` with the numbers of outputs 0, 1, 2, ... of a layer for an image in a draw. */
export type GaussianSource = (out: Float64Array, draw: number, image: number, layer: number) => void;

/**
 * Independent N(0, 1) numbers by `seed`, one an output. The four words of counter (draw, image, layer, output / 4) and key
 * (seed, noise stream) give the numbers of four neighbouring outputs; none is beyond 6.77, since a word has 32 bits.
 */
export function gaussianSource(seed: number): GaussianSource {
  checkedSeed(seed);
  const words = new Uint32Array(4);
  const four = new Float64Array(4);
  return (out, draw, image, layer) => {
    for (let start = 0; start < out.length; start += 4) {
      philox4x32(words, draw, image, layer, start >>> 2, seed, STREAM.noise);
      boxMuller(words, 0, four);
      boxMuller(words, 2, four);
      const end = Math.min(4, out.length - start);
      for (let lane = 0; lane < end; lane++) out[start + lane] = four[lane] ?? 0;
    }
  };
}

/** Two numbers from two words: radius from the first, angle from the second. */
function boxMuller(words: Uint32Array, at: number, out: Float64Array): void {
  const radius = Math.sqrt(-2 * lnOfWord(words[at] ?? 0));
  cosSinOfWord(words[at + 1] ?? 0, out, at);
  out[at] = radius * (out[at] ?? 0);
  out[at + 1] = radius * (out[at + 1] ?? 0);
}
