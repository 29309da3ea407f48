/**
 * Activations of all values of a tensor, in place, from IEEE operations alone.
 * e^x: S. L. Moshier, "Methods and Programs for Mathematical Functions", 1989 (Cephes, expf): within 2 ulp.
 */

import type { Activation } from '../../network/network.ts';
import type { Code, V128, V128Local } from '../../wasm/code.ts';
import { set } from '../../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { f32x4, i32x4, v128 } from '../../wasm/vector.ts';
import { everyVector } from './code.ts';

/**
 * Natural logarithm of 2 in two parts. The first has so few bits that its products with small whole numbers are exact.
 */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444005469057e-4;
/** Coefficients of e^x from the highest power, 7, down to the square. */
const EXP_SERIES = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
const EXPONENT_BIAS = 127;
const MANTISSA_BITS = 23;
/** Largest |x| for which e^x and e^-x are normal numbers. */
const LARGEST_EXPONENT = 87;
/** Saturation of tanh, which rounds to 1 from here on. */
const TANH_SATURATES = 9.1;
const SIGN = 0x80000000;

/** Exponential e^x for |x| <= 87, of the local `x`. */
function exp(scope: FunctionScope, x: V128Local): readonly [prepare: Code, value: V128] {
  const [n, r] = scope.v128s(2);
  const series = EXP_SERIES.map(f32x4.splat).reduce((sum, term) => f32x4.add(f32x4.mul(sum, r), term));
  const fraction = f32x4.add(f32x4.add(f32x4.mul(series, f32x4.mul(r, r)), r), 1);
  const power = i32x4.shl(i32x4.add(i32x4.truncSat(n), EXPONENT_BIAS), MANTISSA_BITS);
  return [
    [
      set(n, f32x4.nearest(f32x4.mul(x, Math.LOG2E))),
      set(r, f32x4.sub(x, f32x4.mul(n, LN2_HIGH))),
      set(r, f32x4.sub(r, f32x4.mul(n, LN2_LOW))),
    ],
    f32x4.mul(fraction, power),
  ];
}

const clamp = (x: V128Local, low: number, high: number): V128 => f32x4.max(f32x4.min(x, high), low);

/** Hyperbolic tangent 1 - 2 / (e^2|x| + 1), with the sign of x: within 2e-7. */
function tanh(scope: FunctionScope, x: V128Local): Code {
  const twice = scope.v128();
  const [prepare, value] = exp(scope, twice);
  return [
    set(twice, f32x4.min(f32x4.abs(x), TANH_SATURATES)),
    set(twice, f32x4.add(twice, twice)),
    prepare,
    set(twice, f32x4.sub(1, f32x4.div(2, f32x4.add(value, 1)))),
    set(x, v128.or(twice, v128.and(x, SIGN))),
  ];
}

/** Logistic function 1 / (1 + e^-x). */
function sigmoid(scope: FunctionScope, x: V128Local): Code {
  const [prepare, value] = exp(scope, x);
  return [
    set(x, f32x4.neg(clamp(x, -LARGEST_EXPONENT, LARGEST_EXPONENT))),
    prepare,
    set(x, f32x4.div(1, f32x4.add(1, value))),
  ];
}

/** Code that puts the activation of a local in its place. */
const ACTIVATIONS: Readonly<Record<Exclude<Activation, 'none'>, (scope: FunctionScope, x: V128Local) => Code>> = {
  tanh,
  sigmoid,
  relu: (_, x) => set(x, f32x4.max(x, 0)),
  'hard-tanh': (_, x) => set(x, clamp(x, -1, 1)),
};

/**
 * Activation kernels: tanh(x, row, table, planes, height, vectors) and the others, for the values of a tensor, in
 * place.
 */
export const ACTIVATION_KERNELS: readonly KernelFunction[] = Object.entries(ACTIVATIONS).map(([name, activate]) =>
  kernelFunction(
    name,
    ['start', 'row', 'table', 'planes', 'height', 'vectors'],
    ({ start, row, table, planes, height, vectors }, scope) => {
      const value = scope.v128();
      return everyVector(scope, [{ start, row, table }], { planes, height, vectors }, (at) => [
        set(value, v128.load(at(0))),
        activate(scope, value),
        v128.store(at(0), value),
      ]);
    },
  ),
);
