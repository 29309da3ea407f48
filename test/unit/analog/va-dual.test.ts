import { describe, expect, test } from 'vitest';
import {
  add,
  constant,
  DUAL_FUNCTIONS,
  type Dual,
  divide,
  multiply,
  negate,
  subtract,
  unknown,
} from '../../../analog/verilog-a/dual.ts';

type OfTwo = (a: Dual, b: Dual) => Dual;

/** Functions with their derivatives from a table, at x = 0.7 and y = 1.3. */
const X = 0.7;
const Y = 1.3;
const CASES: readonly (readonly [string, OfTwo, number, number, number])[] = [
  ['x+y', add, 2, 1, 1],
  ['x-y', subtract, -0.6, 1, -1],
  ['-x', negate, -X, -1, 0],
  ['xy', multiply, 0.91, Y, X],
  ['x/y', divide, X / Y, 1 / Y, -X / Y ** 2],
  ['exp x', (a, b) => call('exp', a, b), Math.exp(X), Math.exp(X), 0],
  ['limexp x', (a, b) => call('limexp', a, b), Math.exp(X), Math.exp(X), 0],
  ['ln x', (a, b) => call('ln', a, b), Math.log(X), 1 / X, 0],
  ['sqrt x', (a, b) => call('sqrt', a, b), Math.sqrt(X), 1 / (2 * Math.sqrt(X)), 0],
  ['tanh x', (a, b) => call('tanh', a, b), Math.tanh(X), 1 - Math.tanh(X) ** 2, 0],
  ['x^y', (a, b) => call('pow', a, b), X ** Y, Y * X ** (Y - 1), X ** Y * Math.log(X)],
  ['|-x|', (a, b) => call('abs', negate(a), b), X, 1, 0],
  ['min', (a, b) => call('min', a, b), X, 1, 0],
  ['max', (a, b) => call('max', a, b), Y, 0, 1],
];

function call(name: string, a: Dual, b: Dual): Dual {
  return DUAL_FUNCTIONS[name]!(a, b);
}

describe('numbers with derivatives', () => {
  test.each(CASES)('%s and its derivatives', (_, of, value, byX, byY) => {
    const result = of(unknown(X, 0, 2), unknown(Y, 1, 2));
    expect(result.value).toBeCloseTo(value, 14);
    expect(result.slopes?.[0] ?? 0).toBeCloseTo(byX, 14);
    expect(result.slopes?.[1] ?? 0).toBeCloseTo(byY, 14);
  });

  test('constants have no slopes, and neither has what is made of them', () => {
    expect(multiply(constant(2), add(constant(3), constant(4)))).toEqual({ value: 14 });
  });

  test('tanh of 400 is 1 and its slope is 0, not NaN', () => {
    const { value, slopes } = call('tanh', unknown(400, 0, 1), constant(0));
    expect([value, slopes?.[0]]).toEqual([1, 0]);
  });

  test('0^2 has slope 0', () => {
    expect(call('pow', unknown(0, 0, 1), constant(2)).slopes?.[0]).toBe(0);
  });
});
