/** Resting point of the neuron's transistors, by the formulas of single devices. */

import { nth } from '../../numeric/index.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import {
  type DrivenFigures,
  drainCurrent,
  drivenDevice,
  gateVoltage,
  type LoadFigures,
  loadDevice,
  sourceVoltage,
  tunnelling,
} from '../device/model.ts';
import type { DeviceTable, DrivenLength, DrivenParameters } from '../device/parameters.ts';
import type { Design, Pair } from './design.ts';
import { pairsAt } from './design.ts';

/** Pairs whose transistors all carry the same current. */
export interface PairGroup {
  /** Tail current of a unit transistor pair, in unit currents. */
  readonly density: number;
  /** Unit transistors on one side, of all synapses. */
  readonly all: number;
  /** Unit transistors of synapse 0 whose gates have the input. */
  readonly driven: number;
  /** Channel current of one transistor, A. */
  readonly current: number;
  /** Voltage of the sources, V. */
  readonly source: number;
  readonly device: DrivenFigures;
}

/** Output voltage, loads and pairs of a neuron at rest. */
export interface RestingPoint {
  /** Voltage of the output nodes, V. */
  readonly output: number;
  /** Current from each load into its output node, A. */
  readonly side: number;
  readonly load: LoadFigures;
  readonly groups: readonly PairGroup[];
}

/** Length of the mirror's transistors, nm. */
export const MIRROR_LENGTH = 250;

/**
 * Rounds of the iteration over the output voltage. Tunnelling, a small part of the load's current, is all that feeds
 * back.
 */
const ROUNDS = 20;
/** Step of the output voltage below which it has settled, V. */
const SETTLED = 1e-8;
/** Rounds over a mirror's current, which follows the voltage of its tails. */
const MIRROR_ROUNDS = 3;
/** Current of a pair whose tail is steered away, in unit currents: nothing that counts. */
const OFF = 1e-3;

/** Resting point with synapse 0 at `weight`, all others at their largest. */
export function restingPoint(
  design: Design,
  weight: number = design.units,
  devices: DeviceTable = DEVICES_65NM,
): RestingPoint {
  const groups = groupsOf(design, weight);
  const table = pairDevice(design, devices);
  const { commonMode: gate, conditionsN, unitCurrent } = design;
  let currents = groups.map(({ density }) => (density * unitCurrent) / 2);
  let point = outputPoint(design, groups, currents, devices);
  const sources = () => currents.map((current) => sourceVoltage(current, gate, point.output, table, conditionsN));
  let tails = sources();
  if (design.tails === 'mirror') {
    const mirror = devices.driven[MIRROR_LENGTH];
    const bias = mirrorBias(design, mirror);
    const drawn = (tail: number): number => mirrorUnit(bias, tail, mirror, conditionsN);
    let before = tails;
    for (let round = 0; round < MIRROR_ROUNDS; round++) {
      currents = groups.map(({ density }, k) => (density * drawn(nth(tails, k))) / 2);
      point = outputPoint(design, groups, currents, devices);
      before = tails;
      tails = sources();
    }
    // A mirror without headroom gives what its tail lets through: the rounds go to and fro about it.
    for (let round = 0; round < MIRROR_ROUNDS && !settled(before, tails); round++) {
      const { output } = point;
      tails = groups.map(({ density }) =>
        crossing(gate, (tail) => (density * drawn(tail)) / 2 - drainCurrent(gate, output, tail, table, conditionsN)),
      );
      currents = groups.map(({ density }, k) => (density * drawn(nth(tails, k))) / 2);
      point = outputPoint(design, groups, currents, devices);
      before = tails;
      tails = sources();
    }
  }
  const { output, side, load } = point;
  return {
    output,
    side,
    load,
    groups: groups.map((group, k) => {
      const [current, source] = [nth(currents, k), nth(tails, k)];
      const device = drivenDevice({ current, gate, drain: output, source }, table, conditionsN);
      const { density, all, driven } = group;
      return { density, all, driven, current, source, device };
    }),
  };
}

/** Unit current of a mirror from a tail, A: through its channel, and what tunnels into its gates. Voltages in V. */
export const mirrorUnit = (
  bias: number,
  tail: number,
  mirror: DrivenParameters,
  conditions: Design['conditionsN'],
): number =>
  drainCurrent(bias, Math.max(tail, LEAST_TAIL), 0, mirror, conditions) + tunnelling(tail - bias, mirror).current;

/** Least voltage across a mirror that its current is computed at, V. */
const LEAST_TAIL = 1e-6;

/** Largest step of a settled tail's voltage, V. */
const SETTLED_TAIL = 1e-3;

const settled = (before: readonly number[], after: readonly number[]): boolean =>
  before.every((voltage, k) => Math.abs(voltage - nth(after, k)) < SETTLED_TAIL);

/** Voltage from 0 to `high` at which the rising `excess` crosses 0, V. */
function crossing(high: number, excess: (voltage: number) => number): number {
  let [below, above] = [0, high];
  for (let round = 0; round < 30; round++) {
    const middle = (below + above) / 2;
    if (excess(middle) < 0) below = middle;
    else above = middle;
  }
  return above;
}

/**
 * Output voltage and load by the channel currents of the groups. Loads carry these and what tunnels from the outputs
 * into the gates.
 */
function outputPoint(
  design: Design,
  groups: readonly Group[],
  currents: readonly number[],
  devices: DeviceTable,
): Pick<RestingPoint, 'output' | 'side' | 'load'> {
  const { supply, loads, commonMode, conditionsP } = design;
  const table = pairDevice(design, devices);
  let [channels, transistors] = [0, 0];
  groups.forEach(({ all }, k) => {
    channels += all * nth(currents, k);
    transistors += all;
  });
  const at = (output: number, near?: number): Pick<RestingPoint, 'side' | 'load'> => {
    const side = channels + transistors * tunnelling(output - commonMode, table).current;
    return { side, load: loadDevice(Math.max(side, 1e-18) / loads, devices.load, conditionsP, near) };
  };
  let output = commonMode;
  let point = at(output);
  for (let round = 0; round < ROUNDS; round++) {
    const next = supply - point.load.voltage;
    const settled = Math.abs(next - output) < SETTLED;
    output = next;
    if (settled) break;
    point = at(output, point.load.voltage);
  }
  return { output, side: point.side, load: point.load };
}

type Group = Pick<PairGroup, 'density' | 'all' | 'driven'>;

/** Pairs of all synapses, those of one current density together. */
function groupsOf(design: Design, weight: number): readonly Group[] {
  const groups: { density: number; all: number; driven: number }[] = [];
  const add = (pairs: readonly Pair[], count: number, driven: boolean): void => {
    for (const pair of pairs) {
      const density = Math.max(pair.tail, OFF) / pair.devices;
      let group = groups.find((entry) => entry.density === density);
      if (!group) {
        group = { density, all: 0, driven: 0 };
        groups.push(group);
      }
      group.all += count * pair.devices;
      if (driven && pair.driven) group.driven += pair.devices;
    }
  };
  const pairs = pairsAt(design, weight);
  add(pairs, 1, true);
  if (design.synapses > 1)
    add(weight === design.units ? pairs : pairsAt(design, design.units), design.synapses - 1, false);
  return groups;
}

/** Parameters of the pairs' transistors. */
export function pairDevice(design: Pick<Design, 'length'>, devices: DeviceTable = DEVICES_65NM): DrivenParameters {
  return devices.driven[Math.round(design.length * 1e9) as DrivenLength];
}

/** Gate voltage of the mirror: a diode at the unit current, V. */
export function mirrorBias({ unitCurrent, conditionsN }: Design, device: DrivenParameters): number {
  let [low, high] = [1e-6, 2];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (gateVoltage(unitCurrent, middle, 0, device, conditionsN) > middle) low = middle;
    else high = middle;
  }
  return low;
}
