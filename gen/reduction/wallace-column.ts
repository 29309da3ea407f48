/**
 * Column-wise Wallace tree, with as many full adders in a column as fit. In each stage a half adder stands where two
 * bits are left over.
 */

import type { BitHeap } from '../netlist/netlist.ts';
import { columnStage, heightOf } from './column-stage.ts';
import { heapOf, type Reduce, type ReductionStage } from './dots.ts';

export const wallaceColumn: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let heap: BitHeap = heapOf(matrix);
  while (heightOf(heap) > 2) {
    builder.section(`reduction stage ${stages.length + 1}`);
    const reduced = columnStage(builder, heap, (bits) => ({
      full: Math.floor(bits / 3),
      half: bits % 3 === 2 ? 1 : 0,
    }));
    stages.push(reduced.stage);
    heap = reduced.heap;
  }
  return { stages, heap };
};
