import { describe, expect, test } from 'vitest';
import { logPoints } from '../../../numeric/log-points.ts';

describe('points of a logarithmic range', () => {
  test('two a decade: decades exact, the others sqrt(10) to four digits', () => {
    expect(logPoints({ from: 1e-9, to: 1e-4, pointsPerDecade: 2 })).toEqual([
      1e-9, 3.162e-9, 1e-8, 3.162e-8, 1e-7, 3.162e-7, 1e-6, 3.162e-6, 1e-5, 3.162e-5, 1e-4,
    ]);
  });
  test('five a decade: 1, 1.585, 2.512, 3.981, 6.31', () => {
    const points = logPoints({ from: 1e3, to: 1e9, pointsPerDecade: 5 });
    expect(points).toHaveLength(31);
    expect(points.slice(0, 6)).toEqual([1000, 1585, 2512, 3981, 6310, 10_000]);
    expect(points.slice(-2)).toEqual([6.31e8, 1e9]);
  });
  test('both ends are points, whole decades or not', () => {
    expect(logPoints({ from: 3e-7, to: 5e-6, pointsPerDecade: 1 })).toEqual([3e-7, 3e-6, 5e-6]);
    expect(logPoints({ from: 2, to: 3, pointsPerDecade: 1 })).toEqual([2, 3]);
    expect(logPoints({ from: 1, to: 3.162, pointsPerDecade: 2 })).toEqual([1, 3.162]);
  });
  test('30 decades stay exact', () => {
    const points = logPoints({ from: 1e-18, to: 1e12, pointsPerDecade: 1 });
    expect(points).toEqual(Array.from({ length: 31 }, (_, k) => Number(`1e${k - 18}`)));
  });
  test.each([
    [{ from: 0, to: 1, pointsPerDecade: 1 }, 'a range must have 0 < from < to: 0 to 1'],
    [{ from: 2, to: 1, pointsPerDecade: 1 }, 'a range must have 0 < from < to: 2 to 1'],
    [{ from: 1, to: 2, pointsPerDecade: 0.5 }, 'pointsPerDecade must be a whole number from 1: 0.5'],
  ])('%o is refused', (range, message) => {
    expect(() => logPoints(range)).toThrow(message);
  });
});
