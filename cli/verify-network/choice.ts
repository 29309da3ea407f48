/** Choice of a network, its images and layers for `verify --network`. */

import type { WEIGHT_KINDS } from '../../gen/index.ts';

/** The user's choice. */
export interface NetworkChoice {
  /** Network by name, or its JSON file. Weights and images are those of the spec's `evaluate`, where it is there. */
  readonly network: string;
  readonly weights: (typeof WEIGHT_KINDS)[number];
  /** The first images of the test set. */
  readonly images: number;
  /** Names of the layers; undefined: all with weights. */
  readonly layers?: readonly string[];
  /** Weight with another lowest bit in the neuron than in the evaluator. The check must find it. */
  readonly flip?: { readonly layer: string; readonly output: number; readonly synapse: number };
}
