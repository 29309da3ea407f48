/** Flip-flops in the `ff` groups of Liberty cells. */

import { type BooleanFunction, pinsOf } from './boolean-function.ts';
import { groupLabel, type LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';
import { attribute, functionOf } from './values.ts';

/** Flip-flop in the `ff` group of a cell. */
export interface FlipFlop {
  /** Names of the state and its inverse. */
  readonly state: string;
  readonly inverse: string;
  readonly nextState: BooleanFunction;
  readonly clockedOn: BooleanFunction;
  /** Condition under which the state is 0 whatever the clock does. */
  readonly clear?: BooleanFunction;
  /** Condition under which the state is 1 whatever the clock does. */
  readonly preset?: BooleanFunction;
  /** Value of state and inverse while clear and preset hold at once, `clear_preset_var1` and `2`. */
  readonly both: readonly [ForcedValue, ForcedValue];
}

/** Value that clear and preset together force: low, high, as before, inverted, unknown. */
export type ForcedValue = 'L' | 'H' | 'N' | 'T' | 'X';

/** First flip-flop of a cell; undefined where it has none. */
export function readFlipFlop(cell: LibertyGroup, fail: Fail): FlipFlop | undefined {
  const group = cell.groups.find(({ name }) => name === 'ff');
  if (!group) return undefined;
  const label = groupLabel(group);
  const next = attribute(group, 'next_state');
  const clock = attribute(group, 'clocked_on');
  if (!next) return fail(group.line, `${label}: next_state is missing`);
  if (!clock) return fail(group.line, `${label}: clocked_on is missing`);
  const condition = (name: 'clear' | 'preset'): Partial<FlipFlop> => {
    const found = attribute(group, name);
    return found ? { [name]: functionOf(found, fail) } : {};
  };
  const forced = (name: string): ForcedValue => {
    const found = attribute(group, name);
    const text = found?.values[0]?.trim().toUpperCase() ?? 'X';
    const value = FORCED.find((known) => known === text);
    return value ?? fail(found?.line ?? group.line, `${label}: ${name} must be one of ${FORCED.join(', ')}: ${text}`);
  };
  return {
    state: group.args[0] ?? '',
    inverse: group.args[1] ?? '',
    nextState: functionOf(next, fail),
    clockedOn: functionOf(clock, fail),
    ...condition('clear'),
    ...condition('preset'),
    both: [forced('clear_preset_var1'), forced('clear_preset_var2')],
  };
}

const FORCED: readonly ForcedValue[] = ['L', 'H', 'N', 'T', 'X'];

/** Pins that the attributes of a flip-flop name, by attribute. */
export function flipFlopPins({
  nextState,
  clockedOn,
  clear,
  preset,
}: FlipFlop): readonly (readonly [string, string[]])[] {
  const written = { next_state: nextState, clocked_on: clockedOn, clear, preset };
  return Object.entries(written).map(([name, value]) => [name, value ? pinsOf(value) : []]);
}
