/**
 * The quantized network on images, without noise and with weight noise.
 *
 * Noise model: each weight of each multiplication has an independent N(0, s^2) added, s in weight units (LSB). Given the
 * inputs x, the sum over an output's synapses is then exactly distributed as the exact sum plus N(0, s^2 * sum x^2), as long
 * as the noisy weight is not clipped: one draw an output stands for one a synapse. The bias is added after the synapses and
 * has no noise of its own. Noise enters every layer; a noisy accumulator is rounded to whole units.
 */

import type { DataSet } from './data-set.ts';
import { largestIndex } from './float-evaluate.ts';
import { gaussianSource } from './gaussian.ts';
import { accumulate, activate, addNoise, sumOfSquares } from './integer-layers.kernel.ts';
import { checkData } from './network-checks.ts';
import { pixelCode, type QuantizedLayer, type QuantizedNetwork } from './quantize.ts';

/** A quantized network with what no draw changes: the first layer's exact accumulators for every image. */
export interface PreparedNetwork {
  readonly quantized: QuantizedNetwork;
  readonly data: DataSet;
  /** [images, outputs of the first layer]. */
  readonly accumulators: Float64Array;
  /** [images]: sum of the squares of the input codes. */
  readonly squares: Float64Array;
}

/** Computes the first layer for all images. Throws where the data do not fit the network. */
export function prepare(quantized: QuantizedNetwork, data: DataSet): PreparedNetwork {
  checkData(quantized.network, data);
  const first = quantized.layers[0] as QuantizedLayer;
  const codes = Int32Array.from({ length: 256 }, (_, pixel) => pixelCode(pixel, quantized.limit));
  const input = new Int32Array(data.pixels);
  const accumulators = new Float64Array(data.images * first.outputs);
  const squares = new Float64Array(data.images);
  for (let image = 0; image < data.images; image++) {
    for (let i = 0; i < data.pixels; i++) input[i] = codes[data.values[image * data.pixels + i] ?? 0] ?? 0;
    accumulate(first, input, 0, accumulators, image * first.outputs);
    squares[image] = sumOfSquares(input, 0, data.pixels);
  }
  return { quantized, data, accumulators, squares };
}

/** Standard deviation of each weight's noise, and which of its draws. */
export interface WeightNoise {
  /** In weight units (LSB). */
  readonly sigma: number;
  readonly seed: number;
  readonly draw: number;
}

/** Number of images classified wrongly (the first of equal outputs counts), with the noise of one draw or, for null, none. */
export function wrongWithNoise(prepared: PreparedNetwork, noise: WeightNoise | null): number {
  const { quantized, data } = prepared;
  const gaussians = noise && gaussianSource(noise.seed);
  const layers = quantized.layers.map((layer) => ({
    layer,
    noise: new Float64Array(layer.outputs),
    exact: new Float64Array(layer.outputs),
    noisy: new Float64Array(layer.outputs),
    codes: new Int32Array(layer.outputs),
  }));
  let wrong = 0;
  for (let image = 0; image < data.images; image++) {
    let outputs = new Float64Array(0);
    let codes = new Int32Array(0);
    for (let k = 0; k < layers.length; k++) {
      const at = layers[k] as (typeof layers)[number];
      const { layer } = at;
      if (k > 0) accumulate(layer, codes, 0, at.exact, 0);
      const exact = k > 0 ? at.exact : prepared.accumulators;
      const start = k > 0 ? 0 : image * layer.outputs;
      if (gaussians) {
        const squares = k > 0 ? sumOfSquares(codes, 0, layer.inputs) : (prepared.squares[image] ?? 0);
        gaussians(at.noise, noise.draw, image, k);
        addNoise(exact, start, noise.sigma * 2 ** layer.fractionBits * Math.sqrt(squares), at.noise, at.noisy);
      } else at.noisy.set(exact.subarray(start, start + layer.outputs));
      outputs = at.noisy;
      if (layer.table) activate(layer.table, at.noisy, 0, at.codes);
      codes = at.codes;
    }
    if (largestIndex(outputs) !== data.labels[image]) wrong++;
  }
  return wrong;
}
