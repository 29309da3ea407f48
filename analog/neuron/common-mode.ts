/**
 * Rule for the common mode of the inputs: every transistor has what it needs. Of the voltages where that is so, in
 * steps of 10 mV, it takes the one nearest to 0.6 V. Lower, the tails lose their voltage; higher, the pairs lose
 * theirs; but the lower it is, the more the drains tunnel into the gates, which takes gain at small currents.
 */

import type { Design } from './design.ts';
import type { PairGroup, RestingPoint } from './resting-point.ts';

/** Start of the search, V: at 1 V about the middle of what every sizing takes from 100 pA to 100 nA. */
const START = 0.6;
const STEP = 0.01;
/** Least tail voltage, V: an ideal source needs none of its own, a mirror about six thermal voltages. */
const TAIL = { ideal: 0.05, mirror: 0.15 } as const;
/** Least drain-source voltage of the pairs, V. */
const DRAIN_SOURCE = 0.15;
/** Most tunnelling as a part of the transconductance and of the current, 1. */
const TUNNELLING = 0.15;

/** Parts of a resting point that the rule looks at. */
type Rest = Pick<RestingPoint, 'output' | 'groups'>;

/** Start of the search at a supply, V. */
export const firstCommonMode = (supply: number): number => Math.min(START, supply);

/** Common mode, V, and the resting point there. */
interface Choice<Point> {
  readonly commonMode: number;
  readonly point: Point;
}

/**
 * Common mode for `design`, V, and the resting point there. Where none serves, it is the one that leaves tails and
 * pairs the most. Tails gain and pairs lose as it rises, and tunnelling falls, so that halving finds it.
 */
export function chooseCommonMode<Point extends Rest>(
  design: Omit<Design, 'commonMode'>,
  rest: (design: Design) => Point,
): Choice<Point> {
  const start = firstCommonMode(design.supply);
  const point = rest({ ...design, commonMode: start });
  return serves(design, point) ? { commonMode: start, point } : searchCommonMode(design, rest, point);
}

/** Common mode other than the start of the search, where the transistors rest at `here`. */
export function searchCommonMode<Point extends Rest>(
  design: Omit<Design, 'commonMode'>,
  rest: (design: Design) => Point,
  here: Point,
): Choice<Point> {
  const start = firstCommonMode(design.supply);
  const at = (step: number): Choice<Point> => {
    const commonMode = Math.round((start + step * STEP) * 1e6) / 1e6;
    return { commonMode, point: rest({ ...design, commonMode }) };
  };
  const [lowest, highest] = [-Math.ceil(start / STEP) + 1, Math.floor((design.supply - start) / STEP + 1e-9)];
  /** First step from `from` towards `to` at which `holds`, which does not at `from`; undefined where it never does. */
  const first = (from: number, to: number, holds: (point: Point) => boolean): Choice<Point> | undefined => {
    let [no, yes, found] = [from, to, at(to)];
    if (from === to || !holds(found.point)) return undefined;
    while (Math.abs(yes - no) > 1) {
      const middle = Math.trunc((yes + no) / 2);
      const choice = at(middle);
      if (holds(choice.point)) [yes, found] = [middle, choice];
      else no = middle;
    }
    return found;
  };
  const tailsDo = (point: Point): boolean => tailsServe(design, point);
  const [tails, pairs] = [tailsDo(here), pairsServe(here)];
  const moved = tails ? first(0, lowest, pairsServe) : pairs ? first(0, highest, tailsDo) : undefined;
  if (moved && serves(design, moved.point)) return moved;
  const balanced = (point: Point): boolean => tailRoom(point) >= pairRoom(point) / 2;
  const least = at(lowest);
  return balanced(least.point) ? least : (first(lowest, highest, balanced) ?? at(highest));
}

/** Test of a resting point in which every transistor has what it needs. */
export function serves(design: Pick<Design, 'tails'>, point: Rest): boolean {
  return pairsServe(point) && tailsServe(design, point);
}

/**
 * Current density over the largest below which a pair counts as one without current. The least of 16 bits is three
 * times this.
 */
const STEERED_AWAY = 1e-5;

/** Highest and lowest source of the pairs that carry current, V. Pairs whose tails are steered away are left out. */
export function sourceRange(groups: readonly PairGroup[]): { readonly low: number; readonly high: number } {
  let densest = 0;
  for (const { density } of groups) densest = Math.max(densest, density);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { density, source } of groups) {
    if (density <= densest * STEERED_AWAY) continue;
    low = Math.min(low, source);
    high = Math.max(high, source);
  }
  return { low, high };
}

/** Least voltage of the tails, V. */
const tailRoom = ({ groups }: Rest): number => sourceRange(groups).low;

/** Least drain-source voltage of the pairs, V. */
const pairRoom = ({ output, groups }: Rest): number => output - sourceRange(groups).high;

const pairsServe = (point: Rest): boolean => pairRoom(point) >= DRAIN_SOURCE;

/** Test of a resting point for tail voltage and tunnelling. The latter falls as the tails rise. */
function tailsServe(design: Pick<Design, 'tails'>, point: Rest): boolean {
  if (!(tailRoom(point) >= TAIL[design.tails])) return false;
  let [slopes, channels, tunnelling, currents] = [0, 0, 0, 0];
  for (const { all, current, device } of point.groups) {
    slopes += all * device.tunnellingSlope;
    channels += all * device.gm;
    tunnelling += all * device.tunnelling;
    currents += all * current;
  }
  return slopes <= TUNNELLING * channels && tunnelling <= TUNNELLING * currents;
}
