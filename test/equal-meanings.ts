/** Keys of one run that mean the same quantity, so that values must agree. */

/** Measurements by key; null where there is no value. */
export type Values = ReadonlyMap<string, number | null>;

/** Two keys of a run with one meaning. */
type Equal = readonly [one: string, other: string];

/** Largest relative difference of two values of one meaning: what text and sums of floating-point numbers leave. */
const SAME = 1e-7;

/** Quantities of a neuron at its own unit current. */
const FIGURES = ['power', 'bandwidth', 'gain', 'noise.total', 'noise.rectangular', 'energyPerSynapse'];

/**
 * Pairs of keys among `values` with one meaning. `own` is the unit current of the mixed-signal neurons as keys have it,
 * `shift` their threshold shift; `unit` are those with unit transistors and one synapse, which are sizing A.
 */
export function equalMeanings(values: Values, own: string, shift: string, unit: readonly string[]): readonly Equal[] {
  return [...values.keys()].flatMap((key): readonly Equal[] => {
    const ratio = /^(\w+)\/(\w+)\.powerRatio@(\d+)$/.exec(key);
    if (ratio) {
      const [, , analog = '', frequency] = ratio;
      return [
        [key, `${key},thresholdShift=${shift}`],
        ...(unit.includes(analog) ? [[key, `${analog}.sizing.A.powerRatio@${frequency}`] as const] : []),
      ];
    }
    const leakage = /^(\w+)\.leakage$/.exec(key);
    if (leakage) return [[key, `${key}@thresholdShift=${shift}`]];
    const figure = FIGURES.find((name) => key.endsWith(`.${name}`));
    if (figure === undefined) return [];
    const neuron = key.slice(0, -figure.length - 1);
    return [
      [key, `${key}@unitCurrent=${own}`],
      [key, `${neuron}.corner.${figure}@supply=1,temperature=300.15,process=typical`],
      ...(unit.includes(neuron) ? [[key, `${neuron}.sizing.A.${figure}`] as const] : []),
      ...(figure === 'power' && unit.includes(neuron)
        ? [[`${neuron}.power@1000`, `${neuron}.sizing.A.floor.power`] as const]
        : []),
    ];
  });
}

/** Pairs whose values differ, a line each; pairs of which one was not measured are passed over. */
export function disagreements(values: Values, pairs: readonly Equal[]): readonly string[] {
  return pairs.flatMap(([one, other]) => {
    const [a, b] = [values.get(one), values.get(other)];
    if (a === undefined || b === undefined) return [];
    const same = a === b || (a !== null && b !== null && Math.abs(a - b) <= SAME * Math.abs(a));
    return same ? [] : [`${one} is ${a}, ${other} is ${b}`];
  });
}
