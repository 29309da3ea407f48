/** Keys of the mixed-signal neurons in time. */

import { key } from './key.ts';

/** Settling after a step. */
export const SETTLING_KEYS = {
  time: key('{neuron}.settling.{event}', 's', 'time to settle within half an LSB of the weight'),
  byPole: key(
    '{neuron}.settling.{event}.pole',
    's',
    'time that the pole and zero of the closed form would take to settle',
  ),
} as const;

/** Charge injection of the weight switches and a sequence of multiply-accumulates. */
export const TRANSIENT_KEYS = {
  injectionBound: key(
    '{neuron}.chargeInjection.bound',
    'V',
    'step of a gate that the charge of the switches would make if nothing held it',
  ),
  injectionPeak: key('{neuron}.chargeInjection.peak', 'V', 'step of the gates when all weight bits switch at once'),
  injectionRecovery: key(
    '{neuron}.chargeInjection.recovery',
    's',
    'time until all gates are within half an LSB of the input again',
  ),
  injectionOutputCommon: key('{neuron}.chargeInjection.outputCommon', 'V', 'step of each output without input'),
  injectionOutputGlitch: key(
    '{neuron}.chargeInjection.outputGlitch',
    'V',
    'largest difference of the output from that with ideal switches, full-scale input',
  ),
  sequenceDeviation: key(
    '{neuron}.sequence.deviation',
    'V',
    'largest difference of a settled output of the sequence from the DC transfer',
  ),
  sequenceError: key('{neuron}.sequence.error', 'V', 'largest difference of the DC transfer from the exact sum'),
} as const;
