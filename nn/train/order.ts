/** Order and movement of the images: functions of seed and epoch. */

import { philox4x32, STREAM } from '../../numeric/index.ts';
import { type Movement, UNMOVED } from '../float/place-image.ts';

/**
 * Permutation of 0 to count - 1.
 * R. Durstenfeld, "Algorithm 235: Random permutation", CACM 7, 1964.
 */
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

/** Movement of an image in an epoch: up to `shift` pixels along both axes, mirrored every other time where `flip`. */
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
