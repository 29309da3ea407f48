/**
 * Elementary functions from IEEE addition, multiplication and division alone. They give the same bits on every engine,
 * which `Math.log`, `Math.sin`, `Math.exp` and `Math.tanh` do not promise. Activations, trained weights and noise rest
 * on them. Series: Abramowitz & Stegun, "Handbook of Mathematical Functions", 4.1.27, 4.2.1, 4.3.65, 4.3.66, 4.5.70.
 */

/** ln 2 in two parts. The first has 32 significant bits, so that its product with a small integer is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Radians per unit of angle, 2 pi / 2^32. A turn is 2^32 units. */
const RADIANS_PER_UNIT = 1.4629180792671596e-9;

const LARGEST_POWER = 540;
/** Powers of two, 2^k at index k + LARGEST_POWER, by exact multiplications. */
const POWERS_OF_TWO = (() => {
  const powers = new Float64Array(2 * LARGEST_POWER + 1);
  for (let k = 0, up = 1, down = 1; k <= LARGEST_POWER; k++, up *= 2, down /= 2) {
    powers[LARGEST_POWER + k] = up;
    powers[LARGEST_POWER - k] = down;
  }
  return powers;
})();

const powerOfTwo = (k: number): number => POWERS_OF_TWO[LARGEST_POWER + k] ?? 0;

/** Logarithm ln((word + 1/2) / 2^32) of a 32-bit word, within 2 ulp. Between -22.9 and -1.16e-10. */
export function lnOfWord(word: number): number {
  const value = (word >>> 0) + 0.5;
  let exponent = value < 1 ? -1 : 31 - Math.clz32(word);
  let fraction = value * powerOfTwo(-exponent);
  if (fraction > Math.SQRT2) {
    fraction /= 2;
    exponent++;
  }
  const k = exponent - 32;
  // ln f = 2 artanh s with |s| < 0.172: the first term left out is below 4e-17 of the sum.
  const s = (fraction - 1) / (fraction + 1);
  const z = s * s;
  const rest =
    z *
    (2 / 3 +
      z *
        (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19)))))))));
  return k * LN2_HIGH + (k * LN2_LOW + (s * rest + 2 * s));
}

/**
 * Exponential function within 2 ulp where the result is a normal number. 0 and Infinity beyond the range of doubles.
 */
export function exp(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.2) return 0;
  const k = Math.floor(x / Math.LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  // Taylor's series for |r| < 0.347: the first term left out is below 5e-18.
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 1 / 2;
  const y = 1 + (r + r * r * sum);
  const half = Math.floor(k / 2);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** Hyperbolic tangent within 3 ulp; odd, and never beyond 1. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.625) {
    // Eighth convergent of Lambert's continued fraction x / (1 + x^2 / (3 + x^2 / (5 + ...))).
    const z = x * x;
    const numerator = 2027025 + z * (270270 + z * (6930 + z * 36));
    return (x * numerator) / (2027025 + z * (945945 + z * (51975 + z * (630 + z))));
  }
  const magnitude = size > 20 ? 1 : 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -magnitude : magnitude;
}

/** Cosine and sine of the angle 2 pi (word + 1/2) / 2^32. Written to `out[at]` and `out[at + 1]`, each within 1e-15. */
export function cosSinOfWord(word: number, out: Float64Array, at: number): void {
  const value = word >>> 0;
  const quarter = ((value >>> 29) + 1) >>> 1;
  const angle = (value + 0.5 - quarter * 0x40000000) * RADIANS_PER_UNIT;
  const z = angle * angle;
  // Taylor's series for |angle| <= pi/4: the first terms left out are below 1e-16 and 3e-18.
  const sin =
    angle +
    angle *
      z *
      (-1 / 6 +
        z *
          (1 / 120 +
            z *
              (-1 / 5040 + z * (1 / 362880 + z * (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000)))))));
  const cos =
    1 +
    z *
      (-1 / 2 +
        z *
          (1 / 24 +
            z *
              (-1 / 720 +
                z *
                  (1 / 40320 +
                    z * (-1 / 3628800 + z * (1 / 479001600 + z * (-1 / 87178291200 + z / 20922789888000)))))));
  out[at] = quarter & 1 ? (quarter & 2 ? sin : -sin) : quarter & 2 ? -cos : cos;
  out[at + 1] = quarter & 1 ? (quarter & 2 ? -cos : cos) : quarter & 2 ? -sin : sin;
}
