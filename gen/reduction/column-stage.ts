/** Stage of a tree that works on columns. How many adders a column gets decides the tree. */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import type { BitHeap, Net } from '../netlist/netlist.ts';
import { type Compressor, compress, matrixOf, type ReductionStage } from './dots.ts';

/** Adders that a column gets in a stage. */
export interface ColumnAdders {
  readonly full: number;
  readonly half: number;
}

/**
 * Choice of adders for `bits` bits of a column and `carries` into it. Together they must take at most `bits` bits:
 * those that stood there when the stage began.
 */
export type ChooseAdders = (bits: number, carries: number, column: number) => ColumnAdders;

/** The stage and the columns after it. Constant zeros vanish, carries of the last column too. */
export function columnStage(
  builder: Builder,
  heap: BitHeap,
  choose: ChooseAdders,
): { readonly stage: ReductionStage; readonly heap: BitHeap } {
  const compressors: Compressor[] = [];
  const next: Net[][] = heap.map(() => []);
  heap.forEach((nets, column) => {
    const bits = nth(next, column);
    const { full, half } = choose(nets.length, bits.length, column);
    let taken = 0;
    for (let k = 0; k < full + half; k++) {
      const size = k < full ? 3 : 2;
      const compressor: Compressor = {
        kind: k < full ? 'fullAdder' : 'halfAdder',
        column,
        nets: nets.slice(taken, taken + size),
      };
      const [sum, carry] = compress(builder, compressor);
      compressors.push(compressor);
      if (sum !== 0) bits.push(sum);
      if (carry !== 0) next[column + 1]?.push(carry);
      taken += size;
    }
    bits.push(...nets.slice(taken));
  });
  return { stage: { matrix: matrixOf(heap), compressors }, heap: next };
}

/** Bits in the tallest column. */
export const heightOf = (heap: BitHeap): number => heap.reduce((tallest, nets) => Math.max(tallest, nets.length), 0);

/** Height that a stage before a column of `height` bits must reach. It is the next lower of 2, 3, 4, 6, 9, 13, ... */
export function daddaHeight(height: number): number {
  let target = 2;
  for (let next = 3; next < height; next = Math.floor((next * 3) / 2)) target = next;
  return target;
}
