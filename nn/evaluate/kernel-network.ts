/** Quantized network on vector kernels. It gives the numbers of `integerForward`, many images at a time. */

import { checkedSeed, nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import type { Words } from '../kernels/draft.ts';
import { BATCH, GROUPS, MAP_LANES } from '../kernels/memory/layout.ts';
import { kernelPlan } from '../kernels/plan.ts';
import { NARROW_NOISE } from '../kernels/tile/finish.ts';
import { checkData } from '../network/checks.ts';
import { LARGEST_GAUSSIAN } from '../noise/gaussian.ts';
import type { QuantizedNetwork } from '../quantized/quantize.ts';
import { writeGaussianState } from '../wasm/gaussians.ts';
import { instantiate, moduleBytes, PAGE } from '../wasm/module.ts';

/** Standard deviations of the noise, and which of its draws. */
export interface WeightNoise {
  /**
   * Standard deviation of each weight at each product, in weight units (LSB). Where `of` says so, that of each output,
   * in products of a weight LSB and an input LSB. A number for all layers, or one for each layer that has weights.
   */
  readonly sigma: number | readonly number[];
  /** Carrier of the noise; default: weights. */
  readonly of?: 'weights' | 'outputs';
  readonly seed: number;
  readonly draw: number;
}

/**
 * Receiver of the outputs of up to sixteen images at a time. Output j of image first + k is outputs[16 j + k]. The
 * array is used again.
 */
export type OnOutputs = (outputs: Int32Array, first: number, images: number) => void;

/** Range of images from `from` (included) to `to` (excluded). */
export interface ImageRange {
  readonly from: number;
  readonly to: number;
}

export interface KernelNetwork {
  readonly quantized: QuantizedNetwork;
  /** Size of the memory, bytes. */
  readonly bytes: number;
  /**
   * Pass of the images of `data` in order to the last layer's outputs. Only `part` is computed where it is given, which
   * changes no output. Throws where data, noise or part do not fit.
   */
  readonly run: (data: DataSet, noise: WeightNoise | null, onOutputs: OnOutputs, part?: ImageRange) => void;
}

/** Kernels for a quantized network. Throws where they cannot do it: the message says what is allowed. */
export function kernelNetwork(quantized: QuantizedNetwork): KernelNetwork {
  const plan = kernelPlan(quantized);
  const { functions, memory } = instantiate(moduleBytes(plan.functions, Math.ceil(plan.bytes / PAGE)));
  const write = ({ address, words }: Words): void => new Int32Array(memory, address, words.length).set(words);
  plan.contents.forEach(write);
  const resolve = (names: readonly string[]): ((...parameters: number[]) => void)[] =>
    names.map((name) => {
      const found = functions[name];
      if (!found) throw new RangeError(`kernel must be one of ${Object.keys(functions).join(', ')}: ${name}`);
      return found;
    });
  const exact = { group: resolve(plan.exact.group), batch: resolve(plan.exact.batch) };
  const noisy = { group: resolve(plan.noisy.group), batch: resolve(plan.noisy.batch) };
  const given = (names: readonly string[]): string[] => names.filter((name) => !plan.measuring.has(name));
  const constant = { group: resolve(given(plan.noisy.group)), batch: resolve(given(plan.noisy.batch)) };
  const images = new Uint8Array(memory, plan.images);
  const last = nth(quantized.layers, quantized.layers.length - 1).outputs;
  const outputs = new Int32Array(memory, plan.outputs, last * BATCH);
  return {
    quantized,
    bytes: memory.byteLength,
    run: (data, noise, onOutputs, part = { from: 0, to: data.images }) => {
      checkData(quantized.network, data);
      const { from, to } = part;
      if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= data.images))
        throw new RangeError(`images must be a range within 0 to ${data.images}: ${from} to ${to}`);
      if (noise) {
        const sigmas = sigmasOf(noise, plan.units.length);
        writeGaussianState(memory, checkedSeed(noise.seed), noise.draw);
        plan.units.forEach(({ address, narrow, growth, factor, deviations, bytes }, k) => {
          const sigma = nth(sigmas, k) * factor;
          const largest = LARGEST_GAUSSIAN * sigma * (noise.of === 'outputs' ? 1 : growth);
          new Int32Array(memory, narrow, 1)[0] = largest < NARROW_NOISE ? 1 : 0;
          if (noise.of === 'outputs') new Float32Array(memory, deviations, bytes / 4).fill(sigma);
          else new Float32Array(memory, address, MAP_LANES).fill(sigma);
        });
        if (noise.of === 'outputs') plan.wholeSpans.forEach(write);
      }
      const { group, batch } = noise ? (noise.of === 'outputs' ? constant : noisy) : exact;
      for (let first = from; first < to; first += BATCH) {
        const count = Math.min(BATCH, to - first);
        images.set(data.values.subarray(first * data.pixels, (first + count) * data.pixels));
        for (let k = 0; k < GROUPS && k * MAP_LANES < count; k++)
          for (const step of group) step(k, first + k * MAP_LANES);
        for (const step of batch) step(first);
        onOutputs(outputs, first, count);
      }
    },
  };
}

/**
 * Standard deviation for each of `layers`, in the units of `WeightNoise`. Throws where one is out of range, or there
 * are not as many.
 */
function sigmasOf({ sigma, of }: Pick<WeightNoise, 'sigma' | 'of'>, layers: number): readonly number[] {
  // A product of two LSB may be 2^14 times finer than an accumulator.
  const bits = of === 'outputs' ? 44 : 30;
  const sigmas = typeof sigma === 'number' ? Array.from({ length: layers }, () => sigma) : sigma;
  if (sigmas.length !== layers) throw new RangeError(`sigma must be given for ${layers} layers: ${sigmas.length}`);
  for (const value of sigmas)
    if (!(value >= 0 && value < 2 ** bits))
      throw new RangeError(`sigma must be at least 0 and below 2^${bits}: ${value}`);
  return sigmas;
}
