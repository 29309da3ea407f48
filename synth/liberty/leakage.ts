/** Leakage of Liberty cells. */

import type { LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';
import { numberOf } from './values.ts';

/** Context in which the leakage of a cell is read. */
export interface LeakageContext {
  /** Unit of leakage, W; null where the library does not say. */
  readonly leakageUnit: number | null;
  /** Leakage of cells that do not state it, in that unit. */
  readonly defaultLeakage: number | undefined;
  readonly fail: Fail;
}

/** Leakage of a cell: `cell_leakage_power`, else the mean of the `leakage_power` groups, else the library's default. */
export function leakageOf(group: LibertyGroup, { leakageUnit, defaultLeakage, fail }: LeakageContext): number | null {
  const states = group.groups
    .filter(({ name }) => name === 'leakage_power')
    .map((state) => numberOf(state, 'value', fail) ?? 0);
  const mean = states.length > 0 ? states.reduce((sum, value) => sum + value, 0) / states.length : undefined;
  const value = numberOf(group, 'cell_leakage_power', fail) ?? mean ?? defaultLeakage;
  if (value === undefined) return null;
  if (leakageUnit === null) return fail(group.line, 'the library states leakage but no leakage_power_unit', 'nonsense');
  return value * leakageUnit;
}
