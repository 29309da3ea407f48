/**
 * The rule for the common mode of the inputs: the voltage nearest to 0.6 V, in steps of 10 mV, at which every transistor has
 * what it needs. Lower, the tails lose their voltage; higher, the pairs lose theirs; but the lower it is, the
 * more the drains tunnel into the gates, which takes gain at small currents.
 */

import type { Design } from './design.ts';
import type { RestingPoint } from './resting-point.ts';

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
 * pairs the most.
 */
export function chooseCommonMode<Point extends Rest>(
  design: Omit<Design, 'commonMode'>,
  rest: (design: Design) => Point,
): { readonly commonMode: number; readonly point: Point } {
  const at = (commonMode: number) => ({ commonMode, point: rest({ ...design, commonMode }) });
  const first = at(Math.min(START, design.supply));
  if (serves(design, first.point)) return first;
  let best = first;
  for (let step = 1; step * STEP <= design.supply; step++)
    for (const side of [step, -step]) {
      const commonMode = Math.round((first.commonMode + side * STEP) * 1e6) / 1e6;
      if (commonMode <= 0 || commonMode > design.supply) continue;
      const next = at(commonMode);
      if (serves(design, next.point)) return next;
      if (room(next.point) > room(best.point)) best = next;
    }
  return best;
}

/** Least voltage that tails and pairs have, the pairs counted by half of what they want more, V. */
function room({ output, groups }: Rest): number {
  const working = groups.filter(({ density }) => density >= 1);
  return Math.min(...working.map(({ source }) => Math.min(source, (output - source) / 2)));
}

/** Whether every transistor of `design`, which rests so, has what it needs. */
function serves(design: Pick<Design, 'tails'>, { output, groups }: Rest): boolean {
  let [slopes, channels, tunnelling, currents] = [0, 0, 0, 0];
  for (const { all, current, density, source, device } of groups) {
    if (density >= 1 && !(source >= TAIL[design.tails] && output - source >= DRAIN_SOURCE)) return false;
    slopes += all * device.tunnellingSlope;
    channels += all * device.gm;
    tunnelling += all * device.tunnelling;
    currents += all * current;
  }
  return slopes <= TUNNELLING * channels && tunnelling <= TUNNELLING * currents;
}
