/** Matrix of the bits that a multiplier adds up, with its reduction by stages. */

import type { Builder } from '../netlist/builder.ts';
import type { BitHeap, Net } from '../netlist/netlist.ts';

/** Row of the matrix. `nets[k]` has weight 2^k, null where the row has no bit there. */
export type DotRow = readonly (Net | null)[];
/** Rows of one width. */
export type DotMatrix = readonly DotRow[];

/** Bits of one column that a full or half adder takes together. */
export interface Compressor {
  readonly kind: 'fullAdder' | 'halfAdder';
  readonly column: number;
  readonly nets: readonly Net[];
}

export interface ReductionStage {
  /** Matrix before the stage. */
  readonly matrix: DotMatrix;
  readonly compressors: readonly Compressor[];
}

export interface Reduction {
  readonly stages: readonly ReductionStage[];
  /** At most two bits a column, as the carry-propagate adder takes them. */
  readonly heap: BitHeap;
}

/**
 * Reduction of `matrix` to at most two bits a column, modulo 2^width of the matrix. Its cells are added to `builder`.
 */
export type Reduce = (builder: Builder, matrix: DotMatrix) => Reduction;

/** Columns of a matrix, each from the top row down. Constant zeros vanish. */
export function heapOf(matrix: DotMatrix): Net[][] {
  const columns: Net[][] = Array.from({ length: matrix[0]?.length ?? 0 }, () => []);
  for (const row of matrix)
    row.forEach((net, column) => {
      if (net !== null && net !== 0) columns[column]?.push(net);
    });
  return columns;
}

/** Heap as a matrix with every column pushed to the top. */
export function matrixOf(heap: BitHeap): DotMatrix {
  const height = Math.max(0, ...heap.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => heap.map((column) => column[row] ?? null));
}

/** Sum in a column and carry in the next of two or three bits. */
export function compress(builder: Builder, { nets, column }: Compressor): readonly [Net, Net] {
  const [a = 0, b = 0, c] = nets;
  const added = c === undefined ? builder.halfAdder(a, b) : builder.fullAdder(a, b, c);
  labelAdder(builder, added, column);
  return added;
}

/** Labels of the sum and the carry of an adder in a column. */
export function labelAdder(builder: Builder, [sum, carry]: readonly [Net, Net], column: number): void {
  builder.label(sum, `c${column}_sum`);
  builder.label(carry, `c${column}_carry`);
}
