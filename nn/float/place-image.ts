/** Placement of a training image: moved by whole pixels, mirrored. */

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

export const INPUTS: Readonly<Record<PixelScale, Float32Array>> = {
  positive: Float32Array.from({ length: 256 }, (_, value) => value / 255),
  centred: Float32Array.from({ length: 256 }, (_, value) => (2 * value - 255) / 255),
};

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
  const inputs = INPUTS[scale];
  const { channels, height, width } = data;
  for (let c = 0; c < channels; c++)
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
