/**
 * Integer networks, one image at a time: the reference that the kernels are compared with. They are compared element by
 * element, and every sum is the golden MAC's.
 */

import { nth } from '../../numeric/index.ts';
import { multiplyAccumulate } from '../../sim/index.ts';
import {
  type ConvolutionLayer,
  groupsOf,
  type PoolLayer,
  type Shape,
  sizeOf,
  type WeightLayer,
  windowsOf,
} from '../network/network.ts';
import { layerShapes } from '../network/shapes.ts';
import type { GaussianSource } from '../noise/gaussian.ts';
import { lumpedNoise } from '../noise/lumped-noise.ts';
import { noisePlace, noisePlaces } from '../noise/noise-place.ts';
import { activate } from './activation-table.ts';
import type { QuantizedLayer, QuantizedNetwork } from './quantize.ts';

/** The noise of one image in one draw; `sigma` and `of` as of `WeightNoise`. */
export interface ImageNoise {
  readonly sigma: number | readonly number[];
  readonly of?: 'weights' | 'outputs';
  readonly gaussians: GaussianSource;
  readonly draw: number;
  readonly image: number;
}

/**
 * Outputs of every layer for an image, in codes [channels, height, width]. The last layer's are accumulators where it
 * has no table. `input` holds the codes of the image.
 */
export function integerForward(
  quantized: QuantizedNetwork,
  input: Int32Array,
  noise: ImageNoise | null = null,
): Int32Array[] {
  const shapes = layerShapes(quantized.network);
  let shape = quantized.network.input;
  let values = input;
  let weighted = 0;
  return quantized.network.layers.map((layer, k) => {
    const output = shapes[k] as Shape;
    switch (layer.kind) {
      case 'dense':
      case 'convolution': {
        const kernel = layer.kind === 'dense' ? wholeInput(values) : patches(layer, values, shape, output);
        const numbers = quantized.layers[weighted] as QuantizedLayer;
        const groups = groupsOf(layer);
        values = weightedLayer(numbers, kernel, output, noise, { kind: layer.kind, index: weighted, groups });
        weighted++;
        break;
      }
      case 'max-pool':
      case 'average-pool':
        values = pool(layer, values, shape, output);
        break;
      case 'flatten':
        break;
    }
    shape = output;
    return values;
  });
}

/** Inputs of a group's outputs at (y, x), in the order of the weights. */
type Patch = (y: number, x: number, group: number) => Int32Array;

const wholeInput =
  (values: Int32Array): Patch =>
  () =>
    values;

/** Patches of a map for an output's group, zeros where they reach into the padding. */
function patches(layer: ConvolutionLayer, values: Int32Array, shape: Shape, output: Shape): Patch {
  const { groups = 1 } = layer;
  const { rows, columns, stride, dilation, sides } = windowsOf(layer);
  const [top, left] = sides;
  const inputs = layer.inputs / groups;
  const patch = new Int32Array(inputs * rows * columns);
  const { height, width } = shape;
  return (y, x, group) => {
    if (y >= output.height || x >= output.width) throw new RangeError(`output must be within its shape: ${y}, ${x}`);
    patch.forEach((_, k) => {
      const row = y * stride + (Math.floor(k / columns) % rows) * dilation - top;
      const column = x * stride + (k % columns) * dilation - left;
      const inside = row >= 0 && row < height && column >= 0 && column < width;
      const channel = group * inputs + Math.floor(k / (rows * columns));
      patch[k] = inside ? (values[(channel * height + row) * width + column] ?? 0) : 0;
    });
    return patch;
  };
}

function weightedLayer(
  layer: QuantizedLayer,
  patch: Patch,
  shape: Shape,
  noise: ImageNoise | null,
  { kind, index, groups }: { readonly kind: WeightLayer['kind']; readonly index: number; readonly groups: number },
): Int32Array {
  const { inputs, outputs, weights, bias, fractionBits, shift, table } = layer;
  const { height, width } = shape;
  const out = new Int32Array(sizeOf(shape));
  const gaussians = new Float64Array(noise ? noisePlaces(kind, shape) : 0);
  noise?.gaussians(gaussians, noise.draw, noise.image, index);
  const sigma = typeof noise?.sigma === 'object' ? nth(noise.sigma, index) : (noise?.sigma ?? 0);
  const unit = sigma * 2 ** (fractionBits - shift);
  const ofWeights = noise?.of !== 'outputs';
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let read: Int32Array = new Int32Array();
      let squares = 1;
      for (let j = 0; j < outputs; j++) {
        if (j % (outputs / groups) === 0) {
          read = patch(y, x, (j * groups) / outputs);
          squares = noise && ofWeights ? multiplyAccumulate(read, 0, read, 0, inputs) : 1;
        }
        const sum = multiplyAccumulate(read, 0, weights, j * inputs, inputs);
        const exact = Math.floor((sum * 2 ** fractionBits + nth(bias, j)) / 2 ** shift);
        const noisy = noise
          ? exact + lumpedNoise(unit, squares, nth(gaussians, noisePlace(kind, shape, j, y, x)))
          : exact;
        out[(j * height + y) * width + x] = table ? activate(table, noisy) : noisy;
      }
    }
  return out;
}

/** Pooled codes: the largest of each window, or the mean, floor(mean + 1/2); zeros where it reaches into the padding. */
function pool(layer: PoolLayer, values: Int32Array, shape: Shape, output: Shape): Int32Array {
  const { rows, columns, stride, sides } = windowsOf(layer);
  const [top, left] = sides;
  const area = rows * columns;
  const window = new Int32Array(area);
  const out = new Int32Array(sizeOf(output));
  for (let k = 0; k < out.length; k++) {
    const x = (k % output.width) * stride - left;
    const y = (Math.floor(k / output.width) % output.height) * stride - top;
    const channel = Math.floor(k / (output.width * output.height));
    window.forEach((_, i) => {
      const row = y + Math.floor(i / columns);
      const column = x + (i % columns);
      const inside = row >= 0 && row < shape.height && column >= 0 && column < shape.width;
      window[i] = inside ? nth(values, (channel * shape.height + row) * shape.width + column) : 0;
    });
    const sum = window.reduce((a, b) => a + b);
    out[k] =
      layer.kind === 'max-pool' ? window.reduce((a, b) => Math.max(a, b)) : Math.floor((2 * sum + area) / (2 * area));
  }
  return out;
}
