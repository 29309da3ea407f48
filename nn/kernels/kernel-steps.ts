/** Steps of kernels: the layers of a network as they are done together. */

import { nth } from '../../numeric/index.ts';
import {
  type ConvolutionLayer,
  type DenseLayer,
  type Layer,
  type Network,
  type PoolLayer,
  type Shape,
  windowsOf,
} from '../network/network.ts';
import { layerName, layerShapes } from '../network/shapes.ts';

/** A layer that a kernel does, with pooling that its tiles do as well. */
export type KernelStep =
  | {
      readonly kind: 'convolution';
      readonly layer: ConvolutionLayer;
      readonly index: number;
      readonly shape: Shape;
      readonly pooled: boolean;
    }
  | { readonly kind: 'pool'; readonly layer: PoolLayer; readonly shape: Shape }
  | { readonly kind: 'dense'; readonly layer: DenseLayer; readonly index: number; readonly shape: Shape };

/** True where a layer takes the largest of each 2 x 2 tile. */
function isTile(layer: Layer): boolean {
  if (layer.kind !== 'max-pool') return false;
  const { rows, columns, stride, sides } = windowsOf(layer);
  return rows === 2 && columns === 2 && stride === 2 && sides.every((side) => side === 0);
}

/** Layers in order, flattening left out, pooling taken into convolutions. Throws where kernels cannot do the order. */
export function kernelSteps(network: Network): KernelStep[] {
  const shapes = layerShapes(network);
  const steps: KernelStep[] = [];
  let index = 0;
  network.layers.forEach((layer, k) => {
    const shape = nth(shapes, k);
    const last = steps.at(-1);
    if (layer.kind === 'flatten') return;
    if (last?.kind === 'dense' && layer.kind !== 'dense')
      throw new RangeError(`${layerName(network, k)} must stand before the dense layers of ${network.name}`);
    if (isTile(layer) && last?.kind === 'convolution' && !last.pooled)
      steps[steps.length - 1] = { ...last, pooled: true };
    else if (layer.kind === 'dense') steps.push({ kind: 'dense', layer, index: index++, shape });
    else if (layer.kind === 'convolution')
      steps.push({ kind: 'convolution', layer, index: index++, shape, pooled: false });
    else steps.push({ kind: 'pool', layer, shape });
  });
  if (steps.at(-1)?.kind !== 'dense')
    throw new RangeError(
      `${network.name} must end in a dense layer, after ${layerName(network, network.layers.length - 1)}`,
    );
  return steps;
}
