/** Keys of the variability of mixed-signal neurons: mismatch, corners, effective bits. */

import { key } from './key.ts';

/** Mismatch coefficients of transistors that are drawn equal. */
export const PELGROM_KEYS = {
  threshold: key('{neuron}.mismatch.threshold', 'V m', "Pelgrom's coefficient of threshold voltages, A_VT"),
  beta: key('{neuron}.mismatch.beta', 'm', "Pelgrom's coefficient of current factors, A_beta"),
} as const;

/** Offset, gain and errors of the weights over many chips. */
export const MISMATCH_KEYS = {
  offsetMean: key('{neuron}[.{model}].mismatch.offset.mean', 'V', 'mean of the offset at the input'),
  offsetSigma: key('{neuron}[.{model}].mismatch.offset.sigma', 'V', 'standard deviation of the offset at the input'),
  gainMean: key('{neuron}[.{model}].mismatch.gain.mean', '1', 'mean of the gain at the largest weight'),
  gainSigma: key('{neuron}[.{model}].mismatch.gain.sigma', '1', 'standard deviation of the gain at the largest weight'),
  offsetShiftMedian: key(
    '{neuron}[.{model}].mismatch.offsetShift.median',
    'V',
    'median of the most that the offset changes with the weight',
  ),
  largestBitSigma: key(
    '{neuron}[.{model}].mismatch.largestBit.sigma',
    '1',
    "standard deviation of the error of the most significant bit's weight, part of full scale",
  ),
  weightErrorRms: key(
    '{neuron}[.{model}].mismatch.weightError.rms',
    '1',
    'root mean square of the errors of the weights, part of full scale',
  ),
  inlMedian: key(
    '{neuron}[.{model}].mismatch.inl.median',
    '1',
    "median of the largest error of a chip's weights (integral nonlinearity), part of full scale",
  ),
  inlCovered: key(
    '{neuron}[.{model}].mismatch.inl.p99',
    '1',
    "99th percentile of the largest error of a chip's weights, part of full scale",
  ),
  inlCoveredLsb: key(
    '{neuron}[.{model}].mismatch.inl.p99.lsb',
    '1',
    'the same in least significant bits of the weight',
  ),
} as const;

const CORNER = 'supply={supply},temperature={temperature},process={process}';

/** The nominal design at corners of supply, temperature and process. */
export const CORNER_KEYS = {
  power: key(`{neuron}.corner.power@${CORNER}`, 'W', 'power from the supply'),
  gain: key(`{neuron}.corner.gain@${CORNER}`, '1', 'differential gain of one synapse at its largest weight'),
  bandwidth: key(`{neuron}.corner.bandwidth@${CORNER}`, 'Hz', '-3 dB bandwidth of the output'),
  noiseTotal: key(`{neuron}.corner.noise.total@${CORNER}`, 'V^2', 'integrated noise power at the output'),
} as const;

/** Bits that an error of the output leaves. */
export const EFFECTIVE_BIT_KEYS = {
  bits: key(
    '{neuron}.effectiveBits.{error}',
    '1',
    'bits of the ideal quantizer of the range of the output that adds the same root-mean-square error',
  ),
} as const;
