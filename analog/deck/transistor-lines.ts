/** Lines of SPICE that the neuron's transistor decks are made of. */

import { cardLines } from '../device/card.ts';
import { type Design, pairsAt } from '../neuron/design.ts';
import { MIRROR_LENGTH } from '../neuron/resting-point.ts';
import { type Deviations, device } from './transistor-device.ts';
import { bitOf, controlLines, gateSwitch, type Weight } from './weight-switches.ts';

/** What one synapse, or `count` equal ones, is wired to. */
export interface SynapseWiring {
  /** Prefix of its names; unique in a deck. */
  readonly prefix: string;
  readonly count: number;
  readonly weight: Weight;
  /** Nodes of the inputs. */
  readonly input: { readonly p: string; readonly n: string };
  readonly deviations?: Deviations | undefined;
}

/** Card and conditions. */
export const conditionLines = (design: Design): readonly string[] =>
  cardLines(Math.round((design.conditionsN.temperature - 273.15) * 1e6) / 1e6);

/** The reference of the mirror: a diode at the unit current, whose gate voltage a buffer hands to the tails. */
export function mirrorLines(design: Design): readonly string[] {
  if (design.tails === 'ideal') return [];
  return [
    `iref vdd ref dc ${design.unitCurrent}`,
    device(design, {
      name: 'ref',
      kind: 'n',
      drain: 'ref',
      gate: 'ref',
      source: '0',
      count: 1,
      length: MIRROR_LENGTH * 1e-9,
    }),
    'ebias bias 0 ref 0 1',
  ];
}

/** Loads of both outputs. */
export function loadLines(design: Design, deviations?: Deviations): readonly string[] {
  const load = (name: string, node: string): string =>
    device(design, { name, kind: 'p', drain: node, gate: node, source: 'vdd', count: design.loads, deviations });
  const capacitance = (name: string): string[] =>
    design.loadCapacitance > 0 ? [`c${name} ${name} 0 ${design.loadCapacitance}`] : [];
  return [load('lp', 'outp'), load('ln', 'outn'), ...capacitance('outp'), ...capacitance('outn')];
}

/** A synapse: its pairs, tails and switches. A positive input raises `outp`, so the pair's P side drains `outn`. */
export function synapseLines(design: Design, wiring: SynapseWiring): readonly string[] {
  return design.sizing === 'tail-steered' ? steeredLines(design, wiring) : binaryLines(design, wiring);
}

function binaryLines(design: Design, wiring: SynapseWiring): readonly string[] {
  const { prefix, count, input } = wiring;
  return pairsAt(design, design.units).flatMap(({ tail, devices }, bit) => {
    const tag = `${prefix}${bit}`;
    const on = bitOf(design, wiring.weight, bit);
    const p = gateSwitch(design, `p${tag}`, on, input.p, count * devices);
    const n = gateSwitch(design, `n${tag}`, on, input.n, count * devices);
    const pair = pairLines(design, wiring, tag, count * devices, [p.node, n.node]);
    return [...p.lines, ...n.lines, ...pair, ...tailLines(design, wiring, tag, `t${tag}`, count * tail)];
  });
}

/** One driven pair `d` and one idle `i`; every weight bit steers its tail to one of them. */
function steeredLines(design: Design, wiring: SynapseWiring): readonly string[] {
  const { prefix, count, input, weight } = wiring;
  const devices = count * (design.devices[0] ?? 0);
  const pairs = [
    ...pairLines(design, wiring, `${prefix}d`, devices, [input.p, input.n]),
    ...pairLines(design, wiring, `${prefix}i`, devices, ['cm', 'cm']),
  ];
  const ideal = design.switches === 'ideal' && design.tails === 'ideal';
  if (ideal && typeof weight !== 'object') {
    const current = (share: string): string => `{${share}*${count * design.unitCurrent}}`;
    const tails = [
      `itd${prefix} t${prefix}d 0 dc ${current(`${weight}`)}`,
      `iti${prefix} t${prefix}i 0 dc ${current(`(${design.units}-${weight})`)}`,
    ];
    return [...pairs, ...tails];
  }
  const bits = Array.from({ length: design.bits }, (_, bit) => bit).flatMap((bit) => {
    const tag = `${prefix}${bit}`;
    const on = bitOf(design, weight, bit);
    const units = count * 2 ** bit;
    const steer = (to: string, control: string, closed: string): string => {
      const [name, from, node] = [`${to}${tag}`, `t${prefix}${to}`, `b${tag}`];
      if (design.switches === 'transistors')
        return device(design, {
          name: `s${name}`,
          kind: 'n',
          drain: from,
          gate: control,
          source: node,
          count,
          deviations: wiring.deviations,
        });
      if (!on.wave) return `r${name} ${from} ${node} {(${closed})>0.5 ? 1 : 1e15}`;
      if (design.tails === 'ideal')
        return `b${name} ${from} 0 i=v(${control})*${(units * design.unitCurrent) / design.supply}`;
      const conductance = (units * design.unitCurrent) / SWITCH_DROP;
      return `b${name} ${from} ${node} i=v(${from},${node})*${conductance}*(v(${control})>${design.supply / 2} ? 1 : 1e-9)`;
    };
    return [
      ...controlLines(design, tag, on),
      steer('d', `on${tag}`, on.value),
      steer('i', `off${tag}`, `1-(${on.value})`),
      ...(ideal ? [] : tailLines(design, wiring, tag, `b${tag}`, units)),
    ];
  });
  return [...pairs, ...bits];
}

/** Across an ideal switch that is closed by a wave, V. */
const SWITCH_DROP = 1e-4;

function pairLines(
  design: Design,
  { deviations }: SynapseWiring,
  tag: string,
  count: number,
  [gateP, gateN]: readonly [string, string],
): readonly string[] {
  const common = { kind: 'n', source: `t${tag}`, count, length: design.length, deviations } as const;
  return [
    device(design, { ...common, name: `p${tag}`, drain: 'outn', gate: gateP }),
    device(design, { ...common, name: `n${tag}`, drain: 'outp', gate: gateN }),
  ];
}

/** `units` unit currents out of `node`. */
function tailLines(
  design: Design,
  { deviations }: SynapseWiring,
  tag: string,
  node: string,
  units: number,
): readonly string[] {
  if (design.tails === 'ideal') return [`it${tag} ${node} 0 dc ${units * design.unitCurrent}`];
  const length = MIRROR_LENGTH * 1e-9;
  return [
    device(design, {
      name: `t${tag}`,
      kind: 'n',
      drain: node,
      gate: 'bias',
      source: '0',
      count: units,
      length,
      deviations,
    }),
  ];
}
