/** Chips of one neuron by the closed form, with deviating pairs, tails and loads. The switches' part is left out. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { type Behaviour, behaviourOf, type LoadCurve } from '../behaviour/behaviour.ts';
import type { Deviation } from '../deck/transistor-device.ts';
import { UNIT_SIZE } from '../device/card.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import { loadDevice } from '../device/model.ts';
import type { Design } from '../neuron/design.ts';
import { designOf } from '../neuron/sizing.ts';
import { type SmallSignal, smallSignal } from '../neuron/small-signal.ts';
import { pelgromDeviations } from './mismatch.ts';
import { chipPairs, type PairCurrents, slopesOf } from './mismatch-currents.ts';
import { type Chip, type Draw, tellingWeights } from './monte-carlo.ts';

/** Chips of `draw` by the closed form; undefined where it does not hold. */
export function modelledChips(neuron: AnalogNeuron, draw: Draw): readonly Chip[] | undefined {
  const design = designOf(neuron);
  const circuit = smallSignal(design);
  if (circuit.flags.length > 0) return undefined;
  const { seed, samples, from = 0, weights = tellingWeights(design) } = draw;
  const model = behaviourOf(neuron);
  const slopes = slopesOf(design);
  const idle = design.synapses - 1;
  const own = circuit.resting.groups.reduce((sum, { all, device }) => sum + all * device.tunnellingSlope, 0);
  const byThreshold = thresholdGain(circuit, design);
  const loadArea = UNIT_SIZE.widthP * UNIT_SIZE.length * design.loads;
  return Array.from({ length: samples }, (_, k) => {
    const sample = from + k;
    const deviations = pelgromDeviations(neuron.mismatch, seed, sample);
    const driven = chipPairs(model, design, slopes, { deviations, prefix: '', count: 1 });
    const others =
      idle > 0
        ? chipPairs(model, design, slopes, { deviations, prefix: 'r', count: idle })
        : () => ({ difference: 0, excess: 0 });
    const loads = [deviations('lp', loadArea), deviations('ln', loadArea)] as const;
    const nodes = { model, loads, own, byThreshold };
    const output = (weight: number, input: number): number =>
      outputOf(nodes, (apart) => together(driven(weight, input, apart), others(design.units, 0, apart)));
    const { fullScale } = neuron;
    return {
      sample,
      outputs: weights.map((weight) => ({
        weight,
        rest: output(weight, 0),
        plus: output(weight, fullScale),
        minus: output(weight, -fullScale),
      })),
    };
  });
}

const together = (a: PairCurrents, b: PairCurrents): PairCurrents => ({
  difference: a.difference + b.difference,
  excess: a.excess + b.excess,
});

/** Output nodes of a chip. */
interface Nodes {
  readonly model: Behaviour;
  /** Deviations of the loads at P and N. */
  readonly loads: readonly [Deviation, Deviation];
  /** Conductance of a node whatever the other does, S. */
  readonly own: number;
  /** Rise of a load's voltage with its threshold, 1. */
  readonly byThreshold: number;
}

/**
 * Differential output of a chip, V, where loads give as much as pairs take. By Newton's rounds with the pairs' slope at
 * rest. A tail holds the sum of a pair's currents, so the channels' conductance counts between the nodes, in `currents`
 * by their difference; only what tunnels counts for each.
 */
function outputOf({ model, loads, own, byThreshold }: Nodes, currents: (apart: number) => PairCurrents): number {
  const between = (model.conductance - own) / 2;
  let [a, b] = [0, 0];
  for (let round = 0; round < 100; round++) {
    const { difference, excess } = currents(a - b);
    const [atP, atN] = [loadAt(model.load, loads[0], byThreshold, a), loadAt(model.load, loads[1], byThreshold, b)];
    const f = atP.excess + difference - excess - own * a;
    const g = atN.excess - difference - excess - own * b;
    const [fa, gb] = [atP.slope + own + between, atN.slope + own + between];
    const determinant = fa * gb - between * between;
    const [stepA, stepB] = [(f * gb + g * between) / determinant, (g * fa + f * between) / determinant];
    a += stepA;
    b += stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < SETTLED) break;
  }
  return a - b;
}

/** Last step of the settled nodes, V. */
const SETTLED = 1e-12;

/**
 * Current of deviating loads above the resting one of equal ones, and its slope. A and S, where the node is `rise` (V)
 * higher.
 */
function loadAt(
  { current, inversion, rate }: LoadCurve,
  { threshold, beta }: Deviation,
  byThreshold: number,
  rise: number,
): { readonly excess: number; readonly slope: number } {
  const rest = Math.log1p(Math.exp(inversion));
  const z = inversion - rate * (rise + byThreshold * threshold);
  const ratio = Math.log1p(Math.exp(z)) / rest;
  const given = current * (1 + beta) * ratio * ratio;
  return {
    excess: given - current,
    slope: (2 * current * (1 + beta) * rate * ratio) / rest / (1 + Math.exp(-z)),
  };
}

/**
 * Volts across a load for each volt of its threshold, at a constant current. Less than 1, since its drain is its gate.
 */
function thresholdGain({ resting }: SmallSignal, design: Design): number {
  const step = 1e-3;
  const { conditionsP } = design;
  const shifted = { ...conditionsP, thresholdShift: conditionsP.thresholdShift + step };
  const current = resting.side / design.loads;
  return (loadDevice(current, DEVICES_65NM.load, shifted).voltage - resting.load.voltage) / step;
}
