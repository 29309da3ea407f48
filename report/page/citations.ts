/**
 * Marks of a number's origin and source. A mark names the origin and the number of the source in the list at the end.
 */

import { isKey, type Key, type KeyValues, keyOf, type Measurement, type Origin } from '../../measurement/index.ts';

/** Tags of the origins beside numbers. */
const ORIGIN_TAGS: Readonly<Record<Origin, string>> = {
  paper: 'paper',
  synthesized: 'syn',
  simulated: 'sim',
  modelled: 'mod',
  assumed: 'asm',
};

/** Meaning of a mark; a tag, which names no source, has the number null. */
export interface Mark {
  readonly origin: Origin;
  /** Number of the source in the list at the end, from 1. */
  readonly number: number | null;
}

/** Numbers of the sources in the order in which they are first cited. */
export interface Citations {
  /** Tag of an origin, e.g. `` `sim` ``. */
  readonly tag: (origin: Origin) => string;
  /** Mark of a measurement, e.g. `` `sim 3` ``. */
  readonly mark: (measurement: Measurement) => string;
  /** Mark of the measurement of a key. Throws when there is none. */
  readonly cite: <Pattern extends string>(key: Key<Pattern>, values: KeyValues<Pattern>) => string;
  /** Mark of the first measurement of a key with some of its values given. */
  readonly citeFirst: <Pattern extends string>(key: Key<Pattern>, given: Partial<KeyValues<Pattern>>) => string;
  /** Sources cited so far; the first has the number 1. */
  readonly sources: () => readonly string[];
  /** Marks and tags made so far, by their text. */
  readonly marks: () => ReadonlyMap<string, Mark>;
}

/** Citations of `measurements`. */
export function createCitations(measurements: readonly Measurement[]): Citations {
  const byKey = new Map(measurements.map((measurement) => [measurement.key, measurement]));
  const numbers = new Map<string, number>();
  const marks = new Map<string, Mark>();
  const made = (text: string, mark: Mark): string => {
    marks.set(text, mark);
    return `\`${text}\``;
  };
  const mark = ({ origin, source }: Measurement): string => {
    const number = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, number);
    return made(`${ORIGIN_TAGS[origin]} ${number}`, { origin, number });
  };
  const markFound = (measurement: Measurement | undefined, key: string): string => {
    if (measurement === undefined) throw new RangeError(`measurements must hold every number shown: ${key} is missing`);
    return mark(measurement);
  };
  return {
    tag: (origin) => made(ORIGIN_TAGS[origin], { origin, number: null }),
    mark,
    cite: (key, values) => {
      const text = keyOf(key, values);
      return markFound(byKey.get(text), text);
    },
    citeFirst: (key, given) =>
      markFound(
        measurements.find((measurement) => isKey(key, measurement.key, given)),
        key.pattern,
      ),
    sources: () => [...numbers.keys()],
    marks: () => marks,
  };
}
