/** Copies of a netlist in another circuit. */

import { nth } from '../../numeric/index.ts';
import type { Builder } from './builder.ts';
import type { Bus, Net, Netlist } from './netlist.ts';

/**
 * Output ports of a copy of `netlist` with `inputs` (port name to nets). Its cells and registers are added to
 * `builder`.
 */
export function inline(
  builder: Builder,
  netlist: Netlist,
  inputs: Readonly<Record<string, Bus>>,
): Readonly<Record<string, Bus>> {
  const nets = new Map<Net, Net>([
    [0, 0],
    [1, 1],
  ]);
  const of = (net: Net): Net => {
    const found = nets.get(net);
    if (found === undefined) throw new RangeError(`net ${net} of ${netlist.name} is not driven`);
    return found;
  };
  for (const port of netlist.ports)
    if (port.direction === 'input')
      port.nets.forEach((net, bit) => {
        nets.set(net, nth(inputs[port.name] ?? [], bit));
      });
  for (const { q } of netlist.registers) nets.set(q, builder.register());
  const copy = (start: number, end: number): void => {
    for (const cell of netlist.cells.slice(start, end)) {
      const copies = builder.cell(cell.kind, cell.inputs.map(of));
      cell.outputs.forEach((net, k) => {
        nets.set(net, nth(copies, k));
        const label = netlist.labels.get(net);
        if (label) builder.label(nth(copies, k), label);
      });
    }
  };
  const groups = new Map(netlist.groups.map((group) => [group.start, group]));
  const sections = new Map(netlist.sections.map((section) => [section.start, section.title]));
  for (let k = 0; k < netlist.cells.length; ) {
    const title = sections.get(k);
    if (title) builder.section(title);
    const group = groups.get(k);
    if (group)
      builder.group(group.kind, group.module, group.inputs.map(of), () => {
        copy(group.start, group.end);
        return group.outputs.map(of);
      });
    else copy(k, k + 1);
    k = group?.end ?? k + 1;
  }
  for (const { q, d } of netlist.registers) builder.drive(of(q), of(d));
  return Object.fromEntries(
    netlist.ports.filter((port) => port.direction === 'output').map((port) => [port.name, port.nets.map(of)]),
  );
}
