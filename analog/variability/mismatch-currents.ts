/**
 * Currents of one chip's pairs into the output nodes, by the closed form. The difference of two thresholds moves a
 * pair's input, that of two current factors does so by its share of I/gm, and a mirror's tail carries e^(-dVt gm/I) (1
 * + dbeta) times its current. Corrections of second order come from tanh alone.
 */

import { nth } from '../../numeric/index.ts';
import type { Behaviour } from '../behaviour/behaviour.ts';
import { driveCurrent } from '../behaviour/transfer.ts';
import { pairNames, tailName } from '../deck/synapse.ts';
import type { Deviation, Deviations } from '../deck/transistor-device.ts';
import { UNIT_SIZE } from '../device/card.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import { gateVoltage } from '../device/model.ts';
import type { Design } from '../neuron/design.ts';
import { MIRROR_LENGTH, restingPoint } from '../neuron/resting-point.ts';

/** Currents of a synapse's pairs, A: half of their difference, and half of the tails' excess. */
export interface PairCurrents {
  readonly difference: number;
  readonly excess: number;
}

/**
 * Currents of a synapse's pairs on one chip, by weight and voltages. There are `input` V between the gates of the
 * driven ones and `apart` V between the output nodes, which moves every pair's input by its gds/gm.
 */
export type ChipPairs = (weight: number, input: number, apart: number) => PairCurrents;

/** Slopes of currents and thresholds in a design without deviations. */
export interface Slopes {
  /** Slope of ln gm by ln I of each weight bit's pair, 1; meaningless where tails are steered. */
  readonly exponents: readonly number[];
  /** Ratio gds/gm of each weight bit's pair, or of the driven one, 1. */
  readonly drain: readonly number[];
  /** Slope of ln I by gate voltage of the mirror, 1/V; 0 where tails are ideal. */
  readonly mirror: number;
}

/** Slopes of `design` at its own unit current. */
export function slopesOf(design: Design): Slopes {
  const groups = (unitCurrent: number) => restingPoint({ ...design, unitCurrent }).groups;
  const [low, high] = [groups(design.unitCurrent), groups(design.unitCurrent * STEP)];
  const steered = design.sizing === 'tail-steered';
  const perBit = design.devices.map((count, bit) => {
    const density = (steered ? design.units : 2 ** bit) / count;
    const near = (group: { readonly density: number }) => Math.abs(group.density / density - 1) < 1e-9;
    const [a, b] = [low.find(near), high.find(near)];
    if (!a || !b) throw new RangeError(`no pairs of ${density} unit currents a device`);
    return {
      exponent: Math.log(b.device.gm / a.device.gm) / Math.log(b.current / a.current),
      drain: a.device.gds / a.device.gm,
    };
  });
  const tail = Math.max(...low.map(({ source }) => source));
  const gate = (current: number): number =>
    gateVoltage(current, tail, 0, DEVICES_65NM.driven[MIRROR_LENGTH], design.conditionsN);
  const mirror = Math.log(STEP) / (gate(design.unitCurrent * STEP) - gate(design.unitCurrent));
  return {
    exponents: perBit.map(({ exponent }) => exponent),
    drain: perBit.map(({ drain }) => drain),
    mirror: design.tails === 'mirror' ? mirror : 0,
  };
}

const STEP = 1.01;

/** Pairs of `count` equal synapses of the chip with `deviations`. The names of their transistors have `prefix`. */
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
    const { p, n } = pairNames(`${prefix}${tag}`);
    return difference(deviations(p, area), deviations(n, area));
  };
  const factors = Array.from({ length: design.bits }, (_, bit) => {
    if (design.tails === 'ideal') return 1;
    const area = UNIT_SIZE.widthN * MIRROR_LENGTH * 1e-9 * 2 ** bit * count;
    const { threshold, beta } = deviations(tailName(`${prefix}${bit}`), area);
    return (1 + beta) * Math.exp(-threshold * slopes.mirror);
  });
  switch (drive.kind) {
    case 'bits': {
      const pairs = drive.bits.map(({ tail, gm, tunnelling }, bit) => {
        const factor = nth(factors, bit);
        const own = { tail: tail * factor, gm: gm * factor ** nth(slopes.exponents, bit) };
        const offset = offsetOf(pairOf(`${bit}`, nth(design.devices, bit)), own.tail / 2 / own.gm);
        return { ...own, tunnelling, offset, excess: (own.tail - tail) / 2 };
      });
      return (weight, input, apart) =>
        pairs.reduce(
          (sum, { tail, gm, tunnelling, offset, excess }, bit) => {
            const v = Math.floor(weight / 2 ** bit) % 2 === 1 ? input : 0;
            const seen = v - offset - nth(slopes.drain, bit) * apart;
            const driven = (tail / 2) * Math.tanh((gm * seen) / tail) - (tunnelling * v) / 2;
            return { difference: sum.difference + count * driven, excess: sum.excess + count * excess };
          },
          { difference: 0, excess: 0 },
        );
    }
    case 'steered': {
      const { tunnelling, unitCurrent } = drive.pair;
      const [driven, idle] = [pairOf('d', nth(design.devices, 0)), pairOf('i', nth(design.devices, 1))];
      const pair = (units: number, input: number, apart: number, unequal: Difference): number => {
        if (units <= 0) return 0;
        const slope = driveCurrent(model, units, PROBE) / PROBE + tunnelling / 2;
        const offset = offsetOf(unequal, (units * unitCurrent) / 2 / (2 * slope)) + nth(slopes.drain, 0) * apart;
        return driveCurrent(model, units, input - offset) - (tunnelling * offset) / 2;
      };
      return (weight, input, apart) => {
        const [on, off] = [0, 0].map((_, side) =>
          factors.reduce(
            (sum, factor, bit) => sum + (Math.floor(weight / 2 ** bit) % 2 === 1 - side ? factor * 2 ** bit : 0),
            0,
          ),
        ) as [number, number];
        const excess = ((on + off - design.units) * unitCurrent) / 2;
        return {
          difference: count * (pair(on, input, apart, driven) + pair(off, 0, apart, idle)),
          excess: count * excess,
        };
      };
    }
  }
}

/** Probing input, V, small against what bends a pair. */
const PROBE = 1e-6;

/** Difference of the two transistors of a pair, P side less N side. */
type Difference = Deviation;

const difference = (p: Deviation, n: Deviation): Difference => ({
  threshold: p.threshold - n.threshold,
  beta: p.beta - n.beta,
});

/** Input that makes a pair's currents equal, V; `ratio` is I/gm. */
const offsetOf = ({ threshold, beta }: Difference, ratio: number): number => threshold - beta * ratio;
