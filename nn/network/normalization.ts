/** Normalization of pixels by mean and standard deviation, taken into the first layer's weights. */

import { nth } from '../../numeric/index.ts';
import type { Fail, JsonObject } from './fields.ts';
import { isUnpadded } from './geometry.ts';
import type { Layer, Normalization, PixelScale } from './network.ts';

/** Means and standard deviations as users write them. */
export interface PixelNormalization {
  readonly mean: number | readonly number[];
  readonly std: number | readonly number[];
}

/** Means and standard deviations, a list by channel or one number for all. */
export function normalizationOf(from: JsonObject, channels: number, place: string, fail: Fail): Normalization {
  const list = (key: 'mean' | 'std', rule: string, allowed: (value: number) => boolean): number[] => {
    const value = from[key];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.length !== 1 && values.length !== channels)
      return fail(`${place}.${key} must hold one number, or one for each of ${channels} channels: ${values.length}`);
    const numbers = values.map((entry) =>
      typeof entry === 'number' && allowed(entry)
        ? entry
        : fail(`${place}.${key} must be ${rule}: ${JSON.stringify(entry)}`),
    );
    const [first = 0] = numbers;
    return numbers.length === channels ? numbers : new Array<number>(channels).fill(first);
  };
  return {
    mean: list('mean', '0 to 1, for pixels of 0 to 1', (value) => value >= 0 && value <= 1),
    std: list('std', 'above 0, for pixels of 0 to 1', (value) => value > 0 && value < Infinity),
  };
}

/**
 * Scale of pixels whose zero the normalization can be left to: where zeros of a padding stand for the mean, they keep
 * standing for it.
 */
export function inputScale(layers: readonly Layer[], { mean }: Normalization): PixelScale {
  if (mean.every((value) => value === 0)) return 'positive';
  if (mean.every((value) => value === 0.5)) return 'centred';
  const first = layers.findIndex(({ kind }) => kind === 'dense' || kind === 'convolution');
  const padded = layers.slice(0, first + 1).some((layer) => 'padding' in layer && !isUnpadded(layer.padding ?? 0));
  return padded ? { means: mean } : 'positive';
}

/** Factor and addend from the scaled pixel of a channel to the normalized one. */
export function fromScale(
  scale: PixelScale,
  { mean, std }: Normalization,
): readonly { readonly factor: number; readonly addend: number }[] {
  const centred = scale === 'centred';
  const zero = (channel: number): number => (typeof scale === 'object' ? nth(scale.means, channel) : centred ? 0.5 : 0);
  return std.map((deviation, channel) => ({
    factor: (centred ? 0.5 : 1) / deviation,
    addend: (zero(channel) - nth(mean, channel)) / deviation,
  }));
}
