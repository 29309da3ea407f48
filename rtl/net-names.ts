/** Names of the nets of a netlist in its Verilog. */

import type { Net, Netlist } from '../gen/index.ts';

/**
 * Name of each net after what it is: section and label, or section, cell and number; `m1_` stands before the second
 * occurrence of a section, `_q2` behind what two registers delay, `unused_` before what nothing reads. Constants and
 * bits of input ports are written as such.
 */
export function netNames(netlist: Netlist): (net: Net) => string {
  const read = readNets(netlist);
  const names = new Map<Net, string>([
    [0, "1'b0"],
    [1, "1'b1"],
  ]);
  const taken = new Map<string, number>();
  const give = (net: Net, base: string): void => {
    const before = taken.get(base) ?? 0;
    taken.set(base, before + 1);
    // A base ends in a letter or in a label's number; twice the sign keeps the two apart.
    const name = before === 0 ? base : `${base}__${before + 1}`;
    names.set(net, read[net] ? name : `unused_${name}`);
  };
  for (const port of netlist.ports)
    if (port.direction === 'input')
      port.nets.forEach((net, bit) => {
        names.set(net, `${port.name}[${bit}]`);
      });
  const prefixes = sectionPrefixes(netlist);
  const counts = new Map<string, number>();
  let section = -1;
  netlist.cells.forEach(({ kind, outputs }, k) => {
    while ((netlist.sections[section + 1]?.start ?? Number.POSITIVE_INFINITY) <= k) section++;
    const prefix = prefixes[section] ?? 'logic';
    for (const net of outputs) {
      const label = netlist.labels.get(net);
      const count = counts.get(`${prefix}_${kind}`) ?? 0;
      if (label === undefined) counts.set(`${prefix}_${kind}`, count + 1);
      give(net, `${prefix}_${label ?? `${kind.toLowerCase()}_${count}`}`);
    }
  });
  const delayed = new Map(netlist.registers.map(({ q, d }) => [q, d]));
  for (const { q } of netlist.registers) {
    let [source, clocks] = [q, 0];
    for (let d = delayed.get(source); d !== undefined && clocks <= delayed.size; d = delayed.get(source)) {
      source = d;
      clocks++;
    }
    give(q, `${(names.get(source) ?? 'held').replace('[', '_').replace(/]$/, '')}_q${clocks}`);
  }
  return (net) => names.get(net) ?? `unused_n${net}`;
}

/** Short forms of section titles. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^partial products.*/, 'pp'],
  [/^reduction stage (\d+)$/, 's$1'],
  [/^carry-propagate adder$/, 'cpa'],
  [/^adder tree: (\d+) numbers$/, 'add$1'],
  [/^sum of the columns$/, 'col'],
  [/^timing-driven reduction$/, 'tree'],
];

/** Prefix of the names in each section: short title, and which occurrence of it. */
function sectionPrefixes({ sections }: Netlist): string[] {
  const seen = new Map<string, number>();
  return sections.map(({ title }) => {
    const found = SHORT.find(([form]) => form.test(title));
    const short = found ? title.replace(...found) : title.replace(/[^A-Za-z0-9]+/g, '_');
    const before = seen.get(short) ?? 0;
    seen.set(short, before + 1);
    return before === 0 ? short : `m${before}_${short}`;
  });
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
