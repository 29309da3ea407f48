/**
 * Dense layers in double precision: forward, backward, update. Weights are [inputs, outputs] here, so that an input that is
 * zero (four of five pixels of MNIST) is skipped with its whole row. The order of every sum is fixed.
 */

import { tanh } from '../gen/index.ts';

/** A layer that computes. */
export interface FloatLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: 'tanh' | 'none';
  /** [inputs, outputs]. */
  readonly weights: Float64Array;
  /** [outputs]. */
  readonly bias: Float64Array;
}

/** A layer while it is trained. */
export interface TrainedLayer extends FloatLayer {
  /** Sum of the gradients over the mini-batch, as weights and as bias. */
  readonly weightGradient: Float64Array;
  readonly biasGradient: Float64Array;
  /** Momentum. */
  readonly weightVelocity: Float64Array;
  readonly biasVelocity: Float64Array;
}

/** y = activation(x W + b). */
export function forwardDense(layer: FloatLayer, x: Float64Array, y: Float64Array): void {
  const { inputs, outputs, weights } = layer;
  y.set(layer.bias);
  // Two inputs that are not zero at a time: y is read and written half as often.
  let first = -1;
  for (let i = 0; i < inputs; i++) {
    if (x[i] === 0) continue;
    if (first < 0) {
      first = i;
      continue;
    }
    const a = x[first]!;
    const b = x[i]!;
    const rowA = first * outputs;
    const rowB = i * outputs;
    for (let j = 0; j < outputs; j++) y[j]! += a * weights[rowA + j]! + b * weights[rowB + j]!;
    first = -1;
  }
  if (first >= 0) for (let j = 0; j < outputs; j++) y[j]! += x[first]! * weights[first * outputs + j]!;
  if (layer.activation === 'tanh') for (let j = 0; j < outputs; j++) y[j] = tanh(y[j]!);
}

/**
 * Adds the gradient of one image. `delta` holds dLoss/dy and is turned into dLoss/d(x W + b); `inputDelta`, where given,
 * gets dLoss/dx.
 */
export function backwardDense(
  layer: TrainedLayer,
  x: Float64Array,
  y: Float64Array,
  delta: Float64Array,
  inputDelta: Float64Array | null,
): void {
  const { inputs, outputs, weights, weightGradient, biasGradient } = layer;
  if (layer.activation === 'tanh') for (let j = 0; j < outputs; j++) delta[j]! *= 1 - y[j]! * y[j]!;
  for (let j = 0; j < outputs; j++) biasGradient[j]! += delta[j]!;
  for (let i = 0; i < inputs; i++) {
    const row = i * outputs;
    const value = x[i]!;
    if (value !== 0) for (let j = 0; j < outputs; j++) weightGradient[row + j]! += value * delta[j]!;
    if (inputDelta === null) continue;
    let sum = 0;
    for (let j = 0; j < outputs; j++) sum += weights[row + j]! * delta[j]!;
    inputDelta[i] = sum;
  }
}

/** One step of stochastic gradient descent with momentum; clears the gradient. */
export function updateDense(
  layer: TrainedLayer,
  batch: number,
  rate: { readonly learningRate: number; readonly momentum: number; readonly weightDecay: number },
): void {
  step(layer.weights, layer.weightGradient, layer.weightVelocity, batch, rate, rate.weightDecay);
  step(layer.bias, layer.biasGradient, layer.biasVelocity, batch, rate, 0);
}

function step(
  values: Float64Array,
  gradient: Float64Array,
  velocity: Float64Array,
  batch: number,
  rate: { readonly learningRate: number; readonly momentum: number },
  decay: number,
): void {
  const { learningRate, momentum } = rate;
  for (let k = 0; k < values.length; k++) {
    const moved = momentum * velocity[k]! - learningRate * (gradient[k]! / batch + decay * values[k]!);
    velocity[k] = moved;
    values[k]! += moved;
    gradient[k] = 0;
  }
}
