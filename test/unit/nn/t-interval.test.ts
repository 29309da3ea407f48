import { expect, test } from 'vitest';
import { tInterval, tQuantile } from '../../../numeric/t-interval.ts';

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, "Critical Values of the Student's t Distribution".
test.each([
  [0.975, 1, 12.706],
  [0.975, 2, 4.303],
  [0.975, 4, 2.776],
  [0.975, 9, 2.262],
  [0.975, 29, 2.045],
  [0.975, 100, 1.984],
  [0.95, 9, 1.833],
  [0.995, 9, 3.25],
])('t(%s) with %s degrees of freedom is %s', (p, degrees, published) => {
  expect(tQuantile(p, degrees)).toBeCloseTo(published, 3);
});

test('the interval of 1, 2, 3, 4, 5 is 3 +- 2.776 sqrt(2.5 / 5)', () => {
  const interval = tInterval([1, 2, 3, 4, 5]);
  expect(interval?.mean).toBe(3);
  expect(interval?.low).toBeCloseTo(3 - 2.776445 * Math.sqrt(0.5), 5);
  expect(interval?.high).toBeCloseTo(3 + 2.776445 * Math.sqrt(0.5), 5);
});

test('fewer than two values have no interval', () => {
  expect([tInterval([]), tInterval([0.5])]).toEqual([null, null]);
});
