/** What a report is made from: the spec, the measurements of the steps that were run, and their tables as data. */

import type { Reason } from '../analog/index.ts';
import type { ERROR_KEYS, ErrorQualifiers, KeyValues } from '../measurement/index.ts';

/** A digital neuron after synthesis. */
export interface DigitalFigures {
  readonly name: string;
  /** Weight bits. */
  readonly bits: number;
  /** Structural count of the bare multiplier. */
  readonly multiplierTransistors: number;
  /** Structural count of the whole neuron. */
  readonly neuronTransistors: number;
  /** Transistors of the mapped cells; null when a cell has no count. */
  readonly mappedTransistors: number | null;
  /** Mapped cells; null when the neuron was not mapped. */
  readonly cells: number | null;
  /** Leakage power, W. */
  readonly leakage: number;
  /** Switching energy of a MAC, J. */
  readonly energy: number;
  /** Longest path, s. */
  readonly delay: number;
  /** Dot diagram of the reduction, as a whole SVG document. */
  readonly dotDiagramSvg?: string;
  /** The same multiplier (same bits) with every reduction that can be generated. */
  readonly variants?: readonly MultiplierVariant[];
}

/** A bare multiplier of one reduction. */
export interface MultiplierVariant {
  /** The reduction's name, e.g. `dadda`. */
  readonly name: string;
  readonly fullAdders: number;
  readonly halfAdders: number;
  /** Structural count. */
  readonly transistors: number;
}

/** An analog neuron at several unit currents. */
export interface BiasCurve {
  readonly name: string;
  /** Weight bits. */
  readonly bits: number;
  readonly synapses: number;
  /** In rising unit current. */
  readonly points: readonly BiasPoint[];
}

/** The simulated circuit at one unit current; a figure is null where there is none. */
export interface BiasPoint {
  /** A. */
  readonly unitCurrent: number;
  /** From the supply, W. */
  readonly power: number | null;
  /** -3 dB, Hz. */
  readonly bandwidth: number | null;
  /** At low frequency and full weight, V/V. */
  readonly gain: number | null;
  /** Output noise integrated over the whole spectrum, V^2. */
  readonly noiseTotal: number | null;
  /** White output noise density times bandwidth, V^2. */
  readonly noiseRectangular: number | null;
  /** The closed form at the same bias; a figure is null where it does not hold. */
  readonly closedForm?: ClosedFormFigures | undefined;
  /** Why the circuit cannot be used at this current. Such a point is shown, and left out of the power curves. */
  readonly flags: readonly Reason[];
}

/** The closed form at the bias of an operating point; a figure is null where it does not hold. */
export interface ClosedFormFigures {
  readonly bandwidth: number | null;
  readonly gain: number | null;
  readonly power: number | null;
  readonly noiseTotal: number | null;
}

/** An operating point that a bias can be chosen from: unflagged, and with every figure. */
export interface UsablePoint extends BiasPoint {
  readonly power: number;
  readonly bandwidth: number;
  readonly gain: number;
  readonly noiseTotal: number;
  readonly noiseRectangular: number;
}

/** The usable points of a neuron, in rising unit current. */
export function usablePoints(neuron: BiasCurve): readonly UsablePoint[] {
  return neuron.points.flatMap((point) => {
    const { power, bandwidth, gain, noiseTotal, noiseRectangular, flags } = point;
    const missing = power === null || bandwidth === null || gain === null || noiseTotal === null;
    return flags.length > 0 || missing || noiseRectangular === null
      ? []
      : [{ ...point, power, bandwidth, gain, noiseTotal, noiseRectangular }];
  });
}

/** A network at one bit width, with one kind of weights. */
export interface EvaluationFigures {
  readonly network: string;
  readonly bits: number;
  /** Width and kind of weights for a person: `3 bit`, `3 bit aware`. */
  readonly label: string;
  /** Whether training knew of the rounding. */
  readonly aware: boolean;
  /** What sets it apart in the keys of its measurements, beside bits and noise. */
  readonly qualifiers: ErrorQualifiers;
  /** Test images each draw was evaluated on. */
  readonly images: number;
  /** Error of the network before quantization, 0 to 1. */
  readonly floatError: number;
  /** Error of the quantized network itself: no noise, no converters, nothing static. */
  readonly cleanError: number;
  /** In rising noise power; the first is without noise. */
  readonly points: readonly ErrorPoint[];
  /** Where the error has risen by so much. */
  readonly rises?: readonly RiseFigures[];
  /** With the noise of analog neurons in place of a power. */
  readonly neurons?: readonly NeuronError[];
}

/** Noise power that costs a rise of the error, with the ends of its 95 % interval; null where none evaluated does. */
export interface RiseFigures {
  /** Part of the images. */
  readonly rise: number;
  /** V^2. */
  readonly power: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Classification error with the noise of an analog neuron. */
export interface NeuronError extends Omit<ErrorPoint, 'noisePower'> {
  readonly neuron: string;
  /** V. */
  readonly fullScale: number;
  /** By layer with weights. */
  readonly layers: readonly {
    /** Products that an output sums. */
    readonly synapses: number;
    /** Of an output at the input of one synapse of the largest weight, V^2. */
    readonly power: number;
    /** Standard deviation of an output, products of a weight LSB and an input LSB. */
    readonly sigma: number;
  }[];
}

/** Error of 8 bits less that of 16 bits, paired image by image. */
export interface WidthDifferenceFigures {
  readonly network: string;
  readonly aware: boolean;
  /** V^2; null with the noise of an analog neuron. */
  readonly noisePower: number | null;
  /** What the key of its measurement is filled in with. */
  readonly at: KeyValues<(typeof ERROR_KEYS)['difference']['pattern']>;
  readonly mean: number;
  /** 95 % t interval over the images. */
  readonly low: number;
  readonly high: number;
}

/** Classification error over the draws of one noise power. */
export interface ErrorPoint {
  /** V^2; 0 is the clean network. */
  readonly noisePower: number;
  /** 0 to 1. */
  readonly mean: number;
  /** 95 % t interval over the draws; null where there is none: the clean network, or a single draw. */
  readonly low: number | null;
  readonly high: number | null;
  /** [label][output], images over all draws. */
  readonly confusion?: readonly (readonly number[])[];
}
