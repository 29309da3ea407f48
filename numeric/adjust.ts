/** Fits of chosen members of a nested record of numbers. */

import { leastSquares } from './least-squares.ts';
import { nth } from './nth.ts';

/** Unit of a member that begins at 0, as a part of its first sibling. As a part of 1 where that is 0 too. */
const SMALL = 0.1;
/** Relative gain of a round below which the fit ends. */
const GAIN = 1e-6;

/**
 * Record with the members `paths` moved to the least sum of squares. A path is such as `noise.scale.0`. Each is counted
 * in units of its start, a member of a list that starts at 0 in a tenth of the list's first.
 */
export function adjust<T extends object>(
  shape: T,
  paths: readonly string[],
  residuals: (shape: T) => readonly number[],
): T {
  const routes = paths.map((path) => path.split('.'));
  const start = routes.map((route) => valueAt(shape, route));
  const unit = routes.map((route, k) => {
    const own = Math.abs(nth(start, k));
    return own > 0 ? own : SMALL * (Math.abs(valueAt(shape, [...route.slice(0, -1), '0'])) || 1);
  });
  const moved = (factors: readonly number[]): T =>
    routes.reduce<T>(
      (copy, route, k) => withValue(copy, route, nth(start, k) + (nth(factors, k) - 1) * nth(unit, k)),
      shape,
    );
  const found = leastSquares(
    (factors) => residuals(moved(factors)),
    start.map(() => 1),
    GAIN,
  );
  return moved(found);
}

type Nested = { readonly [key: string]: number | Nested };

function valueAt(shape: object, route: readonly string[]): number {
  let value: number | Nested | undefined = shape as Nested;
  for (const key of route) value = typeof value === 'object' ? value[key] : undefined;
  if (typeof value !== 'number') throw new RangeError(`no such number: ${route.join('.')}`);
  return value;
}

/** Record with another value at `route`. Everything beside it is shared. */
function withValue<T>(shape: T, [key, ...rest]: readonly string[], value: number): T {
  if (key === undefined) return value as T;
  if (Array.isArray(shape)) return shape.with(Number(key), value) as T;
  return { ...shape, [key]: withValue((shape as Nested)[key], rest, value) };
}
