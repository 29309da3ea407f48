/** Choosing what the largest weight code stands for, by errors on validation images. */

import type { DataSet } from './data-set.ts';
import type { LayerWeights, Network } from './network.ts';
import { prepare, wrongWithNoise } from './noisy-evaluate.ts';
import { type QuantizationChoice, quantize } from './quantize.ts';

/** Candidates beside the largest weight itself, as parts of it. */
const CLIPS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;

/** From this width on codes are so fine that clipping has nothing to gain: the maximum is taken. */
const UNCLIPPED_BITS = 8;

/**
 * The clipping of each layer with the fewest errors of the clean quantized network on `validation`, layer by layer from the
 * first, the others held at what is chosen so far (1 at the start); of equals the largest. From 8 bits on: 1 throughout.
 */
export function chooseClip(
  network: Network,
  weights: readonly LayerWeights[],
  bits: number,
  validation: DataSet,
): QuantizationChoice & { readonly validationError: number } {
  const at = (clip: readonly number[]) => quantize(network, weights, { bits, clip });
  let clip = network.layers.map(() => 1);
  let best = prepare(at(clip), validation);
  let fewest = wrongWithNoise(best, null);
  const candidates =
    bits < UNCLIPPED_BITS ? network.layers.flatMap((_, k) => CLIPS.map((part) => [k, part] as const)) : [];
  for (const [k, part] of candidates) {
    const candidate = clip.with(k, part);
    // The first layer's accumulators, which take the time, change with its own clip only.
    const prepared = k === 0 ? prepare(at(candidate), validation) : { ...best, quantized: at(candidate) };
    const wrong = wrongWithNoise(prepared, null);
    if (wrong >= fewest) continue;
    [fewest, clip, best] = [wrong, candidate, prepared];
  }
  return { bits, clip, validationError: fewest / validation.images };
}
