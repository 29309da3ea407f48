/**
 * Carry-save array, in which one carry-save adder after the other takes the next row. As slow as there are rows, of the
 * most regular layout. E. L. Braun, "Digital Computer Design", 1963.
 */

import { carrySave } from './carry-save.ts';
import { type DotMatrix, heapOf, type Reduce, type ReductionStage } from './dots.ts';

export const carrySaveArray: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let rows: DotMatrix = matrix.slice(0, 2);
  for (let taken = 2; taken < matrix.length; taken++) {
    const [a = [], b = []] = rows;
    builder.section(`reduction stage ${stages.length + 1}`);
    const added = carrySave(builder, [a, b, matrix[taken] ?? []]);
    // Made when it is looked at: the rows below, once a stage, would grow with the square of their number.
    const before = (): DotMatrix => [a, b, ...matrix.slice(taken)];
    stages.push({
      get matrix() {
        return before();
      },
      compressors: added.compressors,
    });
    rows = added.rows;
  }
  return { stages, heap: heapOf(rows) };
};
