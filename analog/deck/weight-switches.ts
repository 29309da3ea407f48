/** The switches of the weight bits and what controls them, as lines of SPICE. */

import type { Design } from '../neuron/design.ts';
import { device } from './transistor-device.ts';

/** A weight bit that changes: sources of its control voltage and of the complement, 0 to the supply, as SPICE writes them. */
export interface BitWave {
  readonly on: string;
  readonly off: string;
}

/** A number, the name of a parameter, or waves of its bits, the least significant first. */
export type Weight = number | string | readonly BitWave[];

/** A weight bit: known (`0` or `1`), an expression of a parameter, or a wave. */
export interface Bit {
  readonly value: string;
  readonly known: boolean;
  readonly wave?: BitWave;
}

/** Bit `bit` of a weight. */
export function bitOf({ bits }: Design, weight: Weight, bit: number): Bit {
  if (typeof weight === 'number') return { value: `${Math.floor(weight / 2 ** bit) % 2}`, known: true };
  if (typeof weight === 'object') {
    const wave = weight[bit];
    if (!wave || weight.length !== bits) throw new RangeError(`a weight must have ${bits} waves: ${weight.length}`);
    return { value: 'a wave', known: false, wave };
  }
  return { value: `floor(${weight}/${2 ** bit})-2*floor(${weight}/${2 ** (bit + 1)})`, known: false };
}

/** Nodes `onTAG` and `offTAG` that carry a bit and its complement as voltages; real switches and waves need them. */
export function controlLines(design: Design, tag: string, { value, wave }: Bit): readonly string[] {
  if (wave) return [`von${tag} on${tag} 0 ${wave.on}`, `voff${tag} off${tag} 0 ${wave.off}`];
  if (design.switches === 'ideal') return [];
  return [
    `von${tag} on${tag} 0 dc {(${value})*${design.supply}}`,
    `voff${tag} off${tag} 0 dc {(1-(${value}))*${design.supply}}`,
  ];
}

/** The gate of a pair's side: connected to `input` where the weight bit is 1, to the common mode where it is 0. */
export function gateSwitch(
  design: Design,
  tag: string,
  bit: Bit,
  input: string,
  devices: number,
): { readonly node: string; readonly lines: readonly string[] } {
  if (design.switches === 'ideal') {
    if (bit.known) return { node: bit.value === '1' ? input : 'cm', lines: [] };
    if (bit.wave) {
      const source = `b${tag} g${tag} cm v=v(on${tag})*${1 / design.supply}*v(${input},cm)`;
      return { node: `g${tag}`, lines: [...controlLines(design, tag, bit), source] };
    }
    return { node: `g${tag}`, lines: [`e${tag} g${tag} cm ${input} cm {${bit.value}}`] };
  }
  const count = switchDevices(devices);
  const gate = (name: string, from: string, on: string, off: string): string[] => [
    device(design, { name: `${name}n${tag}`, kind: 'n', drain: from, gate: on, source: `g${tag}`, count }),
    device(design, { name: `${name}p${tag}`, kind: 'p', drain: from, gate: off, source: `g${tag}`, count }),
  ];
  return {
    node: `g${tag}`,
    lines: [
      ...controlLines(design, tag, bit),
      ...gate('x', input, `on${tag}`, `off${tag}`),
      ...gate('y', 'cm', `off${tag}`, `on${tag}`),
    ],
  };
}

/**
 * Unit transistors of each type in a transmission gate that drives `devices`: as wide as an eighth of them, so that its
 * resistance times their gates stays far above the band.
 */
export const switchDevices = (devices: number): number => Math.max(1, Math.round(devices / 8));
