/**
 * Dadda tree (L. Dadda, "Some Schemes for Parallel Multipliers", Alta Frequenza 34, 1965): the heights of the stages
 * follow 2, 3, 4, 6, 9, 13, ... and each stage uses the fewest adders that reach the next height. Only bits that stand
 * at the beginning of a stage are taken, so carries never chain within it.
 */

import { type Compressor, compress, heapOf, matrixOf, type Reduce, type ReductionStage } from './dots.ts';
import type { BitHeap, Net } from './netlist.ts';

export const dadda: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let heap: BitHeap = heapOf(matrix);
  for (const height of stageHeights(Math.max(...heap.map((column) => column.length)))) {
    const compressors: Compressor[] = [];
    const next: Net[][] = heap.map(() => []);
    builder.section(`reduction stage ${stages.length + 1}`);
    heap.forEach((nets, column) => {
      const bits = next[column] ?? [];
      let taken = 0;
      for (let excess = nets.length + bits.length - height; excess > 0; ) {
        const size = excess === 1 ? 2 : 3;
        const compressor: Compressor = {
          kind: size === 3 ? 'fullAdder' : 'halfAdder',
          column,
          nets: nets.slice(taken, taken + size),
        };
        const [sum, carry] = compress(builder, compressor);
        compressors.push(compressor);
        bits.push(sum);
        next[column + 1]?.push(carry);
        taken += size;
        excess -= size - 1;
      }
      bits.push(...nets.slice(taken));
    });
    stages.push({ matrix: matrixOf(heap), compressors });
    heap = next.map((bits) => bits.filter((net) => net !== 0));
  }
  return { stages, heap };
};

/** Heights to reach, one a stage, ending at 2. */
function stageHeights(height: number): number[] {
  const heights: number[] = [];
  for (let target = 2; target < height; target = Math.floor((target * 3) / 2)) heights.unshift(target);
  return heights;
}
