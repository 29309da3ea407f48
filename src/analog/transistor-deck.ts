/** The neuron as transistors, in SPICE's words. */

import type { AnalogNeuron } from '../gen/index.ts';
import { CARD, CARD_LINES } from './card.ts';
import { type Design, designOf } from './design.ts';
import { UNIT_SIZE } from './device-bias.ts';

/**
 * The circuit that is analysed: synapse 0 at its largest weight between the nodes `xp` and `xn`, which the source `vin` drives
 * differentially; the others at their largest weight without input, merged into pairs as wide as all of them, which
 * is exact since they are equal. Outputs `outp` and `outn`, supply current in `vdd`, tail nodes of synapse 0 `t0`, `t1`...
 */
export function analysedCircuit(design: Design): string {
  const bits = Array.from({ length: design.bits }, (_, bit) => bit);
  const idle = design.synapses - 1;
  return [
    ...CARD_LINES,
    `vdd vdd 0 dc ${design.supply}`,
    `vcm cm 0 dc ${design.commonMode}`,
    ...INPUT_LINES,
    ...bits.flatMap((bit) => pairLines(`${bit}`, 'xp', 'xn', 2 ** bit, `${2 ** bit * design.unitCurrent}`)),
    ...(idle > 0
      ? bits.flatMap((bit) => {
          const units = idle * 2 ** bit;
          return pairLines(`i${bit}`, 'cm', 'cm', units, `${units * design.unitCurrent}`);
        })
      : []),
    ...loadLines(design),
  ].join('\n');
}

/**
 * A deck for the user: every synapse with its weight as a parameter, ideal weight switches, and a control section that
 * prints power, gain, bandwidth and noise. It includes the card, which the user supplies.
 */
export function transistorDeck(neuron: AnalogNeuron): string {
  const design = designOf(neuron);
  const { name, bits, synapses, units } = design;
  const synapse = Array.from({ length: synapses }, (_, k) => k);
  const pair = (k: number, bit: number): string[] => {
    const tag = `${k}_${bit}`;
    const on = `{floor(w${k}/${2 ** bit})-2*floor(w${k}/${2 ** (bit + 1)})}`;
    return [
      `ep${tag} gp${tag} cm x${k}p cm ${on}`,
      `en${tag} gn${tag} cm x${k}n cm ${on}`,
      ...pairLines(tag, `gp${tag}`, `gn${tag}`, 2 ** bit, `{${2 ** bit}*iunit}`),
    ];
  };
  return [
    `* ${name}: small-signal mixed-signal neuron, ${bits} bits, ${synapses} synapse(s), as transistors`,
    '*',
    `* ${CARD.file}, ${CARD.name}, is not part of this file: it belongs to Arizona State`,
    `* University. It comes with the npm package ${CARD.package} (the simulator there finds it by this name) and`,
    '* with the PTM models of ASU (ptm.asu.edu); it must hold the models PTM65N and PTM65P. Put it beside this file.',
    '* Synapse k: input between xKp and xKn around the common mode; weight wK, 0 to 2^bits - 1. Ideal tails and switches.',
    ...CARD_LINES,
    `.param iunit=${design.unitCurrent} supply=${design.supply} vcm=${design.commonMode}`,
    ...synapse.map((k) => `.param w${k}=${units}`),
    '',
    'vdd vdd 0 dc {supply}',
    'vcm cm 0 dc {vcm}',
    '* differential input of synapse 0; the others rest at the common mode',
    ...INPUT_LINES.map((line) => line.replace(/\bx([pn])\b/, 'x0$1')),
    ...synapse.slice(1).flatMap((k) => [`vx${k}p x${k}p cm dc 0`, `vx${k}n x${k}n cm dc 0`]),
    '',
    ...synapse.flatMap((k) => [`* synapse ${k}`, ...Array.from({ length: bits }, (_, bit) => pair(k, bit)).flat()]),
    '* loads',
    ...loadLines(design),
    '',
    '.control',
    'op',
    'let power = -i(vdd)*v(vdd)',
    'print power v(outp) v(t0_0)',
    'ac dec 20 1e2 1e12',
    'let magnitude = mag(v(outp)-v(outn))',
    'let gain = magnitude[0]',
    'let relative = magnitude/magnitude[0]',
    'print gain',
    'meas ac bandwidth when relative=0.7071068 fall=1',
    'noise v(outp,outn) vin dec 20 1 1e12',
    'setplot noise2',
    'print onoise_total',
    '.endc',
    '.end',
    '',
  ].join('\n');
}

/** `vin` is the whole differential input. */
const INPUT_LINES: readonly string[] = ['vin in 0 dc 0 ac 1', 'exp xp cm in 0 0.5', 'exn xn cm in 0 -0.5'];

/** One pair and its tail; a positive input at `gateP` raises `outp`, so its drain is `outn`. */
function pairLines(tag: string, gateP: string, gateN: string, units: number, tail: string): string[] {
  const device = (name: string, drain: string, gate: string): string =>
    `m${name}${tag} ${drain} ${gate} t${tag} 0 PTM65N w=${UNIT_SIZE.widthN} l=${UNIT_SIZE.length} m=${units} rbodymod=0 rgatemod=0`;
  return [device('p', 'outn', gateP), device('n', 'outp', gateN), `it${tag} t${tag} 0 dc ${tail}`];
}

function loadLines({ loads }: Design): string[] {
  const load = (name: string, node: string): string =>
    `ml${name} ${node} ${node} vdd vdd PTM65P w=${UNIT_SIZE.widthP} l=${UNIT_SIZE.length} m=${loads} rbodymod=0 rgatemod=0`;
  return [load('p', 'outp'), load('n', 'outn')];
}
