/** Array of partial products, the bits whose weighted sum is the product. */

import type { Builder } from '../netlist/builder.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import type { DotMatrix } from '../reduction/dots.ts';
import { placeConstant } from './free-place.ts';

/**
 * Rows of AND gates, one for each bit of `w`, NAND gates at the signs. Constants in place of signs:
 * docs/partial-products.md. C. R. Baugh, B. A. Wooley, "A Two's Complement Parallel Array Multiplication Algorithm",
 * IEEE Trans. Computers C-22, 1973, in the modified form for any mix of signs and widths.
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
      const product = builder.gate(negative ? 'nand' : 'and', inputBit, weightBit);
      builder.label(product, `${i}_${j}`);
      row[i + j] = product;
      if (negative) constant -= 1n << BigInt(i + j);
    });
    return row;
  });
  placeConstant(rows, constant, width);
  return rows;
}

/** Maker of rows whose sum is x * w modulo 2^width. */
export type MakePartialProducts = (
  builder: Builder,
  x: Bus,
  w: Bus,
  signed: { readonly inputs: boolean; readonly weights: boolean },
  width: number,
) => DotMatrix;
