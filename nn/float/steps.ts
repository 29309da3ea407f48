/** Steps of the float kernels, with the addresses that they work on. */

import type { Windows } from '../network/geometry.ts';
import type { Activation, Network, PoolLayer, WeightLayer } from '../network/network.ts';
import type { FloatTensor } from './tensor.ts';

/** Addresses for the gradient of a layer's input. */
export interface BackStep {
  /** Address of the table of places of the outputs' gradients; their number. */
  readonly places: number;
  readonly synapses: number;
  /** Address of the transposed weights; bytes of a row. */
  readonly weights: number;
  readonly weightRow: number;
  /** Address of the offsets of the input's gradients, their pairs, the positions of each. */
  readonly table: number;
  readonly pairs: number;
  readonly height: number;
  readonly width: number;
  /** Address of the slope of the activation that made the input. */
  readonly slope: number;
}

/** Sums of products, then an activation. */
export interface LinearStep {
  readonly kind: 'linear';
  readonly layer: WeightLayer;
  readonly input: FloatTensor;
  /** Multiplied values: the input, or its codes where activations are quantized. */
  readonly factors: FloatTensor;
  readonly output: FloatTensor;
  /**
   * Activation of the sums; `none` where a maximum is taken first: activations are monotonic, and there are fewer
   * maxima.
   */
  readonly activation: Activation;
  /** Groups of channels, and bytes from the inputs of one to those of the next. */
  readonly groups: number;
  readonly groupBytes: number;
  /** Distance between neighbouring sums in the input, pixels. */
  readonly stride: number;
  /** Products of a sum; bytes of a row of weights, whole vectors. */
  readonly synapses: number;
  readonly weightRow: number;
  /** Number of outputs, padded to an even one. */
  readonly outputs: number;
  /** Bytes from the start of a set of parameters: weights [outputs][weightRow], bias [outputs]. */
  readonly weights: number;
  readonly bias: number;
  /** Address of the table of places of the factors. */
  readonly places: number;
  /** Plan of the backward pass; null where nothing before this layer is trained. */
  readonly back: BackStep | null;
}

export interface PoolStep {
  readonly kind: PoolLayer['kind'];
  readonly windows: Windows;
  readonly input: FloatTensor;
  readonly output: FloatTensor;
  /** Activation of the sums before a maximum. */
  readonly activation: Activation;
  /** Address of 1 / values of a window. */
  readonly part: number;
  /**
   * Address of the same behind the slope of the activation that made the input. Null where nothing before it is
   * trained.
   */
  readonly slope: number | null;
}

export type FloatStep = LinearStep | PoolStep;

/** A network in memory; addresses and sizes in bytes. */
export interface FloatPlan {
  readonly network: Network;
  readonly steps: readonly FloatStep[];
  readonly input: FloatTensor;
  readonly output: FloatTensor;
  /** Size of a set of parameters: the weights and biases of all layers. */
  readonly parameterBytes: number;
  /**
   * Addresses of the parameters: trained, computed with, further sets. The first two are the same unless
   * `separateWeights`.
   */
  readonly trained: number;
  readonly computed: number;
  readonly sets: readonly number[];
  /** Arena of each thread. */
  readonly arenas: readonly number[];
  /** Room for SCRATCH_NUMBERS numbers, each four times, from the start of an arena. */
  readonly scratch: number;
  /**
   * Room for noise, from the start of an arena. Deviations of a row of positions, Gaussians of four images and bytes to
   * the next four.
   */
  readonly noise: { readonly deviations: number; readonly gaussians: number; readonly groupBytes: number };
  readonly bytes: number;
  /** Initial contents of memory. */
  readonly tables: readonly { readonly address: number; readonly values: Int32Array | Float32Array }[];
}
