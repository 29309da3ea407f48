/**
 * Statistics of many chips of one neuron: offset, gain, static error of every weight. A chip is corrected once for its
 * offset and its gain, at the largest weight; what is left at another weight w and at + or - full scale of the input is
 * the weight's error, as a part of the output's change from 0 to full scale at the largest weight: e(w) = +-(out(w,
 * +-FS) - out(w, 0))/Y - w/units, Y = (out(units, FS) - out(units, -FS))/2.
 */

import { nth } from '../../numeric/index.ts';
import type { Design } from '../neuron/design.ts';
import type { Chip, WeightOutputs } from './monte-carlo.ts';

/** Distribution of a quantity over the chips. */
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
  /** Origin of the error: simulated or computed as such; false: the sum of its bits' errors. */
  readonly direct: boolean;
}

/** Figures of many chips of one neuron. */
export interface MismatchFigures {
  readonly samples: number;
  /** Largest weight. */
  readonly units: number;
  /** Output without input over the gain, at the largest weight, V. */
  readonly offset: Distribution;
  /** Gain between + and - full scale, at the largest weight, 1. */
  readonly gain: Distribution;
  /** Error of the weight of the most significant bit alone at + full scale, 1. */
  readonly largestBit: Distribution;
  /**
   * Largest difference of the offset from that at the largest weight, V. It is 0 but for numerics where weights switch
   * gates.
   */
  readonly offsetShift: Distribution;
  /** Errors in rising weight. */
  readonly errors: readonly WeightError[];
  /** Root mean square of the errors over weights, signs and chips, 1. */
  readonly errorRms: number;
  /** Root mean square of the offset's shifts over Y, 1. */
  readonly shiftRms: number;
  /** Integral nonlinearity: the largest error of each chip in size, over weights and signs, 1. */
  readonly nonlinearity: Distribution;
}

/** Figures of `chips`, at least 2, with `fullScale` in V. All are at the same weights, the largest among them. */
export function mismatchFigures(design: Design, fullScale: number, chips: readonly Chip[]): MismatchFigures {
  if (chips.length < 2) throw new RangeError(`chips must be at least 2: ${chips.length}`);
  const { units, sizing, bits } = design;
  const figures = chips.map(({ outputs }) => chipFigures(outputs, units, fullScale));
  const known = new Set(figures[0]?.errors.map(({ weight }) => weight));
  const sums =
    sizing !== 'tail-steered' && Array.from({ length: bits }, (_, bit) => known.has(2 ** bit)).every(Boolean);
  const weights = sums ? spreadWeights(units) : [...known].sort((a, b) => a - b);
  const perChip = figures.map(({ errors }) => errorsAt(errors, weights, design));
  const all = weights.map((weight, k) => {
    const values = perChip.flatMap((errors) => [nth(errors.plus, k), nth(errors.minus, k)]);
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
    nonlinearity: distribution(perChip.map(({ plus, minus }) => largest([...plus, ...minus]))),
  };
}

const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Largest number of weights in the figures. */
const MOST_WEIGHTS = 1023;

/**
 * Weights of the figures. All from 1 on, or, of more than 10 bits, even steps with every weight of one bit and the
 * largest.
 */
function spreadWeights(units: number): readonly number[] {
  if (units <= MOST_WEIGHTS) return Array.from({ length: units }, (_, k) => k + 1);
  const even = Array.from({ length: MOST_WEIGHTS }, (_, k) => Math.round((units * (k + 1)) / MOST_WEIGHTS));
  const single = Array.from({ length: Math.ceil(Math.log2(units)) }, (_, bit) => 2 ** bit);
  return [...new Set([...even, ...single])].sort((a, b) => a - b);
}

/** Quantile: the least value that a part `share` (0 to 1) of the chips does not exceed. */
export function quantile({ values }: Distribution, share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1));
  return nth(sorted, index);
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
 * Errors at `weights`, [weights]. One that is not known follows from those of its bits and of the largest weight: the loads
 * bend the sum of the bits' currents, by its square alike and by its cube oppositely for the two signs.
 */
function errorsAt(known: readonly SignedErrors[], weights: readonly number[], { bits, units }: Design) {
  const byWeight = new Map(known.map((error) => [error.weight, error]));
  const powers = Array.from({ length: bits }, (_, bit) => 2 ** bit);
  const on = (weight: number): readonly number[] => powers.filter((power) => Math.floor(weight / power) % 2 === 1);
  const at = (weight: number, sign: 'plus' | 'minus'): number => byWeight.get(weight)?.[sign] ?? Number.NaN;
  const sum = (weight: number, sign: 'plus' | 'minus'): number =>
    on(weight).reduce((total, power) => total + at(power, sign), 0);
  const missing = (sign: 'plus' | 'minus'): number => at(units, sign) - sum(units, sign);
  const [odd, even] = [(missing('plus') + missing('minus')) / 2, (missing('plus') - missing('minus')) / 2];
  /** Excess of a weight's `order`-th power over those of its bits, largest weight 1. */
  const bend = (weight: number, order: number): number => {
    const above = (w: number): number =>
      (w / units) ** order - on(w).reduce((total, power) => total + (power / units) ** order, 0);
    return above(weight) / above(units);
  };
  const of = (sign: 'plus' | 'minus'): readonly number[] =>
    weights.map((weight) => {
      if (byWeight.has(weight)) return at(weight, sign);
      return sum(weight, sign) + odd * bend(weight, 3) + (sign === 'plus' ? even : -even) * bend(weight, 2);
    });
  return { plus: of('plus'), minus: of('minus') };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function distribution(values: readonly number[]): Distribution {
  const average = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
  return { mean: average, sigma: Math.sqrt(squares / (values.length - 1)), values };
}
