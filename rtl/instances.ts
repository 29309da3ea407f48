/** Cells, adders and registers as Verilog statements. */

import type { AdderGroup, Cell, GateKind, Net, Netlist, Register } from '../gen/index.ts';

type Names = (net: Net) => string;

const OPERATORS: Readonly<Record<GateKind, readonly [string, string]>> = {
  and: ['', '&'],
  or: ['', '|'],
  xor: ['', '^'],
  nand: ['~', '&'],
  nor: ['~', '|'],
  xnor: ['~', '^'],
};

/** Adder groups by their first cell. */
export const groupsByStart = (netlist: Netlist): ReadonlyMap<number, AdderGroup> =>
  new Map(netlist.groups.map((group) => [group.start, group]));

/** Declarations and statements of the cells from `start` up to `end`. Adder groups are instances of their modules. */
export function cellLines(
  netlist: Netlist,
  groups: ReadonlyMap<number, AdderGroup>,
  start: number,
  end: number,
  names: Names,
): string[] {
  const wires: string[] = [];
  const statements: string[] = [];
  for (let k = start; k < end; ) {
    const group = groups.get(k);
    const cell = netlist.cells[k];
    if (group) {
      wires.push(...group.outputs.map(names));
      statements.push(`  ${groupInstance(group, k, names)}`);
      k = group.end;
    } else {
      if (cell) {
        wires.push(...cell.outputs.map(names));
        statements.push(`  ${cellStatement(cell, k, names)}`);
      }
      k++;
    }
  }
  return wires.length > 0 ? [`  wire ${wires.join(', ')};`, ...statements] : [];
}

/** Pins of an adder group's module: inputs a, b, c and outputs sum, carry. */
export const GROUP_PINS = { inputs: ['a', 'b', 'c'], outputs: ['sum', 'carry'] } as const;

function groupInstance(group: AdderGroup, index: number, names: Names): string {
  const pins = [
    ...group.inputs.map((net, k) => `.${GROUP_PINS.inputs[k]}(${names(net)})`),
    ...group.outputs.map((net, k) => `.${GROUP_PINS.outputs[k]}(${names(net)})`),
  ];
  return `${group.module} ${group.kind === 'fullAdder' ? 'fa' : 'ha'}${index} (${pins.join(', ')});`;
}

/** One cell as an assignment or an instance. */
export function cellStatement(cell: Cell, index: number, names: Names): string {
  const [a = '', b = '', c = '', d = ''] = cell.inputs.map(names);
  const [out = '', carry = ''] = cell.outputs.map(names);
  switch (cell.kind) {
    case 'not':
      return `assign ${out} = ~${a};`;
    case 'halfAdder':
      return `half_adder ha${index} (.a(${a}), .b(${b}), .sum(${out}), .carry(${carry}));`;
    case 'fullAdder':
      return `full_adder fa${index} (.a(${a}), .b(${b}), .c(${c}), .sum(${out}), .carry(${carry}));`;
    case 'nand3':
      return `assign ${out} = ~(${a} & ${b} & ${c});`;
    case 'nor3':
      return `assign ${out} = ~(${a} | ${b} | ${c});`;
    case 'oai21':
      return `assign ${out} = ~((${a} | ${b}) & ${c});`;
    case 'aoi21':
      return `assign ${out} = ~((${a} & ${b}) | ${c});`;
    case 'oai22':
      return `assign ${out} = ~((${a} | ${b}) & (${c} | ${d}));`;
    case 'aoi22':
      return `assign ${out} = ~((${a} & ${b}) | (${c} & ${d}));`;
    case 'mux':
      return `assign ${out} = ${c} ? ${b} : ${a};`;
    case 'and':
    case 'or':
    case 'xor':
    case 'nand':
    case 'nor':
    case 'xnor': {
      const [prefix, operator] = OPERATORS[cell.kind];
      return `assign ${out} = ${prefix ? `~(${a} ${operator} ${b})` : `${a} ${operator} ${b}`};`;
    }
  }
}

/** Declarations of registers, to stand before what reads them, and their clocked block. */
export function registerLines(registers: readonly Register[], names: Names) {
  if (registers.length === 0) return { declarations: [], clocked: [] };
  return {
    declarations: ['', '  // registers', `  reg ${registers.map(({ q }) => names(q)).join(', ')};`],
    clocked: [
      '',
      '  always @(posedge clk) begin',
      ...registers.map(({ q, d }) => `    ${names(q)} <= ${names(d)};`),
      '  end',
    ],
  };
}
