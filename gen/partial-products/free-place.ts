/** Bits that a matrix needs besides its rows go where a row has no bit, so that the matrix grows no taller. */

import type { Net } from '../netlist/netlist.ts';

type Rows = (Net | null)[][];

/** Puts a bit into `column`: into the first row that is free there, else into a new one. */
export function placeBit(rows: Rows, column: number, net: Net): void {
  const free = rows.find((row) => row[column] === null);
  if (free) {
    free[column] = net;
    return;
  }
  const width = rows[0]?.length ?? column + 1;
  rows.push(Array.from({ length: width }, (_, k) => (k === column ? net : null)));
}

/** Puts the ones of a constant, modulo 2^width, into their columns. */
export function placeConstant(rows: Rows, constant: bigint, width: number): void {
  const ones = BigInt.asUintN(width, constant);
  for (let column = 0; column < width; column++) if ((ones >> BigInt(column)) & 1n) placeBit(rows, column, 1);
}
