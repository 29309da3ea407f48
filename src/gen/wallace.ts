/**
 * Classic Wallace tree (C. S. Wallace, "A Suggestion for a Fast Multiplier", IEEE Trans. Electronic Computers EC-13,
 * 1964): rows in groups of three from the top; three bits of a column go to a full adder, two to a half adder, one
 * passes; rows left over pass.
 */

import {
  type Compressor,
  compress,
  type DotMatrix,
  type DotRow,
  heapOf,
  type Reduce,
  type ReductionStage,
} from './dots.ts';
import type { Net } from './netlist.ts';

export const wallace: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let rows: DotMatrix = matrix;
  while (rows.length > 2) {
    const compressors: Compressor[] = [];
    const next: DotRow[] = [];
    builder.section(`reduction stage ${stages.length + 1}`);
    for (let top = 0; top < rows.length; top += 3) {
      const group = rows.slice(top, top + 3);
      if (group.length < 3) {
        next.push(...group);
        continue;
      }
      const sums: (Net | null)[] = group[0]?.map(() => null) ?? [];
      const carries = sums.slice();
      sums.forEach((_, column) => {
        const nets = group.map((row) => row[column] ?? null).filter((net) => net !== null);
        if (nets.length < 2) {
          sums[column] = nets[0] ?? null;
          return;
        }
        const compressor: Compressor = { kind: nets.length === 3 ? 'fullAdder' : 'halfAdder', column, nets };
        const [sum, carry] = compress(builder, compressor);
        compressors.push(compressor);
        sums[column] = sum;
        if (column + 1 < carries.length) carries[column + 1] = carry;
      });
      next.push(sums, carries);
    }
    stages.push({ matrix: rows, compressors });
    rows = next;
  }
  return { stages, heap: heapOf(rows) };
};
