/** Names of the nets of a netlist in its Verilog. */

import type { Net, Netlist } from '../gen/index.ts';

/**
 * Name of each net. Constants, bits of input ports, `r` and `n` with the number of the net; `unused` where nothing
 * reads it.
 */
export function netNames(netlist: Netlist): (net: Net) => string {
  const names = new Map<Net, string>([
    [0, "1'b0"],
    [1, "1'b1"],
  ]);
  for (const port of netlist.ports)
    if (port.direction === 'input')
      port.nets.forEach((net, bit) => {
        names.set(net, `${port.name}[${bit}]`);
      });
  for (const { q } of netlist.registers) names.set(q, `r${q}`);
  const read = readNets(netlist);
  return (net) => names.get(net) ?? (read[net] ? `n${net}` : `unused${net}`);
}

/** Bits of input ports that nothing reads, by name. */
export function unreadInputs(netlist: Netlist): string[] {
  const read = readNets(netlist);
  return netlist.ports
    .filter((port) => port.direction === 'input')
    .flatMap((port) => port.nets.flatMap((net, bit) => (read[net] ? [] : [`${port.name}[${bit}]`])));
}

/** Nets that the module itself reads. What is read inside an adder's module alone is not among them. */
function readNets(netlist: Netlist): Uint8Array {
  const read = new Uint8Array(netlist.netCount);
  const grouped = new Uint8Array(netlist.cells.length);
  for (const { start, end } of netlist.groups) grouped.fill(1, start, end);
  netlist.cells.forEach(({ inputs }, k) => {
    if (!grouped[k]) for (const net of inputs) read[net] = 1;
  });
  for (const { inputs } of netlist.groups) for (const net of inputs) read[net] = 1;
  for (const { d } of netlist.registers) read[d] = 1;
  for (const port of netlist.ports) if (port.direction === 'output') for (const net of port.nets) read[net] = 1;
  return read;
}
