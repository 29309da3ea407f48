/**
 * The closed form's numbers for one neuron, as its Verilog-A and its SPICE macro state them, and its transfer. All three
 * describe one circuit: each output node has loads to the supply that follow the EKV formula, a conductance to its resting
 * voltage, a capacitance, and noise; a pair of tail current I drives I/2 tanh(gm v/I) of current, out of phase, into the two
 * nodes (the tail is all there is to give: tanh), takes back what tunnels, and couples to them through its drain-gate
 * capacitance.
 */

import type { AnalogNeuron } from '../gen/index.ts';
import { type SmallSignal, smallSignal } from './closed-form.ts';
import type { Design } from './design.ts';
import { DEVICES_65NM } from './device-65nm.ts';
import { thermalVoltage } from './device-model.ts';
import { pairDevice } from './resting-point.ts';
import { designOf } from './sizing.ts';

/** What a weight bit switches. */
export interface BitDrive {
  /** Tail current, A. */
  readonly tail: number;
  /** Of the pair, half circuit, S. */
  readonly gm: number;
  /** What tunnelling takes of it, S. */
  readonly tunnelling: number;
  /** Drain-gate capacitance, F. */
  readonly feedthrough: number;
}

/** One pair whose tail current is the weight: its gm is I/(2 U_T q), q = n0 + a x^p + b x^r, x = I/scale. */
export interface SteeredDrive {
  /** Tail current at weight 1, A. */
  readonly unitCurrent: number;
  /** V */
  readonly thermalVoltage: number;
  /** A */
  readonly scale: number;
  readonly n0: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly r: number;
  /** S */
  readonly tunnelling: number;
  /** F */
  readonly feedthrough: number;
}

export type Drive =
  | { readonly kind: 'bits'; readonly bits: readonly BitDrive[] }
  | { readonly kind: 'steered'; readonly pair: SteeredDrive };

/** Loads of a node: current (ln(1 + exp(inversion + rate dv)) / ln(1 + exp(inversion)))^2, dv the voltage above the resting drop. */
export interface LoadCurve {
  /** At rest, A. */
  readonly current: number;
  readonly inversion: number;
  /** 1/V */
  readonly rate: number;
}

export interface Behaviour {
  readonly name: string;
  readonly bits: number;
  readonly synapses: number;
  /** Largest weight. */
  readonly units: number;
  /** A */
  readonly unitCurrent: number;
  readonly drive: Drive;
  readonly load: LoadCurve;
  /** Of each output node beside its loads, S. */
  readonly conductance: number;
  /** Of each output node, feedthrough at the largest weights included, F. */
  readonly capacitance: number;
  /** White noise current of each output node, A^2/Hz. */
  readonly noise: number;
  /** Flicker noise current of each output node at 1 Hz, A^2/Hz. */
  readonly flicker: number;
  /** Resting voltage of the output nodes, V. */
  readonly rest: number;
  /** V */
  readonly supply: number;
  /** V */
  readonly commonMode: number;
  /** K */
  readonly temperature: number;
}

/** Throws RangeError where the closed form does not hold at the neuron's unit current. */
export function behaviourOf(neuron: AnalogNeuron): Behaviour {
  const design = designOf(neuron);
  const circuit = smallSignal(design);
  if (circuit.flags.length > 0)
    throw new RangeError(`${design.name} has no closed form at ${design.unitCurrent} A: ${circuit.flags.join('; ')}`);
  const { name, bits, synapses, units, unitCurrent, supply, commonMode } = design;
  const { capacitance, noise, resting } = circuit;
  const slope = design.loads * resting.load.g;
  return {
    ...{ name, bits, synapses, units, unitCurrent, supply, commonMode, capacitance },
    drive: driveOf(design, circuit),
    load: loadCurve(resting.side, slope, design.conditionsP.temperature),
    conductance: circuit.conductance - slope,
    noise: noise.pairs + noise.loads,
    flicker: noise.flickerPairs + noise.flickerLoads,
    rest: resting.output,
    temperature: design.conditionsN.temperature,
  };
}

function driveOf(design: Design, { resting }: SmallSignal): Drive {
  const { sizing, bits, devices } = design;
  const groupOf = (density: number) => {
    const group = resting.groups.find((entry) => Math.abs(entry.density / density - 1) < 1e-9);
    if (!group) throw new RangeError(`no pairs of ${density} unit currents a device`);
    return group;
  };
  if (sizing !== 'tail-steered')
    return {
      kind: 'bits',
      bits: Array.from({ length: bits }, (_, bit) => {
        const count = devices[bit] ?? 0;
        const { device, current } = groupOf(2 ** bit / count);
        return {
          tail: 2 * current * count,
          gm: count * device.gm,
          tunnelling: count * device.tunnellingSlope,
          feedthrough: count * device.cdg,
        };
      }),
    };
  const count = devices[0] ?? 0;
  const { device, current, source } = groupOf(design.units / count);
  const ut = thermalVoltage(design.conditionsN.temperature);
  const { n0, a, b, p, r } = pairDevice(design);
  return {
    kind: 'steered',
    pair: {
      unitCurrent: (2 * current * count) / design.units,
      thermalVoltage: ut,
      scale: 2 * count * 1e-6 * -Math.expm1(-(resting.output - source) / ut),
      ...{ n0, a, b, p, r },
      tunnelling: count * device.tunnellingSlope,
      feedthrough: count * device.cdg,
    },
  };
}

/** EKV's curve through `current` (A) with slope `g` (S): in weak inversion g = current / (n U_T), less above. */
function loadCurve(current: number, g: number, temperature: number): LoadCurve {
  const rate = 1 / (2 * DEVICES_65NM.load.n0 * thermalVoltage(temperature));
  const relative = (z: number): number => 1 / (1 + Math.exp(-z)) / Math.log1p(Math.exp(z));
  const wanted = g / (2 * current * rate);
  let [low, high] = [-20, 40];
  if (wanted >= relative(low)) return { current, inversion: low, rate: g / (2 * current * relative(low)) };
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (relative(middle) > wanted) low = middle;
    else high = middle;
  }
  return { current, inversion: low, rate: g / (2 * current * relative(low)) };
}
