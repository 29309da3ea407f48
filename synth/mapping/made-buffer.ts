/** Buffers of two inverters, for a library that has none. */

import { nth } from '../../numeric/index.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { TableName, TimingArc } from '../liberty/pins.ts';
import { lookUp, type TimingTable } from '../liberty/tables.ts';
import type { Match } from './library.ts';

/** Tables of the first inverter's delay and slew and of the second, for each table. */
const STAGES: Readonly<Partial<Record<TableName, readonly [TableName, TableName, TableName]>>> = {
  cell_rise: ['cell_fall', 'fall_transition', 'cell_rise'],
  cell_fall: ['cell_rise', 'rise_transition', 'cell_fall'],
  rise_transition: ['cell_fall', 'fall_transition', 'rise_transition'],
  fall_transition: ['cell_rise', 'rise_transition', 'fall_transition'],
};

/** Two inverters in a row as a cell called `name`; its pins are those of the inverter. */
export function madeBuffer({ cell, inputs }: Match, name: string): LibertyCell {
  const load = cell.pins.find((pin) => pin.name === inputs[0])?.capacitance ?? { rise: 0, fall: 0 };
  const compose = ({ tables }: TimingArc, wanted: TableName): TimingTable | undefined => {
    const [first, slewed, second] = (STAGES[wanted] ?? []).map((stage) => tables[stage]);
    if (!first || !slewed || !second) return undefined;
    const middle = wanted.includes('rise') ? load.fall : load.rise;
    const delay = wanted.startsWith('cell');
    const { slews, loads } = second;
    return {
      slews,
      loads,
      values: slews.map((slew) => {
        const between = lookUp(slewed, slew, middle);
        return loads.map((at) => (delay ? lookUp(first, slew, middle) : 0) + lookUp(second, between, at));
      }),
    };
  };
  const arcs = (list: readonly TimingArc[]): TimingArc[] =>
    list.map((arc) => ({
      ...arc,
      sense: 'positive_unate',
      tables: Object.fromEntries(
        Object.keys(STAGES).flatMap((table) => {
          const made = compose(arc, table as TableName);
          return made ? [[table, made]] : [];
        }),
      ),
    }));
  return {
    ...cell,
    name,
    area: 2 * cell.area,
    pins: cell.pins.map((pin) =>
      pin.direction === 'output'
        ? { ...pin, function: { kind: 'pin', name: nth(inputs, 0) }, arcs: arcs(pin.arcs) }
        : pin,
    ),
  };
}
