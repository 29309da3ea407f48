/** Figures of neurons and evaluations as plain data for comparison and report. */

import type { Reason } from '../analog/index.ts';
import type { ERROR_KEYS, ErrorQualifiers, KeyValues } from '../measurement/index.ts';
import type { ActivationRanges, RoundingCost } from '../nn/index.ts';

/** Figures of a digital neuron after synthesis. */
export interface DigitalFigures {
  readonly name: string;
  /** Weight bits. */
  readonly bits: number;
  /** Transistors of the bare multiplier, counted in its structure. */
  readonly multiplierTransistors: number;
  /** Transistors of the whole neuron, counted in its structure. */
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
  /** Multipliers of the same bits with every reduction that can be generated. */
  readonly variants?: readonly MultiplierVariant[];
}

/** Bare multiplier of one reduction. */
export interface MultiplierVariant {
  /** Name of the reduction, e.g. `dadda`. */
  readonly name: string;
  readonly fullAdders: number;
  readonly halfAdders: number;
  /** Transistors, counted in the structure. */
  readonly transistors: number;
}

/** Figures of an analog neuron at several unit currents. */
export interface BiasCurve {
  readonly name: string;
  /** Weight bits. */
  readonly bits: number;
  readonly synapses: number;
  /** Points in rising unit current. */
  readonly points: readonly BiasPoint[];
}

/** Figures of the simulated circuit at one unit current; null where there is none. */
export interface BiasPoint {
  /** Unit current, A. */
  readonly unitCurrent: number;
  /** Power from the supply, W. */
  readonly power: number | null;
  /** -3 dB frequency, Hz. */
  readonly bandwidth: number | null;
  /** Gain at low frequency and full weight, V/V. */
  readonly gain: number | null;
  /** Output noise integrated over the whole spectrum, V^2. */
  readonly noiseTotal: number | null;
  /** White output noise density times bandwidth, V^2. */
  readonly noiseRectangular: number | null;
  /** Figures of the closed form at the same bias. */
  readonly closedForm?: ClosedFormFigures | undefined;
  /** Reasons against the circuit at this current. Such a point is shown, and left out of the power curves. */
  readonly flags: readonly Reason[];
}

/** Figures of the closed form at the bias of a point; null where it does not hold. */
export interface ClosedFormFigures {
  readonly bandwidth: number | null;
  readonly gain: number | null;
  readonly power: number | null;
  readonly noiseTotal: number | null;
}

/** Operating point that a bias can be chosen from: unflagged, and with every figure. */
export interface UsablePoint extends BiasPoint {
  readonly power: number;
  readonly bandwidth: number;
  readonly gain: number;
  readonly noiseTotal: number;
  readonly noiseRectangular: number;
}

/** Usable points of a neuron in rising unit current. */
export function usablePoints(neuron: BiasCurve): readonly UsablePoint[] {
  return neuron.points.flatMap((point) => {
    const { power, bandwidth, gain, noiseTotal, noiseRectangular, flags } = point;
    const missing = power === null || bandwidth === null || gain === null || noiseTotal === null;
    return flags.length > 0 || missing || noiseRectangular === null
      ? []
      : [{ ...point, power, bandwidth, gain, noiseTotal, noiseRectangular }];
  });
}

/** Figures of a network at one bit width, with one kind of weights. */
export interface EvaluationFigures {
  readonly network: string;
  readonly bits: number;
  /** Name of width and kind of weights for a person: `3 bit`, `3 bit aware`. */
  readonly label: string;
  /** Kind of training: true where it knew of the rounding. */
  readonly aware: boolean;
  /** Qualifiers in the keys of its measurements, beside bits and noise. */
  readonly qualifiers: ErrorQualifiers;
  /** Number of test images of each draw. */
  readonly images: number;
  /** Error of the network before quantization, 0 to 1. */
  readonly floatError: number;
  /** Error of the quantized network itself, without noise, converters or static deviations. */
  readonly cleanError: number;
  /** Cost of the rounding itself. */
  readonly rounding: RoundingCost;
  /** Ranges of unbounded activations; null where there are none. */
  readonly ranges: ActivationRanges | null;
  /** Points in rising noise power; the first is without noise. */
  readonly points: readonly ErrorPoint[];
  /** Standard deviation over the largest weight for each volt of noise, 1/V. */
  readonly sigmaPerVolt: number;
  /** Noise powers at which the error has risen. */
  readonly rises?: readonly RiseFigures[];
  /** Errors with the noise of analog neurons in place of a power. */
  readonly neurons?: readonly NeuronError[];
}

/** Noise power that costs a rise of the error, with its 95 % interval. Null where no evaluated one does. */
export interface RiseFigures {
  /** Rise of the error, part of the images. */
  readonly rise: number;
  /** Noise power, V^2. */
  readonly power: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Classification error with the noise of an analog neuron. */
export interface NeuronError extends Omit<ErrorPoint, 'noisePower'> {
  readonly neuron: string;
  /** Differential input that stands for an input of 1, V. */
  readonly fullScale: number;
  /** Noise by layer with weights. */
  readonly layers: readonly {
    /** Number of products that an output sums. */
    readonly synapses: number;
    /** Noise power of an output at the input of one largest synapse, V^2. */
    readonly power: number;
    /** Standard deviation of an output, products of a weight LSB and an input LSB. */
    readonly sigma: number;
  }[];
}

/** Error of 8 bits less that of 16 bits, paired image by image. */
export interface WidthDifferenceFigures {
  readonly network: string;
  readonly aware: boolean;
  /** Noise power, V^2; null with the noise of an analog neuron. */
  readonly noisePower: number | null;
  /** Values in the key of its measurement. */
  readonly at: KeyValues<(typeof ERROR_KEYS)['difference']['pattern']>;
  readonly mean: number;
  /** Lower end of the 95 % t interval over the images. */
  readonly low: number;
  readonly high: number;
}

/** Classification error over the draws of one noise power. */
export interface ErrorPoint {
  /** Noise power, V^2; 0 is the clean network. */
  readonly noisePower: number;
  /** Mean error, 0 to 1. */
  readonly mean: number;
  /** Lower end of the 95 % t interval over the draws. Null where there is none: the clean network, or a single draw. */
  readonly low: number | null;
  readonly high: number | null;
  /** Confusion matrix, images over all draws: [label][output]. */
  readonly confusion?: readonly (readonly number[])[];
}
