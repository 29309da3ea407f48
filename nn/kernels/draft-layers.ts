/** Kernels of a layer with weights: its records, its noise, and their order. */

import { nth } from '../../numeric/index.ts';
import { spanOf } from '../network/geometry.ts';
import { groupsOf, windowsOf } from '../network/network.ts';
import type { QuantizedNetwork } from '../quantized/quantize.ts';
import { convolutionMethod } from './convolution-method.ts';
import { dense, gaussianGroupBytes } from './dense.ts';
import { type Draft, finishOf, place, takeSquares, type Values } from './draft.ts';
import type { KernelStep } from './kernel-steps.ts';
import {
  type Destination,
  frameHeight,
  frameWidth,
  GROUPS,
  type MapBuffer,
  VECTOR,
  windowStart,
} from './memory/layout.ts';
import { checkWords, denseTaps, recordWords } from './memory/records.ts';
import { findSpans, wholeSpans } from './memory/spans.ts';
import { listBytes, listUsed } from './memory/used-pairs.ts';
import { mapSquares, vectorSquares } from './tile/squares.ts';
import type { ConvolutionKernel } from './tile/tile.ts';

/** Kernels of a convolution that reads `input`. */
export function addConvolution(
  draft: Draft,
  quantized: QuantizedNetwork,
  step: KernelStep & { readonly kind: 'convolution' },
  input: MapBuffer,
  destination: Destination,
): void {
  const { memory, functions, exact, noisy } = draft;
  const layer = nth(quantized.layers, step.index);
  checkWords(step.layer.name, layer);
  const { outputs, kernel: side } = step.layer;
  const { stride, dilation, sides } = windowsOf(step.layer);
  const groups = groupsOf(step.layer);
  const { height, width } = step.shape;
  const { limit } = draft;
  const positive = step.index === 0 && (quantized.network.pixels ?? 'positive') === 'positive';
  const range = { least: positive ? 0 : -limit, most: limit };
  const method = convolutionMethod(draft, layer, step, input, range);
  const kernel: ConvolutionKernel = {
    input,
    outputs,
    stride,
    height,
    width,
    taps: method.taps,
    records: place(draft, method.words),
    shift: layer.shift,
    finish: finishOf(draft, layer),
    pooled: step.pooled,
    destination,
  };
  const vectors = (frameHeight(input) + spanOf(side, dilation) + 2 + stride) * frameWidth(input) + 15 + stride;
  const squares = takeSquares(draft, layer, vectors * VECTOR, groups);
  const noise = {
    deviations: squares.low + windowStart(input, sides) * VECTOR,
    groupBytes: vectors * VECTOR,
    groupOutputs: outputs / groups,
    narrow: squares.narrow,
    gaussians: memory.take(method.gaussians),
    layer: step.index,
  };
  const name = `layer${step.index}`;
  const { spans } = method;
  if (spans) {
    draft.wholeSpans.push({ address: spans.address, words: wholeSpans(spans.shape) });
    functions.push(findSpans(`${name}Spans`, input, side, spans));
    exact.group.push(`${name}Spans`);
    noisy.group.push(`${name}Spans`);
  }
  functions.push(
    mapSquares(`${name}Squares`, input, { side, dilation, groups }, squares, vectors * VECTOR),
    method.compute(`${name}Exact`, kernel, null),
    method.compute(`${name}Noisy`, kernel, noise),
  );
  exact.group.push(`${name}Exact`);
  noisy.group.push(`${name}Squares`, `${name}Noisy`);
}

/** Kernels of a dense layer, and the place of its outputs; `last`: they are words for the host. */
export function addDense(
  draft: Draft,
  quantized: QuantizedNetwork,
  step: KernelStep & { readonly kind: 'dense' },
  last: boolean,
  values: Values,
): Values {
  const { memory, functions, exact, noisy } = draft;
  if (values.kind !== 'vector') throw new RangeError(`${step.layer.name} must read a vector`);
  const layer = nth(quantized.layers, step.index);
  checkWords(step.layer.name, layer);
  const { inputs, outputs } = step.layer;
  const taps = denseTaps(inputs, values.map);
  const output = memory.take(Math.ceil(outputs / 2) * 2 * GROUPS * VECTOR);
  // Pixels are often zero in all images, activations hardly ever.
  const used = step.index === 0 && values.map === null ? memory.take(listBytes(taps.length)) : null;
  const kernel = {
    input: values.address,
    pairs: taps.length,
    outputs,
    records: place(draft, recordWords(layer, taps)),
    used,
    shift: layer.shift,
    finish: finishOf(draft, layer),
    store: last ? ('words' as const) : ('pairs' as const),
    output,
  };
  const squares = takeSquares(draft, layer, GROUPS * VECTOR);
  const gaussians = memory.take(GROUPS * gaussianGroupBytes(outputs));
  const name = `layer${step.index}`;
  if (used !== null) {
    functions.push(listUsed(`${name}Used`, values.address, taps.length, used));
    exact.batch.push(`${name}Used`);
    noisy.batch.push(`${name}Used`);
  }
  functions.push(
    vectorSquares(`${name}Squares`, values.address, taps.length, squares),
    dense(`${name}Exact`, kernel, null),
    dense(`${name}Noisy`, kernel, { deviations: squares.low, narrow: squares.narrow, gaussians, layer: step.index }),
  );
  exact.batch.push(`${name}Exact`);
  noisy.batch.push(`${name}Squares`, `${name}Noisy`);
  return { kind: 'vector', address: output, map: null };
}
