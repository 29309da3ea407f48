/** Analysis of one neuron: figures by ngspice and by closed form, corners, linearity, decks. Each call stands alone. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analysedCircuit } from '../deck/analysed-circuit.ts';
import { controlsOf } from '../deck/weight-switches.ts';
import { largeSignalAnalysed } from '../large-signal/deck.ts';
import { largeSignalCircuit, largeSignalDesign } from '../large-signal/design.ts';
import { type Design, referenceCurrent } from '../neuron/design.ts';
import { type AnalogFigures, noFigures, operatingFlags } from '../neuron/figures.ts';
import { restingPoint } from '../neuron/resting-point.ts';
import { designOf } from '../neuron/sizing.ts';
import type { Circuit } from '../spice/circuit.ts';
import { differentialMagnitude, differentialTransfer, OUTPUTS } from '../spice/differential.ts';
import { runAll, runOne } from '../spice/run.ts';
import { scalar, type Waves, wave } from '../spice/spice.ts';
import { noiseBySource } from './noise-sources.ts';

const POINTS_PER_DECADE = 20;
/** Ends of the sweep, Hz: far below and above every bandwidth from 1 pA to 1 mA. */
const SWEEP = { from: 100, to: 1e12 } as const;
/** Upper end of the noise integral, bandwidths. It starts at 1 Hz; what a first-order pole leaves above is 0.2 %. */
const NOISE_SPAN = 300;

/**
 * Figures of `neuron` at `unitCurrent` (A). One synapse is driven, all weights are at their largest. Two decks of
 * ngspice.
 */
export function analyse(neuron: AnalogNeuron, unitCurrent: number, ngspice: Tool): Promise<AnalogFigures> {
  if (neuron.mode === 'small-signal') return analyseDesign(designOf(neuron, unitCurrent), ngspice);
  const design = largeSignalDesign(neuron, unitCurrent);
  const { operatingPoint, power } = largeSignalCircuit(design);
  if (design.impossible.length > 0) return Promise.resolve(noFigures(unitCurrent, operatingPoint, design.impossible));
  const tails = (power / design.supply - referenceCurrent(design)) / (1 + operatingPoint.tunnelling);
  return analyseCircuit(design, largeSignalAnalysed(design), tails, ngspice);
}

/** Figures of a design of the small-signal neuron, conditions included. */
export function analyseDesign(design: Design, ngspice: Tool): Promise<AnalogFigures> {
  // Mirrors draw more than they should, which the formula knows; without headroom it knows nothing of them.
  const drawn = restingPoint(design).groups.reduce((sum, { all, current }) => sum + 2 * all * current, 0);
  const tails = Math.max(drawn, design.synapses * design.units * design.unitCurrent);
  return analyseCircuit(design, analysedCircuit(design), tails, ngspice);
}

/** Figures of a circuit whose tails together draw `tails`, A. */
async function analyseCircuit(design: Design, circuit: Circuit, tails: number, ngspice: Tool): Promise<AnalogFigures> {
  const { unitCurrent, supply } = design;
  const controls = controlsOf(circuit);
  // The pair of the highest current density has the lowest source.
  const tail = design.sizing === 'tail-steered' ? 'td' : `t${design.bits - 1}`;
  const analysis = { kind: 'ac', pointsPerDecade: POINTS_PER_DECADE, ...SWEEP } as const;
  const [op, ac] = await runAll(ngspice, circuit, [
    {
      analysis: { kind: 'op' },
      vectors: [
        'i(vdd)',
        'v(outp)',
        `v(${tail})`,
        ...controls.flatMap(({ name, nodes: [node] }) => [`i(${name})`, `v(${node})`]),
      ],
    },
    { analysis, vectors: OUTPUTS },
  ]);
  // Gates of real switches that stand at the supply take tunnelling current out of it too.
  const supplied = controls.reduce(
    (sum, { name, nodes: [node] }) => sum - (scalar(op, `i(${name})`) * scalar(op, `v(${node})`)) / supply,
    -scalar(op, 'i(vdd)'),
  );
  const operatingPoint = {
    tail: scalar(op, `v(${tail})`),
    output: scalar(op, 'v(outp)'),
    tunnelling: (supplied - referenceCurrent(design)) / tails - 1,
  };
  const flags = operatingFlags(operatingPoint, supply);
  if (flags.length > 0) return noFigures(unitCurrent, operatingPoint, flags);

  const power = supply * supplied;
  const { gain, bandwidth } = cornerFrequency(ac);
  if (bandwidth === undefined)
    return {
      ...noFigures(unitCurrent, operatingPoint, [{ kind: 'no-bandwidth', limit: SWEEP.to }]),
      power,
      gain,
    };
  const noise = await noiseOf(ngspice, circuit, bandwidth);
  return {
    unitCurrent,
    operatingPoint,
    flags,
    power,
    gain,
    bandwidth,
    ...noise,
    noiseRectangular: noise.noiseDensity * bandwidth,
    energyPerSynapse: power / bandwidth / design.synapses,
  };
}

/** Differential output by differential input of one synapse, V. */
export interface Transfer {
  readonly unitCurrent: number;
  readonly input: readonly number[];
  readonly output: readonly number[];
}

/**
 * DC transfer from -`span` to `span` (V) in `steps` steps. The weight of synapse 0 is the largest unless another is
 * given.
 */
export async function transfer(
  neuron: AnalogNeuron,
  unitCurrent: number,
  ngspice: Tool,
  span: number = 0.1,
  options: { readonly weight?: number; readonly steps?: number } = {},
): Promise<Transfer> {
  const { weight, steps = 80 } = options;
  const circuit = weightedCircuit(neuron, unitCurrent, weight);
  return { unitCurrent, ...(await differentialTransfer(ngspice, circuit, { span, steps })) };
}

/** Circuit of either mode for analysis, at a weight of synapse 0 (default: the largest). */
export function weightedCircuit(
  neuron: AnalogNeuron,
  unitCurrent: number,
  weight: number = 2 ** neuron.bits - 1,
): Circuit {
  return neuron.mode === 'small-signal'
    ? analysedCircuit(designOf(neuron, unitCurrent), { weight })
    : largeSignalAnalysed(largeSignalDesign(neuron, unitCurrent), { weight });
}

/**
 * Gain at the lowest frequency, and the frequency of 3 dB less. Between points of the sweep it is read off linearly in
 * decibels and decades.
 */
export function cornerFrequency(ac: Waves): { readonly gain: number; readonly bandwidth: number | undefined } {
  const frequency = wave(ac, 'frequency');
  const level = differentialMagnitude(ac).map(Math.log);
  const [first = Number.NaN] = level;
  const target = first - Math.LN2 / 2;
  const above = level.findIndex((value) => value <= target);
  const [a, b] = [level[above - 1], level[above]];
  const [low, high] = [frequency[above - 1], frequency[above]];
  const found = a !== undefined && b !== undefined && low !== undefined && high !== undefined;
  return { gain: Math.exp(first), bandwidth: found ? low * (high / low) ** ((a - target) / (a - b)) : undefined };
}

/** Figures of a neuron, none missing. */
type Known = { readonly [K in keyof AnalogFigures]: NonNullable<AnalogFigures[K]> };

/**
 * Noise at the output: white density, flicker, total, sources. White noise and flicker are told apart at two
 * frequencies in the band, where the density is W + K/f.
 */
async function noiseOf(
  ngspice: Tool,
  circuit: Circuit,
  bandwidth: number,
): Promise<Pick<Known, 'noiseDensity' | 'flicker' | 'noiseTotal' | 'noiseBySource'>> {
  const noise = await runOne(ngspice, circuit, {
    analysis: {
      kind: 'noise',
      output: 'v(outp,outn)',
      source: 'vin',
      pointsPerDecade: POINTS_PER_DECADE,
      from: 1,
      to: NOISE_SPAN * bandwidth,
      summary: true,
    },
  });
  const frequency = wave(noise, 'frequency');
  const density = wave(noise, 'onoise_spectrum');
  const near = (target: number): readonly [number, number] => {
    const index = frequency.findIndex((value) => value >= target);
    return [nth(frequency, index), nth(density, index) ** 2];
  };
  const [low, atLow] = near(bandwidth / 3000);
  const [high, atHigh] = near(bandwidth / 30);
  const white = (high * atHigh - low * atLow) / (high - low);
  return {
    noiseDensity: white,
    flicker: (atLow - white) * low,
    noiseTotal: scalar(noise, 'onoise_total') ** 2,
    noiseBySource: noiseBySource(circuit, noise),
  };
}
