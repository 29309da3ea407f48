/** Draft of a network's kernels: functions, memory and constants that its layers have added so far. */

import { sidesOf } from '../network/geometry.ts';
import { type Shape, windowsOf } from '../network/network.ts';
import type { QuantizedLayer } from '../quantized/quantize.ts';
import type { KernelFunction } from '../wasm/function.ts';
import type { KernelStep } from './kernel-steps.ts';
import { type Allocator, frameHeight, frameWidth, type MapBuffer, planesOf, VECTOR } from './memory/layout.ts';
import type { Finish } from './tile/finish.ts';
import { lookupTable } from './tile/lookup.ts';
import type { SquaresBuffer } from './tile/squares.ts';

/** Places of the noise of a layer with weights in memory. */
export interface NoiseUnit {
  /** Address of the noise of a weight, four times, in accumulator units. */
  readonly address: number;
  /** Address of a word that is not 0 where all noise is narrow. */
  readonly narrow: number;
  /** Largest noise of an output per noise of a weight, all inputs at their ends. */
  readonly growth: number;
  /** Accumulator units in a product of a weight LSB and an input LSB. */
  readonly factor: number;
  /** Room for the deviations of the outputs, bytes. */
  readonly deviations: number;
  readonly bytes: number;
}

/** Words that stand somewhere in memory. */
export interface Words {
  readonly address: number;
  readonly words: Int32Array;
}

/** Collection of functions, memory and constants while the steps are walked. */
export interface Draft {
  readonly memory: Allocator;
  readonly functions: KernelFunction[];
  readonly exact: { group: string[]; batch: string[] };
  readonly noisy: { group: string[]; batch: string[] };
  readonly contents: Words[];
  readonly units: NoiseUnit[];
  readonly wholeSpans: Words[];
  readonly limit: number;
}

/** Values that a step reads: a map, or a vector in their own order or in that of a map. */
export type Values =
  | { readonly kind: 'map'; readonly map: MapBuffer }
  | { readonly kind: 'vector'; readonly address: number; readonly map: Shape | null };

/** A map of this shape that `reader` reads, with rows behind it for its tiles. */
export function takeMap({ memory }: Draft, shape: Shape, reader: KernelStep, odd: MapBuffer['odd']): MapBuffer {
  const { sides, stride } = reader.kind === 'dense' ? { sides: sidesOf(0), stride: 1 } : windowsOf(reader.layer);
  const map = { address: 0, ...shape, padding: Math.max(...sides), odd };
  const pixels = (frameHeight(map) + 3 + stride) * frameWidth(map) + 15 + stride;
  return { ...map, address: memory.take(pixels * planesOf(map) * VECTOR) };
}

/** Address of words that are placed in memory. */
export function place(draft: Draft, words: Int32Array): number {
  const address = draft.memory.take(words.byteLength);
  draft.contents.push({ address, words });
  return address;
}

/** Finish of a layer's sums, its table placed. It is a whole one where that fits accumulators up to `bound`. */
export function finishOf(draft: Draft, { fractionBits, table }: QuantizedLayer, bound?: number): Finish {
  if (!table) return { fractionBits, table: null };
  const lookup = lookupTable(table, bound);
  return { fractionBits, table: { lookup, address: place(draft, lookup.words), scratch: draft.memory.take(VECTOR) } };
}

/**
 * Room for the sums of squares of each of `groups`, `bytes` a group. One more has room where they are odd; there are two
 * words where one could pass 31 bits.
 */
export function takeSquares(draft: Draft, layer: QuantizedLayer, bytes: number, groups = 1): SquaresBuffer {
  const { memory, limit, units } = draft;
  const unit = memory.take(2 * VECTOR);
  const narrow = unit + VECTOR;
  const wide = (layer.inputs + 1) * limit * limit >= 2 ** 31;
  const whole = groups === 1 ? bytes : bytes * (groups + (groups % 2));
  const low = memory.take(whole);
  const growth = Math.sqrt(layer.inputs) * limit;
  units.push({
    address: unit,
    narrow,
    growth,
    factor: 2 ** (layer.fractionBits - layer.shift),
    deviations: low,
    bytes: whole,
  });
  return { unit, narrow, low, high: wide ? memory.take(whole) : null };
}
