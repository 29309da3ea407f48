/** Keys of the mixed-signal neurons: operating points, executions, noise by source, periphery. */

import { key } from './key.ts';

/** Figures of a mixed-signal neuron at an operating point. */
export const OPERATING_POINT_KEYS = {
  power: key('{neuron}[.{model}].power[@unitCurrent={unitCurrent}]', 'W', 'power from the supply'),
  bandwidth: key('{neuron}[.{model}].bandwidth[@unitCurrent={unitCurrent}]', 'Hz', '-3 dB bandwidth of the output'),
  gain: key(
    '{neuron}[.{model}].gain[@unitCurrent={unitCurrent}]',
    '1',
    'differential gain of one synapse at its largest weight',
  ),
  noiseTotal: key(
    '{neuron}[.{model}].noise.total[@unitCurrent={unitCurrent}]',
    'V^2',
    'noise power at the output, integrated over the whole spectrum',
  ),
  noiseRectangular: key(
    '{neuron}[.{model}].noise.rectangular[@unitCurrent={unitCurrent}]',
    'V^2',
    'white noise density at the output times the bandwidth',
  ),
  energyPerSynapse: key(
    '{neuron}[.{model}].energyPerSynapse[@unitCurrent={unitCurrent}]',
    'J',
    'power over bandwidth and synapses',
  ),
} as const;

/** Executed behavioural descriptions of a mixed-signal neuron. */
export const EXECUTION_KEYS = {
  power: key('{neuron}.{behaviour}.power', 'W', 'power from the supply'),
  bandwidth: key('{neuron}.{behaviour}.bandwidth', 'Hz', '-3 dB bandwidth of the output'),
  gain: key('{neuron}.{behaviour}.gain', '1', 'differential gain of one synapse at its largest weight'),
  noiseTotal: key('{neuron}.{behaviour}.noise.total', 'V^2', 'integrated noise power at the output'),
  transferDeviation: key(
    '{neuron}.{execution}.transferDeviation',
    '1',
    'largest difference of the DC transfer from the closed form, part of the largest output',
  ),
} as const;

/** Noise by its source. */
export const NOISE_KEYS = {
  white: key('{neuron}.noise.{noiseSource}', 'V^2', 'thermal and shot noise of these transistors at the output'),
  flicker: key('{neuron}.noise.flicker', 'V^2', 'flicker noise of all transistors at the output'),
} as const;

/** Converters, bias and memory around a mixed-signal neuron, as the spec states them. */
export const PERIPHERY_KEYS = {
  power: key('{neuron}.periphery.{part}.power@{frequency}', 'W', 'power of the part at so many operations a second'),
} as const;
