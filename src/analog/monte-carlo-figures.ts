/**
 * What many chips of one neuron say: distributions of offset and gain, and the static error of every weight. A chip is
 * corrected once for its offset and its gain, at the largest weight; what is left at another weight w and at + or - full scale
 * of the input is the weight's error, as a part of the output's change from 0 to full scale at the largest weight:
 * e(w) = +-(out(w, +-FS) - out(w, 0))/Y - w/units, Y = (out(units, FS) - out(units, -FS))/2.
 */

import type { Design } from './design.ts';
import type { Chip, WeightOutputs } from './monte-carlo.ts';

/** A quantity over the chips. */
export interface Distribution {
  readonly mean: number;
  /** Standard deviation, with one degree of freedom less than chips. */
  readonly sigma: number;
  /** One value a chip, in the order of the samples. */
  readonly values: readonly number[];
}

/** Error of a weight over the chips and both signs of the input, 1. */
export interface WeightError {
  readonly weight: number;
  readonly mean: number;
  readonly sigma: number;
  /** Simulated or computed as such; false: the sum of its bits' errors. */
  readonly direct: boolean;
}

export interface MismatchFigures {
  readonly samples: number;
  /** Largest weight. */
  readonly units: number;
  /** Output without input over the gain, at the largest weight, V. */
  readonly offset: Distribution;
  /** Between + and - full scale, at the largest weight, 1. */
  readonly gain: Distribution;
  /** Error of the weight of the most significant bit alone at + full scale, 1. */
  readonly largestBit: Distribution;
  /** Most that the offset differs from that at the largest weight, V; 0 but for numerics where weights switch gates. */
  readonly offsetShift: Distribution;
  /** In rising weight. */
  readonly errors: readonly WeightError[];
  /** Root mean square of a chip's errors over weights and signs, averaged in power over the chips, 1. */
  readonly errorRms: number;
  /** The same of what the offset shifts by, over Y, 1. */
  readonly shiftRms: number;
  /** Largest error of each chip in size, over weights and signs: integral nonlinearity, 1. */
  readonly nonlinearity: Distribution;
}

/** The figures of `chips`, at least 2, all at the same weights with the largest among them; `fullScale` in V. */
export function mismatchFigures(design: Design, fullScale: number, chips: readonly Chip[]): MismatchFigures {
  if (chips.length < 2) throw new RangeError(`chips must be at least 2: ${chips.length}`);
  const { units, sizing, bits } = design;
  const figures = chips.map(({ outputs }) => chipFigures(outputs, units, fullScale));
  const known = new Set(figures[0]?.errors.map(({ weight }) => weight));
  const sums =
    sizing !== 'tail-steered' && Array.from({ length: bits }, (_, bit) => known.has(2 ** bit)).every(Boolean);
  const weights = sums ? Array.from({ length: units }, (_, k) => k + 1) : [...known].sort((a, b) => a - b);
  const perChip = figures.map(({ errors }) => errorsAt(errors, weights, design));
  const all = weights.map((weight, k) => {
    const values = perChip.flatMap((errors) => [errors.plus[k] ?? Number.NaN, errors.minus[k] ?? Number.NaN]);
    const { mean, sigma } = distribution(values);
    return { weight, mean, sigma, direct: known.has(weight) };
  });
  const largestBit = 2 ** (bits - 1);
  return {
    samples: chips.length,
    units,
    offset: distribution(figures.map(({ offset }) => offset)),
    gain: distribution(figures.map(({ gain }) => gain)),
    largestBit: distribution(
      figures.map(({ errors }) => errors.find(({ weight }) => weight === largestBit)?.plus ?? Number.NaN),
    ),
    offsetShift: distribution(figures.map(({ shifts, gain }) => Math.max(...shifts.map(Math.abs)) / gain)),
    errors: all,
    errorRms: Math.sqrt(mean(perChip.map(({ plus, minus }) => mean([...plus, ...minus].map((e) => e * e))))),
    shiftRms: Math.sqrt(mean(figures.map(({ shifts, gain }) => mean(shifts.map((v) => (v / gain / fullScale) ** 2))))),
    nonlinearity: distribution(perChip.map(({ plus, minus }) => Math.max(...[...plus, ...minus].map(Math.abs)))),
  };
}

/** The value that a part `share` (0 to 1) of the chips stays at or below: the least such. */
export function quantile({ values }: Distribution, share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1));
  return sorted[index] ?? Number.NaN;
}

interface SignedErrors {
  readonly weight: number;
  readonly plus: number;
  readonly minus: number;
}

function chipFigures(outputs: readonly WeightOutputs[], units: number, fullScale: number) {
  const full = outputs.find(({ weight }) => weight === units);
  if (!full) throw new RangeError(`chips must hold the largest weight: ${units}`);
  const swing = (full.plus - full.minus) / 2;
  const gain = swing / fullScale;
  return {
    gain,
    offset: full.rest / gain,
    shifts: outputs.map(({ rest }) => rest - full.rest),
    errors: outputs.map(
      ({ weight, rest, plus, minus }): SignedErrors => ({
        weight,
        plus: (plus - rest) / swing - weight / units,
        minus: (rest - minus) / swing - weight / units,
      }),
    ),
  };
}

/**
 * Errors at `weights`, [weights]. One that is not known is the sum of its bits' errors, and of what is missing at the largest
 * weight a share that grows with the third power of the weight: the loads bend the sum, and oddly.
 */
function errorsAt(known: readonly SignedErrors[], weights: readonly number[], { bits, units }: Design) {
  const byWeight = new Map(known.map((error) => [error.weight, error]));
  const at = (sign: 'plus' | 'minus'): readonly number[] => {
    const ofBit = Array.from({ length: bits }, (_, bit) => byWeight.get(2 ** bit)?.[sign] ?? Number.NaN);
    const sum = (weight: number): number =>
      ofBit.reduce((total, error, bit) => total + (Math.floor(weight / 2 ** bit) % 2) * error, 0);
    const missing = (byWeight.get(units)?.[sign] ?? Number.NaN) - sum(units);
    return weights.map((weight) => byWeight.get(weight)?.[sign] ?? sum(weight) + missing * (weight / units) ** 3);
  };
  return { plus: at('plus'), minus: at('minus') };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function distribution(values: readonly number[]): Distribution {
  const average = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
  return { mean: average, sigma: Math.sqrt(squares / (values.length - 1)), values };
}
