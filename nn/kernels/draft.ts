/** What is collected while a network's layers become kernels: functions, memory, constants. */

import type { Shape } from '../network/network.ts';
import type { QuantizedLayer } from '../quantized/quantize.ts';
import type { KernelFunction } from '../wasm/function.ts';
import type { KernelStep } from './kernel-steps.ts';
import { type Allocator, frameHeight, frameWidth, type MapBuffer, planesOf, VECTOR } from './memory/layout.ts';
import type { Finish } from './tile/finish.ts';
import { lookupTable } from './tile/lookup.ts';
import type { SquaresBuffer } from './tile/squares.ts';

/** Where the noise of a layer with weights stands in memory. */
export interface NoiseUnit {
  /** Of the noise of a weight, four times, in accumulator units. */
  readonly address: number;
  /** Of a word that is not 0 where all noise is narrow. */
  readonly narrow: number;
  /** Noise of an output for noise of 1 a weight, at most, where all inputs are at their ends. */
  readonly growth: number;
  /** Accumulator units in a product of a weight LSB and an input LSB. */
  readonly factor: number;
  /** Of the deviations of the outputs, as many bytes. */
  readonly deviations: number;
  readonly bytes: number;
}

/** Words that stand somewhere in memory. */
export interface Words {
  readonly address: number;
  readonly words: Int32Array;
}

/** What is collected while the steps are walked. */
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

/** What a step reads: a map, or a vector whose values are in their own order or in that of a map. */
export type Values =
  | { readonly kind: 'map'; readonly map: MapBuffer }
  | { readonly kind: 'vector'; readonly address: number; readonly map: Shape | null };

/** A map of this shape that `reader` reads, with the rows behind it that tiles may reach into. */
export function takeMap({ memory }: Draft, shape: Shape, reader: KernelStep, odd: MapBuffer['odd']): MapBuffer {
  const padding = reader.kind === 'convolution' ? reader.layer.padding : 0;
  const map = { address: 0, ...shape, padding, odd };
  const pixels = (frameHeight(map) + 4) * frameWidth(map) + 16;
  return { ...map, address: memory.take(pixels * planesOf(map) * VECTOR) };
}

/** Puts words into memory; gives their address. */
export function place(draft: Draft, words: Int32Array): number {
  const address = draft.memory.take(words.byteLength);
  draft.contents.push({ address, words });
  return address;
}

/** What a layer does with its sums; places its table, a whole one where that fits accumulators up to `bound`. */
export function finishOf(draft: Draft, { fractionBits, table }: QuantizedLayer, bound?: number): Finish {
  if (!table) return { fractionBits, table: null };
  const lookup = lookupTable(table, bound);
  return { fractionBits, table: { lookup, address: place(draft, lookup.words), scratch: draft.memory.take(VECTOR) } };
}

/** Room for the sums of squares; two words where one could pass 31 bits. */
export function takeSquares(draft: Draft, layer: QuantizedLayer, bytes: number): SquaresBuffer {
  const { memory, limit, units } = draft;
  const unit = memory.take(2 * VECTOR);
  const narrow = unit + VECTOR;
  const wide = (layer.inputs + 1) * limit * limit >= 2 ** 31;
  const low = memory.take(bytes);
  const growth = Math.sqrt(layer.inputs) * limit;
  units.push({
    address: unit,
    narrow,
    growth,
    factor: 2 ** (layer.fractionBits - layer.shift),
    deviations: low,
    bytes,
  });
  return { unit, narrow, low, high: wide ? memory.take(bytes) : null };
}
