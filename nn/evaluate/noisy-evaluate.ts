/**
 * The quantized network on images, without noise and with weight noise.
 *
 * Noise model: each weight of each multiplication has an independent N(0, s^2) added, s in weight units (LSB). Given the
 * inputs x, the sum over an output's synapses is then exactly distributed as the exact sum plus N(0, s^2 * sum x^2), as long
 * as the noisy weight is not clipped: one draw an output stands for one a synapse. The bias is added after the synapses and
 * has no noise of its own. Noise enters every layer with weights; a noisy accumulator is rounded to whole units.
 */

import type { DataSet } from '../data/data-set.ts';
import { checkData } from '../network/checks.ts';
import type { QuantizedNetwork } from '../quantized/quantize.ts';
import { classify, type PreparedNetwork } from './classify.ts';
import { kernelNetwork, type WeightNoise } from './kernel-network.ts';

/** Assembles the kernels. Throws where the data do not fit the network. */
export function prepare(quantized: QuantizedNetwork, data: DataSet): PreparedNetwork {
  checkData(quantized.network, data);
  return { quantized, data, kernels: kernelNetwork(quantized) };
}

/** Number of images classified wrongly (the first of equal outputs counts), with the noise of one draw or, for null, none. */
export function wrongWithNoise(prepared: PreparedNetwork, noise: WeightNoise | null): number {
  return classify(prepared, [noise]).wrong[0] ?? 0;
}
