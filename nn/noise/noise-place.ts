/**
 * Places of outputs in a layer's Gaussians. The four outputs of a 2 x 2 window of a channel share a block of four,
 * which is what pooling and kernels work on; of a dense layer, four outputs one after the other.
 */

import type { Shape, WeightLayer } from '../network/network.ts';

type Kind = WeightLayer['kind'];

/** Place of the output (channel, y, x), by the layer's kind and output shape. */
export function noisePlace(kind: Kind, shape: Shape, channel: number, y: number, x: number): number {
  if (kind === 'dense') return channel;
  const rows = Math.ceil(shape.height / 2);
  const columns = Math.ceil(shape.width / 2);
  return 4 * ((channel * rows + (y >> 1)) * columns + (x >> 1)) + 2 * (y & 1) + (x & 1);
}

/** Number of places of a layer. */
export function noisePlaces(kind: Kind, shape: Shape): number {
  return kind === 'dense'
    ? shape.channels
    : 4 * shape.channels * Math.ceil(shape.height / 2) * Math.ceil(shape.width / 2);
}
