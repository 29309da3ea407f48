/** Cost of the rounding itself: the error of a quantized network without noise beside that in floating point. */

import type { EvaluateResult } from './evaluate.ts';

export interface RoundingCost {
  /** Error without noise, converters and chips, less that in floating point: parts of the images. */
  readonly cost: number;
  /** Cost of more than a point from 8 bits on. An ordinary network loses far less. */
  readonly suspicious: boolean;
}

/** Bits of weights and activations from which on a point of error is suspicious. */
const FINE_BITS = 8;
const MOST = 0.01;
/** Images that may be lost by chance, whatever part they are. */
const CHANCE = 2;

/** Cost of the rounding in a result. */
export function roundingCost(
  result: Pick<EvaluateResult, 'job' | 'images' | 'cleanError' | 'floatError'>,
): RoundingCost {
  const { job, images, cleanError, floatError } = result;
  const lost = Math.round((cleanError - floatError) * images);
  const fine = Math.min(job.bits, job.activationBits) >= FINE_BITS;
  return { cost: lost / images, suspicious: fine && lost > Math.max(CHANCE, MOST * images) };
}
