/** Straight lines between points of a function, in integers, from which wide codes are read. */

import { nth } from '../../numeric/index.ts';

/**
 * Lines in segments of equal width. With u = n - first, within 0 and span, in segment u >> bits at o = the rest of u:
 * code = (start + ((slope o) >> slopeShift)) >> 15, within `least` and `most`. No product passes 31 bits.
 */
export interface Segments {
  readonly first: number;
  readonly span: number;
  readonly bits: number;
  readonly slopeShift: number;
  /** Start, in 2^-15 codes, and slope of each segment. */
  readonly words: Int32Array;
  /** Codes at which the lines are cut off. */
  readonly least: number;
  readonly most: number;
}

export const FRACTION_BITS = 15;
const MOST_SEGMENTS = 4096;
/** Largest accumulator of 32 bits. */
const LARGEST = 2 ** 31 - 1;

/**
 * Lines between points of `value`, a non-decreasing function, in a part of all accumulators. They go as far as 32 bits
 * do and are cut off at the ends, and at the codes `least` and `most`.
 */
export function segmentsOf(
  value: (n: number) => number,
  [from, to]: readonly [number, number],
  [least, most]: readonly [number, number],
): Segments {
  const first = Math.max(-LARGEST, Math.floor(from));
  const span = Math.min(LARGEST, Math.ceil(to)) - first;
  let bits = 0;
  while (span / 2 ** bits >= MOST_SEGMENTS) bits++;
  const width = 2 ** bits;
  const count = Math.floor(span / width) + 1;
  // Far beyond the codes the lines may end, which keeps them within 32 bits.
  const end = 2 * Math.max(most, -least);
  const starts = Array.from({ length: count + 1 }, (_, k) =>
    Math.floor(Math.min(end, Math.max(-end, value(first + k * width))) * 2 ** FRACTION_BITS),
  );
  const rises = starts.slice(1).map((start, k) => start - nth(starts, k));
  const steepest = Math.max(...rises);
  let slopeShift = 0;
  while (steepest * 2 ** (slopeShift + 1) < 2 ** 30 && slopeShift < 30) slopeShift++;
  const words = Int32Array.from(
    rises.flatMap((rise, k) => [nth(starts, k), Math.floor((rise * 2 ** slopeShift) / width)]),
  );
  return { first, span, bits, slopeShift, words, least, most };
}

/** Code of the accumulator `n`. */
export function segmentCode(segments: Segments, n: number): number {
  return Math.min(segments.most, Math.max(segments.least, lineCode(segments, n)));
}

/** Lines that pass the codes at which they are cut off: steps of accumulators are large beside codes. */
export function passesCodes(segments: Segments): boolean {
  return lineCode(segments, -Infinity) < segments.least || lineCode(segments, Infinity) > segments.most;
}

function lineCode({ first, span, bits, slopeShift, words }: Segments, n: number): number {
  const u = Math.min(span, Math.max(0, n - first));
  const segment = Math.floor(u / 2 ** bits);
  const product = (words[2 * segment + 1] ?? 0) * (u - segment * 2 ** bits);
  return ((words[2 * segment] ?? 0) + Math.floor(product / 2 ** slopeShift)) >> FRACTION_BITS;
}
