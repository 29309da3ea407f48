/**
 * Structural Verilog-2005 of a neuron's circuit, one gate or adder a line. The lines stand in the order in which the
 * bits arrive.
 */

import { type DigitalNeuron, type Netlist, type NeuronCircuit, neuronPorts, sumNetlist } from '../gen/index.ts';
import { activationLines, activationParameters } from './activation.ts';
import { adderCounts, comment, headerLines, specLine } from './describe.ts';
import { cellLines, groupsByStart, registerLines } from './instances.ts';
import { netNames, unreadInputs } from './net-names.ts';
import { besideOwnName } from './own-name.ts';

/** Module of `circuit`. It instantiates the modules of `adderModules`. */
export function structuralVerilog(circuit: NeuronCircuit): string {
  const { neuron } = circuit;
  const netlist = sumNetlist(circuit);
  const { full, half } = adderCounts(netlist);
  return wrapped([
    comment([
      ...headerLines(
        neuron,
        `${neuron.name}: digital neuron, structural (${neuron.multiplier} tree, ${neuron.partialProducts} partial products, ${neuron.adder} adder)`,
      ),
      `Cells: ${full} full adders, ${half} half adders`,
      specLine(neuron),
    ]),
    moduleHead(neuron),
    ...besideOwnName(neuron.name, [
      ...bodyLines(netlist, 'sum'),
      ...(neuron.activation === 'none' ? [] : ['', ...activationLines(neuron)]),
    ]),
    'endmodule',
    '',
  ]);
}

/**
 * Lines of `netlist` between the ports and the activation. These are registers, cells section by section, the output port `result`.
 */
export function bodyLines(netlist: Netlist, result: string): string[] {
  const names = netNames(netlist);
  const { declarations, clocked } = registerLines(netlist.registers, names);
  const groups = groupsByStart(netlist);
  const end = netlist.cells.length;
  const cells = netlist.sections.flatMap((section, k) => {
    const lines = cellLines(netlist, groups, section.start, netlist.sections[k + 1]?.start ?? end, names);
    return lines.length > 0 ? ['', `  // ${section.title}`, ...lines] : [];
  });
  const outputs = netlist.ports.find((port) => port.name === result)?.nets ?? [];
  const unread = unreadInputs(netlist);
  return [
    ...declarations,
    ...cells,
    ...clocked,
    '',
    ...(unread.length > 0 ? [`  wire unused_inputs = &{1'b0, ${unread.join(', ')}};`] : []),
    `  assign ${result} = {${outputs.toReversed().map(names).join(', ')}};`,
  ];
}

/** Module header, parameters and port declarations included. */
export function moduleHead(neuron: DigitalNeuron, name: string = neuron.name): string {
  const ports = neuronPorts(neuron).map((port) => {
    const range = port.bits > 1 || isNumber(port.name) ? `[${port.bits - 1}:0] ` : '';
    return `${port.direction.padEnd(6)} wire ${range}${port.name}`;
  });
  const declared = activationParameters(neuron);
  const parameters = declared.length > 0 ? ` #(\n  ${declared.join(',\n  ')}\n)` : '';
  return `module ${name}${parameters} (\n  ${ports.join(',\n  ')}\n);`;
}

/** Ports that are numbers. They keep a range even where they have one bit, so that their bits can be named. */
const isNumber = (port: string): boolean => ['x', 'w', 'bias', 'sum', 'product'].includes(port);

/** Text of lines. Lists are broken at commas so that lines stay below 100 characters, comments stay whole. */
export function wrapped(lines: readonly string[]): string {
  return lines.flatMap((text) => text.split('\n').map(wrap)).join('\n');
}

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
