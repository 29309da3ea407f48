/** Single transistors of the neuron in ngspice, to fit the closed form and check it. */

import { nth, ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Circuit } from '../spice/circuit.ts';
import { capacitor, resistor, source, voltageCopy } from '../spice/elements.ts';
import { runAll } from '../spice/run.ts';
import { scalar, type Waves, wave } from '../spice/spice.ts';
import { CHANNELS, cardStatements, UNIT_SIZE } from './card.ts';
import { type Conditions, type DrivenLength, NOMINAL_CONDITIONS } from './parameters.ts';

/** Bias of the driven transistor: source and drain held, the gate wherever `current` needs it. */
export interface DrivenBias {
  /** nm */
  readonly length: DrivenLength;
  /** Current pulled from the source, A: the channel's, and what tunnels from source to gate. */
  readonly pulled: number;
  /** Source to bulk, V. */
  readonly source: number;
  /** V */
  readonly drain: number;
  readonly conditions: Conditions;
}

/** Driven transistor with its source as the small-signal ground. */
export interface DrivenPoint extends DrivenBias {
  /** Channel current, A. */
  readonly current: number;
  /** Gate to bulk, V. */
  readonly gate: number;
  /** Channel current by gate voltage, S. */
  readonly gm: number;
  /** Channel current by drain voltage, S. */
  readonly gds: number;
  /** Tunnelling from drain to gate, A. */
  readonly tunnelling: number;
  /** Drain-gate capacitance, as the drain sees the gate move, F. */
  readonly cdg: number;
  /** Capacitance at the drain, F. */
  readonly cdd: number;
  /** Capacitance at the gate, F. */
  readonly cgg: number;
  /** White drain current noise, A^2/Hz. */
  readonly noise: number;
  /** Flicker drain current noise at 1 Hz, A^2. */
  readonly flicker: number;
}

/** Diode-connected load, current `current`, A. */
export interface LoadPoint {
  readonly current: number;
  readonly conditions: Conditions;
  /** Voltage across the load, V. */
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
/** Ends of the noise spectrum, Hz: flicker outweighs white noise at the first and is nothing at the last. */
const NOISE_FROM = 1;
const NOISE_TO = 1e10;

const spot = { kind: 'ac', pointsPerDecade: 1, from: FREQUENCY, to: FREQUENCY } as const;
const spectrum = { kind: 'noise', pointsPerDecade: 1, from: NOISE_FROM, to: NOISE_TO } as const;

/** Statements of the card at the temperature of `conditions`. */
const cardAt = ({ temperature }: Conditions): Circuit =>
  cardStatements(Number((temperature - ZERO_CELSIUS).toFixed(6)));

/** One unit N transistor at `bias`. */
export async function drivenTransistor(bias: DrivenBias, ngspice: Tool): Promise<DrivenPoint> {
  const { length, pulled, source: at, drain, conditions } = bias;
  const { model, sign } = CHANNELS.n;
  // Two copies: the gate is moved, the drain is moved. The gate is the ground, drain and bulk follow the source (e), and
  // a farad holds it. h1 turns drain current to voltage.
  const copy = (tag: string, gateAc: number, drainAc: number): Circuit => [
    source(`vg${tag}`, `g${tag}`, '0', { dc: 0, ac: gateAc }),
    voltageCopy(`e${tag}`, [`x${tag}`, '0'], [`s${tag}`, '0'], 1),
    source(`vd${tag}`, `d${tag}`, `x${tag}`, { dc: drain - at, ac: drainAc }),
    source(`vb${tag}`, `x${tag}`, `b${tag}`, { dc: at }),
    {
      kind: 'transistor',
      role: 'specimen',
      name: `m${tag}`,
      model,
      drain: `d${tag}`,
      gate: `g${tag}`,
      source: `s${tag}`,
      bulk: `b${tag}`,
      width: UNIT_SIZE.widthN,
      length: `${length}e-9`,
      thresholdShift: sign * conditions.thresholdShift,
    },
    source(`i${tag}`, `s${tag}`, '0', { dc: pulled }),
    capacitor(`c${tag}`, `s${tag}`, '0', 1),
  ];
  const circuit: Circuit = [
    ...cardAt(conditions),
    ...copy('1', 1, 0),
    ...copy('2', 0, 1),
    { kind: 'controlled', name: 'h1', nodes: ['o', '0'], control: ['vd2'], gain: 1 },
    resistor('auxiliary', 'r1', ['o', '0'], 1),
  ];
  const [op, ac, noise] = await runAll(ngspice, circuit, [
    { analysis: { kind: 'op' }, vectors: ['v(s1)', 'i(vd1)', '@m1[gm]', '@m1[gds]', '@m1[igd]'] },
    { analysis: spot, vectors: ['i(vd1)', 'i(vd2)', 'i(vg1)'] },
    { analysis: { ...spectrum, output: 'v(o)', source: 'vg1' } },
  ]);
  const tunnelling = -scalar(op, '@m1[igd]');
  return {
    ...bias,
    current: -scalar(op, 'i(vd1)') - tunnelling,
    gate: at - scalar(op, 'v(s1)'),
    gm: scalar(op, '@m1[gm]'),
    gds: scalar(op, '@m1[gds]'),
    tunnelling,
    cdg: scalar(ac, 'i(vd1)', 'imaginary') / OMEGA,
    cdd: -scalar(ac, 'i(vd2)', 'imaginary') / OMEGA,
    cgg: -scalar(ac, 'i(vg1)', 'imaginary') / OMEGA,
    ...whiteAndFlicker(noise, () => 1),
  };
}

/** Load transistor, one P, that carries `current`, A. */
export async function loadTransistor(
  current: number,
  ngspice: Tool,
  conditions: Conditions = NOMINAL_CONDITIONS,
): Promise<LoadPoint> {
  const { widthP: width, length } = UNIT_SIZE;
  const { model, bulk, sign } = CHANNELS.p;
  const circuit: Circuit = [
    ...cardAt(conditions),
    source('vdd', 'vdd', '0', 1),
    {
      kind: 'transistor',
      ...{ role: 'specimen', name: 'm1', model, drain: 'o', gate: 'o', source: 'vdd', bulk },
      ...{ width, length, thresholdShift: sign * conditions.thresholdShift },
    },
    source('i1', 'o', '0', { dc: current, ac: 1 }),
  ];
  const [op, ac, noise] = await runAll(ngspice, circuit, [
    { analysis: { kind: 'op' }, vectors: ['v(o)'] },
    { analysis: spot, vectors: ['v(o)'] },
    { analysis: { ...spectrum, output: 'v(o)', source: 'i1' } },
  ]);
  // 1 A out of the node: the admittance is -1/v.
  const [re, im] = [scalar(ac, 'v(o)'), scalar(ac, 'v(o)', 'imaginary')];
  const square = re ** 2 + im ** 2;
  const g = -re / square;
  const c = im / square / OMEGA;
  const admittance = (frequency: number): number => Math.hypot(g, 2 * Math.PI * frequency * c);
  return { current, conditions, voltage: 1 - scalar(op, 'v(o)'), g, c, ...whiteAndFlicker(noise, admittance) };
}

/** Current noise W + K/f from the first and the last point of a spectrum. Its volts turn to amperes by `admittance`. */
function whiteAndFlicker(run: Waves, admittance: (frequency: number) => number): { noise: number; flicker: number } {
  const frequency = wave(run, 'frequency');
  const density = wave(run, 'onoise_spectrum');
  const at = (index: number): readonly [number, number] => {
    const f = nth(frequency, index);
    return [f, (nth(density, index) * admittance(f)) ** 2];
  };
  const [low, atLow] = at(0);
  const [high, atHigh] = at(frequency.length - 1);
  const noise = (high * atHigh - low * atLow) / (high - low);
  return { noise, flicker: (atLow - noise) * low };
}
