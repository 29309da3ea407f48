/**
 * Behavioural models of a neuron: its closed form as Verilog-A, SPICE macro and DC transfer. All three describe one
 * circuit: each output node has loads to the supply that follow the EKV formula, a conductance to its resting voltage,
 * a capacitance, and noise; a pair of tail current I drives I/2 tanh(gm v/I) of current, out of phase, into the two
 * nodes (the tail is all there is to give: tanh), takes back what tunnels, and couples to them through its drain-gate
 * capacitance.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { thermalVoltage } from '../device/channel.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import type { Design } from '../neuron/design.ts';
import type { Reason } from '../neuron/reason.ts';
import { reasonsText, reasonText } from '../neuron/reason-text.ts';
import { type PairGroup, type RestingPoint, restingPoint } from '../neuron/resting-point.ts';
import { designOf } from '../neuron/sizing.ts';
import { type SmallSignal, smallSignal } from '../neuron/small-signal.ts';

/** Pair that a weight bit switches. */
export interface BitDrive {
  /** Tail current, A. */
  readonly tail: number;
  /** Transconductance of the pair, half circuit, S. */
  readonly gm: number;
  /** Part of it that tunnelling takes, S. */
  readonly tunnelling: number;
  /** Drain-gate capacitance, F. */
  readonly feedthrough: number;
}

/** Pair whose tail current I is the weight's. It drives I/2 tanh(v/swing), swing = base + rise (weight/units)^power. */
export interface SteeredDrive {
  /** Tail current at weight 1, A. */
  readonly unitCurrent: number;
  /** V */
  readonly base: number;
  /** V */
  readonly rise: number;
  readonly power: number;
  /** Part of the transconductance that tunnelling takes, S. */
  readonly tunnelling: number;
  /** F */
  readonly feedthrough: number;
}

/** Drive of a synapse: a pair a weight bit, or one steered pair. */
export type Drive =
  | { readonly kind: 'bits'; readonly bits: readonly BitDrive[] }
  | { readonly kind: 'steered'; readonly pair: SteeredDrive };

/**
 * Current of a node's loads by their voltage. With dv above the resting drop it is current (ln(1 + exp(inversion + rate
 * dv)) / ln(1 + exp(inversion)))^2.
 */
export interface LoadCurve {
  /** Current at rest, A. */
  readonly current: number;
  readonly inversion: number;
  /** 1/V */
  readonly rate: number;
}

/** Numbers of a neuron's behavioural models. */
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
  /** Conductance of each output node beside its loads, S. */
  readonly conductance: number;
  /** Capacitance of each output node, feedthrough at the largest weights included, F. */
  readonly capacitance: number;
  /** White noise current of each output node, A^2/Hz. */
  readonly noise: number;
  /** Flicker noise current of each output node at 1 Hz, A^2/Hz. */
  readonly flicker: number;
  /** Resting voltage of the output nodes, V. */
  readonly rest: number;
  /** V */
  readonly supply: number;
  /** Current out of the supply beside that of the loads, A: the mirror's reference, and gates of weight switches. */
  readonly beside: number;
  /** V */
  readonly commonMode: number;
  /** K */
  readonly temperature: number;
}

/** Reason against behavioural models of the large-signal neuron. */
export const NO_BEHAVIOUR = { kind: 'no-behaviour' } as const satisfies Reason;

/**
 * Numbers of a neuron's behavioural models. Throws RangeError where the closed form does not hold at its unit current,
 * and in large-signal mode.
 */
export function behaviourOf(neuron: AnalogNeuron): Behaviour {
  if (neuron.mode === 'large-signal')
    throw new RangeError(`${neuron.name} has no behavioural model: ${reasonText(NO_BEHAVIOUR)}`);
  const design = designOf(neuron);
  const circuit = smallSignal(design);
  if (circuit.flags.length > 0)
    throw new RangeError(`${design.name} has no closed form at ${design.unitCurrent} A: ${reasonsText(circuit.flags)}`);
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
    beside: circuit.beside,
    temperature: design.conditionsN.temperature,
  };
}

function driveOf(design: Design, circuit: SmallSignal): Drive {
  const { resting } = circuit;
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
        const count = nth(devices, bit);
        const { device, current } = groupOf(2 ** bit / count);
        return {
          tail: 2 * current * count,
          gm: count * device.gm,
          tunnelling: count * device.tunnellingSlope,
          feedthrough: count * device.cdg,
        };
      }),
    };
  return { kind: 'steered', pair: steeredDrive(design, circuit) };
}

/**
 * Drive of a steered pair, its swing fitted at three weights. The swing is 2 I/gm of one side, at the largest weight,
 * an eighth and a 64th of it.
 */
function steeredDrive(design: Design, { resting }: SmallSignal): SteeredDrive {
  const { units, devices } = design;
  const count = nth(devices, 0);
  const driven = (point: RestingPoint): PairGroup => {
    const group = point.groups.find((entry) => entry.driven > 0);
    if (!group) throw new RangeError('no driven pair');
    return group;
  };
  const swing = ({ current, device }: PairGroup): number => (2 * current) / device.gm;
  const full = driven(resting);
  const at = (part: number) => {
    const weight = Math.max(1, Math.round(units * part));
    return { part: weight / units, swing: swing(driven(restingPoint(design, weight))) };
  };
  const [high, middle, low] = [at(1), at(1 / 8), at(1 / 64)];
  const [upper, lower] = [high.swing - middle.swing, middle.swing - low.swing];
  const power = upper > 0 && lower > 0 ? Math.log(upper / lower) / Math.log(high.part / middle.part) : 1;
  const rise = upper / (1 - middle.part ** power);
  return {
    unitCurrent: (2 * full.current * count) / units,
    ...{ base: high.swing - rise, rise, power },
    tunnelling: count * full.device.tunnellingSlope,
    feedthrough: count * full.device.cdg,
  };
}

/** EKV curve through `current` (A) with slope `g` (S). In weak inversion g = current / (n U_T), less above. */
function loadCurve(current: number, g: number, temperature: number): LoadCurve {
  const rate = 1 / (2 * LOAD_SLOPE * thermalVoltage(temperature));
  const relative = (z: number): number => 1 / (1 + Math.exp(-z)) / Math.log1p(Math.exp(z));
  const wanted = g / (2 * current * rate);
  let [low, high] = [WEAKEST, 40];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (relative(middle) > wanted) low = middle;
    else high = middle;
  }
  return { current, inversion: low, rate: g / (2 * current * relative(low)) };
}

/** Slope factor of the P load in weak inversion, as fitted at 27 C, 1. */
const [LOAD_SLOPE] = DEVICES_65NM.load.n0;
/** Least inversion. Below it the curve is an exponential, within 3e-6, and ln(1 + exp(z)) loses digits. */
const WEAKEST = -12;

/** Form of the weights: parameters wK, or input ports wK_B. There is a port a bit, read against half the supply. */
export type WeightForm = 'parameters' | 'ports';
