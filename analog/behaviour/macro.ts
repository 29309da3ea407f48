/** The neuron as a SPICE subcircuit of ideal elements for ngspice: the same equations as its Verilog-A. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { type Behaviour, behaviourOf } from './behaviour.ts';
import { behaviourNotes } from './notes.ts';

/** Noise is taken from resistors of this size, ohm, and scaled by a controlled source. */
const NOISE_RESISTOR = 1e3;
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
  const { load, rest, supply, conductance } = model;
  // The resistor's noise voltage, 4kTR + kf (1 V)^2/f, drives `scale` amperes a volt; the 1 V across it is taken off again.
  const scale = Math.sqrt(model.noise / (4 * BOLTZMANN * model.temperature * NOISE_RESISTOR));
  const kf = model.flicker / scale ** 2;
  const fixed = model.capacitance - model.synapses * feedthroughAt(model, model.units);
  const resting = Math.log1p(Math.exp(load.inversion));
  const node = (name: string, sign: string, coupled: 'n' | 'p'): string[] => [
    `* ${name}: loads, conductance to the resting voltage (noiseless), capacitance, drive, noise`,
    `bl${name} vdd ${name} i=${load.current}*(ln(1+exp(${load.inversion}+${load.rate}*(v(vdd,${name})-${supply - rest})))/${resting})^2`,
    `b${name} ${name} vss i=${load.current}+${conductance}*(v(${name},vss)-${rest})`,
    `c${name} ${name} vss ${fixed}`,
    ...synapses.flatMap((k) => [
      ...driveLines(model, k, name, sign),
      `cf${name}${k} x${k}${coupled} ${name} {${feedthrough(model, k)}}`,
      `cg${name}${k} ${name} vss {${feedthroughAt(model, model.units)}-(${feedthrough(model, k)})}`,
    ]),
    `in${name} vss n${name} dc ${1 / NOISE_RESISTOR}`,
    `rn${name} n${name} vss ${NOISE_RESISTOR} flicker`,
    `gn${name} ${name} vss n${name} one ${scale}`,
  ];
  return [
    ...behaviourNotes(model).map((line) => `* ${line}`),
    `* Use: x1 ${[...ports, model.name].join(' ')} w0=${model.units}; noise as at ${(model.temperature - 273.15).toFixed(2)} C with .options temp`,
    `.subckt ${model.name} ${[...ports, 'params:', ...weights].join('\n+ ')}`,
    ...node('outp', '-', 'n'),
    ...node('outn', '', 'p'),
    'vone one vss dc 1',
    `.model flicker r kf=${kf} af=2`,
    `.ends ${model.name}`,
    '',
  ].join('\n');
}

/** Bit `bit` of parameter w`k`. */
const bitOf = (k: number, bit: number): string => `(floor(w${k}/${2 ** bit})-2*floor(w${k}/${2 ** (bit + 1)}))`;

/** Sources that draw a synapse's drive from the node `name`; `sign` is that of the drive there. */
function driveLines({ drive, units }: Behaviour, k: number, name: string, sign: string): string[] {
  const input = `v(x${k}p,x${k}n)`;
  switch (drive.kind) {
    case 'bits':
      return drive.bits.map(
        ({ tail, gm, tunnelling }, bit) =>
          `bd${name}${k}_${bit} ${name} vss i=${sign}{${bitOf(k, bit)}}*(${tail / 2}*tanh(${gm / tail}*${input})-${tunnelling / 2}*${input})`,
      );
    case 'steered': {
      const { unitCurrent, base, rise, power, tunnelling } = drive.pair;
      const slope = `1/(${base}+${rise}*pow(w${k}/${units}+1e-30,${power}))`;
      return [
        `bd${name}${k} ${name} vss i=${sign}({w${k}*${unitCurrent / 2}}*tanh({${slope}}*${input})-${tunnelling / 2}*${input})`,
      ];
    }
  }
}

/** Capacitance from synapse `k`'s input to a node, as an expression of its weight, F. */
function feedthrough({ drive }: Behaviour, k: number): string {
  switch (drive.kind) {
    case 'bits':
      return drive.bits.map(({ feedthrough: c }, bit) => `${c}*${bitOf(k, bit)}`).join('+');
    case 'steered':
      return `${drive.pair.feedthrough}`;
  }
}

/** The same at the largest weight, or a given one, F. */
function feedthroughAt({ drive }: Behaviour, weight: number): number {
  switch (drive.kind) {
    case 'bits':
      return drive.bits.reduce((sum, bit, k) => sum + (Math.floor(weight / 2 ** k) % 2) * bit.feedthrough, 0);
    case 'steered':
      return drive.pair.feedthrough;
  }
}
