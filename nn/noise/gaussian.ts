/**
 * Gaussian noise as a function of its use: seed, draw, image, layer and place in the layer. The standard normal numbers
 * are made in single precision by addition, multiplication and square root alone, so that vector kernels give the same
 * bits.
 * G. E. P. Box and M. E. Muller, "A Note on the Generation of Random Normal Deviates", Ann. Math. Stat. 29, 1958.
 */

import { checkedSeed, philox4x32, STREAM } from '../../numeric/index.ts';

/** Source of the numbers of places 0, 1, 2, ... of a layer for an image in a draw, put into `out`. */
export type GaussianSource = (out: Float64Array, draw: number, image: number, layer: number) => void;

const { fround } = Math;

/**
 * Minimax polynomials, by Lawson's iteration, in single precision: 2 ln(1 + t) = 2 t - t^2 + t^3 LN(t) within 8e-7 for
 * 1 + t from sqrt(1/2) to sqrt(2); for angles of up to pi/4 with z = a^2, sin a = a + a z SIN(z) within 1e-6 and
 * cos a = 1 + z COS(z) within 1e-7. Coefficients from the lowest.
 */
export const LN = [0.66634866, -0.49873736, 0.40987575, -0.36993811, 0.23416261].map(fround);
export const SIN = [-0.16662834, 0.008152992].map(fround);
export const COS = [-0.49999895, 0.041656295, -0.0013597823].map(fround);
/** Constant 2 ln 2. */
export const TWO_LN2 = fround(2 * Math.LN2);
/** Angle of a unit where 2^31 units are an eighth of a turn, radians. */
export const UNIT_ANGLE = fround(Math.PI / 2 ** 33);
/** Bits of sqrt(1/2), the centre of mantissas. */
export const ROOT_HALF = 0x3f3504f3;

/** Bound above all of the numbers: radii are at most sqrt(-2 ln 2^-32) = 6.661, but for rounding. */
export const LARGEST_GAUSSIAN = 6.67;

/**
 * Independent N(0, 1) numbers by `seed`, one a place. The four words of counter (draw, image, layer, place / 4) and key
 * (seed, noise stream) give the numbers of four neighbouring places; none is beyond 6.67, since a word has 32 bits.
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

/**
 * Two numbers from two words. The first gives the radius sqrt(-2 ln u), u = (word / 2 + 1/2) / 2^31; the lower 30 bits of the
 * second an angle of -pi/4 to pi/4, its upper two bits the quarter, by the sign of the cosine and by exchange.
 */
function boxMuller(words: Uint32Array, at: number, out: Float64Array): void {
  const radius = fround(Math.sqrt(twiceLn(words[at] ?? 0)));
  const word = words[at + 1] ?? 0;
  const angle = fround(fround(word << 2) * UNIT_ANGLE);
  const z = fround(angle * angle);
  const sin = fround(angle + fround(fround(angle * z) * polynomial(SIN, z)));
  const cos = fround(fround(1) + fround(z * polynomial(COS, z)));
  const x = word >>> 31 ? -cos : cos;
  const exchange = (word >>> 30) & 1;
  out[at] = fround(radius * (exchange ? sin : x));
  out[at + 1] = fround(radius * (exchange ? x : sin));
}

const floatWord = new Float32Array(1);
const wordOfFloat = new Int32Array(floatWord.buffer);

/** Squared radius -2 ln((word / 2 + 1/2) / 2^31), the half rounded down; never below 0. */
function twiceLn(word: number): number {
  floatWord[0] = fround(word >>> 1) + 0.5;
  const centred = ((wordOfFloat[0] ?? 0) - ROOT_HALF) | 0;
  const exponent = centred >> 23;
  wordOfFloat[0] = (centred & 0x7fffff) + ROOT_HALF;
  const t = fround((floatWord[0] ?? 0) - 1);
  const inner = fround(fround(t * polynomial(LN, t)) - 1);
  const mantissa = fround(t * fround(fround(t * inner) + 2));
  return fround(fround((31 - exponent) * TWO_LN2) - mantissa);
}

/** Horner's rule, every step rounded to single precision. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => fround(fround(sum * x) + coefficient));
}
