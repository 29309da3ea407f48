/** Transistors of library cells: by a netlist, by a table of what cells compute, or by their functions. */

import type { CellKind } from '../../gen/index.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { SpiceCount } from '../liberty/spice-transistors.ts';
import type { TransistorTable } from '../transistors.ts';
import { staticCmosTransistors } from './static-cmos.ts';

/** Transistors of a cell and where they are from, or why they are not known. */
export type CellCount =
  | { readonly transistors: number; readonly from: 'netlist' | 'table' | 'function' }
  | { readonly reason: string };

/** More transistors of a flip-flop: for a second output, and for a clear or preset in both latches. */
const [SECOND_OUTPUT, FORCED] = [2, 4];

/**
 * Count of a cell. `netlists` are those of SPICE files; where they do not hold the cell, it is that of `table` for its
 * `kind`, else one in static CMOS by its functions.
 */
export function countCell(
  cell: LibertyCell,
  kind: CellKind | undefined,
  netlists: ReadonlyMap<string, SpiceCount>,
  table: TransistorTable,
): CellCount {
  const counted = netlists.get(cell.name);
  if (counted) {
    if ('reason' in counted) return counted;
    const { transistors } = counted;
    return transistors > 0 ? { transistors, from: 'netlist' } : { reason: 'its .subckt holds no transistor' };
  }
  if (kind !== undefined) return { transistors: table.cells[kind].transistors, from: 'table' };
  return byFunction(cell, table);
}

function byFunction(cell: LibertyCell, table: TransistorTable): CellCount {
  const outputs = cell.pins.filter(({ direction }) => direction === 'output');
  if (cell.otherState) return { reason: 'it has a state that is no flip-flop' };
  if (cell.pins.some(({ threeState, direction }) => threeState || direction === 'inout'))
    return { reason: 'it has an output that can be off' };
  if (cell.flipFlop) {
    const { nextState, clear, preset } = cell.flipFlop;
    const logic = nextState.kind === 'pin' ? 0 : staticCmosTransistors(nextState);
    if (logic === undefined) return { reason: 'its next state is no function of 1 to 8 pins' };
    const forced = [clear, preset].filter((entry) => entry !== undefined).length;
    const more = logic + FORCED * forced + SECOND_OUTPUT * Math.max(0, outputs.length - 1);
    return { transistors: table.register.transistors + more, from: more > 0 ? 'function' : 'table' };
  }
  const counts = outputs.map(({ function: value }) => value && staticCmosTransistors(value));
  if (counts.length === 0) return { reason: 'it has no output' };
  const known = counts.filter((count) => count !== undefined);
  if (known.length < counts.length) return { reason: 'it has an output that is no function of 1 to 8 pins' };
  return { transistors: known.reduce((sum, count) => sum + count, 0), from: 'function' };
}
