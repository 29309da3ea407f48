/**
 * Digital cells at a threshold flavour. Between the shifts that were characterized, the logarithm of each figure
 * follows the polynomial through all of them. Leakage falls exponentially with the threshold down to what tunnels
 * through the gates, so its logarithm is smooth where the leakage itself spans decades.
 */

import { nth } from '../../numeric/index.ts';
import { CELL_KINDS, type CellKind } from '../netlist/netlist.ts';
import { CELLS_65NM, type CellFigures, type CellLibrary } from './cells-65nm.ts';
import { SHIFTED_CELLS_65NM } from './cells-65nm-shifted.ts';
import { REGISTERS_65NM, type RegisterTiming } from './register-65nm.ts';

const CHARACTERIZED = [{ thresholdShift: 0, cells: CELLS_65NM.cells }, ...SHIFTED_CELLS_65NM];

/** Threshold shifts of the characterized cells, V, from 0 upwards. */
export const CELL_THRESHOLD_SHIFTS: readonly number[] = CHARACTERIZED.map(({ thresholdShift }) => thresholdShift);

/** Cells with `thresholdShift` (V) added to the size of every threshold. 0 to 0.2 V; at 0 the card as it is. */
export function cellsAt(thresholdShift: number): CellLibrary {
  const highest = Math.max(...CELL_THRESHOLD_SHIFTS);
  if (!(thresholdShift >= 0 && thresholdShift <= highest))
    throw new RangeError(`threshold shift of digital cells must be 0 to ${highest} V: ${thresholdShift}`);
  if (thresholdShift === 0) return CELLS_65NM;
  const shares = sharesAt(thresholdShift);
  const between = CELL_THRESHOLD_SHIFTS.includes(thresholdShift)
    ? ''
    : `, between ${CELL_THRESHOLD_SHIFTS.join(', ')} V: polynomial of the logarithm of each figure`;
  return {
    ...CELLS_65NM,
    source: `${CELLS_65NM.source}; thresholds ${thresholdShift} V up${between}`,
    cells: Object.fromEntries(CELL_KINDS.map((kind) => [kind, cellAt(kind, shares)])) as CellLibrary['cells'],
  };
}

/** Timing of the flip-flop with `thresholdShift` (V), 0 to 0.2, interpolated as the cells are. */
export function registerAt(thresholdShift: number): RegisterTiming {
  const known = REGISTERS_65NM.find((entry) => entry.thresholdShift === thresholdShift);
  if (known) return known;
  const shares = sharesAt(thresholdShift);
  const time = (name: keyof RegisterTiming): number =>
    Math.exp(REGISTERS_65NM.reduce((sum, entry, k) => sum + nth(shares, k) * Math.log(entry[name]), 0));
  return { clockToOutput: time('clockToOutput'), setup: time('setup') };
}

function cellAt(kind: CellKind, shares: readonly number[]): CellFigures {
  const cells = CHARACTERIZED.map((library) => library.cells[kind]);
  const figure = (name: 'leakageByState' | 'delay' | 'energyPerCycle'): readonly number[] =>
    CELLS_65NM.cells[kind][name].map((_, index) =>
      Math.exp(cells.reduce((sum, cell, k) => sum + nth(shares, k) * Math.log(nth(cell[name], index)), 0)),
    );
  return {
    transistors: CELLS_65NM.cells[kind].transistors,
    leakageByState: figure('leakageByState'),
    delay: figure('delay'),
    energyPerCycle: figure('energyPerCycle'),
  };
}

/** Lagrange's weights of the characterized shifts at `shift`. */
function sharesAt(shift: number): readonly number[] {
  return CELL_THRESHOLD_SHIFTS.map((own, k) =>
    CELL_THRESHOLD_SHIFTS.reduce(
      (product, other, j) => (j === k ? product : (product * (shift - other)) / (own - other)),
      1,
    ),
  );
}
