/** Curves of each sizing of the study beside one digital neuron. */

import type { SizingResult } from '../analog/index.ts';
import type { Spec } from '../gen/index.ts';
import type { DigitalFigures } from './figures.ts';
import { analogPower, digitalPower, type PairCurve, pairCurves } from './power.ts';

/** Curve of one sizing with the result of its study. */
export interface SizingCurve {
  readonly result: SizingResult;
  /** Powers over the frequencies of the spec. The analog neuron bears the sizing's name. */
  readonly curve: PairCurve;
}

/** Frequencies of the tables, Hz. */
export const TABLE_FREQUENCIES = [1e3, 1e6, 1e8, 1e9] as const;

/** Curves of `results` with `digital`; none where the spec compares nothing. */
export function sizingCurves(
  spec: Spec,
  digital: DigitalFigures,
  results: readonly SizingResult[],
): readonly SizingCurve[] {
  const { compare } = spec;
  if (compare === undefined) return [];
  return results.flatMap((result) => {
    const { name, neuron, points } = result;
    const pair: Spec = {
      ...spec,
      neurons: [{ ...neuron, name }],
      compare: { ...compare, pairs: [[digital.name, name]] },
    };
    const figures = { name, bits: neuron.bits, synapses: neuron.synapses, points };
    return pairCurves(pair, [digital], [figures]).map((curve) => ({ result, curve }));
  });
}

/** Ratio of digital to analog power at `frequency` (Hz), the bias chosen for it. Null where either side has none. */
export function ratioAt({ digital, bias }: PairCurve, frequency: number): number | null {
  const [over, under] = [digitalPower(digital, frequency), analogPower(bias.points, frequency)];
  return over === null || under === null ? null : over / under;
}

/** Ratio of powers with the unit current never below the spec's. */
export function ratioFromStatedAt({ digital, bias }: PairCurve, frequency: number): number | null {
  const [over, under] = [digitalPower(digital, frequency), analogPower(bias.fromStated, frequency)];
  return over === null || under === null ? null : over / under;
}

/**
 * Smallest ratio over the frequencies up to `highest` (Hz) that the digital neuron reaches. Null where the analog one
 * does not reach all of them.
 */
export function smallestRatio(
  curve: PairCurve,
  highest: number,
  ratio: (curve: PairCurve, frequency: number) => number | null = ratioAt,
): number | null {
  const ratios = curve.points
    .filter(({ frequency, digital }) => frequency <= highest && digital !== null)
    .map(({ frequency }) => ratio(curve, frequency));
  const known = ratios.filter((value) => value !== null);
  return known.length === 0 || known.length < ratios.length ? null : Math.min(...known);
}
