/** Order and movement of the images: functions of seed and epoch. */

import { nth, philox4x32, STREAM } from '../../numeric/index.ts';
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
    const other = Math.floor((nth(words, 0) * (k + 1)) / 2 ** 32);
    const kept = nth(order, k);
    order[k] = nth(order, other);
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
  const move = (word: number): number => Math.floor((word * (2 * shift + 1)) / 2 ** 32) - shift;
  return { down: move(nth(words, 0)), right: move(nth(words, 1)), mirrored: flip && nth(words, 2) >= 2 ** 31 };
}
