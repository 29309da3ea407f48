/** Kernels of a quantized network in order, and the contents of their memory. */

import { nth } from '../../numeric/index.ts';
import { sizeOf, windowsOf } from '../network/network.ts';
import type { QuantizedNetwork } from '../quantized/quantize.ts';
import type { KernelFunction } from '../wasm/function.ts';
import { GAUSSIAN_STATE_BYTES, GAUSSIANS, GAUSSIANS_OF_TWO } from '../wasm/gaussians.ts';
import { oddChannel } from './convolution-method.ts';
import { type Draft, type NoiseUnit, takeMap, type Values, type Words } from './draft.ts';
import { addConvolution, addDense } from './draft-layers.ts';
import { type KernelStep, kernelSteps } from './kernel-steps.ts';
import {
  allocator,
  BATCH,
  frameHeight,
  frameWidth,
  GROUPS,
  MAP_LANES,
  mapDestination,
  VECTOR,
  vectorDestination,
} from './memory/layout.ts';
import { packMap, packVector } from './pack.ts';
import { pool } from './pool.ts';

/** Names of functions in the order of their calls. */
export interface CallOrder {
  /** Functions for each group of four images: (group, number of its first image). */
  readonly group: readonly string[];
  /** Functions for all sixteen: (number of the first image). */
  readonly batch: readonly string[];
}

export interface KernelPlan {
  readonly functions: readonly KernelFunction[];
  readonly exact: CallOrder;
  readonly noisy: CallOrder;
  /** Functions that make deviations and spans from inputs, left out where these stand already. */
  readonly measuring: ReadonlySet<string>;
  /** Spans of images that are blank nowhere. They are put where they are not found from inputs. */
  readonly wholeSpans: readonly Words[];
  /** Bytes of memory. */
  readonly bytes: number;
  /** Initial words in memory. */
  readonly contents: readonly Words[];
  /** Address of sixteen images. */
  readonly images: number;
  /** Address of the last layer's outputs, [outputs][16]. */
  readonly outputs: number;
  /** Places of the noise of each layer with weights. */
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
    functions: [GAUSSIANS, GAUSSIANS_OF_TWO],
    exact: { group: [], batch: [] },
    noisy: { group: [], batch: [] },
    contents: [],
    units: [],
    wholeSpans: [],
    limit: quantized.limit,
  };
  const images = memory.take(BATCH * sizeOf(input) + SLACK + input.width);
  let values = packInput(draft, nth(steps, 0), quantized, images);
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
    if (typeof pixels === 'object')
      throw new RangeError(`${network.name} must have a convolution before dense layers where pixels have means`);
    const address = memory.take(Math.ceil(sizeOf(input) / 8) * 4 * GROUPS * VECTOR);
    add(packVector(buffer, sizeOf(input), address, codes));
    return { kind: 'vector', address, map: null };
  }
  const map = takeMap(draft, input, first, oddChannel(first, layers, draft.limit));
  const stride = 2 * frameHeight(map) * frameWidth(map) * input.channels;
  const framed = { address: memory.take(MAP_LANES * stride + SLACK + 2 * frameWidth(map)), stride };
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
      windows: windowsOf(step.layer),
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
