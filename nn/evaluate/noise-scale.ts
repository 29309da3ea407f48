/** Noise power as a part of the largest weight: the two scales of a noise. */

import type { NoisePoint } from './noise-model.ts';

/** Point by what its two scales hang on. */
export type ScaledPoint = Pick<NoisePoint, 'model' | 'fullScale'> & { readonly bits: number };

/**
 * Standard deviation over the largest weight for each volt of noise, 1/V. `per-branch`: the noises
 * of the 2^bits - 1 branches that a largest weight sums average out; `input-referred`: of the largest product.
 */
export function sigmaPerVolt({ model, fullScale, bits }: ScaledPoint): number {
  switch (model) {
    case 'weight':
    case 'input-referred':
      return 1 / fullScale;
    case 'per-branch':
      return 1 / (fullScale * Math.sqrt(2 ** bits - 1));
  }
}
