/** Tensors of 16 images in memory, and tables of the factors of their sums. */

import { nth } from '../../numeric/index.ts';
import { type Network, type Shape, type WeightLayer, windowsOf } from '../network/network.ts';
import { layerShapes } from '../network/shapes.ts';
import { VALUE_BYTES } from './kernels/code.ts';

/**
 * Values of 16 images [channels][height][width][image] between frames of zeros. Channels are padded to an even number,
 * and another plane follows. Bytes.
 */
export interface FloatTensor extends Shape {
  /** Size of the whole tensor. */
  readonly bytes: number;
  /** Offset of the first value within the frame, from the start of a thread's arena. */
  readonly start: number;
  /** Distances from row to row and from channel to channel. */
  readonly row: number;
  readonly plane: number;
  /** Address in memory of the planes' offsets from `start`. */
  readonly table: number;
}

/** Allocation of so many bytes: their address. */
export type Allocate = (bytes: number) => number;

/** Address of words that are put into memory. */
export type Tabulate = (words: readonly number[]) => number;

export const even = (count: number): number => count + (count % 2);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** A tensor with `frame` rows and columns of zeros on every side. */
export function floatTensor(shape: Shape, frame: number, arena: Allocate, tabulate: Tabulate): FloatTensor {
  const { channels, height, width } = shape;
  const row = VALUE_BYTES * (width + 2 * frame);
  const plane = row * (height + 2 * frame);
  const bytes = plane * (even(channels) + 1);
  const start = arena(bytes) + frame * (row + VALUE_BYTES);
  const table = tabulate(planeOffsets(even(channels) + 1, plane));
  return { channels, height, width, bytes, start, row, plane, table };
}

const planeOffsets = (planes: number, plane: number): number[] => upTo(planes).map((channel) => channel * plane);

/**
 * Frames of the network's input and of each layer's output: what the next layer pads, or the gradient of a kernel
 * needs.
 */
export function framesOf(network: Network): readonly number[] {
  const frames = [0, ...layerShapes(network).map(() => 0)];
  network.layers.forEach((layer, k) => {
    if (layer.kind === 'dense' || layer.kind === 'flatten') return;
    const { rows, sides } = windowsOf(layer);
    frames[k] = Math.max(nth(frames, k), ...sides);
    if (layer.kind === 'convolution') frames[k + 1] = Math.max(0, rows - 1 - sides[0]);
  });
  return frames;
}

/**
 * Offsets of a sum's factors from an output's position, in its group's first channel. They
 * have the order of the weights.
 */
export function factorOffsets(layer: WeightLayer, input: FloatTensor): number[] {
  const { plane, row } = input;
  switch (layer.kind) {
    case 'dense':
      return upTo(input.channels).flatMap((c) =>
        upTo(input.height).flatMap((y) => upTo(input.width).map((x) => c * plane + y * row + x * VALUE_BYTES)),
      );
    case 'convolution': {
      const { rows, columns, dilation, sides } = windowsOf(layer);
      const [top, left] = sides;
      return upTo(layer.inputs / (layer.groups ?? 1)).flatMap((c) =>
        upTo(rows).flatMap((y) =>
          upTo(columns).map((x) => c * plane + (y * dilation - top) * row + (x * dilation - left) * VALUE_BYTES),
        ),
      );
    }
  }
}

/** Offsets of an input's outputs at stride 1, from its position in `output`, [outputs][taps]. */
export function gradientOffsets(layer: WeightLayer, output: FloatTensor): number[] {
  const { plane, row } = output;
  switch (layer.kind) {
    case 'dense':
      return planeOffsets(layer.outputs, plane);
    case 'convolution': {
      const { rows, columns, sides } = windowsOf(layer);
      const [top, left] = sides;
      return planeOffsets(layer.outputs, plane).flatMap((offset) =>
        upTo(rows).flatMap((y) => upTo(columns).map((x) => offset + (top - y) * row + (left - x) * VALUE_BYTES)),
      );
    }
  }
}

/** Places of the gradients of a layer's inputs, in pairs: offsets from the input's start, and the positions of each. */
export function inputPlaces(layer: WeightLayer, input: FloatTensor, tabulate: Tabulate) {
  switch (layer.kind) {
    case 'dense': {
      const offsets = factorOffsets(layer, input);
      const beyond = even(input.channels) * input.plane;
      const padded = offsets.length % 2 ? [...offsets, beyond] : offsets;
      return { table: tabulate(padded), pairs: padded.length / 2, height: 1, width: 1 };
    }
    case 'convolution': {
      const { table, channels, height, width } = input;
      return { table, pairs: even(channels) / 2, height, width };
    }
  }
}
