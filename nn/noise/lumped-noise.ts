/** Lumped noise of all synapses of an output, in single precision. Its steps are those of the vector kernels. */

const { fround } = Math;

/** Bound of the noise, which fits 32 bits beside an accumulator. */
export const LARGEST_NOISE = 2 ** 30;

/**
 * Noise of an output as a whole number: unit * sqrt(squares) * gaussian. To the nearest, halves to even, within +-2^30.
 * `unit` is the noise of a weight in accumulator units, `squares` the sum of the squares of the inputs, exact below
 * 2^47.
 */
export function lumpedNoise(unit: number, squares: number, gaussian: number): number {
  const deviation = fround(fround(unit) * fround(Math.sqrt(singleOf(squares))));
  const noise = fround(deviation * gaussian);
  return nearestEven(Math.min(LARGEST_NOISE, Math.max(-LARGEST_NOISE, noise)));
}

/** A whole number in single precision by its upper part and its lowest 16 bits. */
function singleOf(squares: number): number {
  return fround(fround(fround(Math.floor(squares / 65_536)) * 65_536) + (squares % 65_536));
}

function nearestEven(value: number): number {
  const rounded = Math.floor(value + 0.5);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
