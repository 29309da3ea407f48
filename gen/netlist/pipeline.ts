/**
 * Pipelining with the same number of registers on every path. They stand where the longest path between two of them is
 * shortest, and of such places where they are fewest, so that a stage more never slows a circuit.
 */

import { nth } from '../../numeric/index.ts';
import { pipelinedLogic, type Undelayed } from './atoms.ts';
import type { CellDelays } from './builder.ts';
import { CircuitError } from './circuit-error.ts';
import { fewestRegisters } from './fewest-registers.ts';
import type { AdderGroup, Cell, Net, Netlist, Register } from './netlist.ts';
import { fastestStages } from './stages.ts';

/** Longest path within a stage of `netlist` in a pipeline of so many registers. Throws as `pipelineStages` does. */
export function pipelineDelay(netlist: Netlist, stages: number, undelayed: Undelayed, delays: CellDelays): number {
  checkDepth(netlist, stages, undelayed);
  return fastestStages(pipelinedLogic(netlist, undelayed, delays), stages).longest;
}

/** Stage of every cell of `netlist` in a pipeline of so many registers. Throws `CircuitError` where they are too many. */
export function pipelineStages(netlist: Netlist, stages: number, undelayed: Undelayed, delays: CellDelays): Uint8Array {
  checkDepth(netlist, stages, undelayed);
  const logic = pipelinedLogic(netlist, undelayed, delays);
  const { longest } = fastestStages(logic, stages);
  const byAtom = fewestRegisters(logic, stages, longest);
  return Uint8Array.from(logic.atoms.flatMap(({ cells }, index) => cells.map(() => nth(byAtom, index))));
}

function checkDepth(netlist: Netlist, stages: number, { last }: Undelayed): void {
  const depth = depthOf(netlist, last);
  if (stages > depth)
    throw new CircuitError(
      'pipeline',
      `must be at most ${depth}, the cells on the longest path of the logic: ${stages}`,
    );
}

/** Netlist with `stages` registers on every path, its cells in the stages `ofCell`. Nets that `isPrompt` get none. */
export function withStages(
  netlist: Netlist,
  stages: number,
  ofCell: Uint8Array,
  { prompt = [] }: Pick<Undelayed, 'prompt'> = {},
): Netlist {
  const ofNet = new Uint8Array(netlist.netCount);
  netlist.cells.forEach(({ outputs }, k) => {
    for (const net of outputs) ofNet[net] = nth(ofCell, k);
  });
  for (const { q } of netlist.registers) ofNet[q] = stages;
  for (const { name, nets } of netlist.ports) if (prompt.includes(name)) for (const net of nets) ofNet[net] = stages;

  let netCount = netlist.netCount;
  const added: Register[] = [];
  const delayed = new Map<Net, Net[]>();
  /** `net` as it stands in `stage`. */
  const at = (net: Net, stage: number): Net => {
    const clocks = stage - nth(ofNet, net);
    if (net <= 1 || clocks === 0) return net;
    const chain = delayed.get(net) ?? [];
    delayed.set(net, chain);
    while (chain.length < clocks) {
      added.push({ q: netCount, d: chain.at(-1) ?? net });
      chain.push(netCount++);
    }
    return nth(chain, clocks - 1);
  };
  const cells: Cell[] = netlist.cells.map((cell, k) => {
    const stage = nth(ofCell, k);
    return { ...cell, inputs: cell.inputs.map((net) => at(net, stage)) };
  });
  const groups: AdderGroup[] = netlist.groups.map((group) => {
    const stage = nth(ofCell, group.start);
    return { ...group, inputs: group.inputs.map((net) => at(net, stage)) };
  });
  const ports = netlist.ports.map((port) =>
    port.direction === 'output' ? { ...port, nets: port.nets.map((net) => at(net, stages)) } : port,
  );
  const registers = netlist.registers.map(({ q, d }) => ({ q, d: at(d, stages) }));
  return { ...netlist, netCount, cells, groups, ports, registers: [...registers, ...added] };
}

/** Number of cells on the longest path through those before `last`. */
function depthOf({ cells, netCount }: Netlist, last: number): number {
  const depths = new Uint32Array(netCount);
  let longest = 0;
  for (const { inputs, outputs } of cells.slice(0, last)) {
    const depth = 1 + inputs.reduce((most, net) => Math.max(most, nth(depths, net)), 0);
    for (const net of outputs) depths[net] = depth;
    longest = Math.max(longest, depth);
  }
  return longest;
}
