/** Booth's partial products in radix 4, half as many rows. */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import { placeBit, placeConstant } from './free-place.ts';
import type { MakePartialProducts } from './simple.ts';

/** A digit of the weight, -2 to 2, as what its row selects. */
interface Digit {
  readonly one: Net;
  readonly two: Net;
  readonly negative: Net;
}

/**
 * Rows of the digits -2 to 2, one for each two bits of `w`. Signs without sign extension: docs/partial-products.md. O.
 * L. MacSorley, "High-Speed Arithmetic in Binary Computers", Proc. IRE 49, 1961, after A. D. Booth, 1951.
 */
export const boothPartialProducts: MakePartialProducts = (builder, x, w, signed, width) => {
  const rows: (Net | null)[][] = [];
  const digits = digitsOf(builder, w, signed.weights);
  const magnitudeBits = x.length + (signed.inputs ? 0 : 1);
  const top = nth(x, x.length - 1);
  let constant = 0n;
  digits.forEach((digit, j) => {
    const row: (Net | null)[] = Array.from({ length: width }, () => null);
    rows.push(row);
    const low = 2 * j;
    const sign = low + magnitudeBits;
    for (let i = 0; i < magnitudeBits && low + i < width; i++)
      row[low + i] = selected(builder, digit, x[i] ?? 0, x[i - 1] ?? 0, false);
    const isNeverNegative = digit.negative === 0 && !signed.inputs;
    if (sign >= width || isNeverNegative) return;
    const signBit = (complement: boolean): Net => {
      if (signed.inputs) return selected(builder, digit, top, top, complement);
      return complement ? builder.not(digit.negative) : digit.negative;
    };
    if (j > 0) {
      row[sign] = signBit(true);
      constant -= 1n << BigInt(sign);
      return;
    }
    const bit = signBit(false);
    row[sign] = bit;
    if (sign + 1 < width) row[sign + 1] = bit;
    if (sign + 2 < width) row[sign + 2] = builder.not(bit);
    constant -= 1n << BigInt(sign + 2);
  });
  digits.forEach(({ negative }, j) => {
    if (negative !== 0 && 2 * j < width) placeBit(rows, 2 * j, negative);
  });
  placeConstant(rows, constant, width);
  return rows;
};

/** Digits from the least significant. An unsigned weight is one of a positive sign. */
function digitsOf(builder: Builder, w: Bus, isSigned: boolean): Digit[] {
  const extension = isSigned ? nth(w, w.length - 1) : 0;
  const bit = (k: number): Net => (k < 0 ? 0 : (w[k] ?? extension));
  const count = Math.ceil((w.length + (isSigned ? 0 : 1)) / 2);
  return Array.from({ length: count }, (_, j) => digitOf(builder, bit(2 * j + 1), bit(2 * j), bit(2 * j - 1)));
}

/** Digit of value -2 high + middle + low. */
function digitOf(builder: Builder, high: Net, middle: Net, low: Net): Digit {
  const one = builder.gate('xor', middle, low);
  const two = (): Net => {
    if (high === middle) return 0;
    if (high === 0) return builder.gate('and', middle, low);
    if (low === 0) return builder.gate('nor', middle, builder.not(high));
    return builder.gate('nor', one, builder.gate('xnor', high, middle));
  };
  return { one, two: two(), negative: high };
}

/**
 * Bit of a row for a digit. It is `at` for a digit of 1, `below` for 2, complemented where the digit is negative or
 * `complement` says so.
 */
function selected(builder: Builder, digit: Digit, at: Net, below: Net, complement: boolean): Net {
  const { one, two, negative } = digit;
  if (one > 1 && two > 1 && at > 1 && below > 1) {
    const neither = builder.complex('aoi22', one, at, two, below);
    if (negative === 0) return complement ? neither : builder.not(neither);
    return builder.gate(complement ? 'xor' : 'xnor', neither, negative);
  }
  // With a constant, one of the two products vanishes.
  const pair: readonly [Net, Net] = one === 0 || at === 0 ? [two, below] : [one, at];
  if (negative === 0) return builder.gate(complement ? 'nand' : 'and', ...pair);
  return builder.gate(complement ? 'xor' : 'xnor', builder.gate('nand', ...pair), negative);
}
