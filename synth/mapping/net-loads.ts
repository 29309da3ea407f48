/** Loads of a mapped circuit's nets, and the delays of their wires. */

import type { Net } from '../../gen/index.ts';
import { wireLength } from '../liberty/wire-load.ts';
import type { PiLoad } from './driven-wire.ts';
import type { MappedNetlist } from './mapped-netlist.ts';
import type { Surroundings } from './surroundings.ts';

/** Edge of a signal: rise, fall. */
export type Edge = 0 | 1;

/** Loads and wires by net. */
export interface NetLoads {
  /** Load of a net's driver, wires included. */
  readonly load: (net: Net, edge: Edge) => PiLoad;
  /** Delay of the wire to a pin of so much capacitance, s: that of Elmore. */
  readonly wire: (net: Net, edge: Edge, capacitance: number) => number;
}

/**
 * Loads and wires of `netlist`. As in OpenSTA a wire is as long as the library's wire load says for the number of pins
 * and ports that it drives; its resistance stands before all loads, in a branch to each, or nowhere, as the library's
 * tree says.
 */
export function netLoads(netlist: MappedNetlist, { load: outside, wires }: Surroundings): NetLoads {
  const fanouts = fanoutsOf(netlist);
  const lengths = Float64Array.from(fanouts, (fanout) => (wires ? wireLength(wires, fanout) : 0));
  const capacitance = (net: Net): number => (lengths[net] ?? 0) * (wires?.capacitance ?? 0);
  const resistance = (net: Net): number => (lengths[net] ?? 0) * (wires?.resistance ?? 0);
  const branches = (net: Net): number => Math.max(1, fanouts[net] ?? 0);
  const balanced = wires?.tree === 'balanced_tree';
  const moments = branchMoments(netlist, outside, (net) =>
    balanced && fanouts[net] ? capacitance(net) / branches(net) : 0,
  );
  const whole = (net: Net, edge: Edge): number =>
    (moments[0]?.[2 * net + edge] ?? 0) + (balanced && fanouts[net] ? 0 : capacitance(net));
  const lumped: NetLoads['load'] = (net, edge) => ({ near: whole(net, edge), resistance: 0, far: 0 });
  switch (wires?.tree) {
    case undefined:
    case 'best_case_tree':
      return { load: lumped, wire: () => 0 };
    case 'worst_case_tree':
      return {
        load: (net, edge) => ({ near: 0, resistance: resistance(net), far: whole(net, edge) }),
        wire: (net, edge) => resistance(net) * whole(net, edge),
      };
    case 'balanced_tree':
      return {
        // The pi with the moments of all branches: P. R. O'Brien, T. L. Savarino, ICCAD 1989.
        load: (net, edge) => {
          const [first = 0, second = 0, third = 0] = moments.map((sums) => sums[2 * net + edge] ?? 0);
          if (fanouts[net] === 0 || resistance(net) === 0 || third === 0) return lumped(net, edge);
          const far = (second * second) / third;
          const branch = resistance(net) / branches(net);
          return { near: Math.max(0, first - far), resistance: (branch * third * third) / second ** 3, far };
        },
        wire: (net, _, pin) =>
          fanouts[net] === 0 ? 0 : (resistance(net) / branches(net)) * (pin + capacitance(net) / branches(net)),
      };
  }
}

/** Number of cells' inputs and of output ports on each net. */
function fanoutsOf({ cells, ports, netCount }: MappedNetlist): Uint32Array {
  const fanouts = new Uint32Array(netCount);
  for (const { direction, nets } of ports)
    if (direction === 'output') for (const net of nets) fanouts[net] = (fanouts[net] ?? 0) + 1;
  for (const { cell, nets } of cells)
    cell.pins.forEach(({ direction }, k) => {
      const net = nets[k] ?? null;
      if (direction === 'input' && net !== null) fanouts[net] = (fanouts[net] ?? 0) + 1;
    });
  return fanouts;
}

/** Sums of the branches' capacitances, their squares and cubes, F: at 2 net for rising, at 2 net + 1 for falling edges. */
function branchMoments(
  { ports, cells, netCount }: MappedNetlist,
  outside: number,
  wire: (net: Net) => number,
): readonly Float64Array[] {
  const sums = [1, 2, 3].map(() => new Float64Array(2 * netCount));
  const add = (net: Net, edge: Edge, pin: number): void => {
    const branch = pin + wire(net);
    sums.forEach((sum, k) => {
      sum[2 * net + edge] = (sum[2 * net + edge] ?? 0) + branch ** (k + 1);
    });
  };
  for (const { cell, nets } of cells)
    cell.pins.forEach(({ direction, capacitance }, k) => {
      const net = nets[k] ?? null;
      if (direction !== 'input' || net === null) return;
      add(net, 0, capacitance.rise);
      add(net, 1, capacitance.fall);
    });
  for (const { direction, nets } of ports)
    if (direction === 'output')
      for (const net of nets) {
        add(net, 0, outside);
        add(net, 1, outside);
      }
  return sums;
}
