/**
 * Mismatch of equal transistors: Pelgrom's law with normal deviations. They are a function of seed, sample and the
 * transistor's name alone. M. J. M. Pelgrom, A. C. J. Duinmaijer, A. P. G. Welbers, "Matching Properties of MOS
 * Transistors", IEEE JSSC 24, 1989.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { checkedSeed, cosSinOfWord, lnOfWord, nth, philox4x32, STREAM } from '../../numeric/index.ts';
import type { Deviations } from '../deck/transistor-device.ts';

/**
 * Standard deviations of a transistor of `area` m^2: threshold (V) and current factor (1). Pelgrom's A/sqrt(W L) is
 * that of the difference of two equal transistors, so one of them has the square root of a half of it; m transistors
 * side by side count as one of m times the area.
 */
export function transistorSigma(
  mismatch: AnalogNeuron['mismatch'],
  area: number,
): { readonly threshold: number; readonly beta: number } {
  const perCoefficient = 1 / Math.sqrt(2 * area);
  return { threshold: mismatch.threshold * perCoefficient, beta: mismatch.beta * perCoefficient };
}

/**
 * Deviations of the transistors of chip `sample`, whole numbers from 0. A current factor stays above a twentieth of its
 * mean, however small the transistor.
 */
export function pelgromDeviations(mismatch: AnalogNeuron['mismatch'], seed: number, sample: number): Deviations {
  checkedSeed(seed);
  const words = new Uint32Array(4);
  const turn = new Float64Array(2);
  return (name, area) => {
    const sigma = transistorSigma(mismatch, area);
    philox4x32(words, sample, hash(name, 0x811c9dc5), hash(name, 0x9dc5811c), 0, seed, STREAM.mismatch);
    // G. E. P. Box, M. E. Muller, "A Note on the Generation of Random Normal Deviates", Ann. Math. Stat. 29, 1958.
    const radius = Math.sqrt(-2 * lnOfWord(nth(words, 0)));
    cosSinOfWord(nth(words, 1), turn, 0);
    return {
      threshold: sigma.threshold * radius * nth(turn, 0),
      beta: Math.max(LEAST_FACTOR - 1, sigma.beta * radius * nth(turn, 1)),
    };
  };
}

const LEAST_FACTOR = 0.05;

/** FNV-1a hash (G. Fowler, L. C. Noll, K.-P. Vo) from a given basis. Two of them make 64 bits of a name. */
function hash(name: string, basis: number): number {
  let value = basis;
  for (let index = 0; index < name.length; index++) value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
