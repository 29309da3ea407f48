/** Lines of SPICE that the neuron's transistor decks are made of. */

import { cardLines } from './card.ts';
import { type Design, pairsAt } from './design.ts';
import { UNIT_SIZE } from './device-bias.ts';
import { MIRROR_LENGTH } from './resting-point.ts';

/** By how much a transistor differs from its model. */
export interface Deviation {
  /** Added to the size of its threshold, V. */
  readonly threshold: number;
  /** Of its current factor, 1. */
  readonly beta: number;
}
/** Deviation of the transistor `name`, of `area` m^2 of gate. */
export type Deviations = (name: string, area: number) => Deviation;

/** What one synapse, or `count` equal ones, is wired to. */
export interface SynapseWiring {
  /** Prefix of its names; unique in a deck. */
  readonly prefix: string;
  readonly count: number;
  /** Its weight: a number, or the name of a parameter. */
  readonly weight: number | string;
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
    const on = bitOf(wiring.weight, bit);
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
  if (ideal) {
    const current = (share: string): string => `{${share}*${count * design.unitCurrent}}`;
    const tails = [
      `itd${prefix} t${prefix}d 0 dc ${current(`${weight}`)}`,
      `iti${prefix} t${prefix}i 0 dc ${current(`(${design.units}-${weight})`)}`,
    ];
    return [...pairs, ...tails];
  }
  const bits = Array.from({ length: design.bits }, (_, bit) => bit).flatMap((bit) => {
    const tag = `${prefix}${bit}`;
    const on = bitOf(weight, bit);
    const steer = (to: string, gate: string, closed: string): string[] =>
      design.switches === 'ideal'
        ? [`r${to}${tag} t${prefix}${to} b${tag} {(${closed})>0.5 ? 1 : 1e15}`]
        : [
            device(design, {
              name: `s${to}${tag}`,
              kind: 'n',
              drain: `t${prefix}${to}`,
              gate,
              source: `b${tag}`,
              count,
              deviations: wiring.deviations,
            }),
          ];
    return [
      ...controlLines(design, tag, on),
      ...steer('d', `on${tag}`, on.value),
      ...steer('i', `off${tag}`, `1-(${on.value})`),
      ...tailLines(design, wiring, tag, `b${tag}`, count * 2 ** bit),
    ];
  });
  return [...pairs, ...bits];
}

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

/** A weight bit: known (`0` or `1`), or an expression of a parameter. */
interface Bit {
  readonly value: string;
  readonly known: boolean;
}

function bitOf(weight: number | string, bit: number): Bit {
  if (typeof weight === 'number') return { value: `${Math.floor(weight / 2 ** bit) % 2}`, known: true };
  return { value: `floor(${weight}/${2 ** bit})-2*floor(${weight}/${2 ** (bit + 1)})`, known: false };
}

/** Nodes `onTAG` and `offTAG` that carry a weight bit and its complement as voltages; only real switches need them. */
function controlLines(design: Design, tag: string, { value }: Bit): readonly string[] {
  if (design.switches === 'ideal') return [];
  return [
    `von${tag} on${tag} 0 dc {(${value})*${design.supply}}`,
    `voff${tag} off${tag} 0 dc {(1-(${value}))*${design.supply}}`,
  ];
}

/** The gate of a pair's side: connected to `input` where the weight bit is 1, to the common mode where it is 0. */
function gateSwitch(
  design: Design,
  tag: string,
  bit: Bit,
  input: string,
  devices: number,
): { readonly node: string; readonly lines: readonly string[] } {
  if (design.switches === 'ideal') {
    if (bit.known) return { node: bit.value === '1' ? input : 'cm', lines: [] };
    return { node: `g${tag}`, lines: [`e${tag} g${tag} cm ${input} cm {${bit.value}}`] };
  }
  // Transmission gates as wide as an eighth of what they drive: their resistance times its gates stays far above the band.
  const count = Math.max(1, Math.round(devices / 8));
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

interface Device {
  readonly name: string;
  readonly kind: 'n' | 'p';
  readonly drain: string;
  readonly gate: string;
  readonly source: string;
  /** Unit transistors side by side. */
  readonly count: number;
  /** m; default: the shortest. */
  readonly length?: number;
  readonly deviations?: Deviations | undefined;
}

/** `count` unit transistors as one instance. A positive `delvto` raises the threshold of an N, and lowers the size of a P's. */
function device(
  design: Design,
  { name, kind, drain, gate, source, count, length = UNIT_SIZE.length, deviations }: Device,
): string {
  const width = kind === 'n' ? UNIT_SIZE.widthN : UNIT_SIZE.widthP;
  const own = deviations?.(name, width * length * count) ?? { threshold: 0, beta: 0 };
  const conditions = kind === 'n' ? design.conditionsN : design.conditionsP;
  const shift = conditions.thresholdShift + own.threshold;
  const model = kind === 'n' ? `0 PTM65N` : `vdd PTM65P`;
  const delta = shift === 0 ? '' : ` delvto=${kind === 'n' ? shift : -shift}`;
  return `m${name} ${drain} ${gate} ${source} ${model} w=${width * (1 + own.beta)} l=${length} m=${count}${delta} rbodymod=0 rgatemod=0`;
}
