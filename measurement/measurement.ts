/** Numbers that may reach a report, with unit, origin and source. */

import { type Key, type KeyValues, keyOf } from './keys/key.ts';

/**
 * Origin of a number. `paper` is stated there, `synthesized` counted in a netlist, `simulated` by a simulator,
 * `modelled` by a closed form or by sums over cells, `assumed` a stated parameter.
 */
export type Origin = 'paper' | 'synthesized' | 'simulated' | 'modelled' | 'assumed';

export interface Measurement {
  /** Flat key, e.g. `dig8.multiplier.fullAdders`. */
  readonly key: string;
  /** Value in the SI unit `unit`. Null where there is no such number, and the source says why. */
  readonly value: number | null;
  /** SI unit, `1` for a count or ratio. */
  readonly unit: string;
  readonly origin: Origin;
  /** Tool and version, library file and hash, or section of a paper. */
  readonly source: string;
}

/** Measurement of a declared key, in the unit that the declaration states. */
export function measured<Pattern extends string>(
  key: Key<Pattern>,
  values: KeyValues<Pattern>,
  value: number | null,
  origin: Origin,
  source: string,
): Measurement {
  return { key: keyOf(key, values), value, unit: key.unit, origin, source };
}

/** First measurement of a declared key, where there is one. */
export function findMeasurement<Pattern extends string>(
  measurements: readonly Measurement[],
  key: Key<Pattern>,
  values: KeyValues<Pattern>,
): Measurement | undefined {
  const text = keyOf(key, values);
  return measurements.find((measurement) => measurement.key === text);
}
