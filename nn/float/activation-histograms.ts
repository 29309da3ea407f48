/** Histograms of layers' outputs for many images, from which ranges follow. */

import { nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { checkData, checkWeights } from '../network/checks.ts';
import { type LayerWeights, type Network, weightLayers } from '../network/network.ts';
import { activationRanges, type RangeChoices, wantsImages } from '../quantized/activation-ranges.ts';
import { type GrowingHistogram, growingHistogram, type ValueHistogram } from '../quantized/value-histogram.ts';
import { valueAddresses } from './evaluate.ts';
import { IMAGE_LANES } from './kernels/code.ts';
import { createFloatMachine, type FloatMachine } from './kernels/kernels.ts';
import { writeParameters } from './layer-weights.ts';
import { forward, writeTables } from './network.ts';
import { placeImage, UNMOVED } from './place-image.ts';
import { planFloat } from './plan.ts';

/** Number of images that tell ranges, or all where there are fewer. */
const IMAGES = 5000;

/** Number of the images of `data` that histograms are made of. */
export const histogramImages = (data: DataSet): number => Math.min(IMAGES, data.images);

/**
 * Histogram of the outputs of each layer with weights, for images in even distances. They are taken behind the
 * activation, and behind a maximum that follows. Throws where data or weights do not fit, or an output is not finite.
 */
export function activationHistograms(
  network: Network,
  weights: readonly LayerWeights[],
  data: DataSet,
): ValueHistogram[] {
  checkData(network, data);
  checkWeights(network, weights);
  const plan = planFloat(network, { threads: 1, sets: 0, separateWeights: false, codes: false, noise: false });
  const machine = createFloatMachine(plan.bytes);
  writeTables(plan, machine);
  writeParameters(plan, machine.floats, plan.trained, weights);
  const arena = nth(plan.arenas, 0);
  const count = histogramImages(data);
  const places = plan.steps.flatMap(({ kind }, k) => {
    if (kind !== 'linear') return [];
    return [plan.steps[k + 1]?.kind === 'max-pool' ? k + 1 : k];
  });
  const growing = places.map(growingHistogram);
  let lanes = 0;
  const onStep = (step: number): void => {
    const layer = places.indexOf(step);
    if (layer < 0) return;
    try {
      addValues(machine, valueAddresses(nth(plan.steps, step).output, arena), lanes, nth(growing, layer));
    } catch (error) {
      throw new RangeError(`${nth(weightLayers(network), layer).name}: ${(error as Error).message}`);
    }
  };
  for (let start = 0; start < count; start += IMAGE_LANES) {
    lanes = Math.min(IMAGE_LANES, count - start);
    for (let lane = 0; lane < lanes; lane++) {
      const image = Math.floor(((start + lane) * data.images) / count);
      placeImage(data, image, UNMOVED, machine.floats, arena, plan.input, lane, network.pixels);
    }
    forward(plan, machine, arena, { onStep });
  }
  return growing.map(({ histogram }) => histogram());
}

function addValues({ floats }: FloatMachine, addresses: Int32Array, lanes: number, { add }: GrowingHistogram): void {
  for (const address of addresses) for (let lane = 0; lane < lanes; lane++) add(floats[address / 4 + lane] ?? 0);
}

/**
 * Ranges of a network's activations for any number of their bits, by choices and images. No image is looked at where
 * none need be.
 */
export function rangesInData(
  network: Network,
  weights: readonly LayerWeights[],
  data: DataSet,
  choices: RangeChoices,
): (activationBits: number) => number[] {
  const histograms = wantsImages(choices) ? activationHistograms(network, weights, data) : [];
  return (activationBits) => activationRanges(network, choices, histograms, activationBits);
}
