/** Pipelining with the same number of registers on every path, placed by depth. */

import { nth } from '../../numeric/index.ts';
import { CircuitError } from './circuit-error.ts';
import type { AdderGroup, Cell, Net, Netlist, Register } from './netlist.ts';

/**
 * Netlist with `stages` registers on every path. Cells from index `last` on stand behind the last register. A cell of
 * an adder group stands in the stage of the whole group. Throws `CircuitError` where there are more stages than cells
 * on the longest path.
 */
export function pipeline(netlist: Netlist, stages: number, last: number): Netlist {
  if (stages === 0) return netlist;
  const depths = depthsOf(netlist);
  const depth = netlist.cells
    .slice(0, last)
    .reduce((most, cell) => Math.max(most, nth(depths, nth(cell.outputs, 0))), 0);
  if (stages > depth)
    throw new CircuitError(
      'pipeline',
      `must be at most ${depth}, the cells on the longest path of the logic: ${stages}`,
    );
  const stageOf = stagesOf(netlist, depths, (stages + 1) / (depth + 1), stages, last);

  let netCount = netlist.netCount;
  const registers: Register[] = [...netlist.registers];
  const delayed = new Map<Net, Net[]>();
  /** `net` as it stands `clocks` registers later. */
  const after = (net: Net, clocks: number): Net => {
    if (net <= 1 || clocks === 0) return net;
    const chain = delayed.get(net) ?? [];
    delayed.set(net, chain);
    while (chain.length < clocks) {
      registers.push({ q: netCount, d: chain.at(-1) ?? net });
      chain.push(netCount++);
    }
    return nth(chain, clocks - 1);
  };
  const at = (net: Net, stage: number): Net => after(net, stage - nth(stageOf.nets, net));
  const cells: Cell[] = netlist.cells.map((cell, k) => {
    const stage = nth(stageOf.cells, k);
    return { ...cell, inputs: cell.inputs.map((net) => at(net, stage)) };
  });
  const groups: AdderGroup[] = netlist.groups.map((group) => {
    const stage = nth(stageOf.cells, group.start);
    return { ...group, inputs: group.inputs.map((net) => at(net, stage)) };
  });
  const ports = netlist.ports.map((port) =>
    port.direction === 'output' ? { ...port, nets: port.nets.map((net) => at(net, stages)) } : port,
  );
  return { ...netlist, netCount, cells, groups, ports, registers };
}

/** Number of cells on the longest path to each net. */
function depthsOf(netlist: Netlist): Uint32Array {
  const depths = new Uint32Array(netlist.netCount);
  for (const { inputs, outputs } of netlist.cells) {
    const depth = 1 + inputs.reduce((most, net) => Math.max(most, nth(depths, net)), 0);
    for (const net of outputs) depths[net] = depth;
  }
  return depths;
}

/** Number of registers before each net and cell. Never fewer than before what drives it. */
function stagesOf(netlist: Netlist, depths: Uint32Array, perDepth: number, stages: number, last: number) {
  const nets = new Uint8Array(netlist.netCount);
  const cells = new Uint8Array(netlist.cells.length);
  const starts = new Map(netlist.groups.map((group) => [group.start, group]));
  for (let start = 0; start < netlist.cells.length; ) {
    const end = starts.get(start)?.end ?? start + 1;
    const members = netlist.cells.slice(start, end);
    let stage = start >= last ? stages : 0;
    for (const { inputs, outputs } of members) {
      for (const net of inputs) stage = Math.max(stage, nth(nets, net));
      for (const net of outputs) stage = Math.max(stage, Math.min(stages, Math.floor(nth(depths, net) * perDepth)));
    }
    for (const { outputs } of members) for (const net of outputs) nets[net] = stage;
    cells.fill(stage, start, end);
    start = end;
  }
  return { nets, cells };
}
