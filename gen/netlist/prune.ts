/** Dead-cell removal from a netlist. */

import { nth } from '../../numeric/index.ts';
import type { Netlist } from './netlist.ts';

/** Netlist without the cells and registers whose outputs nothing reads. Adders of a group stay whole. */
export function prune(netlist: Netlist): Netlist {
  const { cells, groups } = netlist;
  const used = new Uint8Array(netlist.netCount);
  for (const port of netlist.ports) if (port.direction === 'output') for (const net of port.nets) used[net] = 1;

  const groupOf = new Map<number, (typeof groups)[number]>();
  for (const group of groups) for (let k = group.start; k < group.end; k++) groupOf.set(k, group);
  const keep = new Uint8Array(cells.length);
  const sweep = (): void => {
    for (let k = cells.length - 1; k >= 0; k--) {
      const group = groupOf.get(k);
      const outputs = group ? group.outputs : (cells[k]?.outputs ?? []);
      if (!outputs.some((net) => used[net])) continue;
      keep[k] = 1;
      for (const net of cells[k]?.inputs ?? []) used[net] = 1;
    }
  };
  // A register that is used makes what drives it used, which may use further registers.
  let registers = 0;
  for (let before = -1; before !== registers; ) {
    before = registers;
    sweep();
    registers = 0;
    for (const { q, d } of netlist.registers) {
      if (!used[q]) continue;
      used[d] = 1;
      registers++;
    }
  }
  sweep();

  const places = new Uint32Array(cells.length + 1);
  keep.forEach((kept, k) => {
    places[k + 1] = nth(places, k) + kept;
  });
  const place = (index: number): number => nth(places, index);
  return {
    ...netlist,
    cells: cells.filter((_, k) => keep[k]),
    registers: netlist.registers.filter(({ q }) => used[q]),
    groups: groups
      .filter((group) => keep[group.start])
      .map((group) => ({ ...group, start: place(group.start), end: place(group.end) })),
    sections: netlist.sections.map((section) => ({ ...section, start: place(section.start) })),
  };
}
