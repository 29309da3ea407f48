/**
 * Static timing of a mapped circuit by its library's delay tables (the nonlinear delay model). It finds the latest
 * rising and falling arrival and the largest slew of every net, cells before the cells that they drive; no false paths.
 */

import type { Net } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import { lookUp } from '../liberty/tables.ts';
import { cellTiming, DELAY, EDGES, isDelay, RISE, TRANSITION } from './cell-timing.ts';
import { drivenWire, type GateTables, type PiLoad } from './driven-wire.ts';
import type { StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import type { MappedNetlist } from './mapped-netlist.ts';
import { type Edge, netLoads } from './net-loads.ts';
import type { Surroundings } from './surroundings.ts';
import { inOrder } from './timing-order.ts';

/** A cell of a path, with the arrival at its output. */
export interface PathStep {
  /** Place of the instance among the cells of the netlist. */
  readonly index: number;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  readonly net: Net;
  readonly edge: Edge;
  /** Arrival at the output, s. */
  readonly arrival: number;
}

/** End of a path: the output port, or the register of so many among the cells, with the pin. */
export type PathEnd =
  | { readonly port: string; readonly bit: number }
  | { readonly index: number; readonly pin: string };

/** Longest path of a mapped circuit; without an end where there is no path at all. */
export interface LongestPath {
  /** Delay, s. */
  readonly delay: number;
  /** Net that it starts at: an input, or the clock. */
  readonly start: Net | undefined;
  readonly steps: readonly PathStep[];
  readonly end: PathEnd | undefined;
}

/** Cause of an arrival: the event before it, and the cell between. */
interface Cause {
  readonly net: Net;
  readonly edge: Edge;
  readonly step: PathStep;
}

/**
 * Longest path. It goes from inputs and registers to outputs, and to registers with their setup time, so that with
 * registers it is the shortest period of the clock. 0 for a circuit without cells. Throws `LibraryError` where a cell
 * has no delay tables.
 */
export function longestPath(netlist: MappedNetlist, library: StandardCells, around: Surroundings): LongestPath {
  const { load, wire } = netLoads(netlist, around);
  const timingOf = cellTiming(library);
  const { rise, fall, derate } = library.liberty.thresholds;
  const arrivals = new Float64Array(2 * netlist.netCount).fill(Number.NEGATIVE_INFINITY);
  const slews = new Float64Array(2 * netlist.netCount).fill(Number.NEGATIVE_INFINITY);
  const causes = new Map<number, Cause>();
  const settle = (net: Net, edge: Edge, time: number, slew: number, cause?: Cause): void => {
    const at = 2 * net + edge;
    if (cause && time > (arrivals[at] ?? 0)) causes.set(at, cause);
    arrivals[at] = Math.max(arrivals[at] ?? 0, time);
    slews[at] = Math.max(slews[at] ?? 0, slew);
  };
  const slewOf = (net: Net, edge: Edge): number => slews[2 * net + edge] ?? 0;
  /** Arrival at a pin of so much capacitance. */
  const arrivalAt = (net: Net, edge: Edge, capacitance: number): number =>
    (arrivals[2 * net + edge] ?? 0) + wire(net, edge, capacitance);
  const capacitanceOf = (cell: LibertyCell, pin: number, edge: Edge): number => {
    const { rise, fall } = nth(cell.pins, pin).capacitance;
    return edge === RISE ? rise : fall;
  };

  const drive = inputDriver(around.driver, library);
  for (const { name, direction, nets } of netlist.ports) {
    if (direction !== 'input' || name === 'clk') continue;
    for (const net of nets)
      for (const edge of EDGES) {
        const { delay, slew } = drive(edge, load(net, edge));
        settle(net, edge, delay, slew);
      }
  }
  const clocks = idealClocks(netlist);
  for (const net of clocks) for (const edge of EDGES) settle(net, edge, 0, 0);

  const places = new Map(netlist.cells.map((cell, index) => [cell, index]));
  for (const mapped of inOrder(netlist)) {
    const { cell, nets } = mapped;
    for (const { from, to, cause, edge, delay, transition } of timingOf(cell).ways) {
      const input = nets[from] ?? null;
      const output = nets[to] ?? null;
      if (input === null || input <= 1 || output === null || clocks.has(output)) continue;
      const ideal = clocks.has(input);
      const time = ideal ? 0 : arrivalAt(input, cause, capacitanceOf(cell, from, cause));
      if (time === Number.NEGATIVE_INFINITY) continue;
      const slew = slewOf(input, cause);
      const tables: GateTables = (loaded) => ({
        delay: lookUp(delay, slew, loaded),
        slew: lookUp(transition, slew, loaded),
      });
      const driven = drivenWire(tables, load(output, edge), edge === RISE ? rise : fall, derate);
      const arrival = time + driven.delay;
      const index = places.get(mapped) ?? 0;
      const step = { index, cell: cell.name, from: nth(cell.pins, from).name, to: nth(cell.pins, to).name };
      settle(output, edge, arrival, driven.slew, {
        net: input,
        edge: cause,
        step: { ...step, net: output, edge, arrival },
      });
    }
  }

  let longest: { delay: number; event: { net: Net; edge: Edge }; end: PathEnd } | undefined;
  const reach = (delay: number, net: Net, edge: Edge, end: PathEnd): void => {
    if (delay > (longest?.delay ?? 0)) longest = { delay, event: { net, edge }, end };
  };
  for (const { name, direction, nets } of netlist.ports)
    if (direction === 'output')
      nets.forEach((net, bit) => {
        for (const edge of EDGES) reach(arrivalAt(net, edge, 0), net, edge, { port: name, bit });
      });
  netlist.cells.forEach(({ cell, nets }, index) => {
    for (const { pin, edge, constraint } of timingOf(cell).setups) {
      const net = nets[pin] ?? null;
      if (net === null) continue;
      const time = arrivalAt(net, edge, capacitanceOf(cell, pin, edge));
      if (time !== Number.NEGATIVE_INFINITY)
        reach(time + lookUp(constraint, slewOf(net, edge), 0), net, edge, { index, pin: nth(cell.pins, pin).name });
    }
  });
  if (!longest) return { delay: 0, start: undefined, steps: [], end: undefined };
  const { delay, event, end } = longest;
  return { delay, ...wayTo(event, causes), end };
}

/** Cells on the way to an event, and the net that they begin at. */
function wayTo(event: { readonly net: Net; readonly edge: Edge }, causes: ReadonlyMap<number, Cause>) {
  const steps: PathStep[] = [];
  let { net, edge } = event;
  for (let cause = causes.get(2 * net + edge); cause; cause = causes.get(2 * net + edge)) {
    steps.unshift(cause.step);
    ({ net, edge } = cause);
  }
  return { start: net, steps };
}

/** Nets of the clock, which changes everywhere at once: the port and what inverters in the clock drive. */
function idealClocks({ ports, cells }: MappedNetlist): ReadonlySet<Net> {
  const clocks = new Set(ports.flatMap(({ name, nets }) => (name === 'clk' ? nets : [])));
  if (clocks.size === 0) return clocks;
  for (const { cell, nets } of cells) {
    if (cell.flipFlop || !nets.some((net) => net !== null && clocks.has(net))) continue;
    nets.forEach((net, k) => {
      if (net !== null && cell.pins[k]?.direction === 'output') clocks.add(net);
    });
  }
  return clocks;
}

/**
 * Delay and slew at a circuit's input, s, as functions of edge and load. The driver's own delay without a load is
 * not the circuit's.
 */
function inputDriver(driver: LibertyCell, library: StandardCells) {
  const arc = driver.pins.flatMap(({ arcs }) => arcs).find(isDelay);
  const { rise, fall, derate } = library.liberty.thresholds;
  return (edge: Edge, load: PiLoad): { readonly delay: number; readonly slew: number } => {
    const delay = arc?.tables[DELAY[edge]];
    const transition = arc?.tables[TRANSITION[edge]];
    if (!delay || !transition) throw new LibraryError(library, `cell ${driver.name} has no delays`);
    const tables: GateTables = (loaded) => ({ delay: lookUp(delay, 0, loaded), slew: lookUp(transition, 0, loaded) });
    const driven = drivenWire(tables, load, edge === RISE ? rise : fall, derate);
    return { delay: driven.delay - lookUp(delay, 0, 0), slew: driven.slew };
  };
}
