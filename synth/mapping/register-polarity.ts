/** Registers of inverting flip-flops: inverses instead of inverters where the circuit has them. */

import { type Cell, type CellKind, type Net, type Netlist, prune, type Register } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';

/** Kinds of cells with the kind that computes the inverse. */
const INVERSES: Readonly<Partial<Record<CellKind, CellKind>>> = {
  and: 'nand',
  nand: 'and',
  or: 'nor',
  nor: 'or',
  xor: 'xnor',
  xnor: 'xor',
};

/**
 * The same circuit with inverting flip-flops: each `q` is the inverse of its `d` a clock before. The inverse of what a
 * register takes is made by the inverse gate where nothing else reads the gate, else by an inverter; of two registers
 * in a row the inversions cancel.
 */
export function invertRegisters(netlist: Netlist): Netlist {
  let { netCount } = netlist;
  const cells: Cell[] = [...netlist.cells];
  const reads = readCounts(netlist);
  const drivers = new Map(cells.flatMap(({ outputs }, k) => outputs.map((net) => [net, k] as const)));
  const grouped = new Set(
    netlist.groups.flatMap(({ start, end }) => [...Array(end - start).keys()].map((k) => start + k)),
  );
  const before: Cell[] = [];
  const after: Cell[] = [];
  const inverter = (input: Net, output: Net): Cell => ({ kind: 'not', inputs: [input], outputs: [output] });
  const inverses = new Map<Net, Net>([
    [0, 1],
    [1, 0],
  ]);
  /** Inverse of `net`, made once. */
  const inverse = (net: Net): Net => {
    const known = inverses.get(net);
    if (known !== undefined) return known;
    const place = drivers.get(net);
    const cell = place === undefined ? undefined : nth(cells, place);
    const kind = cell && INVERSES[cell.kind];
    let found = netCount;
    if (cell?.kind === 'not') found = nth(cell.inputs, 0);
    else {
      netCount++;
      if (cell && kind && place !== undefined && reads[net] === 1 && !grouped.has(place))
        cells[place] = { ...cell, kind, outputs: [found] };
      else after.push(inverter(net, found));
    }
    inverses.set(net, found);
    return found;
  };

  const turned = firstOfPairs(netlist.registers);
  const registers = netlist.registers.map(({ q, d }): Register => {
    if (!turned.has(q)) return { q, d };
    const output = netCount++;
    before.push(inverter(output, q));
    inverses.set(q, output);
    return { q: output, d };
  });
  const moved = (index: number): number => index + before.length;
  const kept = registers.map(({ q, d }, k) =>
    turned.has(nth(netlist.registers, k).q) ? { q, d } : { q, d: inverse(d) },
  );
  return prune({
    ...netlist,
    netCount,
    cells: [...before, ...cells, ...after],
    registers: kept,
    groups: netlist.groups.map((group) => ({ ...group, start: moved(group.start), end: moved(group.end) })),
    sections: netlist.sections.map((section) => ({ ...section, start: moved(section.start) })),
  });
}

/** Outputs of registers that another register takes; no two of them follow each other. */
function firstOfPairs(registers: readonly Register[]): ReadonlySet<Net> {
  const byOutput = new Map(registers.map((register) => [register.q, register]));
  const first = new Set<Net>();
  const second = new Set<Net>();
  for (const { q, d } of registers) {
    const driver = byOutput.get(d);
    if (!driver || driver.q === q || first.has(q) || second.has(d)) continue;
    first.add(d);
    second.add(q);
  }
  return first;
}

/** Number of cells, ports and registers that read each net. */
function readCounts({ netCount, cells, ports, registers }: Netlist): Uint32Array {
  const counts = new Uint32Array(netCount);
  const read = (net: Net): void => {
    counts[net] = (counts[net] ?? 0) + 1;
  };
  for (const { inputs } of cells) inputs.forEach(read);
  for (const { direction, nets } of ports) if (direction === 'output') nets.forEach(read);
  for (const { d } of registers) read(d);
  return counts;
}
