/** Noise power that costs so many points of error. */

import type { EvaluateResult } from './evaluate.ts';
import { variantKey } from './evaluate-jobs.ts';

/** Rises of the error that are looked for, parts of the images. */
export const RISES = [0.01, 0.02, 0.03] as const;

/** Crossing of an error curve with a rise over the clean network's error. */
export interface RisePower {
  /** A point of the curve, for its network and width. */
  readonly of: EvaluateResult;
  readonly rise: number;
  /**
   * Noise power of the crossing, V^2. It is interpolated in the logarithm of the power; null where the mean never rises
   * so far.
   */
  readonly power: number | null;
  /** Crossings of the upper and the lower ends of the intervals, V^2; null where they never rise so far. */
  readonly low: number | null;
  readonly high: number | null;
  /** Largest noise power that was evaluated, V^2. */
  readonly largest: number;
}

/** Crossings of each curve with each of `RISES`. Curves of fewer than two noisy points with intervals are left out. */
export function risePowers(results: readonly EvaluateResult[]): readonly RisePower[] {
  const curves = new Map<string, EvaluateResult[]>();
  for (const result of results) {
    if (result.job.noisePower === 0 || !result.rise) continue;
    const key = variantKey(result.job);
    curves.set(key, [...(curves.get(key) ?? []), result]);
  }
  return [...curves.values()].flatMap((curve) => {
    const points = curve.toSorted((a, b) => a.job.noisePower - b.job.noisePower);
    const last = points.at(-1);
    if (!last || points.length < 2) return [];
    const passes = (rise: number, of: 'mean' | 'low' | 'high'): number | null =>
      firstPassing(
        points.flatMap(({ job, rise: found }) => (found ? [{ x: Math.log(job.noisePower), y: found[of] }] : [])),
        rise,
      );
    return RISES.map((rise) => ({
      of: last,
      rise,
      power: passes(rise, 'mean'),
      low: passes(rise, 'high'),
      high: passes(rise, 'low'),
      largest: last.job.noisePower,
    }));
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Abscissa exp(x) of the first crossing of straight lines between points with `level`. Null where the first is above
 * it, or none reaches it.
 */
function firstPassing(points: readonly Point[], level: number): number | null {
  const after = points.findIndex(({ y }) => y >= level);
  const [a, b] = [points[after - 1], points[after]];
  if (!a || !b) return null;
  return Math.exp(a.x + ((level - a.y) / (b.y - a.y)) * (b.x - a.x));
}
