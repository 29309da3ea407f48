/** Netlist as a pipeline sees it: cells that no register parts, and what stands in the last stage. */

import { nth } from '../../numeric/index.ts';
import type { CellDelays } from './builder.ts';
import type { Cell, Net, Netlist } from './netlist.ts';

/** A cell, or the cells of an adder group, which stand in one stage together. */
export interface Atom {
  readonly cells: readonly Cell[];
  /** Nets from outside, each once, without constants. */
  readonly inputs: readonly Net[];
  readonly outputs: readonly Net[];
  /** True for what stands behind the last register. */
  readonly isLast: boolean;
}

/** Logic to be parted by registers. */
export interface PipelinedLogic {
  readonly atoms: readonly Atom[];
  readonly netCount: number;
  /** Nets, by net, that come in the last stage without a register of the pipeline. */
  readonly prompt: Uint8Array;
  /** Nets that the last stage reads besides its atoms: output ports and what other registers take. */
  readonly results: readonly Net[];
  readonly delays: CellDelays;
}

/** Parts of a netlist that a pipeline does not delay. */
export interface Undelayed {
  /** Index of the first cell behind the last register. */
  readonly last: number;
  /** Input ports that come with the last stage. */
  readonly prompt?: readonly string[];
}

/** Logic of `netlist`, whose own registers stand in the last stage. */
export function pipelinedLogic(
  netlist: Netlist,
  { last, prompt: promptPorts = [] }: Undelayed,
  delays: CellDelays,
): PipelinedLogic {
  const groupEnds = new Map(netlist.groups.map(({ start, end }) => [start, end]));
  const atoms: Atom[] = [];
  for (let start = 0; start < netlist.cells.length; ) {
    const end = groupEnds.get(start) ?? start + 1;
    const cells = netlist.cells.slice(start, end);
    const outputs = cells.flatMap((cell) => cell.outputs);
    const inner = new Set(outputs);
    const inputs = new Set(cells.flatMap((cell) => cell.inputs.filter((net) => net > 1 && !inner.has(net))));
    atoms.push({ cells, inputs: [...inputs], outputs, isLast: start >= last });
    start = end;
  }
  const prompt = new Uint8Array(netlist.netCount);
  for (const { q } of netlist.registers) prompt[q] = 1;
  for (const { name, direction, nets } of netlist.ports)
    if (direction === 'input' && promptPorts.includes(name)) for (const net of nets) prompt[net] = 1;
  const results = new Set([
    ...netlist.ports.flatMap(({ direction, nets }) => (direction === 'output' ? nets : [])),
    ...netlist.registers.map(({ d }) => d),
  ]);
  return { atoms, netCount: netlist.netCount, prompt, results: [...results].filter((net) => net > 1), delays };
}

/** Index of the atoms that read each net, without double entries. */
export function readersOf({ atoms, netCount }: PipelinedLogic): readonly (readonly number[])[] {
  const readers: number[][] = Array.from({ length: netCount }, () => []);
  atoms.forEach(({ inputs }, index) => {
    for (const net of inputs) nth(readers, net).push(index);
  });
  return readers;
}
