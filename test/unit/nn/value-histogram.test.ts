/** Histograms that grow, against the values themselves. */

import { describe, expect, test } from 'vitest';
import {
  growingHistogram,
  leastSquareRange,
  percentileOf,
  type ValueHistogram,
} from '../../../nn/quantized/value-histogram.ts';
import { words } from './network.fixture.ts';

function histogramOf(values: readonly number[]): ValueHistogram {
  const { add, histogram } = growingHistogram();
  for (const value of values) add(value);
  return histogram();
}

/** Half of them zeros, the rest with a tail, as ReLU gives. */
const VALUES = Array.from(words(20_000, 5), (word) => (word % 2 === 0 ? 0 : -3 * Math.log((word + 1) / 2 ** 32)));

describe('a histogram', () => {
  test('is the same in whatever order the values come, of either sign', () => {
    const ascending = VALUES.toSorted((a, b) => a - b);
    expect(histogramOf(ascending)).toEqual(histogramOf(ascending.toReversed().map((value) => -value)));
    const { largest, values, counts, width } = histogramOf(VALUES);
    expect([largest, values]).toEqual([Math.max(...VALUES), 20_000]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(VALUES.filter((value) => value > 0).length);
    expect(largest / width).toBeGreaterThanOrEqual(2 ** 13);
    expect(largest / width).toBeLessThan(2 ** 14);
  });

  test.each([1e-30, 1, 1e30])('of one value, %s', (value) => {
    const histogram = histogramOf([value]);
    expect([histogram.largest, percentileOf(histogram, 100), leastSquareRange(histogram, 127)]).toEqual([
      value,
      value,
      value,
    ]);
  });

  test('refuses what is not finite', () => {
    expect(() => histogramOf([1, Infinity])).toThrow('outputs must be finite: Infinity');
    expect(() => histogramOf([Number.NaN])).toThrow('outputs must be finite: NaN');
  });
});

test.each([50, 75, 99, 99.9, 100])('%s %% of all values, zeros too, are within the percentile', (percent) => {
  const sorted = VALUES.toSorted((a, b) => a - b);
  const histogram = histogramOf(VALUES);
  const exact = sorted[Math.ceil((percent / 100) * sorted.length) - 1]!;
  const found = percentileOf(histogram, percent);
  expect(found).toBeGreaterThanOrEqual(exact);
  expect(found).toBeLessThanOrEqual(exact + histogram.width);
});

test.each([2, 3, 4, 8, 12, 16])('%s bits: the least squares of the values themselves, of 64 parts', (bits) => {
  const limit = 2 ** (bits - 1) - 1;
  const largest = Math.max(...VALUES);
  const squares = (range: number): number =>
    VALUES.reduce((sum, value) => {
      const code = Math.min(limit, Math.floor((value / range) * limit + 0.5));
      return sum + (value - (code * range) / limit) ** 2;
    }, 0);
  const best = Math.min(...Array.from({ length: 64 }, (_, k) => squares(((k + 1) / 64) * largest)));
  const found = leastSquareRange(histogramOf(VALUES), limit);
  expect(squares(found)).toBeLessThanOrEqual(1.01 * best);
});
