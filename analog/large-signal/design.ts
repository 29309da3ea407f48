/**
 * Large-signal current-mode neuron, whose weight bits switch the tail currents of their pairs. It is the alternative
 * that the paper rejects (B. Chatterjee et al., arXiv 1710.09012, section II): the input is always at the gates of all
 * pairs, and a weight bit that is 0 switches the tail current of its pair off. Loads are resistors, as large as a gain
 * of 1 at the largest weight needs, or diode-connected P transistors.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { BOLTZMANN } from '../../numeric/index.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import { drivenDevice, loadDevice, sourceVoltage } from '../device/model.ts';
import type { DeviceTable } from '../device/parameters.ts';
import { chooseCommonMode } from '../neuron/common-mode.ts';
import { type Design, type Pair, pairsAt, referenceCurrent } from '../neuron/design.ts';
import { operatingFlags } from '../neuron/figures.ts';
import type { Reason } from '../neuron/reason.ts';
import { MIRROR_LENGTH, mirrorBias, mirrorUnit, type PairGroup, pairDevice } from '../neuron/resting-point.ts';
import { designOf } from '../neuron/sizing.ts';
import type { NodeNoise, SmallSignal } from '../neuron/small-signal.ts';
import { resistorCapacitance } from './resistor.ts';

/** Load of the large-signal neuron: diode-connected transistors or a resistor. */
export type LargeSignalLoad =
  | { readonly kind: 'diode' }
  /** Resistor at each output, ohm, with the capacitance along it to ground, F. */
  | { readonly kind: 'resistor'; readonly resistance: number; readonly capacitance: number };

/** Design of a large-signal neuron with its load. */
export interface LargeSignalDesign extends Design {
  readonly load: LargeSignalLoad;
  /** Reasons against such a neuron; empty where it is possible. */
  readonly impossible: readonly Reason[];
}

/** Design of `neuron` at `unitCurrent`, A, whatever its mode. The resistors may be taken without their capacitance. */
export function largeSignalDesign(
  neuron: AnalogNeuron,
  unitCurrent: number = neuron.unitCurrent,
  devices: DeviceTable = DEVICES_65NM,
  resistors: 'real' | 'ideal' = 'real',
): LargeSignalDesign {
  const base = designOf(neuron, unitCurrent);
  const complete = (design: Design): LargeSignalDesign =>
    neuron.load === 'diode' && neuron.mode === 'large-signal'
      ? { ...design, load: { kind: 'diode' }, impossible: [] }
      : withResistors(design, devices, resistors);
  const rest = (design: Design) => pointOf(complete(design), design.units, devices);
  return complete(
    neuron.commonMode === undefined ? { ...base, commonMode: chooseCommonMode(base, rest).commonMode } : base,
  );
}

/** Pairs of one synapse at `weight`: those with a current, and those without. */
export function currentPairs(design: Design, weight: number): readonly Pair[] {
  if (design.sizing === 'tail-steered') return pairsAt(design, weight).slice(0, 1);
  return pairsAt(design, weight).map((pair) => ({ ...pair, tail: pair.driven ? pair.tail : 0, driven: true }));
}

/** Rounds of the search for the resistance, and of that for the output voltage. */
const ROUNDS = 30;
const SETTLED = 1e-9;
/** Least share of gm that the other conductances must leave to the resistors, 1. */
const LEAST_LEFT = 0.05;
/** Current of a pair without tail current, in unit currents: nothing that counts. */
const OFF = 1e-3;
/** Least output voltage, V: without headroom there is no neuron anyway. */
const LEAST_OUTPUT = 0.1;
/** Rounds over a mirror's current, which follows the tails' voltage. */
const MIRROR_ROUNDS = 3;

/**
 * Design with resistors that give a gain of 1 where they can: R is 1/(gm - all other conductances of an output node).
 */
function withResistors(design: Design, devices: DeviceTable, resistors: 'real' | 'ideal'): LargeSignalDesign {
  const at = (resistance: number, impossible: readonly Reason[] = []): LargeSignalDesign => ({
    ...design,
    load: {
      kind: 'resistor',
      resistance,
      capacitance: resistors === 'real' ? resistorCapacitance(resistance) : 0,
    },
    impossible,
  });
  // The first guess has the pairs' slope factor at 1.4.
  let resistance = (2 * 1.4 * 0.0259) / (design.units * design.unitCurrent);
  for (let round = 0; round < ROUNDS; round++) {
    const { gm, conductance } = largeSignalCircuit(at(resistance), design.units, devices);
    const others = conductance - 1 / resistance;
    if (!(gm - others > LEAST_LEFT * gm))
      return at(gm > 0 ? 1 / gm : resistance, [
        gm > 0 ? { kind: 'no-unit-gain', value: others / gm, limit: 1 - LEAST_LEFT } : { kind: 'no-transconductance' },
      ]);
    const next = 1 / (gm - others);
    if (Math.abs(next / resistance - 1) < 1e-6) break;
    resistance = next;
  }
  return at(resistance);
}

interface Point {
  readonly output: number;
  /** Current from each load, A. */
  readonly side: number;
  readonly groups: readonly PairGroup[];
}

/** Voltages and currents at rest with synapse 0 at `weight`, all others at their largest. */
function pointOf(design: LargeSignalDesign, weight: number, devices: DeviceTable): Point {
  const { supply, unitCurrent, commonMode: gate, conditionsN } = design;
  const table = pairDevice(design, devices);
  const mirrorRounds = design.tails === 'mirror' ? MIRROR_ROUNDS : 0;
  const bias = mirrorRounds === 0 ? 0 : mirrorBias(design, devices.driven[MIRROR_LENGTH]);
  const own = currentPairs(design, weight).map((pair) => ({ pair, all: pair.devices, driven: pair.devices }));
  const others = currentPairs(design, design.units).map((pair) => ({
    pair,
    all: (design.synapses - 1) * pair.devices,
    driven: 0,
  }));
  const entries = design.synapses > 1 ? [...own, ...others] : own;
  const at = (output: number): Point => {
    const groups = entries.map(({ pair, all, driven }) => {
      const density = Math.max(pair.tail, OFF) / pair.devices;
      let current = (density * unitCurrent) / 2;
      let source = sourceVoltage(current, gate, output, table, conditionsN);
      for (let round = 0; round < mirrorRounds; round++) {
        current = (density * mirrorUnit(bias, source, devices.driven[MIRROR_LENGTH], conditionsN)) / 2;
        source = sourceVoltage(current, gate, output, table, conditionsN);
      }
      const device = drivenDevice({ current, gate, drain: output, source }, table, conditionsN);
      return { density, all, driven, current, source, device };
    });
    const side = groups.reduce((sum, { all, current, device }) => sum + all * (current + device.tunnelling), 0);
    return { output, side, groups };
  };
  const drop = (side: number): number =>
    design.load.kind === 'resistor'
      ? side * design.load.resistance
      : loadDevice(Math.max(side, 1e-18) / design.loads, devices.load, design.conditionsP).voltage;
  let point = at(supply);
  for (let round = 0; round < ROUNDS; round++) {
    // The tails set the currents; what tunnels is all that depends on the output.
    const next = Math.max(LEAST_OUTPUT, supply - drop(point.side));
    if (Math.abs(next - point.output) < SETTLED) break;
    point = at(next);
  }
  return point;
}

/** Small-signal circuit of the large-signal neuron with synapse 0 at `weight`. */
export function largeSignalCircuit(
  design: LargeSignalDesign,
  weight: number = design.units,
  devices: DeviceTable = DEVICES_65NM,
): Omit<SmallSignal, 'resting'> {
  const { supply } = design;
  const { output, side, groups } = pointOf(design, weight, devices);
  const total = (of: (group: PairGroup) => number): number => groups.reduce((sum, group) => sum + of(group), 0);
  const own = loadOf(design, side, devices);
  const gm = total(({ driven, device }) => driven * (device.gm - device.tunnellingSlope));
  const conductance = own.conductance + total(({ all, device }) => all * (device.gds + device.tunnellingSlope));
  const capacitance = own.capacitance + design.loadCapacitance + total(({ all, device }) => all * device.cdd);
  const feedthrough = total(({ driven, device }) => driven * device.cdg);
  const noise: NodeNoise = {
    pairs: total(({ all, device }) => all * device.noise),
    loads: own.noise,
    flickerPairs: total(({ all, device }) => all * device.flicker),
    flickerLoads: own.flicker,
  };
  const working = groups.filter(({ density }) => density * design.bits >= 1);
  const operatingPoint = {
    tail: Math.min(...(working.length > 0 ? working : groups).map(({ source }) => source)),
    output,
    tunnelling: total(({ all, device }) => all * device.tunnelling) / total(({ all, current }) => all * current),
  };
  const flags = [...design.impossible, ...operatingFlags(operatingPoint, design.supply)];
  const beside = referenceCurrent(design);
  return {
    operatingPoint,
    beside,
    power: supply * (2 * side + beside),
    gm,
    conductance,
    capacitance,
    feedthrough,
    noise,
    flags,
  };
}

/** Conductance, capacitance and noise of the load at an output node. Units: S, F, A^2/Hz and A^2. */
function loadOf(
  { load, loads, conditionsN, conditionsP }: LargeSignalDesign,
  side: number,
  devices: DeviceTable,
): { readonly conductance: number; readonly capacitance: number; readonly noise: number; readonly flicker: number } {
  switch (load.kind) {
    case 'diode': {
      const { g, c, noise, flicker } = loadDevice(Math.max(side, 1e-18) / loads, devices.load, conditionsP);
      return { conductance: loads * g, capacitance: loads * c, noise: loads * noise, flicker: loads * flicker };
    }
    case 'resistor':
      // Seen from one end of a uniform line whose other end stands still, a third of its capacitance counts.
      return {
        conductance: 1 / load.resistance,
        capacitance: load.capacitance / 3,
        noise: (4 * BOLTZMANN * conditionsN.temperature) / load.resistance,
        flicker: 0,
      };
  }
}
