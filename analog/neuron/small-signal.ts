/** Small-signal figures of the output nodes: gain, pole, zero and noise. */

import { ZERO_CELSIUS } from '../../numeric/index.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import type { DeviceTable } from '../device/parameters.ts';
import { sourceRange } from './common-mode.ts';
import { type Design, referenceCurrent } from './design.ts';
import { type AnalogFigures, noFigures, type OperatingPoint, operatingFlags } from './figures.ts';
import type { RatioReason, Reason } from './reason.ts';
import { type RestingPoint, restingPoint } from './resting-point.ts';
import { switchCurrent, switchDelay } from './weight-switches.ts';

/** Bounds of the fitted devices and of the first-order form. */
export const DOMAIN = {
  /** Most tunnelling as a part of the pairs' transconductance, 1. */
  slope: 0.2,
  /** Most weight of the zero, k = Cdg G/(C gm), 1: at 0.707 the gain never falls by 3 dB. */
  zero: 0.6,
  /** Least voltage across the loads, V. */
  load: 0.02,
  /** Most bandwidth over the pole of the weight switches, 1: it is then some percent too wide. */
  switches: 0.15,
  /** Least voltage across mirrored tails, V: the end of the fitted range. */
  mirror: 0.1,
  /** Most current of one load, A: the end of the fitted range. */
  loadCurrent: 3.2e-5,
  /** Temperatures of the fit, K: 0 to 85 C. */
  temperature: { from: ZERO_CELSIUS, to: 358.15 },
} as const;

/** Noise currents of an output node by source. */
export interface NodeNoise {
  /** White noise of the pairs' channels and of their tunnelling, A^2/Hz. */
  readonly pairs: number;
  /** White noise of the loads, A^2/Hz. */
  readonly loads: number;
  /** Flicker noise of the pairs at 1 Hz, A^2. */
  readonly flickerPairs: number;
  /** Flicker noise of the loads at 1 Hz, A^2. */
  readonly flickerLoads: number;
}

/** Small-signal circuit of the neuron, and its noise. */
export interface SmallSignal {
  readonly resting: RestingPoint;
  readonly operatingPoint: OperatingPoint;
  /** Current out of the supply beside that of the loads, A: the mirror's reference, and gates of weight switches. */
  readonly beside: number;
  /** Power from the supply, W. */
  readonly power: number;
  /** Transconductance of synapse 0, tunnelling taken off, S. */
  readonly gm: number;
  /** Conductance at each output node, S. */
  readonly conductance: number;
  /** Capacitance at each output node, F. */
  readonly capacitance: number;
  /** Capacitance from the driven gates to the output node, F. */
  readonly feedthrough: number;
  readonly noise: NodeNoise;
  /** Reasons against the formula here; empty where it holds. */
  readonly flags: readonly Reason[];
}

/** Figures of `design` by the formula. `resting` is its resting point at the largest weights, where that is known. */
export function figuresOf(
  design: Design,
  devices: DeviceTable = DEVICES_65NM,
  resting: RestingPoint = restingPoint(design, design.units, devices),
): AnalogFigures {
  const circuit = smallSignal(design, design.units, devices, resting);
  const { unitCurrent } = design;
  if (circuit.flags.length > 0) return noFigures(unitCurrent, circuit.operatingPoint, circuit.flags);
  const { power, gm, conductance, noise } = circuit;
  const { pole, bandwidth } = cornerOf(circuit);
  const atOutput = 2 / conductance ** 2;
  const noiseDensity = atOutput * (noise.pairs + noise.loads);
  const flicker = atOutput * (noise.flickerPairs + noise.flickerLoads);
  const integral = (white: number, atOneHertz: number) => ({
    white: (atOutput * white * pole * Math.PI) / 2,
    flicker: atOutput * atOneHertz * Math.log(pole),
  });
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
    noiseBySource: [
      { source: 'pairs', ...integral(noise.pairs, noise.flickerPairs) },
      { source: 'loads', ...integral(noise.loads, noise.flickerLoads) },
    ],
    energyPerSynapse: power / bandwidth / design.synapses,
  };
}

/** Pole and -3 dB point, Hz. */
export function cornerOf(circuit: Pick<SmallSignal, 'gm' | 'conductance' | 'capacitance' | 'feedthrough'>): {
  readonly pole: number;
  readonly bandwidth: number;
} {
  const pole = circuit.conductance / (2 * Math.PI * circuit.capacitance);
  return { pole, bandwidth: pole / Math.sqrt(1 - 2 * zeroRatio(circuit) ** 2) };
}

/** Pole over zero of the gain, k = Cdg G/(C gm), 1. */
export const zeroRatio = ({
  gm,
  conductance,
  capacitance,
  feedthrough,
}: Pick<SmallSignal, 'gm' | 'conductance' | 'capacitance' | 'feedthrough'>): number =>
  gm > 0 ? (feedthrough * conductance) / (capacitance * gm) : 0;

/** Small-signal circuit with synapse 0 at `weight`, all others at their largest without input. */
export function smallSignal(
  design: Design,
  weight: number = design.units,
  devices: DeviceTable = DEVICES_65NM,
  resting: RestingPoint = restingPoint(design, weight, devices),
): SmallSignal {
  const { supply, loads, synapses, units, unitCurrent } = design;
  const { groups, load, side, output } = resting;
  let [gm, feedthrough, tunnelling, slopes, channels] = [0, 0, 0, 0, 0];
  let conductance = loads * load.g;
  let capacitance = loads * load.c + design.loadCapacitance;
  let [pairs, flickerPairs] = [0, 0];
  for (const { all, driven, device } of groups) {
    gm += driven * (device.gm - device.tunnellingSlope);
    feedthrough += driven * device.cdg;
    tunnelling += all * device.tunnelling;
    slopes += all * device.tunnellingSlope;
    channels += all * device.gm;
    conductance += all * (device.gds + device.tunnellingSlope);
    capacitance += all * device.cdd;
    pairs += all * device.noise;
    flickerPairs += all * device.flicker;
  }
  const operatingPoint = {
    tail: sourceRange(groups).low,
    output,
    tunnelling: tunnelling / ((synapses * units * unitCurrent) / 2),
  };
  const noise = { pairs, flickerPairs, loads: loads * load.noise, flickerLoads: loads * load.flicker };
  const circuit = { gm, conductance, capacitance, feedthrough };
  const { temperature } = design.conditionsN;
  const range = DOMAIN.temperature;
  const flags: readonly Reason[] = [
    ...operatingFlags(operatingPoint, design.supply),
    ...over('tunnelling-slope', slopes / channels, DOMAIN.slope),
    ...over('zero', zeroRatio(circuit), DOMAIN.zero),
    ...switchFlags(design, circuit),
    ...over('load-current', side / loads, DOMAIN.loadCurrent),
    ...(design.tails === 'mirror' && operatingPoint.tail < DOMAIN.mirror
      ? [{ kind: 'mirror-voltage', value: operatingPoint.tail, limit: DOMAIN.mirror } as const]
      : []),
    ...(load.voltage < DOMAIN.load ? [{ kind: 'load-voltage', value: load.voltage, limit: DOMAIN.load } as const] : []),
    ...(temperature < range.from || temperature > range.to
      ? [{ kind: 'temperature', value: temperature, limit: range } as const]
      : []),
  ];
  const beside = referenceCurrent(design) + switchCurrent(design, devices);
  return { resting, operatingPoint, beside, power: supply * (2 * side + beside), ...circuit, noise, flags };
}

/** Reasons in weight switches of transistors: their pole near the bandwidth, or a range that they are not measured in. */
function switchFlags(design: Design, circuit: Parameters<typeof cornerOf>[0]): readonly RatioReason[] {
  const delay = switchDelay(design);
  if (delay === 0) return [];
  return over(
    'switches',
    delay === null ? Number.NaN : 2 * Math.PI * delay * cornerOf(circuit).bandwidth,
    DOMAIN.switches,
  );
}

const over = (kind: RatioReason['kind'], value: number, limit: number): readonly RatioReason[] =>
  value > limit || !(value >= 0) ? [{ kind, value: Number.isFinite(value) ? value : null, limit }] : [];
