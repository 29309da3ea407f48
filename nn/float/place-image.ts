/** Placement of a training image: moved by whole pixels, mirrored. */

import { nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import type { PixelScale } from '../network/network.ts';
import { IMAGE_LANES } from './kernels/code.ts';
import type { FloatTensor } from './tensor.ts';

/** Change of an image before it is seen. */
export interface Movement {
  /** Pixels of the move down; what comes in from outside stands for 0. */
  readonly down: number;
  readonly right: number;
  /** Mirroring left to right, before the move. */
  readonly mirrored: boolean;
}

export const UNMOVED: Movement = { down: 0, right: 0, mirrored: false };

const inputsOf = (input: (value: number) => number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, value) => input(value));

export const INPUTS = {
  positive: inputsOf((value) => value / 255),
  centred: inputsOf((value) => (2 * value - 255) / 255),
} as const satisfies Readonly<Record<PixelScale & string, Float32Array>>;

/** Inputs that pixels of 0 to 255 stand for, for each of `channels`. */
function pixelInputs(scale: PixelScale, channels: number): readonly Float32Array[] {
  if (typeof scale === 'object') return scale.means.map((mean) => inputsOf((value) => value / 255 - mean));
  return Array.from({ length: channels }, () => INPUTS[scale]);
}

/**
 * Placement of an image's pixel values, moved, in a lane of a tensor. `tensor` is in the arena at byte `arena` of
 * `floats`.
 */
export function placeImage(
  data: DataSet,
  image: number,
  { down, right, mirrored }: Movement,
  floats: Float32Array,
  arena: number,
  tensor: FloatTensor,
  lane: number,
  scale: PixelScale = 'positive',
): void {
  const { channels, height, width } = data;
  const channelInputs = pixelInputs(scale, channels);
  for (let c = 0; c < channels; c++) {
    const inputs = nth(channelInputs, c);
    for (let y = 0; y < height; y++) {
      const row = image * data.pixels + (c * height + y - down) * width;
      const rowInside = y >= down && y < height + down;
      let at = (arena + tensor.start + c * tensor.plane + y * tensor.row) / 4 + lane;
      for (let x = 0; x < width; x++, at += IMAGE_LANES) {
        const from = x - right;
        const inside = rowInside && from >= 0 && from < width;
        const value = inside ? inputs[data.values[row + (mirrored ? width - 1 - from : from)] ?? 0] : 0;
        floats[at] = value ?? 0;
      }
    }
  }
}
