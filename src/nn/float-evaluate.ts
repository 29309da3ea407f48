/** The network in floating point: the reference that quantization and noise are measured against. */

import type { DataSet } from './data-set.ts';
import { forwardDense } from './float-dense.kernel.ts';
import { denseLayers, floatLayer } from './layer-weights.ts';
import type { LayerWeights, Network } from './network.ts';
import { checkData, checkWeights } from './network-checks.ts';

/** Number of images whose largest output (the first of equals) is not their label. Throws where data or weights do not fit. */
export function wrongInFloat(network: Network, weights: readonly LayerWeights[], data: DataSet): number {
  checkWeights(network, weights);
  checkData(network, data);
  const layers = denseLayers(network).map((layer, k) => floatLayer(layer, weights[k] as LayerWeights));
  const values = [data.pixels, ...layers.map((layer) => layer.outputs)].map((size) => new Float64Array(size));
  let wrong = 0;
  for (let image = 0; image < data.images; image++) {
    const input = values[0] as Float64Array;
    for (let i = 0; i < data.pixels; i++) input[i] = (data.values[image * data.pixels + i] ?? 0) / 255;
    layers.forEach((layer, k) => {
      forwardDense(layer, values[k] as Float64Array, values[k + 1] as Float64Array);
    });
    if (largestIndex(values.at(-1) as Float64Array) !== data.labels[image]) wrong++;
  }
  return wrong;
}

/** Index of the largest value, the first of equals. */
export function largestIndex(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] ?? 0) > (values[best] ?? 0)) best = k;
  return best;
}
