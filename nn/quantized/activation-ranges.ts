/** Ranges of activations: what the largest code of each layer stands for. */

import type { OwnNetwork } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import {
  type Activation,
  type LayerWeights,
  type Network,
  type WeightLayer,
  weightLayers,
} from '../network/network.ts';
import { type RangeChoice, type RangeMethod, rangeChoiceOf, rangeChoiceText } from '../network/range-choice.ts';
import { needsRange } from '../network/unbounded.ts';
import { largestCode } from './quantize.ts';
import { leastSquareRange, percentileOf, type ValueHistogram } from './value-histogram.ts';

/**
 * Choice for each layer with weights. `usual`: by least squares, and by the largest of the last layer, whose order
 * counts. Null: its activation is bounded.
 */
export type RangeChoices = readonly (RangeChoice | 'usual' | null)[];

/**
 * Choices for a network: told for a layer, of its file, told for all. Throws where one is told for a layer that has no
 * range.
 */
export function rangeChoices(network: Network, told: OwnNetwork['ranges'] = {}): RangeChoices {
  const all = rangeChoiceOf(told);
  const layers = typeof told === 'object' && all === null ? (told as Readonly<Record<string, RangeChoice>>) : {};
  const needs = needsRange(network);
  const known = weightLayers(network).flatMap(({ name }, k) => (needs[k] ? [name] : []));
  for (const name of Object.keys(layers))
    if (!known.includes(name))
      throw new RangeError(
        `ranges must be of layers with codes of an unbounded activation (${known.join(', ') || `${network.name} has none`}): ${name}`,
      );
  return weightLayers(network).map(({ name, range }, k) =>
    needs[k] ? ((Object.hasOwn(layers, name) ? layers[name] : undefined) ?? range ?? all ?? 'usual') : null,
  );
}

/** Need of images for these choices. */
export const wantsImages = (choices: RangeChoices): boolean =>
  choices.some((choice) => choice !== null && typeof choice !== 'number');

/** The choices in words: `least-squares`, `max, 99.9 %`. */
export function choicesText(choices: RangeChoices): string {
  const texts = choices.flatMap((choice, k) => {
    if (choice === null || typeof choice === 'number') return [];
    return [rangeChoiceText(choice === 'usual' ? usualOf(choices, k) : choice)];
  });
  return [...new Set(texts)].join(', ');
}

const usualOf = (choices: RangeChoices, layer: number): RangeMethod =>
  layer === choices.length - 1 ? 'max' : 'least-squares';

/**
 * Range of each layer by its choice, for activations of so many bits. `histograms` are those of its outputs. Throws
 * where a layer puts out nothing but zeros.
 */
export function activationRanges(
  network: Network,
  choices: RangeChoices,
  histograms: readonly ValueHistogram[],
  activationBits: number,
): number[] {
  return weightLayers(network).map(({ name }, k) => {
    const choice = nth(choices, k);
    if (choice === null) return 1;
    if (typeof choice === 'number') return choice;
    const method = choice === 'usual' ? usualOf(choices, k) : choice;
    const range = rangeBy(method, nth(histograms, k), largestCode(activationBits));
    if (range > 0) return range;
    throw new RangeError(
      `the range of ${name} must be given as a number: by ${rangeChoiceText(method)} its outputs for the images are all 0`,
    );
  });
}

function rangeBy(method: RangeMethod, histogram: ValueHistogram, limit: number): number {
  if (histogram.largest === 0) return 0;
  if (method === 'max') return histogram.largest;
  if (method === 'least-squares') return leastSquareRange(histogram, limit);
  return percentileOf(histogram, method.percentile);
}

/** Rounding of single precision, by which sums of a proof may be off. */
const PRECISION = 1e-5;

/**
 * Ranges without any image: those that are numbers, and 1 where the weights leave no larger output, by interval
 * arithmetic. Null in the place of a layer without either.
 */
export function provenRanges(
  network: Network,
  weights: readonly LayerWeights[],
  choices: RangeChoices,
): (number | null)[] {
  let input = pixelInterval(network.pixels);
  return weightLayers(network).map((layer, k) => {
    const choice = nth(choices, k);
    const sums = sumInterval(layer, nth(weights, k), input);
    const [low, high] = activated(layer.activation, sums);
    const range = typeof choice === 'number' ? choice : 1;
    input = [Math.max(low, -range), Math.min(high, range)];
    if (typeof choice === 'number' || choice === null) return range;
    return choice === 'usual' && Math.max(-low, high) <= 1 + PRECISION ? 1 : null;
  });
}

/** Interval of what pixels stand for. */
function pixelInterval(scale: Network['pixels']): Interval {
  if (typeof scale === 'object') return [-Math.max(...scale.means), 1 - Math.min(...scale.means)];
  return [scale === 'centred' ? -1 : 0, 1];
}

type Interval = readonly [low: number, high: number];

/** Interval of all sums of a layer. Zeros, which paddings are, count among its inputs. */
function sumInterval(layer: WeightLayer, { weights, bias }: LayerWeights, [low, high]: Interval): Interval {
  const [least, most] = [Math.min(low, 0), Math.max(high, 0)];
  const inputs = weights.length / layer.outputs;
  const sums = Array.from(bias, (start, j) => {
    let [from, to] = [start, start];
    for (const weight of weights.subarray(j * inputs, (j + 1) * inputs)) {
      from += weight * (weight > 0 ? least : most);
      to += weight * (weight > 0 ? most : least);
    }
    return [from, to] as const;
  });
  return [Math.min(...sums.map(([from]) => from)), Math.max(...sums.map(([, to]) => to))];
}

function activated(activation: Activation, [low, high]: Interval): Interval {
  switch (activation) {
    case 'relu':
      return [Math.max(0, low), Math.max(0, high)];
    case 'none':
      return [low, high];
    case 'sigmoid':
      return [0, 1];
    case 'tanh':
    case 'hard-tanh':
      return [-1, 1];
  }
}
