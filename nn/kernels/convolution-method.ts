/** Method of a convolution: Winograd's products where its size, its widths and its weights allow, else tap by tap. */

import { nth } from '../../numeric/index.ts';
import { type ConvolutionLayer, groupsOf, windowsOf } from '../network/network.ts';
import { accumulatorBound, type QuantizedLayer } from '../quantized/quantize.ts';
import type { KernelFunction } from '../wasm/function.ts';
import { coarseConvolve, coarseMapBytes, coarseWords } from './convolution/coarse-convolve.ts';
import { coarseSums, type InputRange } from './convolution/coarse-weights.ts';
import { convolve, gaussianRowBytes } from './convolution/convolve.ts';
import { type Draft, finishOf, place } from './draft.ts';
import type { KernelStep } from './kernel-steps.ts';
import { type MapBuffer, planesOf } from './memory/layout.ts';
import { convolutionTaps, joinGroups, recordWords, tapsByOutput } from './memory/records.ts';
import { type Spans, spanBytes } from './memory/spans.ts';
import { rowWinograd, rowWinogradGaussianBytes } from './row-winograd/row-winograd.ts';
import { rowWinogradBytes } from './row-winograd/transforms.ts';
import { fitsMultiple, rowWinogradWords, suitsRowWinograd } from './row-winograd/weights.ts';
import { suitsWideRowWinograd, wideRowWinograd, wideRowWinogradWords } from './row-winograd/wide.ts';
import { wholeTable } from './tile/lookup.ts';
import type { ConvolutionKernel, LayerNoise } from './tile/tile.ts';
import { partsOf } from './winograd/digits.ts';
import type { Multiples } from './winograd/largest.ts';
import { WINOGRAD_GAUSSIAN_BYTES } from './winograd/noise.ts';
import { MULTIPLE, winogradBytes } from './winograd/transforms.ts';
import { keepsOrder, multipleHeaders, suitsDigits, suitsWinograd, winogradWords } from './winograd/weights.ts';
import { winograd } from './winograd/winograd.ts';

export interface ConvolutionMethod {
  /** Taps of an output where there are records of them. */
  readonly taps: number;
  /** Weights and biases as the kernel walks through them. */
  readonly words: Int32Array;
  /** Room for the Gaussians of one draw, bytes. */
  readonly gaussians: number;
  /** Spans of what is not blank, which the kernel keeps to; null: it takes all. */
  readonly spans: Spans | null;
  readonly compute: (name: string, kernel: ConvolutionKernel, noise: LayerNoise | null) => KernelFunction;
}

/** True for kernels side by side over all channels, with equal zeros on every side. */
function isPlain(layer: ConvolutionLayer): boolean {
  const { stride, dilation, sides } = windowsOf(layer);
  return stride === 1 && dilation === 1 && groupsOf(layer) === 1 && sides.every((side) => side === sides[0]);
}

/** Place of the last of an odd number of pixels' channels, for the first step. */
export function oddChannel(first: KernelStep, layers: readonly QuantizedLayer[], limit: number): MapBuffer['odd'] {
  if (first.kind !== 'convolution') return 'alone';
  const { inputs, kernel, dilation = 1 } = first.layer;
  if (dilation > 1 || groupsOf(first.layer) > 1) return 'alone';
  return isPlain(first.layer) && suitsWinograd(nth(layers, first.index), inputs, kernel, limit)
    ? 'alone'
    : 'neighbours';
}

/**
 * Biases and table of multiples; null where the order of the sums could be lost. No accumulator's multiple is beyond 32
 * bits and no two thresholds are one: buckets stay wide.
 */
function multiplesOf(draft: Draft, layer: QuantizedLayer): Multiples | null {
  const { fractionBits, shift, table } = layer;
  const bound = accumulatorBound(layer, draft.limit) * MULTIPLE;
  if (shift > 0 || !table || table.segments || bound >= 2 ** 31) return null;
  const finite = table.thresholds.filter((threshold) => threshold < Infinity);
  if (new Set(finite).size < finite.length) return null;
  const thresholds = table.thresholds.map((threshold) => threshold * MULTIPLE);
  // A bias that is finer than the sums is none of the products'.
  const finish = finishOf(draft, { ...layer, table: { ...table, thresholds } }, fractionBits > 0 ? undefined : bound);
  const whole = wholeTable(finish.table);
  return { headers: place(draft, multipleHeaders(layer, whole?.lookup.first ?? 0)), finish, whole };
}

/** Choice of a method for inputs of this range, with its memory. */
export function convolutionMethod(
  draft: Draft,
  layer: QuantizedLayer,
  step: KernelStep & { readonly kind: 'convolution' },
  input: MapBuffer,
  range: InputRange,
): ConvolutionMethod {
  const { memory, limit } = draft;
  const { inputs, kernel } = step.layer;
  const { height, width } = step.shape;
  const plain = isPlain(step.layer);
  const pairs = plain && (inputs % 2 === 0 || input.odd === 'alone');
  const take = <Key extends string>(sizes: Readonly<Record<Key, number>>): Readonly<Record<Key, number>> =>
    Object.fromEntries(Object.entries<number>(sizes).map(([key, bytes]) => [key, memory.take(bytes)])) as Record<
      Key,
      number
    >;
  if (pairs && (suitsWinograd(layer, inputs, kernel, limit) || suitsDigits(layer, inputs, kernel))) {
    const buffers = take(winogradBytes(planesOf(input), partsOf(layer.shift)));
    const ordered = keepsOrder(layer, limit);
    const multiples = step.pooled ? multiplesOf(draft, layer) : null;
    return {
      taps: 0,
      words: winogradWords(layer, inputs),
      gaussians: WINOGRAD_GAUSSIAN_BYTES,
      spans: null,
      compute: (name, of, noise) => winograd(name, of, buffers, ordered, multiples, noise),
    };
  }
  if (pairs && suitsRowWinograd(layer, inputs, kernel, limit)) {
    const buffers = take(rowWinogradBytes(planesOf(input), height, width));
    const ordered = fitsMultiple(layer, limit);
    return {
      taps: 0,
      words: rowWinogradWords(layer, inputs),
      gaussians: rowWinogradGaussianBytes(width),
      spans: null,
      compute: (name, of, noise) => rowWinograd(name, of, buffers, ordered, noise),
    };
  }
  const taps = convolutionTaps(step.layer, input);
  if (pairs && suitsWideRowWinograd(layer, inputs, kernel, limit)) {
    const buffers = take(rowWinogradBytes(planesOf(input), height, width));
    return {
      taps: taps.length,
      words: wideRowWinogradWords(layer, inputs, taps),
      gaussians: rowWinogradGaussianBytes(width),
      spans: null,
      compute: (name, of, noise) => wideRowWinograd(name, of, buffers, noise),
    };
  }
  // Pixels are often zero in all images, activations hardly ever.
  const windows = step.pooled ? Math.floor : Math.ceil;
  const tiles = { rows: windows(height / 2), columns: windows(width / 2) };
  const spans = step.index === 0 && plain ? { address: memory.take(spanBytes(tiles)), shape: tiles } : null;
  const groups = groupsOf(step.layer);
  if (groups > 1) {
    const joined = joinGroups(layer, groups);
    const lists = tapsByOutput(joined, groups, taps);
    return {
      taps: nth(lists, 0).length,
      words: recordWords(joined, taps, lists),
      gaussians: gaussianRowBytes(width),
      spans,
      compute: (name, of, noise) => convolve(name, of, spans, noise),
    };
  }
  const coarse = layer.shift > 0 && windowsOf(step.layer).stride === 1 ? coarseSums(layer, taps, range) : null;
  if (coarse) {
    const map = memory.take(coarseMapBytes(input));
    return {
      taps: taps.length,
      words: coarseWords(layer, taps, coarse),
      gaussians: gaussianRowBytes(width),
      spans,
      compute: (name, of, noise) => coarseConvolve(name, of, coarse, map, spans, noise),
    };
  }
  return {
    taps: taps.length,
    words: recordWords(layer, taps),
    gaussians: gaussianRowBytes(width),
    spans,
    compute: (name, of, noise) => convolve(name, of, spans, noise),
  };
}
