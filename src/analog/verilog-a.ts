/**
 * The neuron in Verilog-A, in the words that OpenVAF, Spectre and Xyce/ADMS all take: scalar non-ANSI ports, plain
 * variables and exponents, `ddt` and noise as whole terms, every synapse written out.
 */

import type { AnalogNeuron } from '../gen/index.ts';
import { type Behaviour, behaviourNotes, behaviourOf } from './behaviour.ts';

/** `analog/NAME.va`: module NAME(x0p, x0n, ..., outp, outn, vdd, vss). Throws where the closed form does not hold. */
export function veriloga(neuron: AnalogNeuron): string {
  const model = behaviourOf(neuron);
  const synapses = Array.from({ length: model.synapses }, (_, k) => k);
  const ports = [...synapses.flatMap((k) => [`x${k}p`, `x${k}n`]), 'outp', 'outn', 'vdd', 'vss'];
  const list = (lead: string, names: readonly string[], end: string): string[] =>
    wrap(`${lead}${names.join(', ')}${end}`);
  return [
    ...behaviourNotes(model, neuron.bits).map((line) => `// ${line}`),
    '`include "disciplines.vams"',
    '',
    ...list(`module ${model.name}(`, ports, ');'),
    ...list('  inout ', ports, ';'),
    ...list('  electrical ', ports, ';'),
    ...parameters(model).map(([name, value, note]) => `  parameter real ${name} = ${value} from (0:inf); // ${note}`),
    ...synapses.map((k) => `  parameter real w${k} = ${model.units} from [0:${model.units}];`),
    '  real drive;',
    '  real weights;',
    '  analog begin',
    '    drive = 0;',
    '    weights = 0;',
    ...synapses.flatMap((k) => [
      `    drive = drive+0.5*iu*w${k}*tanh(gm*V(x${k}p,x${k}n)/iu);`,
      `    weights = weights+w${k};`,
      `    I(x${k}p,outn) <+ ddt(cf*w${k}*V(x${k}p,outn));`,
      `    I(x${k}n,outp) <+ ddt(cf*w${k}*V(x${k}n,outp));`,
    ]),
    ...[
      ['outp', '-'],
      ['outn', '+'],
    ].flatMap(([node, sign]) => [
      `    I(${node},vss) <+ g*(V(${node},vss)-rest)${sign}drive;`,
      `    I(${node},vss) <+ ddt((c-cf*weights)*V(${node},vss));`,
      `    I(${node},vss) <+ white_noise(sw,"white_${node}");`,
      `    I(${node},vss) <+ flicker_noise(sf,1.0,"flicker_${node}");`,
    ]),
    '    I(vdd,vss) <+ isupply;',
    '  end',
    'endmodule',
    '',
  ].join('\n');
}

function parameters(model: Behaviour): readonly (readonly [string, number, string])[] {
  return [
    ['iu', model.unitCurrent, 'unit current, A'],
    ['gm', model.gm, 'transconductance of one unit, S'],
    ['g', model.conductance, 'conductance of an output node, S'],
    ['c', model.capacitance, 'capacitance of an output node, F'],
    ['cf', model.feedthrough, 'feedthrough of one unit, F'],
    ['sw', model.noise, 'white noise of an output node, A^2/Hz'],
    ['sf', model.flicker, 'flicker noise of an output node at 1 Hz, A^2/Hz'],
    ['rest', model.rest, 'resting voltage of the outputs, V'],
    ['isupply', model.supplyCurrent, 'supply current, A'],
  ];
}

/** Breaks a list at commas before column 100. */
function wrap(line: string): string[] {
  const lines = [''];
  for (const word of line.split(/(?<=,) /)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > 98) lines.push(`    ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
