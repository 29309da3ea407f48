/**
 * The rule for the common mode of the inputs: the voltage nearest to 0.6 V, in steps of 10 mV, at which every transistor has
 * what it needs. Lower, the tails lose their voltage; higher, the pairs lose theirs; but the lower it is, the
 * more the drains tunnel into the gates, which takes gain at small currents.
 */

import type { Design } from './design.ts';
import { type RestingPoint, restingPoint } from './resting-point.ts';

/** Where the search starts, V: at 1 V about the middle of what every sizing takes from 100 pA to 100 nA. */
const START = 0.6;
const STEP = 0.01;
/** Least tail voltage, V: an ideal source needs none of its own, a mirror about six thermal voltages. */
const TAIL = { ideal: 0.05, mirror: 0.15 } as const;
/** Least drain-source voltage of the pairs, V. */
const DRAIN_SOURCE = 0.15;
/** Most of the transconductance and of the current that tunnelling may have, 1. */
const TUNNELLING = 0.15;

/** Where the transistors of a design rest. */
type Rest = (design: Design) => Pick<RestingPoint, 'output' | 'groups'>;

/** The common mode for `design`, V; where none serves, the one nearest to 0.6 V below the supply. */
export function chooseCommonMode(
  design: Omit<Design, 'commonMode'>,
  rest: Rest = (complete) => restingPoint(complete),
): number {
  const start = Math.min(START, design.supply);
  const candidates = [0];
  for (let step = 1; step * STEP <= design.supply; step++) candidates.push(step, -step);
  const found = candidates
    .map((step) => Math.round((start + step * STEP) * 1e6) / 1e6)
    .find((commonMode) => commonMode > 0 && commonMode <= design.supply && serves({ ...design, commonMode }, rest));
  return found ?? start;
}

function serves(design: Design, rest: Rest): boolean {
  const { output, groups } = rest(design);
  const total = (of: (group: (typeof groups)[number]) => number): number =>
    groups.reduce((sum, group) => sum + group.all * of(group), 0);
  return (
    groups.every(
      ({ source, density }) => density < 1 || (source >= TAIL[design.tails] && output - source >= DRAIN_SOURCE),
    ) &&
    total(({ device }) => device.tunnellingSlope) <= TUNNELLING * total(({ device }) => device.gm) &&
    total(({ device }) => device.tunnelling) <= TUNNELLING * total(({ current }) => current)
  );
}
