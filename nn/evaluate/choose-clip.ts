/** Choice of a clip, the weight of the largest code, by errors on validation images. */

import type { DataSet } from '../data/data-set.ts';
import { type LayerWeights, type Network, weightLayers } from '../network/network.ts';
import { type QuantizationChoice, quantize } from '../quantized/quantize.ts';
import { prepare, wrongWithNoise } from './noisy-evaluate.ts';

/** Candidates, as parts of each layer's largest weight. */
const CLIPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2] as const;

/** Width of codes so fine that only clipping costs errors. All wider ones take the clip of this width. */
const FINE_BITS = 8;
const WIDTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] as const;

/** Questions of a choice of clips at each width. */
export interface ClipHooks {
  /** Ranges of activations of so many bits; default: all are bounded. */
  readonly rangesAt?: (bits: number) => Pick<QuantizationChoice, 'ranges'>;
  /** Awaited before each width. */
  readonly onWidth?: (bits: number) => void | Promise<void>;
}

/** A choice, and the part of the validation images that is then wrong without noise. */
export type ValidatedChoice = QuantizationChoice & { readonly validationError: number };

/**
 * One clip for all layers at each width from 2 to 16 bits. It is the smallest whose errors, without noise on
 * `validation`, are within one standard error (the square root of their number) of the fewest. Of equally good ones the
 * smallest, because noise is a part of the full scale: the smaller what the largest code stands for, the less of a
 * typical weight is lost in it. The rule knows nothing of noise powers, and one rule for every width keeps widths
 * comparable.
 * L. Breiman et al., "Classification and Regression Trees", 1984, 3.4.3 (the one-standard-error rule).
 */
export async function chooseClips(
  network: Network,
  weights: readonly LayerWeights[],
  validation: DataSet,
  { rangesAt = () => ({}), onWidth = () => {} }: ClipHooks = {},
): Promise<ValidatedChoice[]> {
  const choices: ValidatedChoice[] = [];
  let part = 1;
  for (const bits of WIDTHS) {
    await onWidth(bits);
    const ranges = rangesAt(bits);
    const choiceOf = (candidate: number): QuantizationChoice => ({
      bits,
      clip: weightLayers(network).map(() => candidate),
      ...ranges,
    });
    const wrongAt = (candidate: number): number =>
      wrongWithNoise(prepare(quantize(network, weights, choiceOf(candidate)), validation), null);
    if (bits <= FINE_BITS) part = smallestGood(wrongAt);
    choices.push({ ...choiceOf(part), validationError: wrongAt(part) / validation.images });
  }
  return choices;
}

function smallestGood(wrongAt: (part: number) => number): number {
  const candidates = CLIPS.map((part) => ({ part, wrong: wrongAt(part) }));
  const fewest = Math.min(...candidates.map(({ wrong }) => wrong));
  const good = candidates.filter(({ wrong }) => wrong <= fewest + Math.sqrt(fewest));
  return Math.min(...good.map(({ part }) => part));
}
