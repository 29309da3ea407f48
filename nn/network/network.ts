/** Networks as data: layers from input to output, the shapes between them, and their weights. */

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
}

/** Weighted sums of all inputs, in the order [channels, height, width], then the activation. */
export interface DenseLayer extends TensorChoice {
  readonly kind: 'dense';
  /** Name of its tensors in a weight file: NAME.weight [outputs, inputs] and NAME.bias [outputs]. */
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
}

/** Cross-correlation with square kernels at stride 1, then the activation. */
export interface ConvolutionLayer extends TensorChoice {
  readonly kind: 'convolution';
  /** Name of its tensors in a weight file: NAME.weight [outputs, inputs, kernel, kernel] and NAME.bias [outputs]. */
  readonly name: string;
  /** Channels of the input. */
  readonly inputs: number;
  readonly outputs: number;
  /** Side of the kernels, pixels. */
  readonly kernel: number;
  /** Rows and columns of zeros around the input on every side. */
  readonly padding: number;
  readonly activation: Activation;
}

/** Largest or mean value of each size x size window of a channel. Rows and columns that fill no window are left out. */
export interface PoolLayer {
  readonly kind: 'max-pool' | 'average-pool';
  readonly size: number;
}

/** Vector of [channels, height, width] in this order. */
export interface FlattenLayer {
  readonly kind: 'flatten';
}

export type WeightLayer = DenseLayer | ConvolutionLayer;
export type Layer = WeightLayer | PoolLayer | FlattenLayer;

/**
 * Scale of pixels of 0 to 255: `positive` 0 to 1, `centred` -1 to 1. Centred ones use codes of both signs (7 levels of
 * 3 bits in place of 4); zero, also that of the padding, is then the grey of 127.5.
 */
export type PixelScale = 'positive' | 'centred';

export interface Network {
  readonly name: string;
  readonly input: Shape;
  /** Scale of its pixels, `positive` unless given. */
  readonly pixels?: PixelScale;
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

/** Shape of weights: [outputs, inputs] of a dense layer, [outputs, inputs, kernel, kernel] of a convolution. */
export function weightShape(layer: WeightLayer): readonly number[] {
  switch (layer.kind) {
    case 'dense':
      return [layer.outputs, layer.inputs];
    case 'convolution':
      return [layer.outputs, layer.inputs, layer.kernel, layer.kernel];
  }
}

/** Names of a layer's tensors in a weight file; its bias is null where it has none. */
export function tensorNames(
  { prefix = '' }: Network,
  { name, tensors, bias }: WeightLayer,
): { readonly weight: string; readonly bias: string | null } {
  return {
    weight: tensors?.weight ?? `${prefix}${name}.weight`,
    bias: bias === false ? null : (tensors?.bias ?? `${prefix}${name}.bias`),
  };
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

const vector = (channels: number): Shape => ({ channels, height: 1, width: 1 });

/**
 * Output shapes of all layers. Throws where a size is not a whole number above 0 or a layer does not fit what it gets:
 * the message names the layer and both shapes.
 */
export function layerShapes(network: Network): readonly Shape[] {
  if (network.layers.length === 0) throw new RangeError(`${network.name} must have layers`);
  checkSizes(`${network.name}: input`, { ...network.input }, 1);
  let shape = network.input;
  return network.layers.map((layer, k) => {
    shape = outputShape(layer, shape, layerName(network, k));
    return shape;
  });
}

/** Name of a layer for a person: its own where it has one, else its kind and place from 1. */
export function layerName(network: Network, index: number): string {
  const layer = network.layers[index];
  if (!layer) throw new RangeError(`layer must be 0 to ${network.layers.length - 1}: ${index}`);
  return 'name' in layer ? layer.name : `${layer.kind} (layer ${index + 1})`;
}

function outputShape(layer: Layer, input: Shape, name: string): Shape {
  switch (layer.kind) {
    case 'dense': {
      const { inputs, outputs } = layer;
      checkSizes(name, { inputs, outputs }, 1);
      if (inputs !== sizeOf(input)) throw new RangeError(`${name} must have inputs ${shapeText(input)}: ${inputs}`);
      return vector(outputs);
    }
    case 'convolution': {
      const { inputs, outputs, kernel, padding } = layer;
      checkSizes(name, { inputs, outputs, kernel }, 1);
      checkSizes(name, { padding }, 0);
      if (inputs !== input.channels)
        throw new RangeError(
          `${name} must have inputs ${shapeText(input)}: ${shapeText({ ...input, channels: inputs })}`,
        );
      const height = input.height + 2 * padding - kernel + 1;
      const width = input.width + 2 * padding - kernel + 1;
      if (height < 1 || width < 1)
        throw new RangeError(
          `${name} must have a kernel within ${shapeText(input)} and padding ${padding}: ${kernel} x ${kernel}`,
        );
      return { channels: outputs, height, width };
    }
    case 'max-pool':
    case 'average-pool': {
      const { size } = layer;
      checkSizes(name, { size }, 1);
      if (size > input.height || size > input.width)
        throw new RangeError(`${name} must have a window within ${shapeText(input)}: ${size} x ${size}`);
      return {
        channels: input.channels,
        height: Math.floor(input.height / size),
        width: Math.floor(input.width / size),
      };
    }
    case 'flatten':
      return vector(sizeOf(input));
  }
}

function checkSizes(name: string, sizes: Readonly<Record<string, number>>, from: number): void {
  for (const [key, size] of Object.entries(sizes))
    if (!Number.isInteger(size) || size < from)
      throw new RangeError(`${name}: ${key} must be a whole number from ${from}: ${size}`);
}
