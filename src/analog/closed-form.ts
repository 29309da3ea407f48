/**
 * The neuron as a formula: a first-order amplifier whose conductances, capacitances and noise are those of its unit
 * transistors. With gm of the driven synapse, G and C of an output node: gain gm/G, pole G/(2 pi C), and a zero at
 * gm/(2 pi Cdg) that the drain-gate capacitance of the driven pairs makes and that moves the -3 dB point above the pole.
 */

import type { AnalogNeuron } from '../gen/index.ts';
import { type Design, designOf } from './design.ts';
import { DEVICE_65NM } from './device-65nm.ts';
import { drivenDevice, loadDevice, sourceVoltage } from './device-model.ts';
import type { DeviceParameters } from './device-parameters.ts';
import { type AnalogFigures, noFigures, type OperatingPoint, operatingFlags } from './figures.ts';

/** Bounds of the fitted devices and of the first-order form. */
const DOMAIN = {
  /** Most of the pairs' transconductance that tunnelling may take back, 1. */
  slope: 0.2,
  /** Most that the zero may matter, k = Cdg G/(C gm), 1: at 0.707 the gain never falls by 3 dB. */
  zero: 0.6,
  /** Least voltage across the loads, V. */
  load: 0.02,
  /** Most current of one load, A: the end of the fitted range. */
  loadCurrent: 3.2e-5,
} as const;

/** The small-signal circuit of the neuron, and its noise. */
export interface SmallSignal {
  /** From the supply, W. */
  readonly power: number;
  readonly operatingPoint: OperatingPoint;
  /** Of one synapse at its largest weight, tunnelling taken off, S. */
  readonly gm: number;
  /** At each output node, S. */
  readonly conductance: number;
  /** At each output node, F. */
  readonly capacitance: number;
  /** From the driven gate to the output node, F. */
  readonly feedthrough: number;
  /** White noise current of each output node, A^2/Hz. */
  readonly noise: number;
  /** Flicker noise current of each output node at 1 Hz, A^2/Hz. */
  readonly flicker: number;
  /** Why the formula does not hold here; empty where it does. */
  readonly flags: readonly string[];
}

/** Figures of `neuron` at `unitCurrent` (A) by the formula, one synapse driven, all weights at their largest. */
export function closedForm(
  neuron: AnalogNeuron,
  unitCurrent: number = neuron.unitCurrent,
  devices: DeviceParameters = DEVICE_65NM,
): AnalogFigures {
  const design = designOf(neuron, unitCurrent);
  const circuit = smallSignal(design, devices);
  if (circuit.flags.length > 0) return noFigures(unitCurrent, circuit.operatingPoint, circuit.flags);
  const { power, gm, conductance, capacitance, feedthrough } = circuit;
  const pole = conductance / (2 * Math.PI * capacitance);
  const k = (feedthrough * conductance) / (capacitance * gm);
  const bandwidth = pole / Math.sqrt(1 - 2 * k ** 2);
  const noiseDensity = (2 * circuit.noise) / conductance ** 2;
  const flicker = (2 * circuit.flicker) / conductance ** 2;
  return {
    unitCurrent,
    operatingPoint: circuit.operatingPoint,
    flags: [],
    power,
    gain: gm / conductance,
    bandwidth,
    noiseDensity,
    flicker,
    noiseTotal: (noiseDensity * pole * Math.PI) / 2 + flicker * Math.log(pole),
    noiseRectangular: noiseDensity * bandwidth,
    energyPerSynapse: power / bandwidth / design.synapses,
  };
}

/** The small-signal circuit at the operating point, which is found by iterating the output voltage. */
export function smallSignal(design: Design, devices: DeviceParameters = DEVICE_65NM): SmallSignal {
  const { supply, commonMode: gate, units, synapses, loads } = design;
  const all = synapses * units;
  const current = design.unitCurrent / 2;
  const at = (drain: number) => {
    const source = sourceVoltage(current, gate, drain, devices.driven);
    const driven = drivenDevice({ current, gate, drain, source }, devices.driven);
    return { source, driven, load: loadDevice((all * (current + driven.tunnelling)) / loads, devices.load) };
  };
  let output = supply;
  let point = at(output);
  for (let round = 0; round < ROUNDS; round++) {
    output = supply - point.load.voltage;
    point = at(output);
  }
  const { source, driven, load } = point;
  const side = all * (current + driven.tunnelling);
  const gm = units * (driven.gm - driven.tunnellingSlope);
  const conductance = loads * load.g + all * (driven.gds + driven.tunnellingSlope);
  const capacitance = loads * load.c + all * driven.cdd;
  const feedthrough = units * driven.cdg;
  const slope = driven.tunnellingSlope / driven.gm;
  const k = (feedthrough * conductance) / (capacitance * gm);
  const operatingPoint = { tail: source, output, tunnelling: driven.tunnelling / current };
  const flags = [
    ...operatingFlags(operatingPoint),
    ...over('tunnelling slope over transconductance', slope, DOMAIN.slope),
    ...over('zero to pole (Cdg G / C gm)', k, DOMAIN.zero),
    ...over('current of a load transistor, A,', side / loads, DOMAIN.loadCurrent),
    ...(load.voltage < DOMAIN.load ? [`outside the closed form: loads have less than ${DOMAIN.load} V`] : []),
  ];
  return {
    power: 2 * supply * side,
    operatingPoint,
    gm,
    conductance,
    capacitance,
    feedthrough,
    noise: loads * load.noise + all * driven.noise,
    flicker: loads * load.flicker + all * driven.flicker,
    flags,
  };
}

/** Each round shrinks the error at least tenfold in the domain: tunnelling is a small part of the load's current. */
const ROUNDS = 20;

const over = (what: string, value: number, most: number): readonly string[] =>
  value > most || !(value >= 0) ? [`outside the closed form: ${what} is ${value.toPrecision(3)} (most ${most})`] : [];
