/** Least-squares clip of a layer, before training that knows of the rounding. */

import { nth } from '../../numeric/index.ts';
import type { LayerWeights } from '../network/network.ts';
import { largestCode } from './quantize.ts';

/** Candidates, as parts of the largest weight. */
const PARTS = Array.from({ length: 20 }, (_, k) => (20 - k) / 20);

/**
 * Clips of the smallest mean square of w - rounded w, for each layer. They are parts of its largest weight; of equals
 * the larger.
 */
export function leastSquareClips(weights: readonly LayerWeights[], bits: number): number[] {
  const limit = largestCode(bits);
  return weights.map((layer) => {
    const largest = layer.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) return 1;
    const squares = PARTS.map((part) => {
      const unit = (part * largest) / limit;
      return layer.weights.reduce((sum, value) => {
        const size = Math.abs(value);
        return sum + (size - unit * Math.min(limit, Math.floor(size / unit + 0.5))) ** 2;
      }, 0);
    });
    return nth(PARTS, squares.indexOf(Math.min(...squares)));
  });
}
