/**
 * Comparison of the large-signal current-mode neuron with the small-signal one of the same spec. In ngspice and by the
 * closed form: corner against weight, the product against weight times input, and the area of its resistors.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { analysedCircuit } from '../deck/analysed-circuit.ts';
import { SMALL_SIGNAL } from '../deck/surroundings.ts';
import { transistorArea } from '../large-signal/area.ts';
import { largeSignalAnalysed } from '../large-signal/deck.ts';
import { largeSignalDesign } from '../large-signal/design.ts';
import { largeSignalNode } from '../large-signal/figures.ts';
import { resistorArea } from '../large-signal/resistor.ts';
import { operatingFlags } from '../neuron/figures.ts';
import { BIAS_CURRENTS } from '../neuron/measurements.ts';
import type { Reason } from '../neuron/reason.ts';
import { designOf } from '../neuron/sizing.ts';
import { cornerOf, smallSignal } from '../neuron/small-signal.ts';
import type { Circuit, Element } from '../spice/circuit.ts';
import { differentialTransfer, OUTPUTS } from '../spice/differential.ts';
import { source } from '../spice/elements.ts';
import { runOne } from '../spice/run.ts';
import { cornerFrequency } from './analyse.ts';

/** Circuits of the comparison. Resistors are in it also without their capacitance, as no chip has them. */
export const ALTERNATIVES = ['small-signal', 'resistor', 'ideal resistor', 'diode'] as const;
/** Name of one of the alternatives. */
export type Alternative = (typeof ALTERNATIVES)[number];

/** Response of a circuit at one weight of its driven synapse. */
export interface WeightPoint {
  readonly weight: number;
  readonly gain: number;
  /**
   * -3 dB frequency from input to output, Hz. Null where the drain-gate capacitance keeps the gain from falling so far.
   */
  readonly bandwidth: number | null;
  /** -3 dB frequency of the output nodes' impedance, Hz. */
  readonly pole: number;
  /** Pole by the closed form, Hz; null where it does not hold. */
  readonly modelledPole: number | null;
}

/** Product of one weight and one input of the grid. */
export interface ProductPoint {
  readonly weight: number;
  /** V */
  readonly input: number;
  /** V */
  readonly output: number;
}

/** Corners and products of one alternative. */
export interface AlternativeFigures {
  readonly name: Alternative;
  readonly weights: readonly WeightPoint[];
  /** Outputs at each weight and input, weights outermost. */
  readonly products: readonly ProductPoint[];
  /** Output of the fitted product at the largest weight and input, V. */
  readonly fullScale: number;
  /** Largest and root mean square difference from weight times input, part of the full scale. */
  readonly error: number;
  readonly errorRms: number;
}

/** Areas of loads and transistors at a unit current, m^2. */
export interface AreaPoint {
  /** A */
  readonly unitCurrent: number;
  /** Bodies of both resistors; null where no resistors give a gain of 1. */
  readonly resistors: number | null;
  /** Resistance of one of them, ohm. */
  readonly resistance: number | null;
  /** All pairs and loads of the small-signal neuron. */
  readonly smallSignal: number;
  /** All pairs alone. */
  readonly pairs: number;
}

/** Comparison of a neuron's alternatives. */
export interface LargeSignal {
  /** Name of the neuron. */
  readonly neuron: string;
  readonly bits: number;
  /** A */
  readonly unitCurrent: number;
  /** Reasons against a comparison at this unit current; empty where there is one. */
  readonly flags: readonly Reason[];
  readonly alternatives: readonly AlternativeFigures[];
  /** Areas in rising unit current. */
  readonly areas: readonly AreaPoint[];
}

/** Largest number of weights that are all run. Of more bits: the single bits and the largest, or even steps. */
const ALL = 16;
/** Number of inputs of the grid, over both signs of the full scale. */
const INPUTS = 21;
const SWEEP = { kind: 'ac', pointsPerDecade: 20, from: 1, to: 1e12 } as const;

/**
 * Comparison of all alternatives to `neuron`, of either mode. At its own unit current, in about 100 short decks of
 * ngspice.
 */
export async function largeSignal(neuron: AnalogNeuron, ngspice: Tool): Promise<LargeSignal> {
  const { name, bits, unitCurrent } = neuron;
  const areas = [...new Set([...BIAS_CURRENTS, unitCurrent])].sort((a, b) => a - b).map((at) => areaAt(neuron, at));
  const head = { neuron: name, bits, unitCurrent, areas };
  const flags: readonly Reason[] = [
    ...operatingFlags(smallSignal(designOf(asMode(neuron, 'small-signal'))).operatingPoint, neuron.supply).map(
      (reason) => ({ kind: 'small-signal', reason }) as const,
    ),
    ...largeSignalDesign(asMode(neuron, 'resistor')).impossible,
  ];
  if (flags.length > 0) return { ...head, flags, alternatives: [] };
  const alternatives = await Promise.all(ALTERNATIVES.map((entry) => alternative(neuron, entry, ngspice)));
  return { ...head, flags, alternatives };
}

/** The neuron as one of the alternatives. */
function asMode(neuron: AnalogNeuron, name: Alternative): AnalogNeuron {
  switch (name) {
    case 'small-signal':
      return { ...neuron, mode: 'small-signal', load: 'diode' };
    case 'resistor':
    case 'ideal resistor':
      return { ...neuron, mode: 'large-signal', load: 'resistor' };
    case 'diode':
      return { ...neuron, mode: 'large-signal', load: 'diode' };
  }
}

/** Weights of the corners and of the grid of products. */
export function weightsOf(bits: number): { readonly corners: readonly number[]; readonly products: readonly number[] } {
  const units = 2 ** bits - 1;
  const all = Array.from({ length: units + 1 }, (_, weight) => weight);
  if (units < ALL) return { corners: all.slice(1), products: all };
  return {
    corners: [...Array.from({ length: bits }, (_, bit) => 2 ** bit), units],
    products: Array.from({ length: ALL + 1 }, (_, k) => Math.round((k * units) / ALL)),
  };
}

async function alternative(neuron: AnalogNeuron, name: Alternative, ngspice: Tool): Promise<AlternativeFigures> {
  const circuit = circuitOf(asMode(neuron, name), name);
  const { corners, products } = weightsOf(neuron.bits);
  const weights = await Promise.all(
    corners.map(async (weight): Promise<WeightPoint> => {
      const response = (...sources: readonly Element[]) =>
        runOne(ngspice, circuit.at(weight, sources), { analysis: SWEEP, vectors: OUTPUTS });
      const [through, node] = await Promise.all([response(SMALL_SIGNAL), response(AT_REST, PROBE)]);
      const { gain, bandwidth = null } = cornerFrequency(through);
      const pole = cornerFrequency(node).bandwidth;
      if (pole === undefined) throw new RangeError(`${name} at weight ${weight}: the output nodes have no pole`);
      return { weight, gain, bandwidth, pole, modelledPole: circuit.pole(weight) };
    }),
  );
  const full = neuron.fullScale;
  const sweeps = await Promise.all(
    products.map(async (weight): Promise<readonly ProductPoint[]> => {
      const range = { span: full, steps: INPUTS - 1 };
      const { input, output } = await differentialTransfer(ngspice, circuit.at(weight, [AT_REST]), range);
      return input.map((value, k) => ({ weight, input: value, output: nth(output, k) }));
    }),
  );
  const points = sweeps.flat();
  return { name, weights, products: points, ...linearity(points, (2 ** neuron.bits - 1) * full) };
}

/** Input without a small signal. */
const AT_REST = source('vin', 'in', '0', { dc: 0 });
/** Small signal between the outputs, A. */
const PROBE = source('iprobe', 'outn', 'outp', { dc: 0, ac: 1 });

/** Circuit and closed-form pole at a weight. */
function circuitOf(
  neuron: AnalogNeuron,
  name: Alternative,
): {
  readonly at: (weight: number, sources: readonly Element[]) => Circuit;
  readonly pole: (weight: number) => number | null;
} {
  if (name === 'small-signal') {
    const design = designOf(neuron);
    return {
      at: (weight, sources) => analysedCircuit(design, { weight, sources }),
      pole: (weight) => {
        const circuit = smallSignal(design, weight);
        return circuit.flags.length > 0 ? null : cornerOf(circuit).pole;
      },
    };
  }
  const design = largeSignalDesign(neuron, undefined, undefined, name === 'ideal resistor' ? 'ideal' : 'real');
  return {
    at: (weight, sources) => largeSignalAnalysed(design, { weight, sources }),
    pole: (weight) => largeSignalNode(design, weight).pole,
  };
}

/** Distance of outputs from the best multiple of weight times input by least squares. */
export function linearity(
  points: readonly ProductPoint[],
  largest: number,
): Pick<AlternativeFigures, 'fullScale' | 'error' | 'errorRms'> {
  let [crossed, squared] = [0, 0];
  for (const { weight, input, output } of points) {
    crossed += weight * input * output;
    squared += (weight * input) ** 2;
  }
  const scale = crossed / squared;
  const errors = points.map(({ weight, input, output }) =>
    Math.abs((output - scale * weight * input) / (scale * largest)),
  );
  return {
    fullScale: scale * largest,
    error: Math.max(...errors),
    errorRms: Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length),
  };
}

function areaAt(neuron: AnalogNeuron, unitCurrent: number): AreaPoint {
  const design = largeSignalDesign(asMode(neuron, 'resistor'), unitCurrent);
  const { load, impossible } = design;
  const resistance = load.kind === 'resistor' && impossible.length === 0 ? load.resistance : null;
  const resistors = resistance === null ? null : 2 * resistorArea(resistance);
  return { unitCurrent, resistance, resistors, ...transistorArea(designOf(neuron, unitCurrent)) };
}
