/**
 * Classic Wallace tree, which reduces rows in groups of three from the top. Three bits of a column go to a full adder,
 * two to a half adder, one passes; rows left over pass. C. S. Wallace, "A Suggestion for a Fast Multiplier", IEEE
 * Trans. Electronic Computers EC-13, 1964.
 */

import { carrySave } from './carry-save.ts';
import { type Compressor, type DotMatrix, type DotRow, heapOf, type Reduce, type ReductionStage } from './dots.ts';

export const wallace: Reduce = (builder, matrix) => {
  const stages: ReductionStage[] = [];
  let rows: DotMatrix = matrix;
  while (rows.length > 2) {
    const compressors: Compressor[] = [];
    const next: DotRow[] = [];
    builder.section(`reduction stage ${stages.length + 1}`);
    for (let top = 0; top < rows.length; top += 3) {
      const [a, b, c] = rows.slice(top, top + 3);
      if (a && b && c) {
        const added = carrySave(builder, [a, b, c]);
        for (const compressor of added.compressors) compressors.push(compressor);
        next.push(...added.rows);
      } else next.push(...rows.slice(top));
    }
    stages.push({ matrix: rows, compressors });
    rows = next;
  }
  return { stages, heap: heapOf(rows) };
};
