/** Weight switches of transistors as the closed form sees them: what their gates draw, and the pole that they make. */

import { tunnelling } from '../device/model.ts';
import type { DeviceTable } from '../device/parameters.ts';
import { SWITCHES_65NM } from '../device/switch-65nm.ts';
import { switchFigures } from '../device/switch-figures.ts';
import type { Design } from './design.ts';

/**
 * Unit transistors of each type in a transmission gate that drives `devices`. An eighth of them is wide enough that its
 * resistance times their gates stays far above the band of a slow neuron.
 */
export const switchDevices = (devices: number): number => Math.max(1, Math.round(devices / 8));

/** Test for transmission gates at the gates of the pairs. */
const hasGates = ({ switches, sizing }: Pick<Design, 'switches' | 'sizing'>): boolean =>
  switches === 'transistors' && sizing !== 'tail-steered';

/** Current that tunnels from the gates of closed N transistors into their channels, A. */
export function switchCurrent(design: Design, devices: DeviceTable): number {
  if (!hasGates(design)) return 0;
  // One gate of each side is closed, with two ends.
  const closed = 2 * design.synapses * design.devices.reduce((sum, count) => sum + switchDevices(count), 0);
  return 2 * closed * tunnelling(design.supply - design.commonMode, devices.driven[65]).current;
}

/** Gate capacitance of a unit transistor of a pair, L 65 nm, F: that of a closed N switch at 0.6 V. */
const PAIR_GATE = 1e-16;
/** Part of a closed transmission gate's capacitance at its end, the open one's included. */
const AT_END = 0.75;

/**
 * Time constant of the slowest transmission gate with what it drives, s: 0 without one; null where the switches are not
 * characterized.
 */
export function switchDelay(design: Design): number | null {
  if (!hasGates(design)) return 0;
  const { supply, commonMode: voltage, conditionsN, length } = design;
  const { supply: supplies, voltage: voltages } = SWITCHES_65NM;
  const within = (value: number, range: readonly number[]): boolean =>
    value >= (range[0] ?? value) && value <= (range.at(-1) ?? value);
  if (!within(supply, supplies) || !within(voltage, voltages)) return null;
  const state = { supply, voltage, temperature: conditionsN.temperature };
  const { onResistance, gateCapacitance } = switchFigures('gate', state, SWITCHES_65NM);
  return Math.max(
    ...design.devices.map((count) => {
      const switches = switchDevices(count);
      const driven = (count * PAIR_GATE * length) / 65e-9;
      return (onResistance / switches) * (AT_END * gateCapacitance * switches + driven);
    }),
  );
}
