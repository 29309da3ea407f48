/**
 * Steps of the weights by the gradients of a mini-batch's slices, in vectors.
 * Momentum: B. T. Polyak, USSR Comp. Math. 4, 1964. Adam: D. P. Kingma and J. Ba, ICLR 2015, with the decoupled weight decay
 * of I. Loshchilov and F. Hutter, ICLR 2019.
 */

import { type Code, f32x4, get, i32, type Local, set, v128, when } from '../../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../../wasm/module.ts';
import { accumulate, advance, locals, numberAt, times, VECTOR_BYTES } from './code.ts';

/** Numbers of both: 1 / images of the mini-batch, learning rate, weight decay; then those of the optimizer. */
const [PART, RATE, DECAY] = [0, 1, 2];

/** name(w, gradient, slices, sliceBytes, vectors, numbers, first, second): `body` for each vector; `first`, `second`: momenta. */
function step(
  name: string,
  body: (scope: FunctionScope, pointers: StepPointers, gradient: Local) => Code,
): KernelFunction {
  return {
    name,
    parameters: 8,
    body: (scope) => {
      const [w = 0, gradient = 0, slices = 0, sliceBytes = 0, vectors = 0, numbers = 0, ...rest] = scope.parameters;
      const [first = 0, second = 0] = rest;
      const [vector = 0, slice = 0, at = 0] = locals(3, scope.i32);
      const sum = scope.v128();
      return times(vector, get(vectors), [
        set(at, get(gradient)),
        set(sum, v128.load(get(at))),
        // The slices' gradients are added first to last, whoever made them.
        when(i32.sub(get(slices), i32.const(1)), [
          times(slice, i32.sub(get(slices), i32.const(1)), [
            advance(at, get(sliceBytes)),
            accumulate(sum, v128.load(get(at))),
          ]),
        ]),
        set(sum, f32x4.mul(get(sum), numberAt(numbers, PART))),
        body(scope, { w, numbers, first, second }, sum),
        [w, gradient, first, second].map((pointer) => advance(pointer, VECTOR_BYTES)),
      ]);
    },
  };
}

interface StepPointers {
  readonly w: Local;
  readonly numbers: Local;
  readonly first: Local;
  readonly second: Local;
}

/** velocity = momentum velocity - rate (g + decay w); w += velocity. Numbers: ..., momentum. */
const MOMENTUM_STEP = step('momentumStep', (scope, { w, numbers, first }, g) => {
  const [value, velocity] = [scope.v128(), scope.v128()];
  return [
    set(value, v128.load(get(w))),
    set(g, f32x4.add(get(g), f32x4.mul(numberAt(numbers, DECAY), get(value)))),
    set(
      velocity,
      f32x4.sub(f32x4.mul(numberAt(numbers, 3), v128.load(get(first))), f32x4.mul(numberAt(numbers, RATE), get(g))),
    ),
    v128.store(get(first), get(velocity)),
    v128.store(get(w), f32x4.add(get(value), get(velocity))),
  ];
});

/**
 * mean += (1 - beta1) (g - mean), square += (1 - beta2) (g^2 - square); w -= rate (mean / bias1 / (sqrt(square / bias2) +
 * epsilon) + decay w). Numbers: ..., 1 - beta1, 1 - beta2, bias1 = 1 - beta1^t, bias2 = 1 - beta2^t, epsilon.
 */
const ADAM_STEP = step('adamStep', (scope, { w, numbers, first, second }, g) => {
  const [value, mean, square] = [scope.v128(), scope.v128(), scope.v128()];
  const moved = (sum: Local, to: Code, part: number): Code =>
    set(sum, f32x4.add(get(sum), f32x4.mul(numberAt(numbers, part), f32x4.sub(to, get(sum)))));
  return [
    set(value, v128.load(get(w))),
    set(mean, v128.load(get(first))),
    moved(mean, get(g), 3),
    v128.store(get(first), get(mean)),
    set(square, v128.load(get(second))),
    moved(square, f32x4.mul(get(g), get(g)), 4),
    v128.store(get(second), get(square)),
    set(mean, f32x4.div(get(mean), numberAt(numbers, 5))),
    set(square, f32x4.add(f32x4.sqrt(f32x4.div(get(square), numberAt(numbers, 6))), numberAt(numbers, 7))),
    set(mean, f32x4.add(f32x4.div(get(mean), get(square)), f32x4.mul(numberAt(numbers, DECAY), get(value)))),
    v128.store(get(w), f32x4.sub(get(value), f32x4.mul(numberAt(numbers, RATE), get(mean)))),
  ];
});

export const STEP_KERNELS: readonly KernelFunction[] = [MOMENTUM_STEP, ADAM_STEP];
