/** Activation tables for kernels: a word for each of many equal buckets of accumulators, or lines for wide codes. */

import { nth } from '../../../numeric/index.ts';
import type { ActivationTable } from '../../quantized/activation-table.ts';
import { FRACTION_BITS, passesCodes, type Segments } from '../../quantized/segments.ts';
import type { Code, I32, V128Local } from '../../wasm/code.ts';
import { set } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';

/**
 * A table of equal buckets of accumulators. With u = accumulator - first, within 0 and span, code = (words[u >> bits] +
 * u) >> bits. No bucket has more than one threshold, unless it is one accumulator wide, so a sum that carries into the
 * code's bits is an exact comparison.
 */
export interface BucketTable {
  readonly kind: 'buckets';
  readonly first: number;
  readonly span: number;
  /** Bits of a bucket: it is 2^bits accumulators wide. */
  readonly bits: number;
  readonly words: Int32Array;
  /** Coverage of all accumulators: none need be brought within. */
  readonly whole: boolean;
}

/** A table for kernels: buckets, or lines as the plain table has them. */
export type LookupTable = BucketTable | (Segments & { readonly kind: 'segments' });

/** Largest magnitude of accumulators with noise. */
const LARGEST = 2 ** 31 - 1;
/** Most words of a table that is whole, 64 KiB: those of the outer accumulators are hardly ever read. */
const MOST_WHOLE = 2 ** 14;

/**
 * Table for accumulators of 32 bits. Thresholds beyond these are left out. `bound`, at most `LARGEST`, is the largest
 * magnitude of accumulators: the table is whole where it is given and that takes few words.
 */
export function lookupTable({ lowest, limit, thresholds, segments }: ActivationTable, bound = Infinity): LookupTable {
  if (segments) return { kind: 'segments', ...segments };
  const below = thresholds.findIndex((value) => value > -LARGEST);
  const reached = Array.from(thresholds).filter((value) => value > -LARGEST && value <= LARGEST);
  const start = lowest + (below < 0 ? thresholds.length : below);
  let least = 2 ** 30;
  for (let k = 1; k < reached.length; k++) least = Math.min(least, nth(reached, k) - nth(reached, k - 1));
  let bits = 0;
  while (2 ** (bits + 1) <= least && (limit + 2) * 2 ** (bits + 1) < 2 ** 31) bits++;
  const width = 2 ** bits;
  const whole = (2 * bound) / width < MOST_WHOLE;
  const first = whole ? -bound : (reached[0] ?? 0) - 1;
  const span = whole ? 2 * bound : (reached.at(-1) ?? 0) - first;
  const words = new Int32Array(Math.floor(span / width) + 1);
  let passed = 0;
  for (let bucket = 0; bucket < words.length; bucket++) {
    const from = first + bucket * width;
    while (passed < reached.length && nth(reached, passed) <= from) passed++;
    const next = Math.min(width, (reached[passed] ?? Infinity) - from);
    words[bucket] = (start + passed + 1) * width - next - bucket * width;
  }
  return { kind: 'buckets', first, span, bits, words, whole };
}

/** A table in memory. */
export interface PlacedTable {
  readonly lookup: LookupTable;
  readonly address: number;
  /**
   * Address of a vector's room, in which places go from lanes to addresses. Memory does so in fewer steps than
   * registers.
   */
  readonly scratch: number;
}

/** Codes in the place of the accumulators in `value`. */
export function lookup(scope: FunctionScope, { lookup: table, address, scratch }: PlacedTable, value: V128Local): Code {
  const { first, span, bits } = table;
  const place = scope.v128();
  const wordOf: Place = (lane) => i32.load(scratch, 4 * lane);
  const entryBytes = table.kind === 'buckets' ? 2 : 3;
  return [
    set(value, i32x4.maxS(i32x4.minS(value, first + span), first)),
    set(value, i32x4.sub(value, first)),
    set(place, i32x4.shl(i32x4.shrU(value, bits), entryBytes)),
    v128.store(scratch, place),
    table.kind === 'buckets'
      ? readBuckets(scope, table, wordOf, address, value)
      : readSegments(scope, table, wordOf, address, value),
  ];
}

/** A table in memory that is whole. */
export interface PlacedWhole extends PlacedTable {
  readonly lookup: BucketTable;
}

/** Placed table, where it is whole; else null. */
export function wholeTable(table: PlacedTable | null): PlacedWhole | null {
  return table?.lookup.kind === 'buckets' && table.lookup.whole ? { ...table, lookup: table.lookup } : null;
}

/**
 * Pairs of codes of 16 bits of two vectors, the first's below. The vectors are accumulators less `first`, unsigned;
 * both are overwritten.
 */
export function lookupPairs(scope: FunctionScope, table: PlacedWhole, values: readonly [V128Local, V128Local]): Code {
  const { lookup, address, scratch } = table;
  const { bits } = lookup;
  const [low, high] = values;
  const place = scope.v128();
  const wordOf: Place = (lane) => i32.load(scratch, 4 * lane);
  return [
    values.map((value) => [
      set(place, i32x4.shl(i32x4.shrU(value, bits), 2)),
      v128.store(scratch, place),
      readEntries(place, wordOf, address),
      set(value, i32x4.add(place, value)),
    ]),
    // A code's lowest 16 bits where they stand in the pair; the other bits are the other's.
    set(low, i32x4.shrS(low, bits)),
    set(high, bits > 16 ? i32x4.shrS(high, bits - 16) : i32x4.shl(high, 16 - bits)),
    set(
      low,
      v128.shuffle(
        low,
        high,
        [0, 4, 8, 12].flatMap((at) => [at, at + 1, at + 18, at + 19]),
      ),
    ),
  ];
}

/** Place of a lane's entry in the table. */
type Place = (lane: number) => I32;

function readBuckets(scope: FunctionScope, { bits }: BucketTable, word: Place, words: number, value: V128Local): Code {
  const entry = scope.v128();
  return [readEntries(entry, word, words), set(value, i32x4.shrS(i32x4.add(entry, value), bits))];
}

/** Words of four lanes' entries. */
function readEntries(entry: V128Local, word: Place, words: number): Code {
  return [
    set(entry, v128.load32Zero(word(0), words)),
    [1, 2, 3].map((lane) => set(entry, v128.load32Lane(word(lane), entry, lane, words))),
  ];
}

function readSegments(scope: FunctionScope, table: Segments, word: Place, words: number, value: V128Local): Code {
  const { bits, slopeShift } = table;
  const entries = scope.v128s(2);
  const [low, high] = entries;
  const product = i32x4.mul(v128.shuffle32(low, high, 1, 3, 5, 7), v128.and(value, 2 ** bits - 1));
  const start = v128.shuffle32(low, high, 0, 2, 4, 6);
  return [
    entries.map((entry, k) => [
      set(entry, v128.load64Zero(word(2 * k), words)),
      set(entry, v128.load64Lane(word(2 * k + 1), entry, 1, words)),
    ]),
    set(value, i32x4.shrS(i32x4.add(start, i32x4.shrS(product, slopeShift)), FRACTION_BITS)),
    passesCodes(table) ? set(value, i32x4.maxS(i32x4.minS(value, table.most), table.least)) : [],
  ];
}
