/** Choice of a network, its images and layers for `verify --network`. */

import type { WEIGHT_KINDS } from '../../gen/index.ts';

/** What the user asks for. */
export interface NetworkChoice {
  /** A network by name, or its JSON file; weights and images as those of the spec's `evaluate`, where it is there. */
  readonly network: string;
  readonly weights: (typeof WEIGHT_KINDS)[number];
  /** The first images of the test set. */
  readonly images: number;
  /** Names of the layers; undefined: all with weights. */
  readonly layers?: readonly string[];
  /** The weight whose lowest bit is another in the neuron than in the evaluator: the check must find it. */
  readonly flip?: { readonly layer: string; readonly output: number; readonly synapse: number };
}
