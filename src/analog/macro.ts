/** The neuron as a SPICE subcircuit of ideal elements for ngspice: the same equations as its Verilog-A. */

import type { AnalogNeuron } from '../gen/index.ts';
import { behaviourNotes, behaviourOf } from './behaviour.ts';

/** Noise is taken from resistors of this size, ohm, at 27 C, and scaled by a controlled source. */
const NOISE_RESISTOR = 1e3;
/** 27 C, K. */
const KELVIN = 300.15;
const BOLTZMANN = 1.380649e-23;

/**
 * `analog/NAME_macro.cir`: subcircuit NAME x0p x0n ... outp outn vdd vss with the parameters w0, w1, ...
 * Throws where the closed form does not hold. The embedded ngspice ran it with 1000 synapses; 4096 are too much for its
 * memory.
 */
export function macro(neuron: AnalogNeuron): string {
  const model = behaviourOf(neuron);
  const synapses = Array.from({ length: model.synapses }, (_, k) => k);
  const ports = [...synapses.map((k) => `x${k}p x${k}n`), 'outp', 'outn', 'vdd', 'vss'];
  const weights = synapses.map((k) => `w${k}=${model.units}`);
  const { unitCurrent: iu, gm, feedthrough: cf } = model;
  // The resistor's noise voltage, 4kTR + kf (1 V)^2/f, drives `scale` amperes a volt; the 1 V across it is taken off again.
  const scale = Math.sqrt(model.noise / (4 * BOLTZMANN * KELVIN * NOISE_RESISTOR));
  const kf = model.flicker / scale ** 2;
  // Of a pair's drain-gate capacitance the connected units lead to the input, the others to the common mode.
  const fixed = model.capacitance - cf * model.units * model.synapses;
  const drive = (k: number, sign: string): string => `${sign}0.5*${iu}*w${k}*tanh(${gm / iu}*v(x${k}p,x${k}n))`;
  const node = (name: string, sign: string, coupled: 'n' | 'p'): string[] => [
    `* ${name}: conductance to the resting voltage (noiseless), capacitance, drive, noise`,
    `b${name} ${name} vss i=${model.conductance}*(v(${name},vss)-${model.rest})`,
    `c${name} ${name} vss ${fixed}`,
    ...synapses.flatMap((k) => [
      `bd${name}${k} ${name} vss i=${drive(k, sign)}`,
      `cf${name}${k} x${k}${coupled} ${name} {${cf}*w${k}}`,
      `cg${name}${k} ${name} vss {${cf}*(${model.units}-w${k})}`,
    ]),
    `in${name} vss n${name} dc ${1 / NOISE_RESISTOR}`,
    `rn${name} n${name} vss ${NOISE_RESISTOR} flicker`,
    `gn${name} ${name} vss n${name} one ${scale}`,
  ];
  return [
    ...behaviourNotes(model, neuron.bits).map((line) => `* ${line}`),
    `* Use: x1 ${[...ports, model.name].join(' ')} w0=${model.units}; noise as at 27 C with .options temp=27`,
    `.subckt ${model.name} ${[...ports, 'params:', ...weights].join('\n+ ')}`,
    ...node('outp', '-', 'n'),
    ...node('outn', '', 'p'),
    'vone one vss dc 1',
    `.model flicker r kf=${kf} af=2`,
    `isupply vdd vss ${model.supplyCurrent}`,
    `.ends ${model.name}`,
    '',
  ].join('\n');
}
