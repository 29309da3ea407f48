/**
 * Verilog-A of a neuron in the subset that OpenVAF, Spectre and Xyce/ADMS share. Its ports are scalar and non-ANSI, its
 * variables and exponents plain, `ddt` and noise whole terms, every synapse and weight bit written out.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { type Behaviour, behaviourOf, type WeightForm } from './behaviour.ts';
import { driveStatements, driveVariables } from './drive.ts';
import { behaviourNotes } from './notes.ts';

/**
 * Text of `analog/NAME.va`, module NAME(x0p, x0n, ..., outp, outn, vdd, vss). With weights as ports it is
 * `analog/NAME_wports.va`, module NAME_wports, the ports w0_0, w0_1, ... before outp. Throws where the closed form does
 * not hold.
 */
export function veriloga(neuron: AnalogNeuron, weights: WeightForm = 'parameters'): string {
  const model = behaviourOf(neuron);
  const synapses = Array.from({ length: model.synapses }, (_, k) => k);
  const name = weights === 'ports' ? `${model.name}_wports` : model.name;
  const bits = Array.from({ length: model.bits }, (_, bit) => bit);
  const weightPorts = weights === 'ports' ? synapses.flatMap((k) => bits.map((bit) => `w${k}_${bit}`)) : [];
  const ports = [...synapses.flatMap((k) => [`x${k}p`, `x${k}n`]), ...weightPorts, 'outp', 'outn', 'vdd', 'vss'];
  const list = (lead: string, names: readonly string[], end: string): string[] =>
    wrap(`${lead}${names.join(', ')}${end}`);
  return [
    ...behaviourNotes(model).map((line) => `// ${line}`),
    ...(weights === 'ports'
      ? ['// Here weight bit B of synapse K is 1 where port wK_B is above half the supply.']
      : []),
    '`include "disciplines.vams"',
    '',
    ...list(`module ${name}(`, ports, ');'),
    ...list('  inout ', ports, ';'),
    ...list('  electrical ', ports, ';'),
    ...parameters(model).map(
      ([key, value, note]) => `  parameter real ${key} = ${value} from ${range(value)}; // ${note}`,
    ),
    ...(weights === 'ports'
      ? ['  parameter real cw = 1e-16 from [0:inf); // capacitance of a weight port, F']
      : synapses.map((k) => `  parameter real w${k} = ${model.units} from [0:${model.units}];`)),
    ...['drive', 'part', 'coupling', 'full', 'rested', ...driveVariables(model)].map((key) => `  real ${key};`),
    '  analog begin',
    '    drive = 0;',
    '    full = 0;',
    '    rested = ln(1+exp(inversion));',
    ...synapses.flatMap((k) => [
      ...driveStatements(model, k, weights),
      '    drive = drive+part;',
      '    full = full+coupling;',
      `    I(x${k}p,outn) <+ ddt(coupling*V(x${k}p,outn));`,
      `    I(x${k}n,outp) <+ ddt(coupling*V(x${k}n,outp));`,
    ]),
    ...weightPorts.map((port) => `    I(${port},vss) <+ ddt(cw*V(${port},vss));`),
    ...[
      ['outp', '-'],
      ['outn', '+'],
    ].flatMap(([node, sign]) => [
      `    I(vdd,${node}) <+ iload*pow(ln(1+exp(inversion+rate*(V(vdd,${node})-drop)))/rested,2);`,
      `    I(${node},vss) <+ iload+g*(V(${node},vss)-rest)${sign}drive;`,
      `    I(${node},vss) <+ ddt((c-full)*V(${node},vss));`,
      `    I(${node},vss) <+ white_noise(sw,"white_${node}");`,
      `    I(${node},vss) <+ flicker_noise(sf,1.0,"flicker_${node}");`,
    ]),
    ...(model.beside > 0 ? ['    I(vdd,vss) <+ beside;'] : []),
    '  end',
    'endmodule',
    '',
  ].join('\n');
}

function parameters(model: Behaviour): readonly (readonly [string, number, string])[] {
  const { load } = model;
  return [
    ...driveParameters(model),
    ['iload', load.current, 'resting current of the loads of an output node, A'],
    ['inversion', load.inversion, 'of the loads at rest, 1: EKV, current ln(1+exp(z))^2'],
    ['rate', load.rate, 'of z by the voltage across the loads, 1/V'],
    ['drop', model.supply - model.rest, 'resting voltage of the loads, V'],
    ['g', model.conductance, 'conductance of an output node beside its loads, S'],
    ['c', model.capacitance, 'capacitance of an output node, F'],
    ['sw', model.noise, 'white noise of an output node, A^2/Hz'],
    ['sf', model.flicker, 'flicker noise of an output node at 1 Hz, A^2/Hz'],
    ['rest', model.rest, 'resting voltage of the outputs, V'],
    ...(model.beside > 0 ? ([['beside', model.beside, 'current out of the supply beside the loads, A']] as const) : []),
  ];
}

function driveParameters({ drive }: Behaviour): readonly (readonly [string, number, string])[] {
  switch (drive.kind) {
    case 'bits':
      return drive.bits.flatMap(({ tail, gm, tunnelling, feedthrough }, bit) => [
        [`it${bit}`, tail, `tail current of weight bit ${bit}, A`],
        [`gm${bit}`, gm, `its transconductance, S`],
        [`gt${bit}`, tunnelling, `what tunnelling takes of it, S`],
        [`cf${bit}`, feedthrough, `its drain-gate capacitance, F`],
      ]);
    case 'steered': {
      const { pair } = drive;
      return [
        ['iu', pair.unitCurrent, 'unit current, A'],
        ['base', pair.base, 'input swing base+rise*(weight/largest)^power, V'],
        ['rise', pair.rise, 'V'],
        ['power', pair.power, '1'],
        ['gt', pair.tunnelling, 'what tunnelling takes of the transconductance, S'],
        ['cf', pair.feedthrough, 'drain-gate capacitance of the pair, F'],
      ];
    }
  }
}

/** Range of a parameter with the sign of `value`. */
const range = (value: number): string => (value > 0 ? '[0:inf)' : '(-inf:inf)');

/** Lines of a list, broken at commas before column 100. */
function wrap(line: string): string[] {
  const lines = [''];
  for (const word of line.split(/(?<=,) /)) {
    const last = nth(lines, lines.length - 1);
    if (last !== '' && last.length + word.length > 98) lines.push(`    ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
