/** Checks of weights and images against a network. */

import type { DataSet } from '../data/data-set.ts';
import {
  type LayerWeights,
  layerShapes,
  type Network,
  shapeText,
  sizeOf,
  weightLayers,
  weightShape,
} from './network.ts';

/**
 * Check of the weights' sizes and values. Throws unless `weights` holds an array pair of the right sizes, all finite,
 * for each layer that has weights.
 */
export function checkWeights(network: Network, weights: readonly LayerWeights[]): void {
  layerShapes(network);
  const layers = weightLayers(network);
  if (weights.length !== layers.length)
    throw new RangeError(`${network.name} must have weights for ${layers.length} layers: ${weights.length}`);
  layers.forEach((layer, k) => {
    const found = weights[k];
    for (const [part, shape, values] of [
      ['weights', weightShape(layer), found?.weights],
      ['bias', [layer.outputs], found?.bias],
    ] as const) {
      const size = shape.reduce((product, length) => product * length, 1);
      if (values?.length !== size) throw new RangeError(`${layer.name} must have ${size} ${part}: ${values?.length}`);
      if (!values.every(Number.isFinite)) throw new RangeError(`${layer.name} must have finite ${part}`);
    }
  });
}

/**
 * Check of the images' shape and labels. Throws unless the images have the shape of the network's input, and no label
 * is beyond its outputs.
 */
export function checkData(network: Network, data: DataSet): void {
  const { channels, height, width } = data;
  const found: string = shapeText({ channels, height, width });
  if (found !== shapeText(network.input))
    throw new RangeError(`${network.name} must have images of ${shapeText(network.input)}: ${found}`);
  const outputs = layerShapes(network).at(-1);
  if (outputs && data.classes > sizeOf(outputs))
    throw new RangeError(`${network.name} must have at most ${sizeOf(outputs)} classes: ${data.classes}`);
}
