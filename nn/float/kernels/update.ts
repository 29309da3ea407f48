/**
 * Steps of the weights by the gradients of a mini-batch's slices, in vectors.
 * Momentum: B. T. Polyak, USSR Comp. Math. 4, 1964. Adam: D. P. Kingma and J. Ba, ICLR 2015, with the decoupled weight decay
 * of I. Loshchilov and F. Hutter, ICLR 2019.
 */

import type { Code, I32Local, V128, V128Local } from '../../wasm/code.ts';
import { advance, set, when } from '../../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { accumulate, numberAt, times, VECTOR_BYTES } from './code.ts';

/**
 * Places of the numbers of both optimizers: 1 / images of the mini-batch, learning rate, weight decay; then those of
 * the optimizer.
 */
const [PART, RATE, DECAY] = [0, 1, 2];

/**
 * Step kernel with `body` for each vector: name(w, gradient, slices, sliceBytes, vectors, numbers, first, second);
 * `first`, `second`: momenta.
 */
function step(
  name: string,
  body: (scope: FunctionScope, pointers: StepPointers, gradient: V128Local) => Code,
): KernelFunction {
  return kernelFunction(
    name,
    ['w', 'gradient', 'slices', 'sliceBytes', 'vectors', 'numbers', 'first', 'second'],
    ({ w, gradient, slices, sliceBytes, vectors, numbers, first, second }, scope) => {
      const [vector, slice, at] = scope.i32s(3);
      const sum = scope.v128();
      return times(vector, vectors, [
        set(at, gradient),
        set(sum, v128.load(at)),
        // The slices' gradients are added first to last, whoever made them.
        when(i32.sub(slices, 1), [
          times(slice, i32.sub(slices, 1), [advance(at, sliceBytes), accumulate(sum, v128.load(at))]),
        ]),
        set(sum, f32x4.mul(sum, numberAt(numbers, PART))),
        body(scope, { w, numbers, first, second }, sum),
        [w, gradient, first, second].map((pointer) => advance(pointer, VECTOR_BYTES)),
      ]);
    },
  );
}

interface StepPointers {
  readonly w: I32Local;
  readonly numbers: I32Local;
  readonly first: I32Local;
  readonly second: I32Local;
}

/** Momentum step: velocity = momentum velocity - rate (g + decay w); w += velocity. Numbers: ..., momentum. */
const MOMENTUM_STEP = step('momentumStep', (scope, { w, numbers, first }, g) => {
  const [value, velocity] = scope.v128s(2);
  return [
    set(value, v128.load(w)),
    set(g, f32x4.add(g, f32x4.mul(numberAt(numbers, DECAY), value))),
    set(velocity, f32x4.sub(f32x4.mul(numberAt(numbers, 3), v128.load(first)), f32x4.mul(numberAt(numbers, RATE), g))),
    v128.store(first, velocity),
    v128.store(w, f32x4.add(value, velocity)),
  ];
});

/**
 * Adam step: mean += (1 - beta1) (g - mean), square += (1 - beta2) (g^2 - square); w -= rate (mean / bias1 /
 * (sqrt(square / bias2) + epsilon) + decay w). Numbers: ..., 1 - beta1, 1 - beta2, bias1 = 1 - beta1^t, bias2 = 1 -
 * beta2^t, epsilon.
 */
const ADAM_STEP = step('adamStep', (scope, { w, numbers, first, second }, g) => {
  const [value, mean, square] = scope.v128s(3);
  const moved = (sum: V128Local, to: V128, part: number): Code =>
    set(sum, f32x4.add(sum, f32x4.mul(numberAt(numbers, part), f32x4.sub(to, sum))));
  return [
    set(value, v128.load(w)),
    set(mean, v128.load(first)),
    moved(mean, g, 3),
    v128.store(first, mean),
    set(square, v128.load(second)),
    moved(square, f32x4.mul(g, g), 4),
    v128.store(second, square),
    set(mean, f32x4.div(mean, numberAt(numbers, 5))),
    set(square, f32x4.add(f32x4.sqrt(f32x4.div(square, numberAt(numbers, 6))), numberAt(numbers, 7))),
    set(mean, f32x4.add(f32x4.div(mean, square), f32x4.mul(numberAt(numbers, DECAY), value))),
    v128.store(w, f32x4.sub(value, f32x4.mul(numberAt(numbers, RATE), mean))),
  ];
});

export const STEP_KERNELS: readonly KernelFunction[] = [MOMENTUM_STEP, ADAM_STEP];
