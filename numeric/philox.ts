/**
 * Philox4x32-10, a counter-based random number generator. The words are a function of counter and key alone, so a
 * result never depends on threads, batches or order. J. K. Salmon et al., "Parallel Random Numbers: As Easy as 1, 2,
 * 3", SC11, 2011; constants as in Random123.
 */

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

/** Uses of the words of a seed. They are the second word of the key, so that no two uses share a word. */
export const STREAM = { noise: 0, initialWeights: 1, shuffle: 2, augmentation: 3, mismatch: 4 } as const;

/**
 * Four random words of counter (c0, c1, c2, c3) and key (k0, k1). Written to `out[0..3]`; arguments count modulo 2^32.
 */
export function philox4x32(
  out: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const low0 = Math.imul(M0, x0);
    const high0 = multiplyHigh(M0, x0);
    const low1 = Math.imul(M1, x2);
    const high1 = multiplyHigh(M1, x2);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + W0) | 0;
    key1 = (key1 + W1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** Upper 32 bits of the 64-bit product of two unsigned words. Made by halves of 16 bits. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = (Math.imul(aLow, bHigh) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const cross = (Math.imul(aHigh, bLow) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/** First key word of `seed`. Throws unless it is a whole number from 0 to 2^32 - 1. */
export function checkedSeed(seed: number): number {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`seed must be a whole number from 0 to 4294967295: ${seed}`);
  return seed;
}
