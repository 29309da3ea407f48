/**
 * Dadda tree, whose stages reach the heights ..., 13, 9, 6, 4, 3, 2. Each stage uses the fewest adders that reach the
 * next height. Only bits that stand at the beginning of a stage are taken, so carries never chain within it. L. Dadda,
 * "Some Schemes for Parallel Multipliers", Alta Frequenza 34, 1965.
 */

import type { BitHeap } from '../netlist/netlist.ts';
import { columnStage, daddaHeight, heightOf } from './column-stage.ts';
import { heapOf, type Reduce, type ReductionStage } from './dots.ts';

export const dadda: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let heap: BitHeap = heapOf(matrix);
  // Constants that add up to zeros may leave a column lower than a stage aims at: heights then skip.
  for (let height = heightOf(heap); height > 2; ) {
    const target = daddaHeight(height);
    builder.section(`reduction stage ${stages.length + 1}`);
    const reduced = columnStage(builder, heap, (bits, carries) => {
      const excess = Math.max(0, bits + carries - target);
      return { full: Math.floor(excess / 2), half: excess % 2 };
    });
    stages.push(reduced.stage);
    heap = reduced.heap;
    height = heightOf(heap);
  }
  return { stages, heap };
};
