/** Arrival of nets in a netlist, from the delays of its cells. */

import { nth } from '../../numeric/index.ts';
import type { CellDelays } from './builder.ts';
import type { Cell, Netlist } from './netlist.ts';

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
