/**
 * Free places of a matrix, for bits besides its rows. A bit goes where a row has none, so that the matrix grows no
 * taller.
 */

import type { Net } from '../netlist/netlist.ts';

type Rows = (Net | null)[][];

/** Placement of a bit in the first row that is free in `column`. Where none is, a new row begins. */
export function placeBit(rows: Rows, column: number, net: Net): void {
  const free = rows.find((row) => row[column] === null);
  if (free) {
    free[column] = net;
    return;
  }
  const width = rows[0]?.length ?? column + 1;
  rows.push(Array.from({ length: width }, (_, k) => (k === column ? net : null)));
}

/** Placement of the ones of a constant, modulo 2^width, in their columns. */
export function placeConstant(rows: Rows, constant: bigint, width: number): void {
  const ones = BigInt.asUintN(width, constant);
  for (let column = 0; column < width; column++) if ((ones >> BigInt(column)) & 1n) placeBit(rows, column, 1);
}
