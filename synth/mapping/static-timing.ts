/**
 * Static timing of a mapped circuit by its library's delay tables (the nonlinear delay model). It finds the latest
 * rising and falling arrival and the largest slew of every net, cells before the cells that they drive; no wires, no
 * false paths.
 */

import type { Net } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { TableName, TimingArc } from '../liberty/pins.ts';
import { lookUp } from '../liberty/tables.ts';
import type { StandardCells } from './library.ts';
import { LibraryError } from './map-cells.ts';
import type { MappedNetlist } from './mapped-netlist.ts';

/** Surroundings of a circuit: the driver of its inputs and the load of its outputs. */
export interface Surroundings {
  /** Driver of every input but the clock; its own input changes in no time. */
  readonly driver: LibertyCell;
  /** Load at every output bit, F. */
  readonly load: number;
}

/** Load of an output, F; some inverters of a 180 nm process. */
const OUTPUT_LOAD = 20e-15;

/**
 * Surroundings in the cells of `library`. Inputs are driven by its second smallest inverter (by the load that it may
 * drive), outputs are loaded with 20 fF.
 */
export function surroundings(library: StandardCells): Surroundings {
  const strength = (cell: LibertyCell): number =>
    cell.pins.find(({ direction }) => direction === 'output')?.maxCapacitance ?? 0;
  const [first, second = first] = library.inverters.toSorted((a, b) => strength(a) - strength(b));
  const driver = second ?? first;
  if (!driver) throw new LibraryError(library, 'has no inverter, which drives the inputs in static timing');
  return { driver, load: OUTPUT_LOAD };
}

type Edge = 0 | 1;
const [RISE, FALL] = [0, 1] as const;
const EDGES: readonly Edge[] = [RISE, FALL];
const DELAY: readonly [TableName, TableName] = ['cell_rise', 'cell_fall'];
const TRANSITION: readonly [TableName, TableName] = ['rise_transition', 'fall_transition'];
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

const isDelay = ({ type }: TimingArc): boolean => type.startsWith('combinational') || isClocked(type);
const isClocked = (type: string): boolean => type === 'rising_edge' || type === 'falling_edge';
const isSetup = (type: string): boolean => type === 'setup_rising' || type === 'setup_falling';

/**
 * Longest path, s. It goes from inputs and registers to outputs, and to registers with their setup time, so that with
 * registers it is the shortest period of the clock. 0 for a circuit without cells. Throws `LibraryError` where a cell
 * has no delay tables.
 */
export function longestPath(netlist: MappedNetlist, library: StandardCells, around: Surroundings): number {
  const loads = netLoads(netlist, around.load);
  const [arrivals, slews] = [0, 1].map(() => new Float64Array(2 * netlist.netCount).fill(Number.NEGATIVE_INFINITY));
  if (!arrivals || !slews) return 0;
  const loadOf = (net: Net, edge: Edge): number => loads[2 * net + edge] ?? 0;
  const settle = (net: Net, edge: Edge, time: number, slew: number): void => {
    const at = 2 * net + edge;
    arrivals[at] = Math.max(arrivals[at] ?? 0, time);
    slews[at] = Math.max(slews[at] ?? 0, slew);
  };
  const drive = inputDriver(around.driver, library);
  for (const { name, direction, nets } of netlist.ports) {
    if (direction !== 'input') continue;
    for (const net of nets)
      for (const edge of EDGES) {
        const { delay, slew } = name === 'clk' ? { delay: 0, slew: 0 } : drive(edge, loadOf(net, edge));
        settle(net, edge, delay, slew);
      }
  }

  for (const { cell, nets } of inOrder(netlist)) {
    const netOf = pinNets(cell, nets);
    cell.pins.forEach((pin, k) => {
      const output = nets[k] ?? null;
      if (pin.direction !== 'output' || output === null) return;
      const arcs = pin.arcs.filter(isDelay);
      if (arcs.length === 0 && pin.function?.kind !== 'constant')
        throw new LibraryError(library, `cell ${cell.name} has no delays for its output ${pin.name}`);
      for (const arc of arcs) {
        const input = netOf(arc.from);
        if (input === null || input <= 1) continue;
        for (const edge of EDGES) {
          const delay = arc.tables[DELAY[edge]];
          const transition = arc.tables[TRANSITION[edge]];
          if (!delay || !transition) continue;
          for (const cause of causes(arc, edge)) {
            const time = arrivals[2 * input + cause] ?? 0;
            if (time === Number.NEGATIVE_INFINITY) continue;
            const slew = slews[2 * input + cause] ?? 0;
            const load = loadOf(output, edge);
            settle(output, edge, time + lookUp(delay, slew, load), lookUp(transition, slew, load));
          }
        }
      }
    });
  }

  let longest = 0;
  for (const { direction, nets } of netlist.ports)
    if (direction === 'output')
      for (const net of nets) for (const edge of EDGES) longest = Math.max(longest, arrivals[2 * net + edge] ?? 0);
  for (const { cell, nets } of netlist.cells) {
    if (!cell.flipFlop) continue;
    cell.pins.forEach((pin, k) => {
      const net = nets[k] ?? null;
      if (net === null) return;
      for (const arc of pin.arcs.filter(({ type }) => isSetup(type)))
        for (const edge of EDGES) {
          const setup = arc.tables[CONSTRAINT[edge]];
          const time = arrivals[2 * net + edge] ?? 0;
          if (setup && time !== Number.NEGATIVE_INFINITY)
            longest = Math.max(longest, time + lookUp(setup, slews[2 * net + edge] ?? 0, 0));
        }
    });
  }
  return longest;
}

/**
 * Delay and slew at a circuit's input, s, as functions of edge and load, F. The driver's own delay without a load is
 * not the circuit's.
 */
function inputDriver(driver: LibertyCell, library: StandardCells) {
  const arc = driver.pins.flatMap(({ arcs }) => arcs).find(isDelay);
  return (edge: Edge, load: number): { readonly delay: number; readonly slew: number } => {
    const delay = arc?.tables[DELAY[edge]];
    const transition = arc?.tables[TRANSITION[edge]];
    if (!delay || !transition) throw new LibraryError(library, `cell ${driver.name} has no delays`);
    return { delay: lookUp(delay, 0, load) - lookUp(delay, 0, 0), slew: lookUp(transition, 0, load) };
  };
}

/** Load of every net, F: at 2 net for rising, at 2 net + 1 for falling edges. */
function netLoads({ ports, cells, netCount }: MappedNetlist, outputLoad: number): Float64Array {
  const loads = new Float64Array(2 * netCount);
  const add = (net: Net, rise: number, fall: number): void => {
    loads[2 * net] = (loads[2 * net] ?? 0) + rise;
    loads[2 * net + 1] = (loads[2 * net + 1] ?? 0) + fall;
  };
  for (const { cell, nets } of cells)
    cell.pins.forEach(({ direction, capacitance }, k) => {
      const net = nets[k] ?? null;
      if (direction === 'input' && net !== null) add(net, capacitance.rise, capacitance.fall);
    });
  for (const { direction, nets } of ports)
    if (direction === 'output') for (const net of nets) add(net, outputLoad, outputLoad);
  return loads;
}

function pinNets(cell: LibertyCell, nets: readonly (Net | null)[]): (pin: string) => Net | null {
  return (name) => nets[cell.pins.findIndex((pin) => pin.name === name)] ?? null;
}

/** Cells in the order of timing: registers, then every cell behind those that drive it. Throws on loops. */
function inOrder({ cells, name }: MappedNetlist): MappedNetlist['cells'] {
  const driverOf = new Map<Net, number>();
  cells.forEach(({ cell, nets }, index) => {
    if (cell.flipFlop) return;
    cell.pins.forEach(({ direction }, k) => {
      const net = nets[k] ?? null;
      if (direction === 'output' && net !== null) driverOf.set(net, index);
    });
  });
  const waitsFor = cells.map(({ cell, nets }) => [
    ...new Set(
      cell.flipFlop
        ? []
        : cell.pins.flatMap(({ direction }, k) => {
            const driver = direction === 'input' ? driverOf.get(nets[k] ?? -1) : undefined;
            return driver === undefined ? [] : [driver];
          }),
    ),
  ]);
  const missing = waitsFor.map((drivers) => drivers.length);
  const readers = cells.map((): number[] => []);
  waitsFor.forEach((drivers, index) => {
    for (const driver of drivers) nth(readers, driver).push(index);
  });
  const ready = [...cells.keys()]
    .filter((index) => missing[index] === 0)
    .sort((a, b) => Number(!nth(cells, a).cell.flipFlop) - Number(!nth(cells, b).cell.flipFlop));
  for (const index of ready)
    for (const reader of nth(readers, index)) {
      missing[reader] = nth(missing, reader) - 1;
      if (missing[reader] === 0) ready.push(reader);
    }
  if (ready.length < cells.length) throw new Error(`${name} has a combinational loop`);
  return ready.map((index) => nth(cells, index));
}
