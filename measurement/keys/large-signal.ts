/** Keys of the comparison with the large-signal neuron, whose weights set the bias current. */

import { key } from './key.ts';

/** Load resistors and areas. */
export const RESISTOR_KEYS = {
  sheetResistance: key('{neuron}.largeSignal.sheetResistance', 'ohm', 'resistance of a square of resistor'),
  resistorWidth: key('{neuron}.largeSignal.resistorWidth', 'm', 'width of the resistors'),
  resistance: key('{neuron}.largeSignal.resistance', 'ohm', 'load resistance for a gain of 1 at the largest weight'),
  resistorArea: key('{neuron}.largeSignal.resistorArea', 'm^2', 'area of both load resistors'),
  smallSignalArea: key(
    '{neuron}.largeSignal.smallSignalArea',
    'm^2',
    'area of pairs and loads of the small-signal neuron',
  ),
} as const;

/** Linearity and corner frequencies by circuit. */
export const LARGE_SIGNAL_KEYS = {
  error: key(
    '{neuron}.largeSignal.{circuit}.error',
    '1',
    'largest difference of the DC output from weight times input, part of full scale',
  ),
  errorRms: key('{neuron}.largeSignal.{circuit}.errorRms', '1', 'root mean square of the same difference'),
  pole: key(
    '{neuron}.largeSignal.{circuit}.pole@weight={weight}',
    'Hz',
    '-3 dB frequency of the impedance of the output nodes',
  ),
  bandwidth: key(
    '{neuron}.largeSignal.{circuit}.bandwidth@weight={weight}',
    'Hz',
    '-3 dB frequency from input to output; none where the drain-gate capacitance carries the input past the pairs',
  ),
} as const;
