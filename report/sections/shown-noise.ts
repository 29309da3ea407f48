/** Noise power at which a report shows an error in words and by class. */

import type { ErrorPoint, EvaluationFigures } from '../../compare/index.ts';
import { SHOWN_POWER } from '../../nn/index.ts';

/** Point with noise to show beside the clean one. Undefined without noise. */
export function shownPoint({ points }: EvaluationFigures): ErrorPoint | undefined {
  const noisy = points.filter(({ noisePower }) => noisePower > 0);
  return noisy.find(({ noisePower }) => noisePower === SHOWN_POWER) ?? noisy.at(-1);
}
