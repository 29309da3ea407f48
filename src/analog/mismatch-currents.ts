/**
 * What the pairs of one chip drive into the output nodes, by the closed form: the difference of two thresholds moves a
 * pair's input, that of two current factors does so by its share of I/gm, and a mirror's tail carries e^(-dVt gm/I) (1 + dbeta)
 * times its current. Corrections of second order come from tanh alone.
 */

import type { Behaviour } from './behaviour.ts';
import type { Design } from './design.ts';
import { DEVICES_65NM } from './device-65nm.ts';
import { UNIT_SIZE } from './device-bias.ts';
import { gateVoltage } from './device-model.ts';
import { MIRROR_LENGTH, restingPoint } from './resting-point.ts';
import { driveCurrent } from './transfer.ts';
import type { Deviation, Deviations } from './transistor-lines.ts';

/** Of a synapse's pairs: half of the difference of their two currents, and half of what their tails lack or have too much, A. */
export interface PairCurrents {
  readonly difference: number;
  readonly excess: number;
}

/** The pairs of one chip's synapse at a weight, with `input` V between the gates of the driven ones. */
export type ChipPairs = (weight: number, input: number) => PairCurrents;

/** How currents follow thresholds in a design without deviations. */
export interface Slopes {
  /** Of ln gm by ln I of each weight bit's pair, 1; none where tails are steered. */
  readonly exponents: readonly number[];
  /** Of ln I by gate voltage of the mirror, 1/V; 0 where tails are ideal. */
  readonly mirror: number;
}

export function slopesOf(design: Design): Slopes {
  const groups = (unitCurrent: number) => restingPoint({ ...design, unitCurrent }).groups;
  const [low, high] = [groups(design.unitCurrent), groups(design.unitCurrent * STEP)];
  const exponents = design.devices.map((count, bit) => {
    const near = (density: number) => Math.abs(density / (2 ** bit / count) - 1) < 1e-9;
    const [a, b] = [low.find((group) => near(group.density)), high.find((group) => near(group.density))];
    return a && b ? Math.log(b.device.gm / a.device.gm) / Math.log(b.current / a.current) : 1;
  });
  const drain = Math.max(...low.map(({ source }) => source));
  const gate = (current: number): number =>
    gateVoltage(current, drain, 0, DEVICES_65NM.driven[MIRROR_LENGTH], design.conditionsN);
  const mirror = Math.log(STEP) / (gate(design.unitCurrent * STEP) - gate(design.unitCurrent));
  return { exponents, mirror: design.tails === 'mirror' ? mirror : 0 };
}

const STEP = 1.01;

/** The pairs of `count` equal synapses whose transistors' names have `prefix`, of the chip with `deviations`. */
export function chipPairs(
  model: Behaviour,
  design: Design,
  slopes: Slopes,
  chip: { readonly deviations: Deviations; readonly prefix: string; readonly count: number },
): ChipPairs {
  const { deviations, prefix, count } = chip;
  const { drive } = model;
  const pairOf = (tag: string, devices: number): Difference => {
    const area = UNIT_SIZE.widthN * design.length * devices * count;
    return difference(deviations(`p${prefix}${tag}`, area), deviations(`n${prefix}${tag}`, area));
  };
  const factors = Array.from({ length: design.bits }, (_, bit) => {
    if (design.tails === 'ideal') return 1;
    const area = UNIT_SIZE.widthN * MIRROR_LENGTH * 1e-9 * 2 ** bit * count;
    const { threshold, beta } = deviations(`t${prefix}${bit}`, area);
    return (1 + beta) * Math.exp(-threshold * slopes.mirror);
  });
  switch (drive.kind) {
    case 'bits': {
      const pairs = drive.bits.map(({ tail, gm, tunnelling }, bit) => {
        const factor = factors[bit] ?? 1;
        const own = { tail: tail * factor, gm: gm * factor ** (slopes.exponents[bit] ?? 1) };
        const offset = offsetOf(pairOf(`${bit}`, design.devices[bit] ?? 0), own.tail / 2 / own.gm);
        return { ...own, tunnelling, offset, excess: (own.tail - tail) / 2 };
      });
      return (weight, input) =>
        pairs.reduce(
          (sum, { tail, gm, tunnelling, offset, excess }, bit) => {
            const v = Math.floor(weight / 2 ** bit) % 2 === 1 ? input : 0;
            const driven = (tail / 2) * Math.tanh((gm * (v - offset)) / tail) - (tunnelling * v) / 2;
            return { difference: sum.difference + count * driven, excess: sum.excess + count * excess };
          },
          { difference: 0, excess: 0 },
        );
    }
    case 'steered': {
      const { tunnelling, unitCurrent } = drive.pair;
      const [driven, idle] = [pairOf('d', design.devices[0] ?? 0), pairOf('i', design.devices[1] ?? 0)];
      const pair = (units: number, input: number, unequal: Difference): number => {
        if (units <= 0) return 0;
        const slope = driveCurrent(model, units, PROBE) / PROBE + tunnelling / 2;
        const offset = offsetOf(unequal, (units * unitCurrent) / 2 / (2 * slope));
        return driveCurrent(model, units, input - offset) - (tunnelling * offset) / 2;
      };
      return (weight, input) => {
        const [on, off] = [0, 0].map((_, side) =>
          factors.reduce(
            (sum, factor, bit) => sum + (Math.floor(weight / 2 ** bit) % 2 === 1 - side ? factor * 2 ** bit : 0),
            0,
          ),
        ) as [number, number];
        const excess = ((on + off - design.units) * unitCurrent) / 2;
        return { difference: count * (pair(on, input, driven) + pair(off, 0, idle)), excess: count * excess };
      };
    }
  }
}

/** Small against what bends a pair, V. */
const PROBE = 1e-6;

/** Of the two transistors of a pair: P side less N side. */
type Difference = Deviation;

const difference = (p: Deviation, n: Deviation): Difference => ({
  threshold: p.threshold - n.threshold,
  beta: p.beta - n.beta,
});

/** Input that makes a pair's currents equal, V; `ratio` is I/gm. */
const offsetOf = ({ threshold, beta }: Difference, ratio: number): number => threshold - beta * ratio;
