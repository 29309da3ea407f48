/**
 * Coarse sums: products of the upper bits of inputs and of a few weights. They tell how often a sum modulo 2^32 has
 * wrapped. S is the sum of the products of upper parts, p and q the bits below these in inputs and weights, e what
 * 2^(p+q) S leaves of the sum. Those of two outputs come as one sum, of weights Wa + 2^m Wb. Derivation:
 * docs/kernels.md, "Coarse sums".
 */

import { nth } from '../../../numeric/index.ts';
import type { QuantizedLayer } from '../../quantized/quantize.ts';
import type { Tap } from '../memory/records.ts';

/** Range of inputs in their codes: `least` <= 0 <= `most`. */
export interface InputRange {
  readonly least: number;
  readonly most: number;
}

/** Bits of the parts: p below the inputs' upper part, q below the weights', m of the first output's sum. */
export interface CoarseBits {
  readonly inputBits: number;
  readonly weightBits: number;
  readonly sumBits: number;
}

/** The coarse sums of a layer. */
export interface CoarseSums extends CoarseBits {
  /** Coarse sums of every two outputs. */
  readonly pairs: readonly CoarsePair[];
  /** Taps of the coarse sum with most of them. */
  readonly taps: number;
}

/** The coarse sum of two outputs. */
export interface CoarsePair {
  readonly taps: readonly Tap[];
  readonly ranges: readonly [SumRange, SumRange];
}

/** Ranges of an output: of S, and of e. */
export interface SumRange {
  readonly least: number;
  readonly most: number;
  readonly low: number;
  readonly high: number;
}

type Parts = Omit<CoarseBits, 'sumBits'>;

/** Upper bits that are tried, with sign. */
const UPPER_BITS = [1, 2, 3, 4, 5, 6] as const;

/** The weight of input `index` of an output; 0 where there is none. */
export const weightAt = ({ weights, inputs, outputs }: QuantizedLayer, output: number, index: number): number =>
  index < 0 || output >= outputs ? 0 : nth(weights, output * inputs + index);

const upperPart = (value: number, bits: number): number => Math.round(value / 2 ** bits);

/** Weight of both outputs' coarse sum. */
export const coarseWeight = (own: number, next: number, { weightBits, sumBits }: CoarseBits): number =>
  upperPart(own, weightBits) + 2 ** sumBits * upperPart(next, weightBits);

/** Coarse sums of the fewest taps; null where none are certain to tell. */
export function coarseSums(layer: QuantizedLayer, taps: readonly Tap[], range: InputRange): CoarseSums | null {
  const largest = layer.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const [inputWidth, weightWidth] = [Math.max(-range.least, range.most), largest].map((most) =>
    Math.ceil(Math.log2(most + 1)),
  ) as [number, number];
  const found = UPPER_BITS.flatMap((inputUpper) =>
    UPPER_BITS.flatMap((weightUpper) => {
      const parts = { inputBits: inputWidth - inputUpper, weightBits: weightWidth - weightUpper };
      return sumsOfParts(layer, taps, range, parts) ?? [];
    }),
  );
  return found.reduce((best: CoarseSums | null, sums) => (best && best.taps <= sums.taps ? best : sums), null);
}

function sumsOfParts(layer: QuantizedLayer, taps: readonly Tap[], range: InputRange, parts: Parts): CoarseSums | null {
  const { outputs, shift } = layer;
  const { inputBits, weightBits } = parts;
  const bits = inputBits + weightBits;
  if (inputBits < 0 || weightBits < 0 || bits < shift || bits > 31) return null;
  const pairs: CoarsePair[] = [];
  for (let output = 0; output < outputs; output += 2) {
    const pair = pairOfParts(layer, taps, range, parts, output);
    if (!pair) return null;
    pairs.push(pair);
  }
  const values = Math.max(...pairs.map(({ ranges: [own] }) => own.most - own.least + 1));
  const sums = {
    ...parts,
    sumBits: Math.ceil(Math.log2(values)),
    pairs,
    taps: Math.max(...pairs.map((pair) => pair.taps.length)),
  };
  // The second output's sum is read with the first's below it, without losing bits that the results have.
  if (bits - shift < sums.sumBits) return null;
  return pairs.every((pair, k) => fitsWords(layer, pair, 2 * k, sums)) ? sums : null;
}

/** Check that the weights fit 16 bits and the sum 32. The results' part of the sum takes 30 to leave room for noise. */
function fitsWords(layer: QuantizedLayer, { taps, ranges }: CoarsePair, output: number, bits: CoarseBits): boolean {
  const { inputBits, weightBits, sumBits } = bits;
  const reach = 2 ** sumBits + Math.max(...ranges.map(({ least, most }) => Math.max(most, -least)));
  if (reach * 2 ** Math.max(sumBits, inputBits + weightBits - layer.shift) >= 2 ** 30) return false;
  return taps.every(({ first, second }) =>
    [first, second].every(
      (index) =>
        Math.abs(coarseWeight(weightAt(layer, output, index), weightAt(layer, output + 1, index), bits)) < 2 ** 15,
    ),
  );
}

/** Fewest of the largest taps that tell the sums of two outputs. */
function pairOfParts(
  layer: QuantizedLayer,
  taps: readonly Tap[],
  range: InputRange,
  parts: Parts,
  output: number,
): CoarsePair | null {
  const weightsOf = ({ first, second }: Tap, of: number): readonly number[] =>
    [first, second].map((index) => weightAt(layer, of, index));
  const size = (tap: Tap): number =>
    [output, output + 1].flatMap((of) => weightsOf(tap, of)).reduce((sum, weight) => sum + Math.abs(weight), 0);
  const sorted = taps.map((tap) => ({ tap, size: size(tap) })).sort((a, b) => b.size - a.size);
  // What is read for the second output is beside its own sum by less than one of the first's.
  const slack = 2 ** layer.shift + 2 ** (parts.inputBits + parts.weightBits);
  const tells = ({ low, high }: SumRange): boolean => high - low + slack < 2 ** 32;
  const start = (of: number): SumRange =>
    taps.flatMap((tap) => weightsOf(tap, of)).reduce((sum, weight) => joined(sum, plainRange(weight, range), 1), NONE);
  let ranges: readonly [SumRange, SumRange] = [start(output), start(output + 1)];
  const grown = (sum: SumRange, tap: Tap, of: number): SumRange =>
    weightsOf(tap, of).reduce(
      (all, weight) => joined(joined(all, plainRange(weight, range), -1), coarseRange(weight, range, parts), 1),
      sum,
    );
  for (let count = 0; count <= sorted.length; count++) {
    if (ranges.every(tells)) return { taps: sorted.slice(0, count).map(({ tap }) => tap), ranges };
    const tap = sorted[count]?.tap;
    if (tap) ranges = [grown(ranges[0], tap, output), grown(ranges[1], tap, output + 1)];
  }
  return null;
}

const NONE: SumRange = { least: 0, most: 0, low: 0, high: 0 };

const joined = (a: SumRange, b: SumRange, sign: 1 | -1): SumRange => ({
  least: a.least + sign * b.least,
  most: a.most + sign * b.most,
  low: a.low + sign * b.low,
  high: a.high + sign * b.high,
});

/** Ranges of a weight that is not in the coarse sum. */
const plainRange = (weight: number, { least, most }: InputRange): SumRange => ({
  least: 0,
  most: 0,
  low: Math.min(weight * least, weight * most),
  high: Math.max(weight * least, weight * most),
});

/** Ranges of a weight in the coarse sum: x w - 2^(p+q) X W = x' w + 2^p X w'. */
function coarseRange(weight: number, { least, most }: InputRange, { inputBits, weightBits }: Parts): SumRange {
  const unit = 2 ** inputBits;
  const ends = [Math.floor(least / unit), Math.floor(most / unit)];
  const upper = upperPart(weight, weightBits);
  const sums = ends.map((end) => end * upper);
  const left = ends.map((end) => end * unit * (weight - upper * 2 ** weightBits));
  return {
    least: Math.min(...sums),
    most: Math.max(...sums),
    low: Math.min(...left) + Math.min(0, (unit - 1) * weight),
    high: Math.max(...left) + Math.max(0, (unit - 1) * weight),
  };
}
