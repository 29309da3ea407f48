/** Which image is seen when, and how it is moved: functions of seed and epoch. */

import type { DataSet } from './data-set.ts';
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

/** Writes image / 255 to `out`, moved by up to `shift` pixels along both axes; what comes in from outside is 0. */
export function copyInput(
  data: DataSet,
  image: number,
  move: { readonly seed: number; readonly epoch: number; readonly shift: number },
  out: Float64Array,
): void {
  const { width, pixels } = data;
  const height = pixels / width;
  const start = image * pixels;
  const words = new Uint32Array(4);
  if (move.shift > 0) philox4x32(words, image, move.epoch, 0, 0, move.seed, STREAM.augmentation);
  const choices = 2 * move.shift + 1;
  const down = Math.floor(((words[0] ?? 0) * choices) / 2 ** 32) - move.shift;
  const right = Math.floor(((words[1] ?? 0) * choices) / 2 ** 32) - move.shift;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const inside = y >= down && y < height + down && x >= right && x < width + right;
      out[y * width + x] = inside ? (data.values[start + (y - down) * width + x - right] ?? 0) / 255 : 0;
    }
}
