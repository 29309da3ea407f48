/** SPICE macro of a neuron: a subcircuit of ideal elements for ngspice. Its equations are those of the Verilog-A. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { BOLTZMANN, ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Circuit, Element } from '../spice/circuit.ts';
import { behavioural, capacitor, comment, resistor, source } from '../spice/elements.ts';
import { printCircuit } from '../spice/print.ts';
import { type Behaviour, behaviourOf } from './behaviour.ts';
import { behaviourNotes } from './notes.ts';

/** Resistor whose noise a controlled source scales, ohm. */
const NOISE_RESISTOR = 1e3;
/**
 * Text of `analog/NAME_macro.cir`. Subcircuit NAME x0p x0n ... outp outn vdd vss with the parameters w0, w1, ... Throws
 * where the closed form does not hold. The embedded ngspice ran it with 1000 synapses; 4096 are too much for its
 * memory.
 */
export const macro = (neuron: AnalogNeuron): string => `${printCircuit(macroStatements(behaviourOf(neuron)))}\n`;

/** Subcircuit of the macro, under comments that describe it. */
export function macroStatements(model: Behaviour): Circuit {
  const { name, units, temperature } = model;
  const synapses = Array.from({ length: model.synapses }, (_, k) => k);
  const ports = [...synapses.map((k) => [`x${k}p`, `x${k}n`]), ['outp'], ['outn'], ['vdd'], ['vss']];
  const celsius = (temperature - ZERO_CELSIUS).toFixed(2);
  return [
    ...behaviourNotes(model).map(comment),
    comment(`Use: x1 ${[...ports.flat(), name].join(' ')} w0=${units}; noise as at ${celsius} C with .options temp`),
    {
      kind: 'subcircuit',
      name,
      ports,
      parameters: Object.fromEntries(synapses.map((k) => [`w${k}`, units])),
      circuit: [
        ...outputNode(model, 'outp', '-', 'n'),
        ...outputNode(model, 'outn', '', 'p'),
        ...(model.beside > 0 ? [source('ibeside', 'vdd', 'vss', { dc: model.beside })] : []),
        source('vone', 'one', 'vss', { dc: 1 }),
        {
          kind: 'model',
          name: 'flicker',
          of: 'r',
          parameters: [{ kf: model.flicker / noiseScale(model) ** 2, af: 2 }],
        },
      ],
    },
  ];
}

/**
 * Scale of the noise source, amperes a volt. The resistor's noise voltage, 4kTR + kf (1 V)^2/f, drives it; the 1 V
 * across it is taken off again.
 */
const noiseScale = ({ noise, temperature }: Behaviour): number =>
  Math.sqrt(noise / (4 * BOLTZMANN * temperature * NOISE_RESISTOR));

/**
 * Elements at the output node `name`. The synapses drive it with `sign` and couple to it through their inputs
 * `coupled`.
 */
function outputNode(model: Behaviour, name: string, sign: '-' | '', coupled: 'n' | 'p'): Circuit {
  const { load, rest, supply, conductance, synapses } = model;
  const full = feedthroughAt(model, model.units);
  const rested = Math.log1p(Math.exp(load.inversion));
  const drop = `(v(vdd,${name})-${supply - rest})`;
  return [
    comment(`${name}: loads, conductance to the resting voltage (noiseless), capacitance, drive, noise`),
    behavioural(
      `bl${name}`,
      ['vdd', name],
      'i',
      `${load.current}*(ln(1+exp(${load.inversion}+${load.rate}*${drop}))/${rested})^2`,
    ),
    behavioural(`b${name}`, [name, 'vss'], 'i', `${load.current}+${conductance}*(v(${name},vss)-${rest})`),
    capacitor(`c${name}`, name, 'vss', model.capacitance - synapses * full),
    ...Array.from({ length: synapses }, (_, k) => [
      ...drives(model, k, name, sign),
      capacitor(`cf${name}${k}`, `x${k}${coupled}`, name, `{${feedthrough(model, k)}}`),
      capacitor(`cg${name}${k}`, name, 'vss', `{${full}-(${feedthrough(model, k)})}`),
    ]).flat(),
    source(`in${name}`, 'vss', `n${name}`, { dc: 1 / NOISE_RESISTOR }),
    { ...resistor('auxiliary', `rn${name}`, [`n${name}`, 'vss'], NOISE_RESISTOR), model: 'flicker' },
    {
      kind: 'controlled',
      name: `gn${name}`,
      nodes: [name, 'vss'],
      control: [`n${name}`, 'one'],
      gain: noiseScale(model),
    },
  ];
}

/** Expression of bit `bit` of parameter w`k`. */
const bitOf = (k: number, bit: number): string => `(floor(w${k}/${2 ** bit})-2*floor(w${k}/${2 ** (bit + 1)}))`;

/** Sources that draw a synapse's drive from the node `name`, where it has `sign`. */
function drives({ drive, units }: Behaviour, k: number, name: string, sign: '-' | ''): readonly Element[] {
  const input = `v(x${k}p,x${k}n)`;
  const nodes = [name, 'vss'] as const;
  switch (drive.kind) {
    case 'bits':
      return drive.bits.map(({ tail, gm, tunnelling }, bit) => {
        const current = `(${tail / 2}*tanh(${gm / tail}*${input})-${tunnelling / 2}*${input})`;
        return behavioural(`bd${name}${k}_${bit}`, nodes, 'i', `${sign}{${bitOf(k, bit)}}*${current}`);
      });
    case 'steered': {
      const { unitCurrent, base, rise, power, tunnelling } = drive.pair;
      const slope = `1/(${base}+${rise}*pow(w${k}/${units}+1e-30,${power}))`;
      const current = `({w${k}*${unitCurrent / 2}}*tanh({${slope}}*${input})-${tunnelling / 2}*${input})`;
      return [behavioural(`bd${name}${k}`, nodes, 'i', `${sign}${current}`)];
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

/** Capacitance from a synapse's input to a node at a weight (default: the largest), F. */
function feedthroughAt({ drive }: Behaviour, weight: number): number {
  switch (drive.kind) {
    case 'bits':
      return drive.bits.reduce((sum, bit, k) => sum + (Math.floor(weight / 2 ** k) % 2) * bit.feedthrough, 0);
    case 'steered':
      return drive.pair.feedthrough;
  }
}
