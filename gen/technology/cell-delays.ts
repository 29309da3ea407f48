/** Delays of our own cells, for constructions that depend on arrival times. They know no other library. */

import type { CellDelays } from '../netlist/builder.ts';
import { CELL_KINDS } from '../netlist/netlist.ts';
import { CELLS_65NM, type CellLibrary } from './cells-65nm.ts';

/**
 * Delays of a library's cells from the slowest input, s. A library of figures does not tell the inputs of a cell apart.
 */
export function cellDelays({ cells }: CellLibrary): CellDelays {
  const entries = CELL_KINDS.map((kind) => {
    const { delay, leakageByState } = cells[kind];
    const inputs = Math.log2(leakageByState.length);
    return [kind, delay.map((slowest) => Array.from({ length: inputs }, () => slowest))] as const;
  });
  return Object.fromEntries(entries) as unknown as CellDelays;
}

/** Delays of the cells on the 65 nm card, s. */
export const DELAYS_65NM: CellDelays = cellDelays(CELLS_65NM);
