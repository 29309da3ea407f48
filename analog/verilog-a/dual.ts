/**
 * Numbers with their derivatives: forward-mode automatic differentiation (R. E. Wengert, "A Simple Automatic Derivative
 * Evaluation Program", CACM 7, 1964). Exact but for rounding; `slopes` is undefined where all are 0.
 */

/** Number with its derivatives. */
export interface Dual {
  readonly value: number;
  /** Derivatives by each unknown. */
  readonly slopes?: Float64Array | undefined;
}

/** Number whose derivatives are all 0. */
export const constant = (value: number): Dual => ({ value });

/** Unknown `index` of `count`, whose derivative by itself is 1. */
export function unknown(value: number, index: number, count: number): Dual {
  const slopes = new Float64Array(count);
  slopes[index] = 1;
  return { value, slopes };
}

/** Number `value` with p times the slopes of `a` and q times those of `b`. */
function join(value: number, a: Dual, p: number, b: Dual, q: number): Dual {
  if (!a.slopes) return scale(value, b, q);
  if (!b.slopes) return scale(value, a, p);
  const other = b.slopes;
  return { value, slopes: a.slopes.map((slope, index) => p * slope + q * (other[index] ?? Number.NaN)) };
}

function scale(value: number, a: Dual, p: number): Dual {
  return a.slopes ? { value, slopes: a.slopes.map((slope) => p * slope) } : { value };
}

/** Sum of two numbers. */
export const add = (a: Dual, b: Dual): Dual => join(a.value + b.value, a, 1, b, 1);
/** Difference of two numbers. */
export const subtract = (a: Dual, b: Dual): Dual => join(a.value - b.value, a, 1, b, -1);
/** Negative of a number. */
export const negate = (a: Dual): Dual => scale(-a.value, a, -1);
/** Product of two numbers. */
export const multiply = (a: Dual, b: Dual): Dual => join(a.value * b.value, a, b.value, b, a.value);
/** Quotient of two numbers. */
export const divide = (a: Dual, b: Dual): Dual =>
  join(a.value / b.value, a, 1 / b.value, b, -a.value / (b.value * b.value));

const exponential = (a: Dual): Dual => scale(Math.exp(a.value), a, Math.exp(a.value));

function power(a: Dual, b: Dual): Dual {
  const value = a.value ** b.value;
  const byBase = a.slopes ? b.value * a.value ** (b.value - 1) : 0;
  return join(value, a, byBase, b, b.slopes ? value * Math.log(a.value) : 0);
}

/** Functions of Verilog-A (Verilog-AMS LRM 2.4, 4.3) by name; `limexp` limits steps of a solver, not values. */
export const DUAL_FUNCTIONS: Readonly<Record<string, (a: Dual, b: Dual) => Dual>> = {
  exp: exponential,
  limexp: exponential,
  ln: (a) => scale(Math.log(a.value), a, 1 / a.value),
  sqrt: (a) => scale(Math.sqrt(a.value), a, 0.5 / Math.sqrt(a.value)),
  tanh: (a) => scale(Math.tanh(a.value), a, 1 / Math.cosh(a.value) ** 2),
  abs: (a) => (a.value < 0 ? negate(a) : a),
  min: (a, b) => (a.value <= b.value ? a : b),
  max: (a, b) => (a.value >= b.value ? a : b),
  pow: power,
};
