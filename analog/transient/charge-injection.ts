/**
 * Charge injection and clock feedthrough of the weight switches. By hand it is the charge that a switch gives away when
 * it closes or opens, over the capacitance that it drives; beside it stands the transient of the neuron's transistors.
 * Nothing is sampled: a switch that closes takes the charge of the one that opens, and the gates return to where the
 * input holds them.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { type Design, pairsAt } from '../neuron/design.ts';
import { designOf } from '../neuron/sizing.ts';
import { switchDevices } from '../neuron/weight-switches.ts';
import { differentialOutput, differentialWaveform, OUTPUTS } from '../spice/differential.ts';
import { runOne } from '../spice/run.ts';
import { type Waves, wave } from '../spice/spice.ts';
import { settledAt, timeScale } from './settling.ts';
import { type SwitchCharge, switchCharge } from './switch-charge.ts';
import { type Drive, EDGE, transientCircuit } from './transient-deck.ts';

/** Gate of one weight bit's pair, or the sources of a tail-steered pair. */
export interface SwitchedNode {
  /** Weight bit; null for the sources of a tail-steered pair. */
  readonly bit: number | null;
  /**
   * Charge of all switches at the node in one transition, C. All of it counts, although about half goes the other way.
   */
  readonly charge: number;
  /** Capacitance of the transistors behind the switches, F. */
  readonly capacitance: number;
  /**
   * Voltage step by hand, V, as if nothing held the node. It is the charge over this capacitance and the switches' own,
   * charge over supply.
   */
  readonly bound: number;
  /** Farthest excursion beyond both ends of the transition, on one side, V. */
  readonly peak: number;
  /** Farthest excursion of the difference of both sides, V; null with one side only. */
  readonly peakDifferential: number | null;
}

/** Charge injection of a neuron's weight switches. */
export interface ChargeInjection {
  /**
   * Charge of a unit N switch's gate, channel and overlaps, C. It goes from 0 V to the supply, its channel at the
   * common mode.
   */
  readonly chargeN: number;
  /** Charge of a unit P switch's gate, C; 0 where there is none. */
  readonly chargeP: number;
  readonly nodes: readonly SwitchedNode[];
  /** Largest bound of all nodes, V. */
  readonly bound: number;
  /** Largest peak of all nodes, V. */
  readonly peak: number;
  /**
   * Longest time until a gate is back within half an LSB of the input, s. It counts from the beginning of the edge;
   * null: tail-steered.
   */
  readonly recovery: number | null;
  /** Farthest excursion of an output without input when all bits change, common mode, V. */
  readonly outputCommon: number;
  /** Farthest excursion of the differential output then, V: none but for what the symmetry leaves. */
  readonly outputDifferential: number;
  /**
   * Largest difference of the output from that with ideal switches, V. At full-scale input the weight goes from 0 to
   * the largest and back, from a twentieth of a time constant after each edge on. Before that, the two only differ in
   * delay.
   */
  readonly outputGlitch: number;
  /** Output of one LSB of the weight at full-scale input, V. */
  readonly lsb: number;
}

/** Length of each weight, time constants. */
const HOLD = 8;
const POINTS = 1000;
/** Time after an edge that the glitch leaves out, time constants. */
const EXCLUDED = 0.05;

/**
 * Charge injection of `neuron` at its own unit current, one synapse switching. Its switches are transistors, whatever
 * its spec says.
 */
export async function chargeInjection(neuron: AnalogNeuron, ngspice: Tool): Promise<ChargeInjection> {
  const design = designOf({ ...neuron, switches: 'transistors' });
  const { tau } = timeScale(design);
  const times = { up: tau / 2, down: (HOLD + 0.5) * tau, stop: (2 * HOLD + 0.5) * tau };
  const drive = (input: number): Drive => [
    { at: 0, weight: 0, input },
    { at: times.up, weight: design.units, input },
    { at: times.down, weight: 0, input },
  ];
  const run = (of: Design, input: number): Promise<Waves> => {
    const analysis = { kind: 'tran', step: times.stop / POINTS, stop: times.stop } as const;
    const switched = of.switches === 'transistors' ? nodesOf(of).flatMap(vectorsOf) : [];
    return runOne(ngspice, transientCircuit(of, [drive(input)]), { analysis, vectors: [...OUTPUTS, ...switched] });
  };
  const [charge, real, ideal, silent] = await Promise.all([
    switchCharge(design, ngspice),
    run(design, neuron.fullScale),
    run({ ...design, switches: 'ideal' }, neuron.fullScale),
    run(design, 0),
  ]);
  const nodes = nodesOf(design).map((node) => switchedNode(design, node, charge, real, times));
  const output = differentialWaveform(real);
  const reference = differentialWaveform(ideal);
  const settled = valueAt(reference.time, reference.output, times.down - EDGE);
  const half = neuron.fullScale / design.units / 2;
  const recoveries = nodesOf(design).flatMap((node) => recovery(node, real, times, half));
  return {
    chargeN: charge.n,
    chargeP: design.sizing === 'tail-steered' ? 0 : charge.p,
    nodes,
    bound: Math.max(...nodes.map(({ bound }) => bound)),
    peak: Math.max(...nodes.map(({ peak }) => peak)),
    recovery: recoveries.length === 0 ? null : Math.max(...recoveries),
    outputCommon: excursion(Array.from(wave(silent, 'v(outp)'))),
    outputDifferential: excursion(differentialOutput(silent)),
    outputGlitch: Math.max(
      ...output.time.map((time, k) =>
        [times.up, times.down].some((edge) => time >= edge && time < edge + EXCLUDED * tau)
          ? 0
          : Math.abs(nth(output.output, k) - valueAt(reference.time, reference.output, time)),
      ),
    ),
    lsb: Math.abs(settled) / design.units,
  };
}

/** Farthest distance from the first value. */
const excursion = (values: readonly number[]): number =>
  Math.max(...values.map((value) => Math.abs(value - nth(values, 0))));

interface Node {
  readonly bit: number | null;
  readonly names: readonly [string, string] | readonly [string];
}

function nodesOf(design: Design): readonly Node[] {
  if (design.sizing === 'tail-steered') return [{ bit: null, names: ['t0_d'] }];
  return Array.from({ length: design.bits }, (_, bit) => ({ bit, names: [`gp0_${bit}`, `gn0_${bit}`] as const }));
}

const vectorsOf = ({ names }: Node): string[] => names.map((name) => `v(${name})`);

interface Times {
  readonly up: number;
  readonly down: number;
  readonly stop: number;
}

/**
 * Switched node with its step by hand and its peak by simulation. Of the two transmission gates at a pair's gate one
 * opens and one closes; at worst the N of one and the P of the other are alone in time and push the same way, with all
 * of their charge. Where tails are steered, all bits' N at once.
 */
function switchedNode(
  design: Design,
  { bit, names }: Node,
  charge: SwitchCharge,
  run: Waves,
  times: Times,
): SwitchedNode {
  const pair = nth(pairsAt(design, design.units), bit ?? 0);
  const unit = charge.capacitance(pair.tail / pair.devices);
  const total = bit === null ? design.bits * charge.n : switchDevices(pair.devices) * (charge.n + charge.p);
  const capacitance = (bit === null ? 2 : 1) * pair.devices * unit;
  const sides = names.map((name) => [...wave(run, `v(${name})`)]);
  const [first = [], second] = sides;
  const time = [...wave(run, 'time')];
  const difference = second && first.map((value, k) => value - nth(second, k));
  return {
    bit,
    charge: total,
    capacitance,
    bound: total / (capacitance + total / design.supply),
    peak: Math.max(...sides.map((side) => beyond(time, side, times))),
    peakDifferential: difference ? beyond(time, difference, times) : null,
  };
}

/** Farthest excursion beyond the values before, between and after both transitions. */
function beyond(time: readonly number[], values: readonly number[], { up, down, stop }: Times): number {
  const ends = [up, down - EDGE, stop].map((at) => valueAt(time, values, at));
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  return Math.max(0, low - Math.min(...values), Math.max(...values) - high);
}

/** Times from each edge until a gate is within `band` of its final value, s. */
function recovery({ bit, names }: Node, run: Waves, { up, down, stop }: Times, band: number): number[] {
  if (bit === null) return [];
  const time = [...wave(run, 'time')];
  return names.flatMap((name) => {
    const values = wave(run, `v(${name})`);
    return (
      [
        [up, down - EDGE],
        [down, stop],
      ] as const
    ).map(([from, to]) => {
      const inside = time.flatMap((at, k) => (at >= from && at <= to ? [k] : []));
      const part = inside.map((k) => nth(values, k));
      const at = settledAt(
        inside.map((k) => nth(time, k)),
        part,
        nth(part, part.length - 1),
        band,
      );
      return (at ?? to) - from;
    });
  });
}

/** Value at a time between the points, linear. */
function valueAt(time: readonly number[], values: readonly number[], at: number): number {
  const after = Math.max(
    1,
    time.findIndex((point) => point >= at),
  );
  const [t0, t1] = [nth(time, after - 1), nth(time, after)];
  const [v0, v1] = [nth(values, after - 1), nth(values, after)];
  return t1 > t0 ? v0 + ((v1 - v0) * (at - t0)) / (t1 - t0) : v1;
}
