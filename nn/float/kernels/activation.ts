/**
 * Activations of all values of a tensor, in place, from IEEE operations alone.
 * e^x: S. L. Moshier, "Methods and Programs for Mathematical Functions", 1989 (Cephes, expf): within 2 ulp.
 */

import type { Activation } from '../../network/network.ts';
import { type Code, f32x4, get, i32, i32x4, type Local, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../../wasm/module.ts';
import { everyVector } from './code.ts';

/** ln 2 in two parts, the first with so few bits that its products with small whole numbers are exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444005469057e-4;
/** From the highest power, 7, down to the square. */
const EXP_SERIES = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
const EXPONENT_BIAS = 127;
const MANTISSA_BITS = 23;
/** Beyond it e^x or e^-x leaves the normal numbers. */
const LARGEST_EXPONENT = 87;
/** tanh rounds to 1 from here on. */
const TANH_SATURATES = 9.1;
const SIGN = 0x80000000;

/** e^x for |x| <= 87, of the local `x`. */
function exp(scope: FunctionScope, x: Local): readonly [prepare: Code, value: Code] {
  const [n, r] = [scope.v128(), scope.v128()];
  const series = EXP_SERIES.map(f32x4.splat).reduce((sum, term) => f32x4.add(f32x4.mul(sum, get(r)), term));
  const fraction = f32x4.add(f32x4.add(f32x4.mul(series, f32x4.mul(get(r), get(r))), get(r)), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.truncSat(get(n)), v128.splat(EXPONENT_BIAS)), i32.const(MANTISSA_BITS));
  return [
    [
      set(n, f32x4.nearest(f32x4.mul(get(x), f32x4.splat(Math.LOG2E)))),
      set(r, f32x4.sub(get(x), f32x4.mul(get(n), f32x4.splat(LN2_HIGH)))),
      set(r, f32x4.sub(get(r), f32x4.mul(get(n), f32x4.splat(LN2_LOW)))),
    ],
    f32x4.mul(fraction, power),
  ];
}

const clamp = (x: Local, low: number, high: number): Code =>
  f32x4.max(f32x4.min(get(x), f32x4.splat(high)), f32x4.splat(low));

/** 1 - 2 / (e^2|x| + 1), with the sign of x: within 2e-7. */
function tanh(scope: FunctionScope, x: Local): Code {
  const twice = scope.v128();
  const [prepare, value] = exp(scope, twice);
  return [
    set(twice, f32x4.min(f32x4.abs(get(x)), f32x4.splat(TANH_SATURATES))),
    set(twice, f32x4.add(get(twice), get(twice))),
    prepare,
    set(twice, f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(value, f32x4.splat(1))))),
    set(x, v128.or(get(twice), v128.and(get(x), v128.splat(SIGN)))),
  ];
}

/** 1 / (1 + e^-x). */
function sigmoid(scope: FunctionScope, x: Local): Code {
  const [prepare, value] = exp(scope, x);
  return [
    set(x, f32x4.neg(clamp(x, -LARGEST_EXPONENT, LARGEST_EXPONENT))),
    prepare,
    set(x, f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), value))),
  ];
}

/** Code that puts the activation of a local in its place. */
const ACTIVATIONS: Readonly<Record<Exclude<Activation, 'none'>, (scope: FunctionScope, x: Local) => Code>> = {
  tanh,
  sigmoid,
  relu: (_, x) => set(x, f32x4.max(get(x), f32x4.splat(0))),
  'hard-tanh': (_, x) => set(x, clamp(x, -1, 1)),
};

/** tanh(x, row, table, planes, height, vectors) and the others: the values of a tensor, in place. */
export const ACTIVATION_KERNELS: readonly KernelFunction[] = Object.entries(ACTIVATIONS).map(([name, activate]) => ({
  name,
  parameters: 6,
  body: (scope) => {
    const [start = 0, row = 0, table = 0, planes = 0, height = 0, vectors = 0] = scope.parameters;
    const value = scope.v128();
    return everyVector(scope, [{ start, row, table }], { planes, height, vectors }, ([at = 0]) => [
      set(value, v128.load(get(at))),
      activate(scope, value),
      v128.store(get(at), get(value)),
    ]);
  },
}));
