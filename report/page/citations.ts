/** Marks that say where a number comes from: its origin, and the number of its source in the list at the end. */

import type { Measurement, Origin } from '../../measurement/index.ts';

/** Origins as they are shown beside numbers. */
export const ORIGIN_TAGS: Readonly<Record<Origin, string>> = {
  paper: 'paper',
  synthesized: 'syn',
  simulated: 'sim',
  modelled: 'mod',
  assumed: 'asm',
};

/** Hands out the numbers of the sources in the order in which they are first cited. */
export interface Citations {
  /** The mark of the measurement of that key, e.g. `` `sim 3` ``. Throws when there is none. */
  readonly cite: (key: string) => string;
  /** The mark of the first measurement whose key starts so. */
  readonly citeFirst: (prefix: string) => string;
  /** Every source cited so far; the first has the number 1. */
  readonly sources: () => readonly string[];
}

/** Citations of `measurements`. */
export function createCitations(measurements: readonly Measurement[]): Citations {
  const byKey = new Map(measurements.map((measurement) => [measurement.key, measurement]));
  const numbers = new Map<string, number>();
  const mark = (measurement: Measurement | undefined, key: string): string => {
    if (measurement === undefined) throw new RangeError(`measurements must hold every number shown: ${key} is missing`);
    const number = numbers.get(measurement.source) ?? numbers.size + 1;
    numbers.set(measurement.source, number);
    return `\`${ORIGIN_TAGS[measurement.origin]} ${number}\``;
  };
  return {
    cite: (key) => mark(byKey.get(key), key),
    citeFirst: (prefix) =>
      mark(
        measurements.find(({ key }) => key.startsWith(prefix)),
        prefix,
      ),
    sources: () => [...numbers.keys()],
  };
}
