/** Options of a training run with their ranges. */

import { checkedSeed } from '../../numeric/index.ts';

/** Optimizer of the steps against the gradient; the constants as in `float/kernels/update.ts`. */
export type Optimizer =
  | { readonly kind: 'momentum'; readonly momentum: number }
  | { readonly kind: 'adam'; readonly beta1: number; readonly beta2: number; readonly epsilon: number };

/**
 * Rounding of weights and activations in the forward pass alone, straight through for gradients. Gradients are as if
 * nothing was rounded.
 */
export interface AwareQuantization {
  /** Bits of weights, sign included, 2 to 16. */
  readonly bits: number;
  /** Width of inputs and activations, sign included, 2 to 16 bits. */
  readonly activationBits: number;
  /** Weight of each layer's largest code as a part of its largest at the start. For each layer with weights. */
  readonly clip: readonly number[];
}

export interface TrainOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Images of a mini-batch. */
  readonly batch: number;
  readonly optimizer: Optimizer;
  /** Learning rate at the start; falls to zero at the end. */
  readonly learningRate: number;
  readonly schedule: 'linear' | 'cosine';
  /**
   * Decay of weights. Momentum: added to each weight's gradient, weightDecay * weight. Adam: decoupled from the
   * gradient.
   */
  readonly weightDecay: number;
  /** Largest move of an image along both axes, pixels. Each is moved anew each epoch. */
  readonly shift: number;
  /** Mirroring of every other image left to right, anew each epoch. */
  readonly flip: boolean;
  /** Rounding that the training knows of. */
  readonly quantization?: AwareQuantization;
  /**
   * Standard deviation of the noise of each weight at each product. A part of its layer's largest code (of its largest
   * weight where nothing is quantized), drawn anew for every image.
   */
  readonly noise?: number;
  /**
   * Mismatch of one chip: each weight is off by a factor of its own, 1 + deviation * N(0, 1), which does not change.
   */
  readonly mismatch?: { readonly deviation: number; readonly chip: number };
}

/** Check of the options. Throws where one is out of range; `layers` is the number of layers with weights. */
export function checkTrainOptions(options: TrainOptions, layers: number): void {
  const { learningRate, weightDecay, shift, optimizer, quantization, noise, mismatch } = options;
  checkedSeed(options.seed);
  for (const key of ['epochs', 'batch'] as const)
    if (!Number.isInteger(options[key]) || options[key] < 1)
      throw new RangeError(`${key} must be a whole number from 1: ${options[key]}`);
  if (!(learningRate > 0 && learningRate < Infinity))
    throw new RangeError(`learningRate must be above 0: ${learningRate}`);
  checkOptimizer(optimizer);
  if (!(weightDecay >= 0 && weightDecay < Infinity))
    throw new RangeError(`weightDecay must be at least 0: ${weightDecay}`);
  if (!Number.isInteger(shift) || shift < 0) throw new RangeError(`shift must be a whole number from 0: ${shift}`);
  if (quantization) checkQuantization(quantization, layers);
  if (noise !== undefined && !(noise >= 0 && noise < Infinity))
    throw new RangeError(`noise must be at least 0: ${noise}`);
  if (!mismatch) return;
  checkedSeed(mismatch.chip);
  if (!(mismatch.deviation >= 0 && mismatch.deviation < Infinity))
    throw new RangeError(`deviation must be at least 0: ${mismatch.deviation}`);
}

function checkOptimizer(optimizer: Optimizer): void {
  switch (optimizer.kind) {
    case 'momentum':
      checkPart('momentum', optimizer.momentum);
      return;
    case 'adam':
      checkPart('beta1', optimizer.beta1);
      checkPart('beta2', optimizer.beta2);
      if (!(optimizer.epsilon > 0)) throw new RangeError(`epsilon must be above 0: ${optimizer.epsilon}`);
  }
}

function checkPart(name: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${name} must be from 0 to below 1: ${value}`);
}

function checkQuantization({ bits, activationBits, clip }: AwareQuantization, layers: number): void {
  for (const [name, value] of Object.entries({ bits, activationBits }))
    if (!Number.isInteger(value) || value < 2 || value > 16)
      throw new RangeError(`${name} must be a whole number from 2 to 16: ${value}`);
  if (clip.length !== layers)
    throw new RangeError(`clip must hold a number for each of ${layers} layers: ${clip.length}`);
  for (const part of clip)
    if (!(part > 0 && part <= 1)) throw new RangeError(`clip must be above 0 and at most 1: ${part}`);
}
