/** Paired difference of two widths' errors, image by image, with the same random numbers. */

import { type Interval, nth, tInterval } from '../../numeric/index.ts';
import { countsOf } from './classify.ts';
import type { EvaluateResult } from './evaluate.ts';

/** Errors of one width less those of another, at one point. */
export interface WidthDifference {
  readonly network: string;
  readonly first: EvaluateResult;
  readonly second: EvaluateResult;
  /** Mean difference of the images' errors, with its 95 % t interval. */
  readonly difference: Interval;
}

/**
 * Differences of `from` bits less `to` bits wherever both were evaluated alike. Noise is independent from image to
 * image, so the images are the independent pairs, and the interval covers both their choice and the draws of the noise.
 */
export function widthDifferences(
  results: readonly EvaluateResult[],
  from: number,
  to: number,
): readonly WidthDifference[] {
  return results
    .filter(({ job }) => job.bits === from && job.activationBits === from)
    .flatMap((first) => {
      const alike = JSON.stringify({ ...first.job, bits: to, activationBits: to, neuron: null });
      const second = results.find(
        ({ job }) =>
          job.neuron?.neuron === first.job.neuron?.neuron && JSON.stringify({ ...job, neuron: null }) === alike,
      );
      const difference = second && pairedDifference(first, second);
      return second && difference ? [{ network: first.job.network, first, second, difference }] : [];
    });
}

/** Mean difference of each image's errors over its own draws; null where there are no two images alike. */
export function pairedDifference(first: EvaluateResult, second: EvaluateResult): Interval | null {
  if (first.images !== second.images || first.data !== second.data) return null;
  const other = countsOf(second.wrongDraws);
  return tInterval(
    Array.from(
      countsOf(first.wrongDraws),
      (count, image) => count / first.errors.length - nth(other, image) / second.errors.length,
    ),
  );
}
