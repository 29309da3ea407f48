/** Keys of measurements. */

/** A number as it stands in a measurement's key: 0, 1e-6, 3.162e-6. */
export function keyNumber(value: number): string {
  return value === 0 ? '0' : value.toExponential().replace('+', '');
}
