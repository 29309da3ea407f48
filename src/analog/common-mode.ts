/**
 * The rule for the common mode of the inputs: the voltage nearest to 0.6 V, in steps of 10 mV, at which every transistor has
 * what it needs. Lower, the tails lose their voltage; higher, the pairs lose theirs; but the lower it is, the
 * more the drains tunnel into the gates, which takes gain at small currents.
 */

import type { Design } from './design.ts';
import type { PairGroup, RestingPoint } from './resting-point.ts';

/** Where the search starts, V: at 1 V about the middle of what every sizing takes from 100 pA to 100 nA. */
const START = 0.6;
const STEP = 0.01;
/** Least tail voltage, V: an ideal source needs none of its own, a mirror about six thermal voltages. */
const TAIL = { ideal: 0.05, mirror: 0.15 } as const;
/** Least drain-source voltage of the pairs, V. */
const DRAIN_SOURCE = 0.15;
/** Most of the transconductance and of the current that tunnelling may have, 1. */
const TUNNELLING = 0.15;

/** What the rule looks at. */
type Rest = Pick<RestingPoint, 'output' | 'groups'>;

/**
 * The common mode for `design`, V, and where the transistors rest then; where none serves, the one that leaves tails and
 * pairs the most. Tails gain and pairs lose as it rises, and tunnelling falls, so that halving finds it.
 */
export function chooseCommonMode<Point extends Rest>(
  design: Omit<Design, 'commonMode'>,
  rest: (design: Design) => Point,
): { readonly commonMode: number; readonly point: Point } {
  const start = Math.min(START, design.supply);
  const at = (step: number) => {
    const commonMode = Math.round((start + step * STEP) * 1e6) / 1e6;
    return { commonMode, point: rest({ ...design, commonMode }) };
  };
  type Choice = ReturnType<typeof at>;
  const [lowest, highest] = [-Math.ceil(start / STEP) + 1, Math.floor((design.supply - start) / STEP + 1e-9)];
  /** The first step from `from` towards `to` at which `holds`, which does not at `from`; undefined where it never does. */
  const first = (from: number, to: number, holds: (choice: Choice) => boolean): Choice | undefined => {
    let [no, yes, found] = [from, to, at(to)];
    if (from === to || !holds(found)) return undefined;
    while (Math.abs(yes - no) > 1) {
      const middle = Math.trunc((yes + no) / 2);
      const choice = at(middle);
      if (holds(choice)) [yes, found] = [middle, choice];
      else no = middle;
    }
    return found;
  };
  const tailsDo = ({ point }: Choice): boolean => tailsServe(design, point);
  const pairsDo = ({ point }: Choice): boolean => pairsServe(point);
  const here = at(0);
  const [tails, pairs] = [tailsDo(here), pairsDo(here)];
  if (tails && pairs) return here;
  const moved = tails ? first(0, lowest, pairsDo) : pairs ? first(0, highest, tailsDo) : undefined;
  if (moved && tailsDo(moved) && pairsDo(moved)) return moved;
  const balanced = ({ point }: Choice): boolean => tailRoom(point) >= pairRoom(point) / 2;
  return balanced(at(lowest)) ? at(lowest) : (first(lowest, highest, balanced) ?? at(highest));
}

/** Groups that carry current: all but pairs whose tails are steered away. */
export function workingGroups(groups: readonly PairGroup[]): readonly PairGroup[] {
  const densest = groups.reduce((most, { density }) => Math.max(most, density), 0);
  return groups.filter(({ density }) => density > densest * STEERED_AWAY);
}

/** Current density over the largest below which a pair is one that has none: the least of 16 bits is three times this. */
const STEERED_AWAY = 1e-5;

/** Least voltage of the tails, V. */
const tailRoom = ({ groups }: Rest): number => Math.min(...workingGroups(groups).map(({ source }) => source));

/** Least drain-source voltage of the pairs, V. */
const pairRoom = ({ output, groups }: Rest): number =>
  Math.min(...workingGroups(groups).map(({ source }) => output - source));

const pairsServe = (point: Rest): boolean => pairRoom(point) >= DRAIN_SOURCE;

/** Whether the tails have their voltage, and tunnelling, which falls as they rise, is small. */
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
