/** Effective bits of a neuron in words, with a warning where they are few. */

import type { EffectiveBits } from '../../analog/index.ts';

/** Effective bits beyond which an error is the simulator's own. */
const MOST = 18;

/** Effective bits as text: one decimal; `no error` where there is none to lose bits by. */
export const bitsText = (bits: number): string => (bits < MOST ? bits.toFixed(1) : 'no error');

/** Sentences on the effective bits of a neuron whose weights have `bits`. */
export function effectiveBitsText(name: string, bits: number, found: EffectiveBits): string {
  const { noise, mismatch, offsetShift, compression, together } = found;
  const parts = [
    `noise ${bitsText(noise)}`,
    `mismatch ${bitsText(mismatch)}`,
    ...(offsetShift < MOST ? [`offset shift ${bitsText(offsetShift)}`] : []),
    `compression ${bitsText(compression)}`,
  ];
  return `${name}: ${bitsText(together)} effective bits (alone: ${parts.join(', ')})${warning(bits, together)}`;
}

/** Warning where the output resolves fewer bits than the weights have; empty where it does not. */
export const warning = (bits: number, together: number): string =>
  together < bits ? `. Warning: fewer than the ${bits} bits of its weights` : '';
