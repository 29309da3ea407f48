/** A neuron's circuit as structural Verilog-2005: one gate or adder a line, in the order in which the bits arrive. */

import { accumulatorBits, type Cell, type GateKind, type Net, type NeuronCircuit, sumIsSigned } from '../gen/index.ts';
import { cellCounts, comment, headerLines, specLine } from './describe.ts';

const OPERATORS: Readonly<Record<GateKind, readonly [string, string]>> = {
  and: ['', '&'],
  or: ['', '|'],
  xor: ['', '^'],
  nand: ['~', '&'],
  nor: ['~', '|'],
  xnor: ['~', '^'],
};

/** The module of `circuit`; it instantiates `half_adder` and `full_adder`. */
export function structuralVerilog({ neuron, netlist, sumCells }: NeuronCircuit): string {
  const names = netNames(netlist.ports, netlist.cells);
  const counts = cellCounts(netlist);
  const sum = netlist.ports.find((port) => port.name === 'sum')?.nets ?? [];
  const lines: string[] = [
    comment([
      ...headerLines(
        neuron,
        `${neuron.name}: digital neuron, structural (${neuron.multiplier} tree, ${neuron.adder} adder)`,
      ),
      `Cells: ${counts.get('fullAdder') ?? 0} full adders, ${counts.get('halfAdder') ?? 0} half adders`,
      specLine(neuron),
    ]),
    moduleHead(neuron),
  ];
  const sections = netlist.sections.filter((section) => section.start < sumCells);
  const starts = sections.map((section) => section.start);
  sections.forEach((section, k) => {
    const cells = netlist.cells.slice(section.start, starts[k + 1] ?? sumCells);
    if (cells.length === 0) return;
    lines.push('', `  // ${section.title}`, ...declarations(cells, names));
    cells.forEach((cell, offset) => {
      lines.push(`  ${instance(cell, section.start + offset, names)}`);
    });
  });
  lines.push(
    '',
    `  assign sum = {${sum
      .toReversed()
      .map((net) => names(net))
      .join(', ')}};`,
  );
  if (neuron.activation === 'threshold') lines.push('', ...thresholdLines(neuron));
  lines.push('endmodule', '');
  return lines.flatMap((text) => text.split('\n').map(wrap)).join('\n');
}

/** Module header, port declarations included. */
export function moduleHead(neuron: NeuronCircuit['neuron'], name: string = neuron.name): string {
  const range = (bits: number): string => `[${bits - 1}:0]`;
  const ports = [
    `input  wire ${range(neuron.synapses * neuron.inputBits)} x`,
    `input  wire ${range(neuron.synapses * neuron.bits)} w`,
    `output wire ${range(accumulatorBits(neuron))} sum`,
    ...(neuron.activation === 'threshold' ? ['output wire y'] : []),
  ];
  const parameters =
    neuron.activation === 'threshold'
      ? ` #(\n  parameter signed ${range(comparisonBits(neuron))} THRESHOLD = ${signedLiteral(comparisonBits(neuron), BigInt(neuron.threshold))}\n)`
      : '';
  return `module ${name}${parameters} (\n  ${ports.join(',\n  ')}\n);`;
}

/** The comparison of `sum` with the parameter, at a width that holds both. */
export function thresholdLines(neuron: NeuronCircuit['neuron']): string[] {
  const bits = comparisonBits(neuron);
  const width = accumulatorBits(neuron);
  const top = sumIsSigned(neuron) ? `sum[${width - 1}]` : "1'b0";
  return [
    '  // activation',
    `  wire signed [${bits - 1}:0] extended = {{${bits - width}{${top}}}, sum};`,
    '  assign y = extended >= THRESHOLD;',
  ];
}

/** Bits of a signed word that holds every sum and the spec's threshold. */
function comparisonBits(neuron: NeuronCircuit['neuron']): number {
  const threshold = BigInt(neuron.threshold);
  const magnitude = threshold < 0n ? -threshold - 1n : threshold;
  return Math.max(accumulatorBits(neuron) + 1, 1 + magnitude.toString(2).length);
}

function signedLiteral(bits: number, value: bigint): string {
  return value < 0n ? `-${bits}'sd${-value}` : `${bits}'sd${value}`;
}

/** Wires are called n2, n3, ...; port bits by the port; outputs that nothing reads say so. */
function netNames(ports: NeuronCircuit['netlist']['ports'], cells: readonly Cell[]): (net: Net) => string {
  const names = new Map<Net, string>([
    [0, "1'b0"],
    [1, "1'b1"],
  ]);
  const read = new Set<Net>();
  for (const cell of cells) for (const net of cell.inputs) read.add(net);
  for (const port of ports) {
    for (const net of port.nets) read.add(net);
    if (port.direction === 'input')
      port.nets.forEach((net, bit) => {
        names.set(net, `${port.name}[${bit}]`);
      });
  }
  return (net) => names.get(net) ?? (read.has(net) ? `n${net}` : `unused${net}`);
}

function declarations(cells: readonly Cell[], names: (net: Net) => string): string[] {
  return [`  wire ${cells.flatMap((cell) => cell.outputs.map(names)).join(', ')};`];
}

function instance(cell: Cell, index: number, names: (net: Net) => string): string {
  const [a = '', b = '', c = ''] = cell.inputs.map(names);
  const [out = '', carry = ''] = cell.outputs.map(names);
  switch (cell.kind) {
    case 'not':
      return `assign ${out} = ~${a};`;
    case 'halfAdder':
      return `half_adder ha${index} (.a(${a}), .b(${b}), .sum(${out}), .carry(${carry}));`;
    case 'fullAdder':
      return `full_adder fa${index} (.a(${a}), .b(${b}), .c(${c}), .sum(${out}), .carry(${carry}));`;
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

/** Breaks a list at commas so that lines stay below 100 characters. Comments stay whole. */
function wrap(line: string): string {
  if (line.length <= 100 || line.includes('//')) return line;
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(/(?<=, )/)) {
    if (row.length + word.length > 98) {
      rows.push(row.trimEnd());
      row = '    ';
    }
    row += word;
  }
  return [...rows, row].join('\n');
}

/** The adder cells that every structural design instantiates: file name to text. */
export const ADDER_CELLS: Readonly<Record<string, string>> = {
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
