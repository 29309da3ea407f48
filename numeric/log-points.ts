/** Points of a logarithmic range, and numbers in the keys of measurements. */

/** Significant digits of the points between decades. */
const DIGITS = 4;

/**
 * Points of a range at `pointsPerDecade` equal ratios a decade, both ends included. Whole decades from `from` are exact
 * decimal numbers; points between are rounded to 4 significant digits, so that they can be written and typed.
 */
export function logPoints(range: LogRange): number[] {
  const { from, to, pointsPerDecade } = range;
  if (!(from > 0 && from < to)) throw new RangeError(`a range must have 0 < from < to: ${from} to ${to}`);
  if (!Number.isInteger(pointsPerDecade) || pointsPerDecade < 1)
    throw new RangeError(`pointsPerDecade must be a whole number from 1: ${pointsPerDecade}`);
  const [mantissa, exponent] = from.toExponential().split('e');
  const points: number[] = [];
  for (let k = 0; ; k++) {
    const decades = Math.floor(k / pointsPerDecade);
    const start = Number(`${mantissa}e${Number(exponent) + decades}`);
    const step = k % pointsPerDecade;
    const point = step === 0 ? start : Number((start * 10 ** (step / pointsPerDecade)).toPrecision(DIGITS));
    // A last point that only rounding keeps apart from `to` is `to`.
    if (point >= to * (1 - 10 ** -DIGITS)) return [...points, to];
    points.push(point);
  }
}

/** Limits of a logarithmic range, both included. */
export interface LogRange {
  readonly from: number;
  readonly to: number;
  readonly pointsPerDecade: number;
}
