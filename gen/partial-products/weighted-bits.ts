/** Bits of either sign as rows of a matrix. */

import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';
import type { DotMatrix } from '../reduction/dots.ts';
import { placeConstant } from './free-place.ts';

/** Bit that counts 2^column, or -2^column. */
export interface WeightedBit {
  readonly net: Net;
  readonly column: number;
  readonly negative: boolean;
}

/**
 * Rows of positive bits with the same sum modulo 2^width. A bit that counts negatively becomes its complement, since -b
 * = not(b) - 1; the constants fill free places. Every bit of a row stands in a column of its own.
 */
export function matrixOfBits(builder: Builder, rows: readonly (readonly WeightedBit[])[], width: number): DotMatrix {
  let constant = 0n;
  const matrix = rows.map((bits) => {
    const row: (Net | null)[] = Array.from({ length: width }, () => null);
    for (const { net, column, negative } of bits) {
      if (column >= width) continue;
      row[column] = negative ? builder.not(net) : net;
      if (negative) constant -= 1n << BigInt(column);
    }
    return row;
  });
  placeConstant(matrix, constant, width);
  return matrix;
}
