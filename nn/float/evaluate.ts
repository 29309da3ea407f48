/** Evaluation in floating point: the reference that quantization and noise are measured against. */

import { nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { checkData, checkWeights } from '../network/checks.ts';
import type { LayerWeights, Network } from '../network/network.ts';
import { IMAGE_LANES } from './kernels/code.ts';
import { createFloatMachine, type FloatMachine } from './kernels/kernels.ts';
import { writeParameters } from './layer-weights.ts';
import { forward, writeTables } from './network.ts';
import { placeImage, UNMOVED } from './place-image.ts';
import { planFloat } from './plan.ts';
import type { FloatPlan } from './steps.ts';
import type { FloatTensor } from './tensor.ts';

/**
 * Number of images whose largest output is not their label. The first of equals counts. Throws where data or weights do
 * not fit.
 */
export function wrongInFloat(network: Network, weights: readonly LayerWeights[], data: DataSet): number {
  checkData(network, data);
  let wrong = 0;
  floatOutputs(network, weights, data, (outputs, image) => {
    if (largestIndex(outputs) !== data.labels[image]) wrong++;
  });
  return wrong;
}

/** Outputs of each image [outputs], given to `onImage`. The array is used again. Throws where weights do not fit. */
export function floatOutputs(
  network: Network,
  weights: readonly LayerWeights[],
  data: DataSet,
  onImage: (outputs: Float64Array, image: number) => void,
): void {
  checkWeights(network, weights);
  const plan = planFloat(network, { threads: 1, sets: 0, separateWeights: false, codes: false, noise: false });
  const machine = createFloatMachine(plan.bytes);
  const arena = nth(plan.arenas, 0);
  writeTables(plan, machine);
  writeParameters(plan, machine.floats, plan.trained, weights);
  for (let start = 0; start < data.images; start += IMAGE_LANES) {
    const images = Math.min(IMAGE_LANES, data.images - start);
    for (let lane = 0; lane < images; lane++)
      placeImage(data, start + lane, UNMOVED, machine.floats, arena, plan.input, lane, network.pixels);
    forward(plan, machine, arena);
    eachOutput(plan, machine, arena, images, (outputs, lane) => onImage(outputs, start + lane));
  }
}

/** Outputs in each of the first `lanes` lanes, given to `onLane`. The array is used again. */
export function eachOutput(
  plan: FloatPlan,
  { floats }: FloatMachine,
  arena: number,
  lanes: number,
  onLane: (outputs: Float64Array, lane: number) => void,
): void {
  const addresses = outputAddresses(plan, arena);
  const outputs = new Float64Array(addresses.length);
  for (let lane = 0; lane < lanes; lane++) {
    for (let k = 0; k < outputs.length; k++) outputs[k] = floats[(addresses[k] ?? 0) / 4 + lane] ?? 0;
    onLane(outputs, lane);
  }
}

/** Address of the first lane of each output, in their order. */
export function outputAddresses({ output }: FloatPlan, arena: number): Int32Array {
  return valueAddresses(output, arena);
}

/** Address of the first lane of each value of a tensor, in their order. */
export function valueAddresses(tensor: FloatTensor, arena: number): Int32Array {
  const { channels, height, width, start, plane, row } = tensor;
  return Int32Array.from({ length: channels * height * width }, (_, k) => {
    const y = Math.floor(k / width) % height;
    return arena + start + Math.floor(k / (height * width)) * plane + y * row + (k % width) * 4 * IMAGE_LANES;
  });
}

/** Index of the largest value, the first of equals. */
export function largestIndex(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if ((values[k] ?? 0) > (values[best] ?? 0)) best = k;
  return best;
}
