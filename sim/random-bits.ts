/** Seeded random words for test vectors. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Uniform numbers of any width, reproducible from `seed`. */
export function randomBits(seed: number): (bits: number) => bigint {
  const generator = xoroshiro128plus(seed);
  return (bits) => {
    let value = 0n;
    for (let have = 0; have < bits; have += 32) value = (value << 32n) | BigInt(generator.next() >>> 0);
    return BigInt.asUintN(bits, value);
  };
}
