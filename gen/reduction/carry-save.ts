/** Carry-save adder, from three rows to two of the same sum. No carry moves further than one column. */

import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';
import { type Compressor, compress, type DotRow } from './dots.ts';

export interface CarrySave {
  readonly compressors: readonly Compressor[];
  /** Sums and carries, modulo 2^width of the rows. */
  readonly rows: readonly [DotRow, DotRow];
}

/** Two rows of the same sum as three. Three bits of a column go to a full adder, two to a half adder, one passes. */
export function carrySave(builder: Builder, rows: readonly [DotRow, DotRow, DotRow]): CarrySave {
  const compressors: Compressor[] = [];
  const sums: (Net | null)[] = rows[0].map(() => null);
  const carries = sums.slice();
  for (let column = 0; column < sums.length; column++) {
    const nets = rows.map((row) => row[column] ?? null).filter((net) => net !== null);
    if (nets.length < 2) {
      sums[column] = nets[0] ?? null;
      continue;
    }
    const compressor: Compressor = { kind: nets.length === 3 ? 'fullAdder' : 'halfAdder', column, nets };
    const [sum, carry] = compress(builder, compressor);
    compressors.push(compressor);
    sums[column] = sum;
    if (column + 1 < carries.length) carries[column + 1] = carry;
  }
  return { compressors, rows: [sums, carries] };
}
