/** Choosing what the largest weight code stands for, by errors on validation images. */

import type { DataSet } from './data-set.ts';
import type { LayerWeights, Network } from './network.ts';
import { prepare, wrongWithNoise } from './noisy-evaluate.ts';
import { largestCode, type QuantizationChoice, quantize } from './quantize.ts';

/** Candidates, as parts of each layer's largest weight. */
const CLIPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2] as const;

/** From this width on codes are so fine that only the clipping itself costs errors: all take the clip of this width. */
const FINE_BITS = 8;

/**
 * One clip for all layers: the smallest whose errors, without noise on `validation`, are within one standard error (the square
 * root of their number) of the fewest. Of equally good ones the smallest, because noise is a part of the full scale: the
 * smaller what the largest code stands for, the less of a typical weight is lost in it. The rule knows nothing of noise powers,
 * and one rule for every width keeps widths comparable.
 * L. Breiman et al., "Classification and Regression Trees", 1984, 3.4.3 (the one-standard-error rule).
 */
export function chooseClip(
  network: Network,
  weights: readonly LayerWeights[],
  bits: number,
  validation: DataSet,
): QuantizationChoice & { readonly validationError: number } {
  largestCode(bits);
  const wrongAt = (atBits: number, part: number): number => {
    const quantized = quantize(network, weights, { bits: atBits, clip: network.layers.map(() => part) });
    return wrongWithNoise(prepare(quantized, validation), null);
  };
  const candidates = CLIPS.map((part) => ({ part, wrong: wrongAt(Math.min(bits, FINE_BITS), part) }));
  const fewest = Math.min(...candidates.map(({ wrong }) => wrong));
  const good = candidates.filter(({ wrong }) => wrong <= fewest + Math.sqrt(fewest));
  const part = Math.min(...good.map((candidate) => candidate.part));
  return { bits, clip: network.layers.map(() => part), validationError: wrongAt(bits, part) / validation.images };
}
