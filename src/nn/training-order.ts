/** Which image is seen when, and how it is moved: functions of seed and epoch. */

import type { DataSet } from './data-set.ts';
import type { FloatTensor } from './float-tensor.ts';
import { LANES } from './kernels/float-code.ts';
import type { PixelScale } from './network.ts';
import { philox4x32, STREAM } from './philox.ts';

/** A permutation of 0 to count - 1. R. Durstenfeld, "Algorithm 235: Random permutation", CACM 7, 1964. */
export function epochOrder(count: number, seed: number, epoch: number): Uint32Array {
  const words = new Uint32Array(4);
  const order = Uint32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    philox4x32(words, k, epoch, 0, 0, seed, STREAM.shuffle);
    const other = Math.floor(((words[0] ?? 0) * (k + 1)) / 2 ** 32);
    const kept = order[k] ?? 0;
    order[k] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** How an image is changed before it is seen. */
export interface Movement {
  /** Pixels; what comes in from outside stands for 0. */
  readonly down: number;
  readonly right: number;
  /** Left to right, before it is moved. */
  readonly mirrored: boolean;
}

export const UNMOVED: Movement = { down: 0, right: 0, mirrored: false };

/** The movement of an image in an epoch: up to `shift` pixels along both axes, mirrored every other time where `flip`. */
export function movementOf(
  image: number,
  epoch: number,
  options: { readonly seed: number; readonly shift: number; readonly flip: boolean },
): Movement {
  const { seed, shift, flip } = options;
  if (shift === 0 && !flip) return UNMOVED;
  const words = new Uint32Array(4);
  philox4x32(words, image, epoch, 0, 0, seed, STREAM.augmentation);
  const move = (word = 0): number => Math.floor((word * (2 * shift + 1)) / 2 ** 32) - shift;
  return { down: move(words[0]), right: move(words[1]), mirrored: flip && (words[2] ?? 0) >= 2 ** 31 };
}

const INPUTS: Readonly<Record<PixelScale, Float32Array>> = {
  positive: Float32Array.from({ length: 256 }, (_, value) => value / 255),
  centred: Float32Array.from({ length: 256 }, (_, value) => (2 * value - 255) / 255),
};

/** Writes what an image's pixels stand for, moved, to a lane of `tensor` in the arena at byte `arena` of `floats`. */
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
      for (let x = 0; x < width; x++, at += LANES) {
        const from = x - right;
        const inside = rowInside && from >= 0 && from < width;
        const value = inside ? inputs[data.values[row + (mirrored ? width - 1 - from : from)] ?? 0] : 0;
        floats[at] = value ?? 0;
      }
    }
}
