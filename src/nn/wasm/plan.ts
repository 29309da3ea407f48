/** From a quantized network to kernels in order, and what stands in their memory. */

import { sizeOf } from '../network.ts';
import type { QuantizedLayer, QuantizedNetwork } from '../quantize.ts';
import { convolutionMethod, oddChannel } from './convolution-method.ts';
import { dense, gaussianGroupBytes } from './dense.ts';
import { type Draft, finishOf, type NoiseUnit, place, takeMap, takeSquares, type Values, type Words } from './draft.ts';
import { GAUSSIAN_STATE_BYTES, GAUSSIANS } from './gaussians.ts';
import { type KernelStep, kernelSteps } from './kernel-steps.ts';
import {
  allocator,
  BATCH,
  type Destination,
  frameHeight,
  frameWidth,
  GROUPS,
  LANES,
  type MapBuffer,
  mapDestination,
  VECTOR,
  vectorDestination,
} from './layout.ts';
import type { KernelFunction } from './module.ts';
import { packMap, packVector } from './pack.ts';
import { pool } from './pool.ts';
import { checkWords, denseTaps, recordWords } from './records.ts';
import { findSpans, wholeSpans } from './spans.ts';
import { mapSquares, vectorSquares } from './squares.ts';
import type { ConvolutionKernel } from './tile.ts';
import { listBytes, listUsed } from './used-pairs.ts';

/** Names of functions in the order of their calls. */
export interface CallOrder {
  /** For each group of four images: (group, number of its first image). */
  readonly group: readonly string[];
  /** For all sixteen: (number of the first image). */
  readonly batch: readonly string[];
}

export interface KernelPlan {
  readonly functions: readonly KernelFunction[];
  readonly exact: CallOrder;
  readonly noisy: CallOrder;
  /** Names of the functions that make deviations and spans from inputs: left out where these stand already. */
  readonly measuring: ReadonlySet<string>;
  /** Spans of images that are blank nowhere, and where they go when they are not found from inputs. */
  readonly wholeSpans: readonly Words[];
  /** Bytes of memory. */
  readonly bytes: number;
  /** What stands in memory from the start. */
  readonly contents: readonly Words[];
  /** Where the images go, sixteen of them. */
  readonly images: number;
  /** Where the last layer's outputs are: [outputs][16]. */
  readonly outputs: number;
  /** Where the noise of each layer with weights stands. */
  readonly units: readonly NoiseUnit[];
}

/** Bytes that packing may read behind the images. */
const SLACK = 256;

export function kernelPlan(quantized: QuantizedNetwork): KernelPlan {
  const steps = kernelSteps(quantized.network);
  const { input } = quantized.network;
  const memory = allocator(GAUSSIAN_STATE_BYTES);
  const draft: Draft = {
    memory,
    functions: [GAUSSIANS],
    exact: { group: [], batch: [] },
    noisy: { group: [], batch: [] },
    contents: [],
    units: [],
    wholeSpans: [],
    limit: quantized.limit,
  };
  const images = memory.take(BATCH * sizeOf(input) + SLACK + input.width);
  let values = packInput(draft, steps[0] as KernelStep, quantized, images);
  steps.forEach((step, k) => {
    values = addStep(draft, quantized, step, steps[k + 1], values);
  });
  if (values.kind !== 'vector') throw new RangeError(`${quantized.network.name} must end in a dense layer`);
  const { functions, exact, noisy, contents, units, wholeSpans } = draft;
  const measuring = new Set(functions.map(({ name }) => name).filter((name) => /(Squares|Spans)$/.test(name)));
  return {
    functions,
    exact,
    noisy,
    measuring,
    wholeSpans,
    bytes: memory.used(),
    contents,
    images,
    outputs: values.address,
    units,
  };
}

function packInput(draft: Draft, first: KernelStep, { network, layers }: QuantizedNetwork, images: number): Values {
  const { input, pixels = 'positive' } = network;
  const { memory } = draft;
  const buffer = { address: images, stride: sizeOf(input) };
  const add = (kernel: KernelFunction): void => {
    draft.functions.push(kernel);
    draft.exact.group.push(kernel.name);
    draft.noisy.group.push(kernel.name);
  };
  const codes = { limit: draft.limit, scale: pixels };
  if (first.kind === 'dense') {
    const address = memory.take(Math.ceil(sizeOf(input) / 8) * 4 * GROUPS * VECTOR);
    add(packVector(buffer, sizeOf(input), address, codes));
    return { kind: 'vector', address, map: null };
  }
  const map = takeMap(draft, input, first, oddChannel(first, layers, draft.limit));
  const stride = 2 * frameHeight(map) * frameWidth(map) * input.channels;
  const framed = { address: memory.take(LANES * stride + SLACK + 2 * frameWidth(map)), stride };
  add(packMap(buffer, framed, map, codes));
  return { kind: 'map', map };
}

function addStep(
  draft: Draft,
  quantized: QuantizedNetwork,
  step: KernelStep,
  next: KernelStep | undefined,
  values: Values,
): Values {
  const { memory } = draft;
  if (step.kind === 'dense') return addDense(draft, quantized, step, next === undefined, values);
  if (values.kind !== 'map' || !next) throw new RangeError(`${quantized.network.name} must end in a dense layer`);
  const pooled = step.kind === 'convolution' && step.pooled;
  const { channels, height, width } = step.shape;
  const shape = pooled ? { channels, height: Math.floor(height / 2), width: Math.floor(width / 2) } : step.shape;
  const pairs = shape.height * shape.width * Math.ceil(channels / 2);
  const output: Values =
    next.kind === 'dense'
      ? { kind: 'vector', address: memory.take(pairs * GROUPS * VECTOR), map: shape }
      : { kind: 'map', map: takeMap(draft, shape, next, 'alone') };
  const destination =
    output.kind === 'map' ? mapDestination(output.map) : vectorDestination(output.address, channels, shape.width);
  if (step.kind === 'pool') {
    const kernel = pool(`pool${draft.functions.length}`, {
      kind: step.layer.kind,
      size: step.layer.size,
      input: values.map,
      height,
      width,
      limit: draft.limit,
      destination,
    });
    draft.functions.push(kernel);
    draft.exact.group.push(kernel.name);
    draft.noisy.group.push(kernel.name);
  } else addConvolution(draft, quantized, step, values.map, destination);
  return output;
}

function addConvolution(
  draft: Draft,
  quantized: QuantizedNetwork,
  step: KernelStep & { readonly kind: 'convolution' },
  input: MapBuffer,
  destination: Destination,
): void {
  const { memory, functions, exact, noisy } = draft;
  const layer = quantized.layers[step.index] as QuantizedLayer;
  checkWords(step.layer.name, layer);
  const { outputs, kernel: side } = step.layer;
  const { height, width } = step.shape;
  const method = convolutionMethod(draft, layer, step, input);
  const kernel: ConvolutionKernel = {
    input,
    outputs,
    height,
    width,
    taps: method.taps,
    records: place(draft, method.words),
    shift: layer.shift,
    finish: finishOf(draft, layer),
    pooled: step.pooled,
    destination,
  };
  const vectors = (frameHeight(input) + side + 3) * frameWidth(input) + 16;
  const squares = takeSquares(draft, layer, vectors * VECTOR);
  const noise = {
    deviations: squares.low,
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
    mapSquares(`${name}Squares`, input, side, squares),
    method.compute(`${name}Exact`, kernel, null),
    method.compute(`${name}Noisy`, kernel, noise),
  );
  exact.group.push(`${name}Exact`);
  noisy.group.push(`${name}Squares`, `${name}Noisy`);
}

function addDense(
  draft: Draft,
  quantized: QuantizedNetwork,
  step: KernelStep & { readonly kind: 'dense' },
  last: boolean,
  values: Values,
): Values {
  const { memory, functions, exact, noisy } = draft;
  if (values.kind !== 'vector') throw new RangeError(`${step.layer.name} must read a vector`);
  const layer = quantized.layers[step.index] as QuantizedLayer;
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
