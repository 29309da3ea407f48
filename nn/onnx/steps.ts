/** Steps of a network between the operators of a graph and its layers: sums, changes of channels, activations, pooling. */

import type { Change } from '../files/fold.ts';
import type { Activation, ConvolutionLayer, LayerWeights, PoolLayer } from '../network/network.ts';

/** Sums of products, without a name and an activation. */
export type LinearLayer =
  | { readonly kind: 'dense'; readonly inputs: number; readonly outputs: number }
  | Omit<ConvolutionLayer, 'name' | 'activation' | 'tensors' | 'bias' | 'batchNorm'>;

/** Work of a step. */
export type Work =
  | {
      readonly kind: 'linear';
      readonly layer: LinearLayer;
      readonly weights: LayerWeights;
      readonly names: readonly string[];
    }
  /** Changes of the channels of a map, or of the values of a vector. */
  | { readonly kind: 'change'; readonly changes: readonly Change[] }
  | { readonly kind: 'activation'; readonly activation: Exclude<Activation, 'none'> }
  | { readonly kind: 'pool'; readonly layer: PoolLayer }
  | { readonly kind: 'flatten' };

/** A step with the node that asks for it. */
export type Step = Work & {
  readonly label: string;
  /** Refusal of the step: the file, the node and the problem. */
  readonly fail: (problem: string) => never;
};
