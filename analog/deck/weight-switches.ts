/** Switches of the weight bits and their controls. */

import type { Design } from '../neuron/design.ts';
import { switchDevices } from '../neuron/weight-switches.ts';
import type { Circuit, Element, Source, Stimulus } from '../spice/circuit.ts';
import { behavioural, source, voltageCopy } from '../spice/elements.ts';
import { device } from './transistor-device.ts';

/** Weight bit that changes: its control voltage and the complement, 0 to the supply. */
export interface BitWave {
  readonly on: Stimulus;
  readonly off: Stimulus;
}

/** Weight: a number, the name of a parameter, or waves of its bits. Waves begin with the least significant bit. */
export type Weight = number | string | readonly BitWave[];

/** Weight bit that stays: known, 0 or 1, or an expression of a parameter. */
export type StaticBit =
  | { readonly kind: 'known'; readonly value: 0 | 1 }
  | { readonly kind: 'expression'; readonly value: string };

/** Weight bit that stays or changes. */
export type Bit = StaticBit | { readonly kind: 'wave'; readonly wave: BitWave };

/** Bit `bit` of a weight. */
export function bitOf({ bits }: Design, weight: Weight, bit: number): Bit {
  if (typeof weight !== 'object') return staticBit(weight, bit);
  const wave = weight[bit];
  if (!wave || weight.length !== bits) throw new RangeError(`a weight must have ${bits} waves: ${weight.length}`);
  return { kind: 'wave', wave };
}

/** Bit `bit` of a weight that stays. */
export function staticBit(weight: number | string, bit: number): StaticBit {
  if (typeof weight === 'number') return { kind: 'known', value: Math.floor(weight / 2 ** bit) % 2 === 1 ? 1 : 0 };
  return { kind: 'expression', value: `floor(${weight}/${2 ** bit})-2*floor(${weight}/${2 ** (bit + 1)})` };
}

/** Sources of a bit and its complement as voltages, nodes `onTAG` and `offTAG`. Real switches and waves need them. */
export function controls(design: Design, tag: string, bit: Bit): readonly Element[] {
  const both = (on: Stimulus, off: Stimulus): readonly Element[] => [
    source(`von${tag}`, `on${tag}`, '0', on),
    source(`voff${tag}`, `off${tag}`, '0', off),
  ];
  if (bit.kind === 'wave') return both(bit.wave.on, bit.wave.off);
  if (design.switches === 'ideal') return [];
  return both({ dc: `{(${bit.value})*${design.supply}}` }, { dc: `{(1-(${bit.value}))*${design.supply}}` });
}

/** Sources of the controls of real switches: 0 or the supply. */
export const controlsOf = (circuit: Circuit): readonly Source[] =>
  circuit.filter((element): element is Source => element.kind === 'source' && /^vo(?:n|ff)/.test(element.name));

/** Gate of a pair's side: at `input` where the weight bit is 1, at the common mode where it is 0. */
export function gateSwitch(
  design: Design,
  tag: string,
  bit: Bit,
  input: string,
  devices: number,
): { readonly node: string; readonly elements: readonly Element[] } {
  const node = `g${tag}`;
  if (design.switches === 'transistors') {
    const common = { role: 'switch', source: node, count: switchDevices(devices) } as const;
    const gate = (name: string, drain: string, on: string, off: string): readonly Element[] => [
      device(design, { ...common, name: `${name}n${tag}`, kind: 'n', drain, gate: on }),
      device(design, { ...common, name: `${name}p${tag}`, kind: 'p', drain, gate: off }),
    ];
    return {
      node,
      elements: [
        ...controls(design, tag, bit),
        ...gate('x', input, `on${tag}`, `off${tag}`),
        ...gate('y', 'cm', `off${tag}`, `on${tag}`),
      ],
    };
  }
  switch (bit.kind) {
    case 'known':
      return { node: bit.value === 1 ? input : 'cm', elements: [] };
    case 'expression':
      return { node, elements: [voltageCopy(`e${tag}`, [node, 'cm'], [input, 'cm'], `{${bit.value}}`)] };
    case 'wave': {
      const voltage = `v(on${tag})*${1 / design.supply}*v(${input},cm)`;
      return {
        node,
        elements: [...controls(design, tag, bit), behavioural(`b${tag}`, [node, 'cm'], 'v', voltage)],
      };
    }
  }
}
