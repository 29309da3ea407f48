/**
 * Errors of the quantized network without noise and with noise of the weights.
 * The model of the noise: docs/kernels.md, "Noise of the weights".
 */

import { nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { checkData } from '../network/checks.ts';
import type { QuantizedNetwork } from '../quantized/quantize.ts';
import { classify, type PreparedNetwork } from './classify.ts';
import { kernelNetwork, type WeightNoise } from './kernel-network.ts';

/** Kernels of a network beside its images. Throws where the data do not fit the network. */
export function prepare(quantized: QuantizedNetwork, data: DataSet): PreparedNetwork {
  checkData(quantized.network, data);
  return { quantized, data, kernels: kernelNetwork(quantized) };
}

/**
 * Number of images classified wrongly, with the noise of one draw or, for null, none. The first of equal outputs
 * counts.
 */
export function wrongWithNoise(prepared: PreparedNetwork, noise: WeightNoise | null): number {
  return nth(classify(prepared, [noise]).wrong, 0);
}
