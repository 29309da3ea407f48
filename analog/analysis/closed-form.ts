/**
 * Closed form of a neuron: a first-order amplifier made of its unit transistors. Their conductances, capacitances and
 * noise are its own. With gm of the driven synapse, G and C of an output node: gain gm/G, pole G/(2 pi C), and a zero
 * at gm/(2 pi Cdg) that the drain-gate capacitance of the driven pairs makes and that moves the -3 dB point above the
 * pole.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import type { DeviceTable } from '../device/parameters.ts';
import { largeSignalDesign } from '../large-signal/design.ts';
import { largeSignalFigures } from '../large-signal/figures.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import { placedDesign } from '../neuron/sizing.ts';
import { figuresOf } from '../neuron/small-signal.ts';

/**
 * Figures of `neuron` at `unitCurrent` (A) by the closed form. One synapse is driven, all weights are at their largest.
 */
export function closedForm(
  neuron: AnalogNeuron,
  unitCurrent: number = neuron.unitCurrent,
  devices: DeviceTable = DEVICES_65NM,
): AnalogFigures {
  if (neuron.mode === 'small-signal') {
    const { design, resting } = placedDesign(neuron, unitCurrent);
    return figuresOf(design, devices, devices === DEVICES_65NM ? resting : undefined);
  }
  return largeSignalFigures(largeSignalDesign(neuron, unitCurrent, devices), devices);
}
