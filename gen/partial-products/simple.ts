/** Partial products: the bits whose weighted sum is the product. */

import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import type { DotMatrix } from '../reduction/dots.ts';
import { placeConstant } from './free-place.ts';

/**
 * One row for each bit of `w`, AND gates throughout for unsigned words. Where the weights of two bits differ in sign the
 * product counts negatively: -p = not(p) - 1, so a NAND and a constant; the constants of all rows, added modulo 2^width,
 * fill free places of the matrix (C. R. Baugh, B. A. Wooley, "A Two's Complement Parallel Array Multiplication
 * Algorithm", IEEE Trans. Computers C-22, 1973, in the modified form for any mix of signs and widths).
 */
export function simplePartialProducts(
  builder: Builder,
  x: Bus,
  w: Bus,
  signed: { readonly inputs: boolean; readonly weights: boolean },
  width: number,
): DotMatrix {
  let constant = 0n;
  const rows = w.map((weightBit, j) => {
    const row: (Net | null)[] = Array.from({ length: width }, () => null);
    x.forEach((inputBit, i) => {
      if (i + j >= width) return;
      const negative = (signed.inputs && i === x.length - 1) !== (signed.weights && j === w.length - 1);
      row[i + j] = builder.gate(negative ? 'nand' : 'and', inputBit, weightBit);
      if (negative) constant -= 1n << BigInt(i + j);
    });
    return row;
  });
  placeConstant(rows, constant, width);
  return rows;
}

/** Rows whose sum is x * w modulo 2^width. */
export type MakePartialProducts = (
  builder: Builder,
  x: Bus,
  w: Bus,
  signed: { readonly inputs: boolean; readonly weights: boolean },
  width: number,
) => DotMatrix;
