/**
 * Winograd's products of words of 16 bits in two digits of base 256. Three products of digits do in place of four,
 * 65536 h h' + 256 ((h + l)(h' + l') - h h' - l l') + l l', each done as for words of 8 bits.
 * A. Karatsuba, Yu. Ofman, "Multiplication of Many-Digital Numbers by Automatic Computers", Dokl. Akad. Nauk SSSR 145,
 * 1962.
 */

import type { Code, I32Local, V128, V128Local } from '../../wasm/code.ts';
import { loop, set } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i16x8, i32x4, v128 } from '../../wasm/vector.ts';
import { VECTOR } from '../memory/layout.ts';
import { splitWeight } from '../memory/weight-words.ts';
import { exactSum, OUTPUTS, type WinogradBuffers } from './transforms.ts';

/** Parts of a layer's factors: themselves, or high digit, low digit and the sum of both. */
export const partsOf = (shift: number): number => (shift > 0 ? 3 : 1);

const DIGIT_BITS = 8;

/** Parts of a weight: a value of -2^15 to 2^15 - 1 has a high digit of -128 to 128, a low one of -128 to 127. */
export function weightParts(shift: number): ((weight: number) => number)[] {
  if (shift === 0) return [(weight) => weight];
  return [
    (weight) => splitWeight(weight, DIGIT_BITS).high,
    (weight) => splitWeight(weight, DIGIT_BITS).low,
    (weight) => splitWeight(weight, DIGIT_BITS).high + splitWeight(weight, DIGIT_BITS).low,
  ];
}

/** The high and the low digit of values of 16 bits. */
export function digitsOf(value: V128Local): readonly [V128, V128] {
  const carry = v128.and(i16x8.shrU(value, DIGIT_BITS - 1), 0x0001_0001);
  return [i16x8.add(i16x8.shrS(value, DIGIT_BITS), carry), i16x8.shrS(i16x8.shl(value, DIGIT_BITS), DIGIT_BITS)];
}

/**
 * Sums of one channel without their `shift` lowest bits, from three parts' multiples. `header` holds the bits of the
 * bias below the shift, 16 for each channel.
 */
export function joinDigits(
  scope: FunctionScope,
  { outputs }: WinogradBuffers,
  header: I32Local,
  channel: number,
  shift: number,
): Code {
  const at = scope.i32();
  const [bias, high, low, cross] = scope.v128s(4);
  const partBytes = 2 * OUTPUTS * VECTOR;
  const both = v128.load32Splat(header, 12);
  const right = (value: V128, places: number): V128 => (places === 0 ? value : i32x4.shrS(value, places));
  const start = outputs + channel * OUTPUTS * VECTOR;
  return [
    set(bias, channel === 0 ? v128.and(both, 0xffff) : i32x4.shrU(both, 16)),
    loop(at, start, start + OUTPUTS * VECTOR, VECTOR, [
      [high, low, cross].map((part, k) => set(part, v128.load(at, k * partBytes))),
      set(cross, i32x4.sub(cross, i32x4.add(high, low))),
      [high, low, cross].map(exactSum),
      set(low, right(i32x4.add(low, bias), DIGIT_BITS)),
      set(low, right(i32x4.add(low, cross), shift - DIGIT_BITS)),
      v128.store(at, i32x4.add(i32x4.shl(high, 2 * DIGIT_BITS - shift), low)),
    ]),
  ];
}
