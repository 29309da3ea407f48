/** Checks of weights and images against a network. */

import type { DataSet } from '../data/data-set.ts';
import { isUnpadded } from './geometry.ts';
import { type LayerWeights, type Network, shapeText, sizeOf, weightLayers, weightShape, windowsOf } from './network.ts';
import { layerName, layerShapes } from './shapes.ts';

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

/**
 * Check that a network can be trained. Throws naming the layer where it has what only trained weights bring along, or
 * geometry that no gradient goes back through.
 */
export function checkTrainable(network: Network): void {
  const refuse = (name: string, what: string): never => {
    throw new RangeError(`${network.name} cannot be trained here: ${name} has ${what}`);
  };
  if (network.normalization) refuse('its input', 'pixels of mean and std; train it with "positive" or "centred"');
  network.layers.forEach((layer, k) => {
    const name = layerName(network, k);
    if ('batchNorm' in layer) refuse(name, 'a batch norm; leave it out, or evaluate the weights that have it');
    if (layer.kind === 'dense' || layer.kind === 'flatten') return;
    const { stride, dilation, sides, rows, columns } = windowsOf(layer);
    if (layer.kind === 'convolution') {
      if (stride !== 1) refuse(name, `stride ${stride}, which is not 1`);
      if (dilation !== 1) refuse(name, `dilation ${dilation}, which is not 1`);
      if ((layer.groups ?? 1) !== 1) refuse(name, `${layer.groups} groups, which is not 1`);
      if (sides.some((side) => side !== sides[0])) refuse(name, `padding ${sides}, which is not the same on all sides`);
    } else if (rows !== columns || stride !== rows || !isUnpadded(sides))
      refuse(name, 'windows that overlap, are padded or not square');
  });
}
