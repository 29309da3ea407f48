/** Modules of full and half adders that structural designs instantiate. */

import type { Net, Netlist } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';
import { cellStatement, GROUP_PINS } from './instances.ts';

const LIBRARY_ADDERS = {
  'half_adder.v': `// half_adder: sum and carry of two bits
module half_adder (
  input  wire a,
  input  wire b,
  output wire sum,
  output wire carry
);
  assign sum = a ^ b;
  assign carry = a & b;
endmodule
`,
  'full_adder.v': `// full_adder: sum and carry of three bits
module full_adder (
  input  wire a,
  input  wire b,
  input  wire c,
  output wire sum,
  output wire carry
);
  assign sum = a ^ b ^ c;
  assign carry = (a & b) | (c & (a ^ b));
endmodule
`,
};

/** File name to text of every adder module that `netlist` instantiates. */
export function adderModules(netlist: Netlist): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [kind, file] of [
    ['halfAdder', 'half_adder.v'],
    ['fullAdder', 'full_adder.v'],
  ] as const)
    if (netlist.cells.some((cell) => cell.kind === kind)) files[file] = LIBRARY_ADDERS[file];
  for (const group of netlist.groups) {
    const file = `${group.module}.v`;
    if (files[file] === undefined) files[file] = groupModule(netlist, group);
  }
  return files;
}

/** Gates of one group, with its pins for names. */
function groupModule(netlist: Netlist, group: Netlist['groups'][number]): string {
  const names = new Map<Net, string>();
  for (const [k, net] of group.inputs.entries()) names.set(net, nth(GROUP_PINS.inputs, k));
  for (const [k, net] of group.outputs.entries()) names.set(net, nth(GROUP_PINS.outputs, k));
  const cells = netlist.cells.slice(group.start, group.end);
  const inner = cells.flatMap((cell) => cell.outputs).filter((net) => !names.has(net));
  for (const [k, net] of inner.entries()) names.set(net, `n${k + 1}`);
  const nameOf = (net: Net): string => {
    const name = names.get(net);
    if (name === undefined) throw new RangeError(`net ${net} has no name in ${group.module}`);
    return name;
  };
  const pins = [
    ...group.inputs.map((net) => `input  wire ${nameOf(net)}`),
    ...group.outputs.map((net) => `output wire ${nameOf(net)}`),
  ];
  return `// ${group.module}: ${group.kind === 'fullAdder' ? 'full adder' : 'half adder'} of ${cells.length} gates
module ${group.module} (
  ${pins.join(',\n  ')}
);
${inner.length > 0 ? `  wire ${inner.map(nameOf).join(', ')};\n` : ''}${cells
  .map((cell, k) => `  ${cellStatement(cell, k, nameOf)}`)
  .join('\n')}
endmodule
`;
}
