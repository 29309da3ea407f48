/** Standard cells of a library by their function, whatever their names and pin orders are. */

import { CELL_KINDS, type CellKind } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { BooleanFunction } from '../liberty/boolean-function.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { LibertyLibrary } from '../liberty/liberty.ts';
import type { SpiceCount } from '../liberty/spice-transistors.ts';
import { TABLE_PINS, truthTable } from '../liberty/truth-table.ts';
import { STATIC_CMOS, type TransistorTable } from '../transistors.ts';
import { type CellCount, countCell } from './cell-transistors.ts';
import { matchRegister, type RefusedRegister, type RegisterMatch } from './registers.ts';

/** Function of a library cell: a cell of our netlists, a multiplexer with an inverted output, or a buffer. */
export type LibraryFunction = CellKind | 'invertedMux' | 'buffer';

/** A library cell that computes a function. */
export interface Match {
  readonly cell: LibertyCell;
  /** Pins of the cell in the order of the function's inputs. */
  readonly inputs: readonly string[];
  /** Pins of the cell in the order of the function's outputs. */
  readonly outputs: readonly string[];
}

export interface StandardCells {
  readonly liberty: LibertyLibrary;
  /** Cheapest cell of each function. */
  readonly matches: ReadonlyMap<LibraryFunction, Match>;
  /** Inverters of every strength. */
  readonly inverters: readonly LibertyCell[];
  /** Flip-flops that can be registers. */
  readonly registers: readonly RegisterMatch[];
  /** Flip-flops that cannot. */
  readonly refused: readonly RefusedRegister[];
  /** Cost of a cell, by which cells of one function are compared: transistors, area, leakage. */
  readonly cost: (cell: LibertyCell) => readonly number[];
  /** Transistors of every cell that may be used, or why they are not known. */
  readonly counts: ReadonlyMap<string, CellCount>;
  /** Transistors of a cell; undefined where nothing tells them. */
  readonly transistors: (cell: string) => number | undefined;
}

/**
 * Meaning of a function as truth tables. There is a number of inputs, and for each output the table: bit k is the value
 * where input j is bit j of k.
 */
interface Meaning {
  readonly inputs: number;
  readonly tables: readonly number[];
}

const table = (inputs: number, value: (a: boolean, b: boolean, c: boolean, d: boolean) => boolean): number => {
  let bits = 0;
  for (let row = 0; row < 2 ** inputs; row++)
    if (value((row & 1) > 0, (row & 2) > 0, (row & 4) > 0, (row & 8) > 0)) bits |= 1 << row;
  return bits;
};
const one = (inputs: number, value: Parameters<typeof table>[1]): Meaning => ({
  inputs,
  tables: [table(inputs, value)],
});

/** Meanings of the functions, in the order of inputs and outputs of `CellKind`. */
const MEANINGS: Readonly<Record<LibraryFunction, Meaning>> = {
  not: one(1, (a) => !a),
  buffer: one(1, (a) => a),
  and: one(2, (a, b) => a && b),
  or: one(2, (a, b) => a || b),
  xor: one(2, (a, b) => a !== b),
  nand: one(2, (a, b) => !(a && b)),
  nor: one(2, (a, b) => !(a || b)),
  xnor: one(2, (a, b) => a === b),
  nand3: one(3, (a, b, c) => !(a && b && c)),
  nor3: one(3, (a, b, c) => !(a || b || c)),
  oai21: one(3, (a, b, c) => !((a || b) && c)),
  aoi21: one(3, (a, b, c) => !((a && b) || c)),
  oai22: one(4, (a, b, c, d) => !((a || b) && (c || d))),
  aoi22: one(4, (a, b, c, d) => !((a && b) || (c && d))),
  mux: one(3, (a, b, c) => (c ? b : a)),
  invertedMux: one(3, (a, b, c) => !(c ? b : a)),
  halfAdder: { inputs: 2, tables: [table(2, (a, b) => a !== b), table(2, (a, b) => a && b)] },
  fullAdder: {
    inputs: 3,
    tables: [table(3, (a, b, c) => (a !== b) !== c), table(3, (a, b, c) => (a && b) || (b && c) || (c && a))],
  },
};
const FUNCTIONS: readonly LibraryFunction[] = [...CELL_KINDS, 'invertedMux', 'buffer'];

/**
 * Standard cells of `liberty` by function. `netlists` are the transistors of its cells by name; a cell that they do not
 * hold has those that `table` gives for what it computes, or those of its functions in static CMOS. Of cells that compute the same the one with the fewest
 * transistors is taken, then the one with the least area, then the one with the least leakage.
 */
export function recognizeCells(
  liberty: LibertyLibrary,
  netlists: ReadonlyMap<string, SpiceCount> = new Map(),
  table: TransistorTable = STATIC_CMOS,
): StandardCells {
  const usable = liberty.cells.filter(({ dontUse, otherState }) => dontUse === undefined && !otherState);
  const found = FUNCTIONS.flatMap((kind) =>
    usable.flatMap((cell) => {
      const match = matchCell(cell, MEANINGS[kind]);
      return match ? [{ kind, match }] : [];
    }),
  );
  const kinds = new Map<string, CellKind>();
  for (const { kind, match } of found)
    if (kind !== 'buffer' && kind !== 'invertedMux') kinds.set(match.cell.name, kind);
  const counts = new Map(usable.map((cell) => [cell.name, countCell(cell, kinds.get(cell.name), netlists, table)]));
  const transistors = (cell: string): number | undefined => {
    const count = counts.get(cell);
    return count && 'transistors' in count ? count.transistors : undefined;
  };
  const flipFlops = liberty.cells.flatMap((cell) => matchRegister(cell) ?? []);
  const registers = flipFlops.filter((entry) => 'data' in entry);
  const cost = (cell: LibertyCell): readonly number[] => [
    transistors(cell.name) ?? Number.POSITIVE_INFINITY,
    cell.area,
    cell.leakage ?? 0,
  ];
  const matches = new Map<LibraryFunction, Match>();
  for (const { kind, match } of found) {
    const best = matches.get(kind);
    if (!best || isLess(cost(match.cell), cost(best.cell))) matches.set(kind, match);
  }
  const inverters = found.flatMap(({ kind, match }) => (kind === 'not' ? [match.cell] : []));
  const refused = flipFlops.filter((entry) => 'reason' in entry);
  return { liberty, matches, inverters, registers, refused, cost, counts, transistors };
}

/** True where the first number in which two costs differ is smaller. */
export function isLess(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((value, k) => value !== b[k]);
  return differs >= 0 && nth(a, differs) < nth(b, differs);
}

/** Match of a combinational cell whose functions are `meaning` in some order. */
function matchCell(cell: LibertyCell, meaning: Meaning): Match | undefined {
  if (cell.flipFlop) return undefined;
  const inputs = cell.pins.filter(({ direction }) => direction === 'input').map(({ name }) => name);
  const outputs = cell.pins.filter(({ direction }) => direction !== 'input');
  if (inputs.length !== meaning.inputs || outputs.length !== meaning.tables.length || inputs.length > TABLE_PINS)
    return undefined;
  const functions = outputs.flatMap((pin): BooleanFunction[] =>
    pin.direction === 'output' && pin.function && !pin.threeState ? [pin.function] : [],
  );
  if (functions.length !== outputs.length) return undefined;
  for (const order of permutations(inputs))
    for (const places of permutations(outputs.map((_, k) => k))) {
      const agrees = places.every((place, k) => {
        const value = functions[place];
        return value !== undefined && truthTable(value, order) === meaning.tables[k];
      });
      if (agrees) return { cell, inputs: order, outputs: places.map((place) => nth(outputs, place).name) };
    }
  return undefined;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, k) => permutations(items.toSpliced(k, 1)).map((rest) => [item, ...rest]));
}
