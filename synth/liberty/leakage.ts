/**
 * Leakage of Liberty cells, as OpenSTA of 2026 sums it (power/Power.cc): for each supply pin the mean of the states that
 * the library gives, weighted by how probable they are where every input is as often 0 as 1.
 */

import type { BooleanFunction } from './boolean-function.ts';
import type { LibertyPin } from './pins.ts';
import type { LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';
import { shareOfOnes } from './truth-table.ts';
import { attribute, functionOf, signedNumberOf } from './values.ts';

/** Context in which the leakage of a cell is read. */
export interface LeakageContext {
  /** Unit of leakage, W; null where the library does not say. */
  readonly leakageUnit: number | null;
  /** Leakage of cells that do not state it, in that unit. */
  readonly defaultLeakage: number | undefined;
  readonly fail: Fail;
}

/** Leakage through one supply pin, in the library's unit. */
interface Supply {
  /** Sum of the probabilities of the states. */
  share: number;
  /** Sum of the states' leakages times their probabilities. */
  sum: number;
  /** Leakage that is stated for no state. */
  always?: number;
}

/**
 * Leakage of a cell, W: the sum over its supply pins, else `cell_leakage_power`, else the library's default. What the
 * states of a pin leave out leaks `cell_leakage_power`, or as their mean where the cell has none.
 */
export function leakageOf(
  group: LibertyGroup,
  pins: readonly LibertyPin[],
  { leakageUnit, defaultLeakage, fail }: LeakageContext,
): number | null {
  const whole = signedNumberOf(group, 'cell_leakage_power', fail);
  const supplies = [...suppliesOf(group, pins, fail).values()];
  const value =
    supplies.length > 0
      ? supplies.reduce((sum, supply) => sum + throughSupply(supply, whole), 0)
      : (whole ?? defaultLeakage);
  if (value === undefined) return null;
  if (leakageUnit === null) return fail(group.line, 'the library states leakage but no leakage_power_unit', 'nonsense');
  if (value < 0) fail(group.line, `leakage must be 0 or more: ${value}`);
  return value * leakageUnit;
}

function throughSupply({ share, sum, always = 0 }: Supply, whole: number | undefined): number {
  if (share === 0) return always;
  return share < 1 && whole !== undefined ? sum + (1 - share) * whole : sum / share;
}

/** Leakage by supply pin. Ground and wells give back what the supply gave. */
function suppliesOf(cell: LibertyGroup, pins: readonly LibertyPin[], fail: Fail): ReadonlyMap<string, Supply> {
  const rails = new Map(
    cell.groups
      .filter(({ name }) => name === 'pg_pin')
      .flatMap((rail) => rail.args.map((name) => [name, attribute(rail, 'pg_type')?.values[0]] as const)),
  );
  const meaning = meanings(cell, pins);
  const supplies = new Map<string, Supply>();
  for (const state of cell.groups) {
    if (state.name !== 'leakage_power') continue;
    const rail = attribute(state, 'related_pg_pin')?.values[0] ?? '';
    if ((rails.get(rail) ?? 'primary_power') !== 'primary_power') continue;
    const value = signedNumberOf(state, 'value', fail);
    if (value === undefined) return fail(state.line, 'leakage_power(): value is missing');
    const supply: Supply = supplies.get(rail) ?? { share: 0, sum: 0 };
    supplies.set(rail, supply);
    const when = attribute(state, 'when');
    if (when) {
      const share = probability(functionOf(when, fail), meaning, (problem) => fail(when.line, `when: ${problem}`));
      supply.share += share;
      supply.sum += share * value;
    } else supply.always = value;
  }
  return supplies;
}

/** Meanings of a cell's outputs and states by name; undefined for those that may be 0 or 1 as inputs may. */
function meanings(cell: LibertyGroup, pins: readonly LibertyPin[]): ReadonlyMap<string, BooleanFunction | undefined> {
  const states = cell.groups.filter(({ name }) => /^(ff|latch)(_bank)?$/.test(name));
  return new Map<string, BooleanFunction | undefined>([
    ...pins.map(({ name, function: value }) => [name, value] as const),
    ...states.flatMap(({ args: [state = '', inverse = ''] }) => [
      [state, undefined] as const,
      [inverse, { kind: 'not', a: { kind: 'pin', name: state } } satisfies BooleanFunction] as const,
    ]),
    ...cell.groups
      .filter(({ name }) => name === 'statetable')
      .flatMap(({ args: [, nodes = ''] }) => nodes.split(/\s+/).map((name) => [name, undefined] as const)),
  ]);
}

/** Deepest that an output may depend on other outputs. */
const DEEPEST = 4;
/** Most names and signs of a condition whose outputs are replaced by their functions. */
const LONGEST = 20_000;

/** Share of the combinations of inputs and states in which a condition holds. */
function probability(
  when: BooleanFunction,
  meaning: ReadonlyMap<string, BooleanFunction | undefined>,
  fail: (problem: string) => never,
): number {
  let length = 0;
  const inInputs = (value: BooleanFunction, depth: number): BooleanFunction => {
    if (++length > LONGEST) fail(`must be of at most ${LONGEST} names and signs in inputs`);
    switch (value.kind) {
      case 'constant':
        return value;
      case 'not':
        return { kind: 'not', a: inInputs(value.a, depth) };
      case 'and':
      case 'or':
      case 'xor':
        return { kind: value.kind, a: inInputs(value.a, depth), b: inInputs(value.b, depth) };
      case 'pin': {
        if (!meaning.has(value.name)) return fail(`names a pin that the cell does not have: ${value.name}`);
        const meant = meaning.get(value.name);
        if (depth > DEEPEST) return fail(`${value.name} depends on itself`);
        return meant ? inInputs(meant, depth + 1) : value;
      }
    }
  };
  const value = inInputs(when, 0);
  try {
    return shareOfOnes(value);
  } catch (error) {
    if (error instanceof RangeError) return fail(error.message);
    throw error;
  }
}
