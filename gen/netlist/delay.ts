/** Arrival of nets in a netlist, from the delays of its cells. */

import { nth } from '../../numeric/index.ts';
import type { CellDelays } from './builder.ts';
import type { Cell, Net, Netlist } from './netlist.ts';

/** Times by net. */
export type Times = Float64Array;

/** Settles the outputs of `cell` in `arrivals`, each behind its latest input. */
export function settle(cell: Cell, delays: CellDelays, arrivals: Times): void {
  const byOutput = delays[cell.kind];
  cell.outputs.forEach((net, output) => {
    const pins = nth(byOutput, output);
    let latest = 0;
    cell.inputs.forEach((input, pin) => {
      latest = Math.max(latest, nth(arrivals, input) + nth(pins, pin));
    });
    arrivals[net] = latest;
  });
}

/** Longest path between inputs, registers and outputs of `netlist`, in the unit of `delays`. */
export function longestDelay(netlist: Netlist, delays: CellDelays): number {
  const arrivals = new Float64Array(netlist.netCount);
  for (const cell of netlist.cells) settle(cell, delays, arrivals);
  return arrivals.reduce((longest, time) => Math.max(longest, time), 0);
}

/** A cell of a path. */
export interface PathStep {
  readonly cell: Cell;
  /** Output that the path goes through. */
  readonly net: Net;
  /** Arrival at that output. */
  readonly arrival: number;
}

/** Longest path of `netlist`: where it starts, and its cells in order. Of equals the one that was built first. */
export function criticalPath(
  netlist: Netlist,
  delays: CellDelays,
): { readonly start: Net | undefined; readonly steps: readonly PathStep[] } {
  const arrivals = new Float64Array(netlist.netCount);
  const drivers = new Map<Net, Cell>();
  for (const cell of netlist.cells) {
    settle(cell, delays, arrivals);
    for (const net of cell.outputs) drivers.set(net, cell);
  }
  const steps: PathStep[] = [];
  let at: Net | undefined = [...drivers.keys()].reduce<Net | undefined>(
    (latest, net) => (latest === undefined || nth(arrivals, net) > nth(arrivals, latest) ? net : latest),
    undefined,
  );
  for (let cell = at && drivers.get(at); at !== undefined && cell; cell = drivers.get(at)) {
    steps.unshift({ cell, net: at, arrival: nth(arrivals, at) });
    const pins = nth(delays[cell.kind], cell.outputs.indexOf(at));
    const latest = (pin: number): number => nth(arrivals, nth(cell?.inputs ?? [], pin)) + nth(pins, pin);
    const [first = 0, ...others] = cell.inputs.keys();
    at = nth(
      cell.inputs,
      others.reduce((late, pin) => (latest(pin) > latest(late) ? pin : late), first),
    );
  }
  return { start: at, steps };
}
