/** Keys of neural networks: classification errors with noise, costs of an inference. */

import { type KeyValues, key } from './key.ts';

/**
 * Variant of a network in a key, left out where it is plain. Plain are noise on the weights alone, rounding after
 * training, and activations as wide as weights.
 */
const QUALIFIERS =
  '[,activationBits={activationBits}][,weights={weights}][,model={noiseModel}][,mismatch={mismatch}][,offset={offset}][,resolution={resolution}]';

/** Classification errors, parts of the test images. */
export const ERROR_KEYS = {
  float: key(
    '{network}.error.float[@weights={weights}]',
    '1',
    'classification error of the network before quantization',
  ),
  error: key(
    `{network}.error[.{end}]@bits={bits},noise={noise}${QUALIFIERS}`,
    '1',
    'classification error of the quantized network with noise, mean over draws',
  ),
  rise: key(
    `{network}.errorRise[.{end}]@bits={bits},noise={noise}${QUALIFIERS}`,
    '1',
    'difference of that error to the one without noise, paired draw by draw',
  ),
  rounding: key(
    `{network}.roundingCost@bits={bits}${QUALIFIERS}`,
    '1',
    'error of the quantized network without noise, converters and chips less that before quantization',
  ),
  ofClass: key(
    `{network}.classError@class={class},bits={bits},noise={noise}${QUALIFIERS}`,
    '1',
    'part of the images of the class that is taken for another',
  ),
  difference: key(
    `{network}.errorDifference[.{end}]@bits=8-16,noise={noise}${QUALIFIERS}`,
    '1',
    'error of 8-bit less that of 16-bit weights, paired image by image',
  ),
  noisePowerAtRise: key(
    `{network}.noisePowerAtRise[.{end}]@bits={bits},points={points}${QUALIFIERS}`,
    'V^2',
    'noise power at which the error has risen by so many points',
  ),
} as const;

/** Marks of a network's variant beside its bits. Absent where it is as it mostly is. */
export type ErrorQualifiers = Omit<
  KeyValues<(typeof ERROR_KEYS)['noisePowerAtRise']['pattern']>,
  'network' | 'bits' | 'points' | 'end'
>;

/** Costs of one inference of a whole network on a neuron. */
export const COST_KEYS = {
  products: key('{network}.products', '1', 'products of an inference'),
  energy: key('{network}.costs.{neuron}.energy', 'J', 'energy of an inference'),
  time: key('{network}.costs.{neuron}.time', 's', 'time of an inference'),
  transistors: key('{network}.costs.{neuron}.transistors', '1', 'transistors of the neurons at work at once'),
  memoryEnergy: key(
    '{network}.costs.{neuron}.memoryEnergy',
    'J',
    'energy of reading the weights of an inference, one for every product',
  ),
  memoryEnergyOnce: key(
    '{network}.costs.{neuron}.memoryEnergyOnce',
    'J',
    'energy of reading the weights of an inference, each once',
  ),
} as const;
