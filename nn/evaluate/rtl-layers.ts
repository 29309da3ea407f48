/**
 * Operands and results of a serial neuron for a quantized network, layer by layer. The accumulators are sums of the
 * golden MAC, the results those of the plain integer network.
 */

import { nth } from '../../numeric/index.ts';
import { type LayerImage, multiplyAccumulate, type StreamedLayer } from '../../sim/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { BATCH } from '../kernels/memory/layout.ts';
import { groupsOf, type Network, type Shape, type WeightLayer, weightLayers, windowsOf } from '../network/network.ts';
import { layerShapes } from '../network/shapes.ts';
import { integerForward } from '../quantized/integer-network.ts';
import { accumulatorBound, imageCodes, type QuantizedLayer, type QuantizedNetwork } from '../quantized/quantize.ts';
import { kernelNetwork } from './kernel-network.ts';

/** Streamed layers: those with weights, in their order. */
export function streamedLayers(quantized: QuantizedNetwork): StreamedLayer[] {
  return placesOf(quantized.network).map(({ layer, output }, k) => {
    const stored = quantized.layers[k] as QuantizedLayer;
    const { inputs, outputs, weights, bias, fractionBits, shift, table } = stored;
    const { height, width } = output;
    const bound = accumulatorBound(stored, quantized.limit);
    return {
      name: layer.name,
      synapses: inputs,
      groups: groupsOf(layer),
      outputs,
      height,
      width,
      weights,
      bias,
      fractionBits,
      shift,
      table,
      bound,
    };
  });
}

/** Inputs and expected outputs of each streamed layer for one image. Its pixels are 0 to 255. */
export function streamedImage(quantized: QuantizedNetwork, pixels: Uint8Array): LayerImage[] {
  const codes = imageCodes(quantized, pixels);
  const values = integerForward(quantized, codes);
  return placesOf(quantized.network).map(({ layer, index, input, output }, k) => {
    const operands = operandsOf(layer, values[index - 1] ?? codes, input, output);
    return {
      operands,
      accumulators: accumulatorsOf(quantized.layers[k] as QuantizedLayer, groupsOf(layer), operands),
      results: byPlace(values[index] as Int32Array, output),
    };
  });
}

/** Images of `data` whose kernel outputs differ from the plain integer network's. */
export function differingImages(quantized: QuantizedNetwork, data: DataSet): number[] {
  const differing: number[] = [];
  kernelNetwork(quantized).run(data, null, (outputs, first, images) => {
    for (let image = 0; image < images; image++) {
      const pixels = data.values.subarray((first + image) * data.pixels, (first + image + 1) * data.pixels);
      const codes = imageCodes(quantized, pixels);
      const wanted = integerForward(quantized, codes).at(-1) ?? new Int32Array();
      if (wanted.some((value, k) => value !== outputs[k * BATCH + image])) differing.push(first + image);
    }
  });
  return differing;
}

interface LayerPlace {
  readonly layer: WeightLayer;
  /** Index among all layers. */
  readonly index: number;
  readonly input: Shape;
  readonly output: Shape;
}

function placesOf(network: Network): LayerPlace[] {
  const shapes = layerShapes(network);
  return weightLayers(network).map((layer) => {
    const index = network.layers.indexOf(layer);
    return { layer, index, input: shapes[index - 1] ?? network.input, output: shapes[index] as Shape };
  });
}

/**
 * Inputs of every output [groups, places, synapses], in the order of the weights. Zeros where a kernel reaches into the
 * padding.
 */
function operandsOf(layer: WeightLayer, values: Int32Array, input: Shape, output: Shape): Int32Array {
  if (layer.kind === 'dense') return values;
  const { rows, columns, stride, dilation, sides } = windowsOf(layer);
  const [top, left] = sides;
  const operands = new Int32Array(output.height * output.width * input.channels * rows * columns);
  const groups = groupsOf(layer);
  const channels = input.channels / groups;
  let at = 0;
  for (let group = 0; group < groups; group++)
    for (let y = 0; y < output.height; y++)
      for (let x = 0; x < output.width; x++)
        for (let channel = group * channels; channel < (group + 1) * channels; channel++)
          for (let down = 0; down < rows; down++)
            for (let across = 0; across < columns; across++) {
              const row = y * stride + down * dilation - top;
              const column = x * stride + across * dilation - left;
              const inside = row >= 0 && row < input.height && column >= 0 && column < input.width;
              operands[at++] = inside ? (values[(channel * input.height + row) * input.width + column] ?? 0) : 0;
            }
  return operands;
}

/** Accumulators of a layer [places, outputs]. */
function accumulatorsOf(layer: QuantizedLayer, groups: number, operands: Int32Array): Float64Array {
  const { inputs, outputs, weights, bias, fractionBits } = layer;
  const places = operands.length / inputs / groups;
  const accumulators = new Float64Array(places * outputs);
  accumulators.forEach((_, k) => {
    const output = k % outputs;
    const place = (k - output) / outputs + Math.floor((output * groups) / outputs) * places;
    const sum = multiplyAccumulate(operands, place * inputs, weights, output * inputs, inputs);
    accumulators[k] = sum * 2 ** fractionBits + nth(bias, output);
  });
  return accumulators;
}

/** Values [channels, places] as [places, channels]. */
function byPlace(values: Int32Array, { channels, height, width }: Shape): Int32Array {
  const places = height * width;
  return values.map((_, k) => nth(values, (k % channels) * places + Math.floor(k / channels)));
}
