/** One synapse of the neuron as elements: pairs, tails and the switches of its weight bits. */

import { nth } from '../../numeric/index.ts';
import { type Design, pairsAt } from '../neuron/design.ts';
import { MIRROR_LENGTH } from '../neuron/resting-point.ts';
import type { Element } from '../spice/circuit.ts';
import { behavioural, resistor, source } from '../spice/elements.ts';
import { type Deviations, device } from './transistor-device.ts';
import { type Bit, bitOf, controls, gateSwitch, type Weight } from './weight-switches.ts';

/** Wiring of one synapse, or of `count` equal ones as one. */
export interface SynapseWiring {
  /** Prefix of its names, unique in a deck. */
  readonly prefix: string;
  readonly count: number;
  readonly weight: Weight;
  /** Nodes of the inputs. */
  readonly input: { readonly p: string; readonly n: string };
  readonly deviations?: Deviations | undefined;
}

/**
 * Synapse as elements: its pairs, tails and switches. A positive input raises `outp`, so the pair's P side drains
 * `outn`.
 */
export function synapse(design: Design, wiring: SynapseWiring): readonly Element[] {
  return design.sizing === 'tail-steered' ? steered(design, wiring) : binary(design, wiring);
}

function binary(design: Design, wiring: SynapseWiring): readonly Element[] {
  const { prefix, count, input } = wiring;
  return pairsAt(design, design.units).flatMap(({ tail, devices }, bit) => {
    const tag = `${prefix}${bit}`;
    const on = bitOf(design, wiring.weight, bit);
    const p = gateSwitch(design, `p${tag}`, on, input.p, count * devices);
    const n = gateSwitch(design, `n${tag}`, on, input.n, count * devices);
    return [
      ...p.elements,
      ...n.elements,
      ...pair(design, wiring, tag, count * devices, [p.node, n.node]),
      tailCurrent(design, wiring, tag, `t${tag}`, count * tail),
    ];
  });
}

/** Tail-steered synapse: one driven pair `d` and one idle `i`. Every weight bit steers its tail to one of them. */
function steered(design: Design, wiring: SynapseWiring): readonly Element[] {
  const { prefix, count, input, weight } = wiring;
  const devices = count * nth(design.devices, 0);
  const pairs = [
    ...pair(design, wiring, `${prefix}d`, devices, [input.p, input.n]),
    ...pair(design, wiring, `${prefix}i`, devices, ['cm', 'cm']),
  ];
  const ideal = design.switches === 'ideal' && design.tails === 'ideal';
  if (ideal && typeof weight !== 'object') {
    const current = (share: string) => ({ dc: `{${share}*${count * design.unitCurrent}}` });
    return [
      ...pairs,
      source(`itd${prefix}`, `t${prefix}d`, '0', current(`${weight}`)),
      source(`iti${prefix}`, `t${prefix}i`, '0', current(`(${design.units}-${weight})`)),
    ];
  }
  const bits = Array.from({ length: design.bits }, (_, bit) => bit).flatMap((bit) => {
    const tag = `${prefix}${bit}`;
    const on = bitOf(design, weight, bit);
    const units = count * 2 ** bit;
    return [
      ...controls(design, tag, on),
      steer(design, wiring, 'd', { tag, on, units }),
      steer(design, wiring, 'i', { tag, on, units }),
      ...(ideal ? [] : [tailCurrent(design, wiring, tag, `b${tag}`, units)]),
    ];
  });
  return [...pairs, ...bits];
}

/**
 * Switch from a weight bit's tail to the driven pair, or to the idle one. With an ideal tail and waves, both are in one
 * element.
 */
function steer(
  design: Design,
  { prefix, count, deviations }: SynapseWiring,
  to: 'd' | 'i',
  { tag, on, units }: { readonly tag: string; readonly on: Bit; readonly units: number },
): Element {
  const [name, from, node] = [`${to}${tag}`, `t${prefix}${to}`, `b${tag}`];
  const control = to === 'd' ? `on${tag}` : `off${tag}`;
  if (design.switches === 'transistors')
    return device(design, {
      ...{ role: 'switch', name: `s${name}`, kind: 'n', drain: from, gate: control, source: node, count, deviations },
    });
  if (on.kind !== 'wave') {
    const closed = to === 'd' ? on.value : `1-(${on.value})`;
    return resistor('switch', `r${name}`, [from, node], `{(${closed})>0.5 ? 1 : 1e15}`);
  }
  const current = units * design.unitCurrent;
  if (design.tails === 'ideal')
    return behavioural(`b${name}`, [from, '0'], 'i', `v(${control})*${current / design.supply}`);
  const closed = `(v(${control})>${design.supply / 2} ? 1 : 1e-9)`;
  return behavioural(`b${name}`, [from, node], 'i', `v(${from},${node})*${current / SWITCH_DROP}*${closed}`);
}

/** Voltage across an ideal switch that is closed by a wave, V. */
const SWITCH_DROP = 1e-4;

/** Pair TAG of `count` unit transistors a side, its sources at the node `tTAG`. */
export function pair(
  design: Design,
  { deviations }: Pick<SynapseWiring, 'deviations'>,
  tag: string,
  count: number,
  [gateP, gateN]: readonly [string, string],
): readonly Element[] {
  const names = pairNames(tag);
  const common = { role: 'pair', kind: 'n', source: `t${tag}`, count, length: design.length, deviations } as const;
  return [
    device(design, { ...common, name: names.p, drain: 'outn', gate: gateP }),
    device(design, { ...common, name: names.n, drain: 'outp', gate: gateN }),
  ];
}

/** Names of the two transistors of the pair TAG. */
export const pairNames = (tag: string): { readonly p: string; readonly n: string } => ({ p: `p${tag}`, n: `n${tag}` });

/** Name of the mirror's transistor that is the tail TAG. */
export const tailName = (tag: string): string => `t${tag}`;

/** Tail of `units` unit currents out of `node`. */
function tailCurrent(design: Design, { deviations }: SynapseWiring, tag: string, node: string, units: number): Element {
  if (design.tails === 'ideal') return source(`it${tag}`, node, '0', { dc: units * design.unitCurrent });
  return mirrorTail(design, tag, node, 'bias', units, deviations);
}

/** Transistor of a mirror that draws `units` unit currents out of `node`. */
export function mirrorTail(
  design: Design,
  tag: string,
  node: string,
  gate: string,
  units: number,
  deviations?: Deviations,
): Element {
  return device(design, {
    ...{ role: 'tail', name: tailName(tag), kind: 'n', drain: node, gate, source: '0' },
    ...{ count: units, length: MIRROR_LENGTH * 1e-9, deviations },
  });
}
