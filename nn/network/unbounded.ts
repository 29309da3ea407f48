/** Layers whose outputs have no end that the network tells. */

import { type Activation, type Network, weightLayers } from './network.ts';

/** Test of an activation for having no end. */
export const isUnbounded = (activation: Activation): boolean => activation === 'relu' || activation === 'none';

/**
 * For each layer with weights: whether its codes need a range. Those of bounded activations have 1; a last layer
 * without activation has no codes.
 */
export function needsRange(network: Network): readonly boolean[] {
  const layers = weightLayers(network);
  return layers.map(
    ({ activation }, k) => isUnbounded(activation) && !(activation === 'none' && k === layers.length - 1),
  );
}
