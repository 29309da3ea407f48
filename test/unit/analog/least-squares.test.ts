import { expect, test } from 'vitest';
import { leastSquares } from '../../../numeric/least-squares.ts';

const xs = Array.from({ length: 20 }, (_, k) => k / 4);

test('a straight line is found in one step', () => {
  const [a, b] = leastSquares(([p = 0, q = 0]) => xs.map((x) => p + q * x - (3 - 2 * x)), [0, 0]);
  expect(a).toBeCloseTo(3, 8);
  expect(b).toBeCloseTo(-2, 8);
});

test('two exponentials are found from afar', () => {
  const y = (x: number): number => 2 * Math.exp(-0.5 * x) + 5 * Math.exp(-3 * x);
  const model = ([a = 0, b = 0, c = 0, d = 0]: readonly number[], x: number): number =>
    a * Math.exp(-b * x) + c * Math.exp(-d * x);
  const found = leastSquares((p) => xs.map((x) => model(p, x) - y(x)), [1, 1, 1, 2]);
  [2, 0.5, 5, 3].forEach((value, index) => {
    expect(found[index]).toBeCloseTo(value, 5);
  });
});

test('Rosenbrock from (-1.2, 1): the minimum is at (1, 1)', () => {
  // H. H. Rosenbrock, "An Automatic Method for Finding the Greatest or Least Value of a Function", 1960.
  const found = leastSquares(([x = 0, y = 0]) => [10 * (y - x ** 2), 1 - x], [-1.2, 1]);
  expect(found[0]).toBeCloseTo(1, 6);
  expect(found[1]).toBeCloseTo(1, 6);
});

test('steps into values that are not numbers are not taken', () => {
  const [x] = leastSquares(([p = 0]) => [Math.log(p) - 1], [0.01]);
  expect(x).toBeCloseTo(Math.E, 6);
});
