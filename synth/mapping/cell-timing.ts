/** Ways of signals through library cells, and setup times of their registers. */

import type { LibertyCell } from '../liberty/cell.ts';
import type { TableName, TimingArc } from '../liberty/pins.ts';
import type { TimingTable } from '../liberty/tables.ts';
import type { StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import type { Edge } from './net-loads.ts';

export const [RISE, FALL] = [0, 1] as const;
export const EDGES: readonly Edge[] = [RISE, FALL];
export const DELAY: readonly [TableName, TableName] = ['cell_rise', 'cell_fall'];
export const TRANSITION: readonly [TableName, TableName] = ['rise_transition', 'fall_transition'];
const CONSTRAINT: readonly [TableName, TableName] = ['rise_constraint', 'fall_constraint'];

/** Input edges that an output edge follows. */
function causes({ sense, type }: TimingArc, edge: Edge): readonly Edge[] {
  if (type === 'rising_edge') return [RISE];
  if (type === 'falling_edge') return [FALL];
  switch (sense) {
    case 'positive_unate':
      return [edge];
    case 'negative_unate':
      return [edge === RISE ? FALL : RISE];
    case 'non_unate':
      return EDGES;
  }
}

/** True for an arc of a delay through a cell or from a clock. */
export const isDelay = ({ type }: TimingArc): boolean => type.startsWith('combinational') || isClocked(type);
const isClocked = (type: string): boolean => type === 'rising_edge' || type === 'falling_edge';
const isSetup = (type: string): boolean => type === 'setup_rising' || type === 'setup_falling';

/** Way of an edge through a cell, its pins by index. */
export interface Way {
  readonly from: number;
  readonly to: number;
  readonly cause: Edge;
  readonly edge: Edge;
  readonly delay: TimingTable;
  readonly transition: TimingTable;
}

/** Setup of an edge at a pin of a register. */
export interface Setup {
  readonly pin: number;
  readonly edge: Edge;
  readonly constraint: TimingTable;
}

/** Timing of a cell. */
export interface CellTiming {
  readonly ways: readonly Way[];
  readonly setups: readonly Setup[];
}

/** Ways and setups of each cell, found once for each kind of cell. */
export function cellTiming(library: StandardCells): (cell: LibertyCell) => CellTiming {
  const known = new Map<LibertyCell, CellTiming>();
  return (cell: LibertyCell) => {
    const found = known.get(cell) ?? { ways: waysOf(cell, library), setups: setupsOf(cell) };
    known.set(cell, found);
    return found;
  };
}

function waysOf(cell: LibertyCell, library: StandardCells): Way[] {
  const places = new Map(cell.pins.map(({ name }, k) => [name, k]));
  return cell.pins.flatMap((pin, to) => {
    if (pin.direction !== 'output') return [];
    const arcs = pin.arcs.filter(isDelay);
    if (arcs.length === 0 && pin.function?.kind !== 'constant')
      throw new LibraryError(library, `cell ${cell.name} has no delays for its output ${pin.name}`);
    return arcs.flatMap((arc) =>
      EDGES.flatMap((edge) => {
        const from = places.get(arc.from);
        const delay = arc.tables[DELAY[edge]];
        const transition = arc.tables[TRANSITION[edge]];
        if (from === undefined || !delay || !transition) return [];
        return causes(arc, edge).map((cause) => ({ from, to, cause, edge, delay, transition }));
      }),
    );
  });
}

const setupsOf = (cell: LibertyCell): Setup[] =>
  cell.pins.flatMap((pin, place) =>
    pin.arcs
      .filter(({ type }) => isSetup(type))
      .flatMap(({ tables }) =>
        EDGES.flatMap((edge) => {
          const constraint = tables[CONSTRAINT[edge]];
          return constraint ? [{ pin: place, edge, constraint }] : [];
        }),
      ),
  );
