/**
 * Reduced area tree, with as many full adders in every column as fit. A half adder stands only where the column would
 * be higher than the next of Dadda's heights, or where it has two bits and all columns below have one, which shortens
 * the final adder. K. C. Bickerstaff, M. J. Schulte, E. E. Swartzlander, "Reduced Area Multipliers", ASAP 1993.
 */

import type { BitHeap } from '../netlist/netlist.ts';
import { columnStage, daddaHeight, heightOf } from './column-stage.ts';
import { heapOf, type Reduce, type ReductionStage } from './dots.ts';

export const reducedArea: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let heap: BitHeap = heapOf(matrix);
  for (let height = heightOf(heap); height > 2; height = heightOf(heap)) {
    const target = daddaHeight(height);
    const lowest = heap.findIndex((nets) => nets.length > 1);
    builder.section(`reduction stage ${stages.length + 1}`);
    const reduced = columnStage(builder, heap, (bits, carries, column) => {
      const full = Math.floor(bits / 3);
      const tooHigh = bits - 2 * full + carries > target;
      const half = bits % 3 === 2 && (tooHigh || (column === lowest && bits === 2)) ? 1 : 0;
      return { full, half };
    });
    stages.push(reduced.stage);
    heap = reduced.heap;
  }
  return { stages, heap };
};
