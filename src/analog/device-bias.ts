/** Single transistors of the neuron in ngspice: what the fit of the closed form is made and checked with. */

import type { Tool } from '../tools/tool.ts';
import { CARD_LINES } from './card.ts';
import { scalar, simulate, type Waves, wave } from './spice.ts';

/** Unit transistors of the mixed-signal neuron, m. */
export const UNIT_SIZE = { widthN: 100e-9, widthP: 200e-9, length: 65e-9 } as const;

/** The driven transistor: gate and drain at fixed voltages, the current pulled from its source. */
export interface DrivenBias {
  /** A */
  readonly current: number;
  /** To ground, which is the bulk, V. */
  readonly gate: number;
  /** V */
  readonly drain: number;
}

/** A driven transistor with its source as the small-signal ground. */
export interface DrivenPoint extends DrivenBias {
  /** V */
  readonly source: number;
  /** Drain current by gate voltage, less the tunnelling's slope, S. */
  readonly gm: number;
  /** Drain current by drain voltage, the tunnelling's slope included, S. */
  readonly gds: number;
  /** Tunnelling from drain to gate, A. */
  readonly tunnelling: number;
  /** Between drain and gate, as the drain sees the gate move, F. */
  readonly cdg: number;
  /** At the drain, F. */
  readonly cdd: number;
  /** White drain current noise, A^2/Hz. */
  readonly noise: number;
  /** Flicker drain current noise at 1 Hz, A^2. */
  readonly flicker: number;
}

/** The diode-connected load, current `current`, A. */
export interface LoadPoint {
  readonly current: number;
  /** Across it, V. */
  readonly voltage: number;
  /** Conductance, S. */
  readonly g: number;
  /** F */
  readonly c: number;
  /** White current noise, A^2/Hz. */
  readonly noise: number;
  /** Flicker current noise at 1 Hz, A^2. */
  readonly flicker: number;
}

/** Frequency of the small-signal measurements, Hz: low enough for the card's terminals to follow. */
const FREQUENCY = 1e6;
const OMEGA = 2 * Math.PI * FREQUENCY;
/** Flicker outweighs white noise at the first and is nothing at the last, Hz. */
const NOISE_FROM = 1;
const NOISE_TO = 1e10;

const spot = { kind: 'ac', pointsPerDecade: 1, from: FREQUENCY, to: FREQUENCY } as const;
const spectrum = { kind: 'noise', pointsPerDecade: 1, from: NOISE_FROM, to: NOISE_TO } as const;

/** One unit N transistor at `bias`. */
export async function drivenTransistor(bias: DrivenBias, ngspice: Tool): Promise<DrivenPoint> {
  const { widthN, length } = UNIT_SIZE;
  // Two copies: the gate is moved, the drain is moved. A farad grounds each source; h1 turns drain current to voltage.
  const copy = (tag: string, gateAc: number, drainAc: number): string[] => [
    `vg${tag} g${tag} 0 dc ${bias.gate} ac ${gateAc}`,
    `vd${tag} d${tag} 0 dc ${bias.drain} ac ${drainAc}`,
    `m${tag} d${tag} g${tag} s${tag} 0 PTM65N w=${widthN} l=${length} rbodymod=0 rgatemod=0`,
    `i${tag} s${tag} 0 dc ${bias.current}`,
    `c${tag} s${tag} 0 1`,
  ];
  const circuit = [...CARD_LINES, ...copy('1', 1, 0), ...copy('2', 0, 1), 'h1 o 0 vd2 1', 'r1 o 0 1'].join('\n');
  const [op, ac, noise] = await simulate(ngspice, {
    circuit,
    runs: [
      { analysis: { kind: 'op' }, vectors: ['v(s1)', '@m1[gm]', '@m1[gds]', '@m1[igd]'] },
      { analysis: spot, vectors: ['i(vd1)', 'i(vd2)'] },
      { analysis: { ...spectrum, output: 'v(o)', source: 'vg1' } },
    ],
  });
  if (!op || !ac || !noise) throw new RangeError('a run is missing');
  return {
    ...bias,
    source: scalar(op, 'v(s1)'),
    gm: scalar(op, '@m1[gm]'),
    gds: scalar(op, '@m1[gds]'),
    tunnelling: -scalar(op, '@m1[igd]'),
    cdg: imaginary(ac, 'i(vd1)') / OMEGA,
    cdd: -imaginary(ac, 'i(vd2)') / OMEGA,
    ...whiteAndFlicker(noise, () => 1),
  };
}

/** One P load transistor that carries `current`, A. */
export async function loadTransistor(current: number, ngspice: Tool): Promise<LoadPoint> {
  const { widthP, length } = UNIT_SIZE;
  const circuit = [
    ...CARD_LINES,
    'vdd vdd 0 1',
    `m1 o o vdd vdd PTM65P w=${widthP} l=${length} rbodymod=0 rgatemod=0`,
    `i1 o 0 dc ${current} ac 1`,
  ].join('\n');
  const [op, ac, noise] = await simulate(ngspice, {
    circuit,
    runs: [
      { analysis: { kind: 'op' }, vectors: ['v(o)'] },
      { analysis: spot, vectors: ['v(o)'] },
      { analysis: { ...spectrum, output: 'v(o)', source: 'i1' } },
    ],
  });
  if (!op || !ac || !noise) throw new RangeError('a run is missing');
  // 1 A out of the node: the admittance is -1/v.
  const [re, im] = [scalar(ac, 'v(o)'), imaginary(ac, 'v(o)')];
  const square = re ** 2 + im ** 2;
  const g = -re / square;
  const c = im / square / OMEGA;
  const admittance = (frequency: number): number => Math.hypot(g, 2 * Math.PI * frequency * c);
  return { current, voltage: 1 - scalar(op, 'v(o)'), g, c, ...whiteAndFlicker(noise, admittance) };
}

/** Current noise W + K/f from the first and the last point of a spectrum; `admittance` turns its volts to amperes. */
function whiteAndFlicker(run: Waves, admittance: (frequency: number) => number): { noise: number; flicker: number } {
  const frequency = wave(run, 'frequency');
  const density = wave(run, 'onoise_spectrum');
  const at = (index: number): readonly [number, number] => {
    const f = frequency.at(index) ?? Number.NaN;
    return [f, ((density.at(index) ?? Number.NaN) * admittance(f)) ** 2];
  };
  const [low, atLow] = at(0);
  const [high, atHigh] = at(-1);
  const noise = (high * atHigh - low * atLow) / (high - low);
  return { noise, flicker: (atLow - noise) * low };
}

function imaginary(run: Waves, name: string): number {
  return wave(run, name, 'imaginary')[0] ?? Number.NaN;
}
