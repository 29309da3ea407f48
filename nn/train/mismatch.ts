/** Mismatch of one chip in training: a factor of its own for each weight, which does not change. */

import { type LayerWeights, type Network, synapsesOf, weightLayers } from '../network/network.ts';
import { gaussianSource } from '../noise/gaussian.ts';

/**
 * Factors 1 + deviation * N(0, 1) of every weight of a chip. 1 for biases; all 1 without mismatch. Normal numbers as
 * `gaussian.ts` gives them to draw `FACTORS_DRAW`, row o of layer k as to image o of layer k.
 */
export function mismatchFactors(
  network: Network,
  mismatch: { readonly deviation: number; readonly chip: number } | undefined,
): LayerWeights[] {
  const gaussians = mismatch && gaussianSource(mismatch.chip);
  return weightLayers(network).map((layer, k) => {
    const synapses = synapsesOf(layer);
    const weights = new Float32Array(synapses * layer.outputs).fill(1);
    const row = new Float64Array(synapses);
    for (let o = 0; o < layer.outputs && gaussians; o++) {
      gaussians(row, FACTORS_DRAW, o, k);
      weights.set(
        row.map((gaussian) => 1 + mismatch.deviation * gaussian),
        o * synapses,
      );
    }
    return { weights, bias: new Float32Array(layer.outputs).fill(1) };
  });
}

/** Draw of the factors, a number that no draw of an evaluation has. */
const FACTORS_DRAW = 0xffffffff;
