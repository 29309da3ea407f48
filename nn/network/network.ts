/** Networks as data: layers from input to output, the shapes between them, and their weights. */

import { type Padding, sidesOf, type Windows } from './geometry.ts';
import type { RangeChoice } from './range-choice.ts';

/** Activation of a layer's sums; `none` where only the order of the outputs counts. */
export type Activation = 'tanh' | 'sigmoid' | 'relu' | 'hard-tanh' | 'none';

/** Shape of a layer's input or output [channels, height, width], row-major; a vector has height and width 1. */
export interface Shape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** Tensors of a layer in a weight file. */
export interface TensorChoice {
  /** Full names where they are not those of the layer with the network's prefix: NAME.weight and NAME.bias. */
  readonly tensors?: { readonly weight?: string; readonly bias?: string };
  /** False for a layer whose biases are zeros. No file holds them and no training changes them. */
  readonly bias?: false;
  /** Batch norm before the activation, folded into weights and biases at reading. */
  readonly batchNorm?: BatchNorm;
}

/** Batch norm by the names of its tensors. It is (x - running_mean) / sqrt(running_var + epsilon) * weight + bias. */
export interface BatchNorm {
  /** Name of its tensors in a weight file: NAME.weight, NAME.bias, NAME.running_mean, NAME.running_var. */
  readonly name: string;
  /** Addend to the variance; default: PyTorch's 1e-5. */
  readonly epsilon?: number;
}

/** Range of a layer's codes. */
export interface RangeOfLayer {
  /** Output of the largest code, or how it is found; only where the activation is unbounded. */
  readonly range?: RangeChoice;
}

/** Weighted sums of all inputs, in the order [channels, height, width], then the activation. */
export interface DenseLayer extends TensorChoice, RangeOfLayer {
  readonly kind: 'dense';
  /** Name of its tensors in a weight file: NAME.weight [outputs, inputs] and NAME.bias [outputs]. */
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
}

/** Cross-correlation with square kernels, then the activation. */
export interface ConvolutionLayer extends TensorChoice, RangeOfLayer {
  readonly kind: 'convolution';
  /** Name of its tensors in a weight file: NAME.weight [outputs, inputs / groups, kernel, kernel] and NAME.bias. */
  readonly name: string;
  /** Channels of the input. */
  readonly inputs: number;
  readonly outputs: number;
  /** Side of the kernels, pixels. */
  readonly kernel: number;
  /** Rows and columns of zeros around the input. */
  readonly padding: Padding;
  /** Distance between neighbouring kernels, pixels; default: 1. */
  readonly stride?: number;
  /** Distance between neighbouring taps of a kernel, pixels; default: 1. */
  readonly dilation?: number;
  /** Parts of the channels that see nothing of one another; default: 1. */
  readonly groups?: number;
  readonly activation: Activation;
}

/**
 * Largest or mean value of each window of a channel. Rows and columns that fill no window are left out; zeros of the
 * padding count.
 */
export interface PoolLayer {
  readonly kind: 'max-pool' | 'average-pool';
  /** Side of the windows, or their [height, width]. */
  readonly size: number | readonly [height: number, width: number];
  /** Distance between neighbouring windows; default: their side. */
  readonly stride?: number;
  /** Rows and columns of zeros around the input; default: none. */
  readonly padding?: Padding;
}

/** Vector of [channels, height, width] in this order. */
export interface FlattenLayer {
  readonly kind: 'flatten';
}

export type WeightLayer = DenseLayer | ConvolutionLayer;
export type Layer = WeightLayer | PoolLayer | FlattenLayer;

/**
 * Scale of pixels of 0 to 255: `positive` 0 to 1, `centred` -1 to 1, or 0 to 1 less a mean for each channel. Centred ones
 * use codes of both signs (7 levels of 3 bits in place of 4); zero, also that of the padding, is then the grey of 127.5.
 */
export type PixelScale = 'positive' | 'centred' | { readonly means: readonly number[] };

/** Normalization of the training's pixels by channel, (pixel / 255 - mean) / std. */
export interface Normalization {
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

export interface Network {
  readonly name: string;
  readonly input: Shape;
  /** Scale of its pixels, `positive` unless given. */
  readonly pixels?: PixelScale;
  /** Normalization of the pixels that its weight file takes for granted; the first layer's weights take it in. */
  readonly normalization?: Normalization;
  /** Text before the names of all layers in its weight file, such as `model.`. */
  readonly prefix?: string;
  /** Tensors of its weight file that no layer stands for: names, `*` for any text. */
  readonly ignore?: readonly string[];
  readonly layers: readonly Layer[];
}

/** Parameters of a layer; a network's are an array of these, one for each layer that has weights, in their order. */
export interface LayerWeights {
  /** Weights of `weightShape` of the layer, row-major. */
  readonly weights: Float32Array;
  /** Biases [outputs]. */
  readonly bias: Float32Array;
}

/** The layers that have weights, in order. */
export function weightLayers(network: Network): readonly WeightLayer[] {
  return network.layers.filter((layer) => layer.kind === 'dense' || layer.kind === 'convolution');
}

/** Shape of weights: [outputs, inputs] of a dense layer, [outputs, inputs / groups, kernel, kernel] of a convolution. */
export function weightShape(layer: WeightLayer): readonly number[] {
  switch (layer.kind) {
    case 'dense':
      return [layer.outputs, layer.inputs];
    case 'convolution':
      return [layer.outputs, layer.inputs / (layer.groups ?? 1), layer.kernel, layer.kernel];
  }
}

/** Groups of a layer's channels that see nothing of one another. */
export const groupsOf = (layer: WeightLayer): number => (layer.kind === 'convolution' ? (layer.groups ?? 1) : 1);

/** Windows of a convolution or of pooling. */
export function windowsOf(layer: ConvolutionLayer | PoolLayer): Windows {
  switch (layer.kind) {
    case 'convolution': {
      const { kernel, padding, stride = 1, dilation = 1 } = layer;
      return { rows: kernel, columns: kernel, stride, dilation, sides: sidesOf(padding) };
    }
    case 'max-pool':
    case 'average-pool': {
      const { size, padding = 0 } = layer;
      const [rows, columns] = typeof size === 'number' ? [size, size] : size;
      return { rows, columns, stride: layer.stride ?? Math.max(rows, columns), dilation: 1, sides: sidesOf(padding) };
    }
  }
}

/** Names of a layer's tensors in a weight file; null where it has none. */
export interface TensorNames {
  readonly weight: string;
  readonly bias: string | null;
  readonly batchNorm: Readonly<Record<'weight' | 'bias' | 'mean' | 'variance', string>> | null;
  /** All of them. */
  readonly all: readonly string[];
}

export function tensorNames({ prefix = '' }: Network, { name, tensors, bias, batchNorm }: WeightLayer): TensorNames {
  const own = {
    weight: tensors?.weight ?? `${prefix}${name}.weight`,
    bias: bias === false ? null : (tensors?.bias ?? `${prefix}${name}.bias`),
  };
  const norm = batchNorm && {
    weight: `${prefix}${batchNorm.name}.weight`,
    bias: `${prefix}${batchNorm.name}.bias`,
    mean: `${prefix}${batchNorm.name}.running_mean`,
    variance: `${prefix}${batchNorm.name}.running_var`,
  };
  const all = [own.weight, ...(own.bias === null ? [] : [own.bias]), ...Object.values(norm ?? {})];
  return { ...own, batchNorm: norm ?? null, all };
}

/** Number of products that an output sums. */
export function synapsesOf(layer: WeightLayer): number {
  return weightShape(layer)
    .slice(1)
    .reduce((product, size) => product * size, 1);
}

/** Number of values of a shape. */
export function sizeOf({ channels, height, width }: Shape): number {
  return channels * height * width;
}

/** A shape as text: `16 x 4 x 4`, or `256` for a vector. */
export function shapeText(shape: Shape): string {
  const { channels, height, width } = shape;
  return height === 1 && width === 1 ? `${channels}` : `${channels} x ${height} x ${width}`;
}
